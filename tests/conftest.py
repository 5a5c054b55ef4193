"""What every test sees: the same machine everywhere, whatever the terminal, the language or the home it is run from.

Fixtures: `article`, the article's own text where somebody has it; `home`, an empty home folder for this test alone.
"""

import gc
import importlib
import os
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings

OUTSIDE = ("TEXTUAL", "LC_", "XDG_", "DEEPSEEK_TUI_", "KITTY_", "VTE_", "WEZTERM_", "ITERM_")
"""Beginnings of names that a terminal, a desktop or a person may have set."""
ALSO_OUTSIDE = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "COLUMNS",
    "LINES",
    "LANGUAGE",
    "TERM_PROGRAM",
    "ESCDELAY",
    "SSH_CONNECTION",
)
INSIDE = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "TEXTUAL_ANIMATIONS": "none",
}
ARTICLE = "DEEPSEEK_TUI_ARTICLE"
TEXTUAL_OWN = ("TEXTUAL_SNAPSHOT_TEMPDIR",)
"""Set by the snapshot plugin itself, before this file is read."""


def _freeze() -> None:
    """Leave only what a test may depend on in the environment; runs before any test module is imported."""
    kept = (ARTICLE, *TEXTUAL_OWN)
    for name in list(os.environ):
        if name not in kept and (name.startswith(OUTSIDE) or name in ALSO_OUTSIDE):
            del os.environ[name]
    os.environ.update(INSIDE)
    os.environ.update(home_environment(Path(tempfile.mkdtemp(prefix="deepseek-tui-home-"))))
    time.tzset()
    constants = sys.modules.get("textual.constants")
    if constants is not None:  # the snapshot plugin has imported Textual, and with it the environment as it was
        importlib.reload(constants)


def home_environment(folder: Path) -> dict[str, str]:
    """The variables that make a folder somebody's home."""
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "XDG_DATA_HOME": str(folder / ".local" / "share"),
        "XDG_STATE_HOME": str(folder / ".local" / "state"),
        "XDG_CACHE_HOME": str(folder / ".cache"),
    }


CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
"""Where downloads of the person who runs the tests are kept, so that a test that installs need not fetch them again."""
_freeze()
gc.set_threshold(100_000, 50, 100)  # a screen is many small objects, and collecting them often is a third of the tests' time
settings.register_profile("house", deadline=None)  # a machine shared by several workers is slow at times, and not wrong
settings.register_profile("fuzz", deadline=None, max_examples=3000)  # what `make fuzz` asks for
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--seed` and `--seeds`, which select the random input of tests/fuzz."""
    parser.addoption("--seed", type=int, default=0, help="the first seed of random input in tests/fuzz")
    parser.addoption("--seeds", type=int, default=6, help="the number of seeds")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each fuzz test with a `seed` parameter for every seed."""
    if "seed" in metafunc.fixturenames and metafunc.definition.get_closest_marker("fuzz"):
        first, count = metafunc.config.getoption("--seed"), metafunc.config.getoption("--seeds")
        metafunc.parametrize("seed", range(first, first + count))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, in force for this test."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name, value in home_environment(folder).items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture(scope="session")
def article() -> str:
    """The article's own text, which is not part of the repository."""
    path = os.environ.get(ARTICLE)
    if not path:
        pytest.skip(f"needs the article itself: {ARTICLE} names no file")
    return Path(path).read_text("utf-8")
