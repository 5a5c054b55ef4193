"""Random keys and clicks over every pane and dialog: no error, nothing that grows, and nothing left behind at the end."""

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
from fuzz.walk import USUAL, Walk
from hostile import assert_harmless
from pilot.opened import Opened, open_app
from pilot.workspaces import workspace_of_bundled

DIALOGS = {
    *("ChangesScreen", "EvidenceScreen", "ExportDialog", "GrpoScreen", "Help", "LabScreen", "NoteEditor", "Palette"),
    *("SearchScreen", "LinkPicker"),
}
"""Every dialog that a key opens."""
REMEMBERED = ("Step", "Place")
"""The history, which has a length of its own."""
LAPS, FEW, PER_LAP = 4, 2, 100 * 1024
"""How often the walk is walked again, how many more objects of one class there may be then, and how much more memory a lap
may take for what a walk leaves behind on purpose: its steps, the note that it writes. Closed dialogs were 27 times that."""


class Inside:
    """Lets a walk write, copy and open addresses, and keeps all of it within a folder and this process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.addresses: list[str] = []

    def save(self, path: str | Path, data: bytes, *, overwrite: bool) -> None:
        """Saves what lies in the folder; elsewhere there is no permission."""
        if not Path(path).resolve().is_relative_to(self.folder):
            raise atomic_files.SaveError(atomic_files.SaveProblem.DENIED, path)
        atomic_files.save(path, data, overwrite=overwrite)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Writes the address down."""
        self.addresses.append(url)


@pytest.fixture
def inside(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Inside:
    """A place that no walk leads out of."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    bounds = Inside(tmp_path)
    monkeypatch.setattr(export_dialog, "save", bounds.save)
    monkeypatch.setattr(App, "open_url", bounds.open_url)
    monkeypatch.setattr(clipboard, "desktop_command", lambda _: None)
    monkeypatch.setattr(Dashboard, "action_quit", lambda _: None)  # a click on its key in the footer is no end of a walk
    return bounds


@asynccontextmanager
async def opened_in(folder: Path, language: str) -> AsyncIterator[Opened]:
    """The program on the bundled story, with a notebook, and an earlier edition that the reader has seen."""
    workspace = workspace_of_bundled(folder)
    assert workspace.snapshots is not None
    workspace.snapshots.save("deepseek", "deepseek", workspace.data.replace(b"DeepSeek", b"Deepseek"))
    async with open_app(bundled(), language, USUAL, workspace=workspace) as opened:
        yield opened


class Sight:
    """What is looked for after each step."""

    def __init__(self) -> None:
        self.dialogs: set[str] = set()

    def __call__(self, opened: Opened) -> None:
        assert opened.app._exception is None
        self.dialogs.add(opened.dialog)
        for line in opened.lines:
            assert_harmless(line)


async def walked(opened: Opened, seed: int, lost: int, sight: Sight) -> None:
    """A walk; where it fails, its seed and its steps are told."""
    walk = Walk(opened, seed, lost)
    try:
        await walk.go(sight)
    except BaseException as error:
        error.add_note(f"seed {seed}, after {len(walk.taken)} steps: {' · '.join(walk.taken)}")
        raise


async def left_behind(tasks: set[asyncio.Task[Any]], threads: set[threading.Thread]) -> list[str]:
    """Tasks and threads that there were not before; the loop's own threads are let go, once their work is done."""
    await asyncio.get_running_loop().shutdown_default_executor()
    return [repr(one) for one in (asyncio.all_tasks() - tasks, set(threading.enumerate()) - threads) if one]


async def walk_and_leave(folder: Path, seed: int, language: str, lost: int) -> Sight:
    """A walk through the whole program, at the end of which nothing is left of it."""
    sight, tasks, threads = Sight(), asyncio.all_tasks(), set(threading.enumerate())
    async with opened_in(folder, language) as opened:
        await walked(opened, seed, lost, sight)
    assert list(opened.app.workers) == []
    assert await left_behind(tasks, threads) == []
    return sight


@pytest.mark.parametrize("language", LANGUAGES)
async def test_random_keys_and_clicks_end_in_no_error_and_leave_nothing_behind(
    inside: Inside, tmp_path: Path, language: str
) -> None:
    sight = await walk_and_leave(tmp_path, LANGUAGES.index(language), language, 1)
    assert sight.dialogs >= DIALOGS


@pytest.mark.fuzz
async def test_so_do_many_of_them(inside: Inside, tmp_path: Path, seed: int) -> None:
    await walk_and_leave(tmp_path, seed, LANGUAGES[seed % 2], 10)
    assert all(address.startswith("https://") for address in inside.addresses)


@pytest.mark.fuzz
async def test_the_same_walk_again_and_again_takes_no_more_memory(inside: Inside, tmp_path: Path) -> None:
    async with opened_in(tmp_path, "en") as opened:
        tracemalloc.start()
        try:
            for _ in range(3):  # whatever is kept for another time has been kept by then
                await walked(opened, 3, 2, Sight())
            objects, memory = alive()
            for _ in range(LAPS):
                await walked(opened, 3, 2, Sight())
            later, memory_later = alive()
        finally:
            tracemalloc.stop()
    assert {name: number for name, number in (later - objects).items() if number > FEW} == {}
    assert memory_later - memory < LAPS * PER_LAP


def alive() -> tuple[Counter[str], int]:
    """How many objects of each class of the program's there are, and how much memory all of Python has."""
    gc.collect()
    kinds = (type(one) for one in gc.get_objects())
    ours = (kind.__qualname__ for kind in kinds if str(kind.__module__).startswith("deepseek_tui"))
    return Counter(name for name in ours if name not in REMEMBERED), tracemalloc.get_traced_memory()[0]
