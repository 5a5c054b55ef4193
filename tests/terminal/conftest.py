"""The program as a person gets it: a wheel, installed into an environment that holds nothing else."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from conftest import CACHE, TEST_ENVIRONMENT, home_environment
from terminal.pty_session import Session

ROOT = Path(__file__).parents[2]

Open = Callable[..., Session]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a test in a terminal."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.terminal)


def _once(folder: Path, make: Callable[[], object]) -> Path:
    """A folder that one worker makes while the others wait for it."""
    with (folder.parent / f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / ".done"
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)  # half made, where another worker failed
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
    """A folder that all workers of this run have in common."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def wheel(shared: Path) -> Path:
    """The wheel, built from what the repository holds and not from the leftovers of an older build."""
    folder = shared / "wheel"

    def make() -> None:
        source = folder / "source"
        source.mkdir()
        for name in ("pyproject.toml", "README.md", "LICENSE", "tui", "content"):
            (source / name).symlink_to(ROOT / name)
        _pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source)

    (made,) = _once(folder, make).glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, shared: Path) -> Path:
    """The folder of programs of an environment that holds the wheel, what it needs, and nothing else."""
    folder = shared / "installed"

    def make() -> None:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
        _pip("--python", folder, "install", "--quiet", "--no-compile", "-c", ROOT / "constraints.txt", wheel)

    return _once(folder, make) / "bin"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """All that the program is told of the world: a terminal, a language, and a home with nothing in it."""
    home = tmp_path / "home"
    home.mkdir()
    return {**TEST_ENVIRONMENT, **home_environment(home), "PATH": os.defpath}


@pytest.fixture
def program(installed: Path, environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the installed program without a terminal: `program("export", "mine")`."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        argv = [installed / "deepseek-tui", *words]
        return subprocess.run(argv, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)

    return run


@pytest.fixture
def dashboard(installed: Path, environment: dict[str, str], tmp_path: Path) -> Iterator[Open]:
    """Opens the installed dashboard: `dashboard("--lang", "fr", size=(80, 24), NO_COLOR="1")`."""
    with ExitStack() as stack:

        def start(*words: str, size: tuple[int, int] = (80, 24), **more: str) -> Session:
            return stack.enter_context(Session([installed / "deepseek-tui", *words], size, {**environment, **more}))

        yield start
