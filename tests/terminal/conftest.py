"""The program as a person gets it: a wheel, installed into an environment that holds nothing else."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from conftest import CACHE, INSIDE, home_environment
from terminal.pty_session import Session

ROOT = Path(__file__).parents[2]

Open = Callable[..., Session]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of this folder in one worker: the wheel is built and installed once, while the other worker does the rest."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.terminal)
            item.add_marker(pytest.mark.xdist_group("terminal"))


def _pip(*words: str | Path) -> None:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_CACHE_DIR": str(CACHE / "pip")}
    pip = (sys.executable, "-m", "pip", *map(str, words))
    done = subprocess.run(pip, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(pip)}\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what the repository holds, so that no leftovers of an older build get in."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "tui", "content"):
        (source / name).symlink_to(ROOT / name)
    _pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel, what it needs, and nothing else."""
    environment = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    _pip("--python", environment, "install", "--quiet", "--no-compile", "-c", ROOT / "constraints.txt", wheel)
    return environment / "bin"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """All that the program is told of the world: a terminal, a language, and a home with nothing in it."""
    home = tmp_path / "home"
    home.mkdir()
    return {**INSIDE, **home_environment(home), "PATH": os.defpath}


@pytest.fixture
def dashboard(installed: Path, environment: dict[str, str], tmp_path: Path) -> Iterator[Open]:
    """Opens the installed dashboard: `dashboard("--lang", "fr", size=(80, 24), NO_COLOR="1")`."""
    with ExitStack() as stack:

        def start(*words: str, size: tuple[int, int] = (80, 24), **more: str) -> Session:
            return stack.enter_context(Session([installed / "deepseek-tui", *words], size, {**environment, **more}))

        yield start
