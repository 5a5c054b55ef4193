"""Random keys and clicks in all panes and dialogs, without errors."""

import asyncio
import gc
import threading
import tracemalloc
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from bundled import LANGUAGES, bundled
from deepseek_tui.ui import clipboard
from deepseek_tui.ui.dashboard import Dashboard
from deepseek_tui.ui.dialogs import export as export_dialog
from deepseek_tui.user_data import atomic_files
from fuzz.random_input import USUAL, RandomInput
from hostile import assert_harmless
from pilot.opened import Opened, open_app
from pilot.workspaces import workspace_of_bundled

DIALOGS = {
    *("ChangesScreen", "EvidenceScreen", "ExportDialog", "GrpoScreen", "Help", "LabScreen", "NoteEditor", "Palette"),
    *("SearchScreen", "LinkPicker"),
}
"""Names of the dialogs that a key opens."""
REMEMBERED = ("Step", "Place")
"""Classes of the navigation history, whose length has a limit of its own."""
LAPS, FEW, PER_LAP = 4, 2, 100 * 1024
"""Number of repetitions, and how many new objects of a class and new bytes each repetition may leave.

History and notes are kept on purpose. A leak of closed dialogs took 27 times as many bytes.
"""


class Sandbox:
    """Replacement for saving and opening that only reaches a test folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.addresses: list[str] = []

    def save(self, path: str | Path, data: bytes, *, overwrite: bool) -> None:
        """Save a file inside the test folder, and refuse any other path."""
        if not Path(path).resolve().is_relative_to(self.folder):
            raise atomic_files.SaveError(atomic_files.SaveProblem.DENIED, path)
        atomic_files.save(path, data, overwrite=overwrite)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Record the web address instead of opening a browser."""
        self.addresses.append(url)


@pytest.fixture
def sandbox(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Replace every function that would reach outside a temporary folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    bounds = Sandbox(tmp_path)
    monkeypatch.setattr(export_dialog, "save", bounds.save)
    monkeypatch.setattr(App, "open_url", bounds.open_url)
    monkeypatch.setattr(clipboard, "desktop_command", lambda _: None)
    # A random click on the quit key in the footer must not end the test.
    monkeypatch.setattr(Dashboard, "action_quit", lambda _: None)
    return bounds


@asynccontextmanager
async def opened_in(folder: Path, language: str) -> AsyncIterator[Opened]:
    """Open the bundled story with a notebook and an older snapshot."""
    workspace = workspace_of_bundled(folder)
    assert workspace.snapshots is not None
    workspace.snapshots.save("deepseek", "deepseek", workspace.data.replace(b"DeepSeek", b"Deepseek"))
    async with open_app(bundled(), language, USUAL, workspace=workspace) as opened:
        yield opened


class StepChecks:
    """Checks of the program after each step of random input."""

    def __init__(self) -> None:
        self.dialogs: set[str] = set()

    def __call__(self, opened: Opened) -> None:
        assert opened.app._exception is None
        self.dialogs.add(opened.dialog)
        for line in opened.lines:
            assert_harmless(line)


async def run_random_input(opened: Opened, seed: int, lost: int, checks: StepChecks) -> None:
    """Run random input; a failure reports the seed and the steps."""
    steps = RandomInput(opened, seed, lost)
    try:
        await steps.go(checks)
    except BaseException as error:
        error.add_note(f"seed {seed}, after {len(steps.taken)} steps: {' · '.join(steps.taken)}")
        raise


async def leftovers(tasks: set[asyncio.Task[Any]], threads: set[threading.Thread]) -> list[str]:
    """Return the tasks and threads that did not exist before."""
    await asyncio.get_running_loop().shutdown_default_executor()
    return [repr(one) for one in (asyncio.all_tasks() - tasks, set(threading.enumerate()) - threads) if one]


async def run_and_check_cleanup(folder: Path, seed: int, language: str, lost: int) -> StepChecks:
    """Run random input, then check that no worker, task or thread remains."""
    checks, tasks, threads = StepChecks(), asyncio.all_tasks(), set(threading.enumerate())
    async with opened_in(folder, language) as opened:
        await run_random_input(opened, seed, lost, checks)
    assert list(opened.app.workers) == []
    assert await leftovers(tasks, threads) == []
    return checks


@pytest.mark.parametrize("language", LANGUAGES)
async def test_random_user_input_leaves_no_error_task_or_thread(sandbox: Sandbox, tmp_path: Path, language: str) -> None:
    checks = await run_and_check_cleanup(tmp_path, LANGUAGES.index(language), language, 1)
    assert checks.dialogs >= DIALOGS


@pytest.mark.fuzz
async def test_random_user_input_with_many_seeds_leaves_no_error_task_or_thread(
    sandbox: Sandbox, tmp_path: Path, seed: int
) -> None:
    await run_and_check_cleanup(tmp_path, seed, LANGUAGES[seed % 2], 10)
    assert all(address.startswith("https://") for address in sandbox.addresses)


@pytest.mark.fuzz
async def test_repeated_random_input_does_not_leak_memory(sandbox: Sandbox, tmp_path: Path) -> None:
    async with opened_in(tmp_path, "en") as opened:
        tracemalloc.start()
        try:
            for _ in range(3):  # Three rounds fill the caches before memory is measured.
                await run_random_input(opened, 3, 2, StepChecks())
            objects, memory = alive()
            for _ in range(LAPS):
                await run_random_input(opened, 3, 2, StepChecks())
            later, memory_later = alive()
        finally:
            tracemalloc.stop()
    assert {name: number for name, number in (later - objects).items() if number > FEW} == {}
    assert memory_later - memory < LAPS * PER_LAP


def alive() -> tuple[Counter[str], int]:
    """Return the number of objects of each class, and the traced memory."""
    gc.collect()
    kinds = (type(one) for one in gc.get_objects())
    ours = (kind.__qualname__ for kind in kinds if str(kind.__module__).startswith("deepseek_tui"))
    return Counter(name for name in ours if name not in REMEMBERED), tracemalloc.get_traced_memory()[0]
