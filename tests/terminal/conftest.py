"""Fixtures that install the wheel into a new virtual environment and run the program."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from conftest import CACHE, TEST_ENVIRONMENT, home_environment
from terminal.pty_session import Session

ROOT = Path(__file__).parents[2]
FERRY = ROOT / "content" / "quiet-ferry.json"

Open = Callable[..., Session]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Add pytest marks to every test in this folder."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.terminal)


def _make_once(folder: Path, make: Callable[[], object]) -> Path:
    """Create a folder in one test worker while the other workers wait."""
    with (folder.parent / f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / ".done"
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # A failed test worker may have left an incomplete folder.
            folder.mkdir()
            make()
            done.touch()
    return folder


def _pip(*words: str | Path) -> None:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_CACHE_DIR": str(CACHE / "pip")}
    pip = (sys.executable, "-m", "pip", *map(str, words))
    done = subprocess.run(pip, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(pip)}\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a temporary folder that all parallel test workers share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def wheel(shared: Path) -> Path:
    """Build the wheel from the sources, ignoring files of older builds."""
    folder = shared / "wheel"

    def make() -> None:
        source = folder / "source"
        source.mkdir()
        for name in ("pyproject.toml", "README.md", "LICENSE", "tui", "content"):
            (source / name).symlink_to(ROOT / name)
        _pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source)

    (made,) = _make_once(folder, make).glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, shared: Path) -> Path:
    """Install the wheel into a new virtual environment and return the environment's bin folder."""
    folder = shared / "installed"

    def make() -> None:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        _pip("--python", folder, "install", "--quiet", "--no-compile", "-c", ROOT / "constraints.txt", wheel)

    return _make_once(folder, make) / "bin"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return environment variables for the program, with an empty home folder."""
    home = tmp_path / "home"
    home.mkdir()
    return {**TEST_ENVIRONMENT, **home_environment(home), "PATH": os.defpath}


@pytest.fixture
def program(installed: Path, environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the program without a terminal."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        argv = [installed / "deepseek-tui", *words]
        return subprocess.run(argv, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)

    return run


@pytest.fixture
def dashboard(installed: Path, environment: dict[str, str], tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens the dashboard in a pseudo-terminal.

    For example: `dashboard("--lang", "fr", size=(80, 24), NO_COLOR="1")`.
    """
    with ExitStack() as stack:

        def start(*words: str, size: tuple[int, int] = (80, 24), **more: str) -> Session:
            return stack.enter_context(Session([installed / "deepseek-tui", *words], size, {**environment, **more}))

        yield start


@pytest.fixture
def notebook(environment: dict[str, str]) -> Path:
    """Return the path of the notebook."""
    return Path(environment["XDG_DATA_HOME"]) / "deepseek-tui" / "notebook.sqlite3"


@pytest.fixture
def story() -> Iterator[Path]:
    """Copy a story to a path short enough for the smallest screen."""
    folder = Path(tempfile.mkdtemp(prefix="s-"))
    path = folder / "story.json"
    path.write_text(json.dumps(json.loads(FERRY.read_bytes()), indent=1), "utf-8")
    yield path
    shutil.rmtree(folder)
