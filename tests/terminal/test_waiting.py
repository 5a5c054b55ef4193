"""A large story in a terminal: it can be waited for or given up, and the terminal is given back either way."""

import json
import os
import signal
from pathlib import Path

import pytest

from deepseek_tui.story.loading.loader import LARGE
from stories import minimal_story

EVENTS = 60_000
"""Enough to take more than a second to read."""
BODY = "What happened then, in more words than a short story has. " * 6
"""Long enough for the file to be loaded incrementally, as files from `loader.LARGE` bytes on are."""


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a large story."""
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
    """The same with a fault in its last event."""
    path = tmp_path / "broken.json"
    before, last, after = large.read_text("utf-8").rpartition('"phase": "happened"')
    path.write_text(f'{before}"phase": "hapened"{after}', encoding="utf-8")
    assert last
    return path


@pytest.mark.parametrize("key", ["bare escape", "q"])
def test_who_gives_up_is_told_so_and_has_the_terminal_back(dashboard, large: Path, key: str):
    session = dashboard("--lang", "en", str(large), size=(100, 24))
    session.wait_for(r"Reading large\.json: \d+ %")
    session.press(key)
    assert session.wait_for_exit() == 130
    assert b"was given up" in session.raw
    assert b"Overview" not in session.raw
    assert session.modes_now == session.modes_before
    assert session.left_on == set()


def test_bytes_that_are_no_utf_8_do_not_end_the_waiting(dashboard, large: Path):
    session = dashboard("--lang", "en", str(large), size=(100, 24))
    session.wait_for(r"Reading large\.json: \d+ %")
    os.write(session.master, b"\xe9\xff")
    session.press("x")
    session.wait_for("At a glance", patience=60)
    session.press("q")
    assert session.wait_for_exit() == 0
    assert b"Traceback" not in session.raw


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_waiting_as_it_ends_the_dashboard(dashboard, large: Path, name: str):
    session = dashboard("--lang", "en", str(large), size=(100, 24))
    session.wait_for(r"Reading large\.json: \d+ %")
    os.kill(session.process.pid, getattr(signal, name))
    assert session.wait_for_exit() == 128 + getattr(signal, name)
    assert session.modes_now == session.modes_before
    assert session.left_on == set()


def test_who_waits_has_the_dashboard(dashboard, large: Path):
    session = dashboard("--lang", "en", str(large), size=(100, 24))
    session.wait_for(r"Reading large\.json: \d+ %")
    session.wait_for("At a glance", patience=60)
    session.press("2")
    session.wait_for(f"1/{EVENTS}", patience=60)
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before


def test_a_fault_is_told_by_line_and_column_once_the_terminal_is_given_back(dashboard, broken: Path):
    session = dashboard("--lang", "en", str(broken), size=(100, 24))
    session.wait_for(r"Reading broken\.json: \d+ %")
    assert session.wait_for_exit(patience=60) == 2
    words = session.raw.decode().replace("\r\n", "")
    assert f"broken.json:{EVENTS}:" in words
    assert "did you mean happened?" in words
    assert session.modes_now == session.modes_before
    assert session.left_on == set()
