"""Fixed environment for all tests: terminal, language, time zone and home folder.

Fixtures: `article`, the text of the original article if it is available; `home`, an empty home folder.
"""

import gc
import importlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings

HOST_PREFIXES = ("TEXTUAL", "LC_", "XDG_", "DEEPSEEK_TUI_", "KITTY_", "VTE_", "WEZTERM_", "ITERM_")
"""Prefixes of variables that a terminal, a desktop or a user may have set."""
HOST_VARIABLES = (
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
TEST_ENVIRONMENT = {
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "TEXTUAL_ANIMATIONS": "none",
}
ARTICLE = "DEEPSEEK_TUI_ARTICLE"
MEMORY_FOLDER, MEMORY_NEEDED = Path("/dev/shm"), 2 << 30  # noqa: S108
"""A file system in memory, which Linux has, and the free bytes that it needs for the temporary files of the tests."""
SET_BY_PLUGIN = ("TEXTUAL_SNAPSHOT_TEMPDIR",)
"""Variables set by the snapshot plugin before this file is imported."""


def _fix_environment() -> None:
    """Replace environment variables of the host by those of TEST_ENVIRONMENT.

    This runs before any test module is imported.
    """
    kept = (ARTICLE, *SET_BY_PLUGIN)
    for name in list(os.environ):
        if name not in kept and (name.startswith(HOST_PREFIXES) or name in HOST_VARIABLES):
            del os.environ[name]
    os.environ.update(TEST_ENVIRONMENT)
    os.environ.update(home_environment(Path(tempfile.mkdtemp(prefix="deepseek-tui-home-"))))
    time.tzset()
    constants = sys.modules.get("textual.constants")
    if constants is not None:  # The snapshot plugin has already imported Textual, which read the environment of the host.
        importlib.reload(constants)


def _use_memory_for_temporary_files() -> None:
    """Create the temporary folders of the tests in memory, if there is room and programs may run there.

    Saving a file on a busy disk takes 20 ms, and the tests save thousands.
    """
    if os.access(MEMORY_FOLDER, os.W_OK | os.X_OK):
        found = os.statvfs(MEMORY_FOLDER)
        if found.f_bavail * found.f_frsize >= MEMORY_NEEDED and not found.f_flag & os.ST_NOEXEC:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY_FOLDER))


def home_environment(folder: Path) -> dict[str, str]:
    """Return the environment variables that make the given folder the home folder."""
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "XDG_DATA_HOME": str(folder / ".local" / "share"),
        "XDG_STATE_HOME": str(folder / ".local" / "state"),
        "XDG_CACHE_HOME": str(folder / ".cache"),
    }


CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
"""The cache folder of the user who runs the tests, so that installation tests reuse downloads."""
_fix_environment()
_use_memory_for_temporary_files()
# With the default thresholds, garbage collection takes a third of the time of a screen test.
gc.set_threshold(100_000, 50, 100)
# No deadline, because parallel test workers slow down single examples. `make fuzz` tries sixty times as many examples.
settings.register_profile("default-tests", deadline=None, max_examples=50)
settings.register_profile("fuzz", deadline=None, max_examples=3000)
settings.load_profile("default-tests")


def pytest_xdist_auto_num_workers() -> int:
    """Return two workers for each processor, up to eight, since half of a test's time is spent waiting for a process."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(processors, min(2 * processors, 8))


def pytest_collection_finish() -> None:
    """Exempt modules and collected tests from garbage collection, which would visit them each time."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remove the temporary folders of a successful run, which may be in memory.

    Pytest can remove the folder of each test that passed, but then gives its name to a later test while a thread or
    process of the earlier one may still write to it.
    """
    factory: pytest.TempPathFactory = session.config._tmp_path_factory  # type: ignore[attr-defined]
    if exitstatus == pytest.ExitCode.OK and factory._given_basetemp is None:  # A worker is given its folder.
        shutil.rmtree(factory.getbasetemp(), ignore_errors=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options `--seed` and `--seeds` for the random input of tests/fuzz."""
    parser.addoption("--seed", type=int, default=0, help="the first seed of random input in tests/fuzz")
    parser.addoption("--seeds", type=int, default=6, help="the number of seeds")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that has a `seed` parameter once for every selected seed."""
    if "seed" in metafunc.fixturenames and metafunc.definition.get_closest_marker("fuzz"):
        first, count = metafunc.config.getoption("--seed"), metafunc.config.getoption("--seeds")
        metafunc.parametrize("seed", range(first, first + count))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set an empty home folder for one test and return the path."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name, value in home_environment(folder).items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture(scope="session")
def article() -> str:
    """Return the text of the original news article, which is not in the repository."""
    path = os.environ.get(ARTICLE)
    if not path:
        pytest.skip(f"needs the original article; {ARTICLE} names no file")
    return Path(path).read_text("utf-8")
