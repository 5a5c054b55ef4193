"""Loading of a large story: progress, cancelling, and restoring the terminal."""

import json
import os
import signal
from pathlib import Path

import pytest

from deepseek_tui.story.loading.loader import LARGE
from stories import minimal_story

EVENTS = 60_000
"""Number of events with which loading takes more than a second."""
BODY = "What happened then, in more words than a short story has. " * 6
"""Text that makes the file large enough (`loader.LARGE`) to be loaded incrementally."""


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a large story and return its path."""
    event = (
        '{"id": "event-%d", "title": "Event %d", "body": "BODY", "phase": "happened", '
        '"evidence": [{"paragraph": 1, "sentence": 1}]}'
    ).replace("BODY", BODY)
    document = minimal_story()
    for key in ("notes", "links", "claims", "innovations", "questions"):
        document[key] = []
    document["events"] = ["EVENTS"]
    events = ",\n".join(event % (number, number) for number in range(EVENTS))
    path = tmp_path_factory.mktemp("large") / "large.json"
    path.write_text(json.dumps(document).replace('"EVENTS"', events), encoding="utf-8")
    assert path.stat().st_size > LARGE
    return path


@pytest.fixture
def broken(large: Path, tmp_path: Path) -> Path:
    """Write the large story with an error in its last event."""
    path = tmp_path / "broken.json"
    before, last, after = large.read_text("utf-8").rpartition('"phase": "happened"')
    path.write_text(f'{before}"phase": "hapened"{after}', encoding="utf-8")
    assert last
    return path


@pytest.mark.parametrize("key", ["bare escape", "q"])
def test_key_press_cancels_loading_and_the_terminal_is_restored(dashboard, large: Path, key: str):
    session = dashboard("--lang", "en", str(large), size=(100, 24))
    session.wait_for(r"Reading large\.json: \d+%")
    session.press(key)
    assert session.wait_for_exit() == 130
    assert b"was cancelled" in session.raw
    assert b"Overview" not in session.raw
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()


def test_invalid_utf_8_input_while_loading_is_ignored(dashboard, large: Path):
    session = dashboard("--lang", "en", str(large), size=(100, 24))
    session.wait_for(r"Reading large\.json: \d+%")
    os.write(session.master, b"\xe9\xff")
    session.press("x")
    session.wait_for("At a glance", timeout=60)
    session.press("q")
    assert session.wait_for_exit() == 0
    assert b"Traceback" not in session.raw


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signal_while_loading_ends_the_program(dashboard, large: Path, name: str):
    session = dashboard("--lang", "en", str(large), size=(100, 24))
    session.wait_for(r"Reading large\.json: \d+%")
    os.kill(session.process.pid, getattr(signal, name))
    assert session.wait_for_exit() == 128 + getattr(signal, name)
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()


def test_dashboard_opens_when_loading_is_complete(dashboard, large: Path):
    session = dashboard("--lang", "en", str(large), size=(100, 24))
    session.wait_for(r"Reading large\.json: \d+%")
    session.wait_for("At a glance", timeout=60)
    session.press("2")
    session.wait_for(f"1/{EVENTS}", timeout=60)
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before


def test_error_in_a_large_story_is_reported_after_the_terminal_is_restored(dashboard, broken: Path):
    session = dashboard("--lang", "en", str(broken), size=(100, 24))
    session.wait_for(r"Reading broken\.json: \d+%")
    assert session.wait_for_exit(timeout=60) == 2
    words = session.raw.decode().replace("\r\n", "")
    assert f"broken.json:{EVENTS}:" in words
    assert "did you mean happened?" in words
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()
