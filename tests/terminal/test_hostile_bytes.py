"""Control sequences in a story never reach the terminal.

The reference is the output for a harmless story: a hostile one must not add a kind of sequence.
"""

import base64
import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from hostile import NAMES, assert_harmless
from stories import minimal_story, write_story
from terminal.pty_session import CONTROL, Session, settle_together
from terminal.steps import leave

PAYLOADS = (
    "\x1b]0;OWNED\x07",
    "\x1b]52;c;T1dORUQ=\x07",
    "\x1b]8;;https://owned.example\x1b\\x\x1b]8;;\x1b\\",
    "\x1bP+q4f574e4544\x1b\\",
    "\x1b_Gi=31;OWNED\x1b\\",
    "\x1b^OWNED\x1b\\",
    "\x1b[31;41;5m",
    "\x1b[6n",
    "\x1b[3J",
    "\x1b[999C",
    "\x1bc",
    "\x9b31;41;5m",
    "\x9d0;OWNED\x9c",
    "\x90+q\x9c",
    "\x85\x84\x8d",
    "\x07\x08\x0b\x0c\x0e\x0f\x7f\x00",
    "\u202eOWNED\u202c\u2066x\u2069\u200f\u061c",
    "a\u200b\u200c\u200d\u2060\ufeffb",
    "z" + "\u0301\u0489\u20dd" * 20,
    "\t\r\n\u2028\u2029",
    "=1+1",
    "W" * 300,
    "\u4e16\u754c\uff21\U0001f1eb\U0001f1f7\u00b7",
)
"""Control sequences of every kind, and other characters that may disturb a terminal."""
ALL_PAYLOADS = " ".join(PAYLOADS)
DIALOGS = ("v", "escape", "f", "escape", "o", "escape", "y")
"""Keys that open each dialog about the current item, and copy the item."""


def tour(*with_dialogs: str) -> list[str]:
    """Return keys for every pane, grouping and copy, and for dialogs of some panes."""
    panes = ((pane, "enter", "tab", "tab", "escape", *(DIALOGS if pane in with_dialogs else ())) for pane in "23456")
    return [
        *("1", "j", "j", "enter", "pagedown", "escape"),
        *(key for keys in panes for key in keys),
        *("w", "j", "w", "j", "w", "L", "c", "c", "z", "z", "?", "pagedown", "escape"),
        *("p", "p", "r", "pagedown", "escape", "e", "tab", "tab", "escape"),
    ]


TOURS = {"wide": ((150, 40), tour("3")), "narrow": ((60, 20), tour("2", "3", "4", "5", "6"))}
"""Window size and keys of each tour. The dialogs of a pane write the same at every width, so one width is enough."""

COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


def with_payloads(value: object, key: str = "") -> object:
    """Return a copy of the document with all payloads in every free text."""
    free = ("fr", "en", "title", "name", "text", "by", "licence", "publisher", "version", "word", "label", "unit")
    if isinstance(value, dict):
        return {name: with_payloads(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [with_payloads(inner, key) for inner in value]
    is_free = isinstance(value, str) and key in free and value not in ("article", "editor")
    return f"{value} {ALL_PAYLOADS}" if is_free else value


def sequence_kinds(raw: bytes) -> set[tuple[bytes, bytes]]:
    """Return the kinds of control sequences: introducer and final byte."""
    found = set()
    for match in CONTROL.finditer(raw):
        sequence = match.group()
        head = sequence[1:2]
        if head == b"[":
            private = sequence[2:3] if sequence[2:3] in b"<=>?" else b""
            found.add((b"[" + private, sequence[-1:]))
        elif head == b"]":
            found.add((b"]", sequence[2:].partition(b";")[0]))
        else:
            found.add((head, b""))
    return found


def outputs_of_tour(sessions: Sequence[Session], keys: list[str]) -> list[bytes]:
    """Press keys in several programs, waiting for the answers to each, quit, and return everything that they wrote."""
    for session in sessions:
        session.wait_for("1")
    for key in keys:
        for session in sessions:
            session.press(key)
        settle_together(sessions, 0.03)
    for session in sessions:
        leave(session)
    return [bytes(session.raw) for session in sessions]


def text_without_sequences(raw: bytes) -> str:
    """Return the text of the output without control sequences."""
    return CONTROL.sub(b"", raw).decode("utf-8", "strict")


@pytest.mark.slow
@pytest.mark.parametrize("name", TOURS)
def test_control_sequences_of_a_story_never_reach_the_terminal(dashboard, tmp_path: Path, name: str):
    size, keys = TOURS[name]
    hostile = write_story(tmp_path, with_payloads(minimal_story()), "hostile.json")
    plain = write_story(tmp_path, minimal_story(), "plain.json")
    reference, raw = outputs_of_tour([dashboard(str(path), "--lang", "en", size=size) for path in (plain, hostile)], keys)
    assert sequence_kinds(raw) <= sequence_kinds(reference)
    assert_harmless(text_without_sequences(raw).replace("\r", ""))
    for payload in PAYLOADS:
        if re.search("[\x00-\x1f\x7f-\x9f]", payload):
            assert payload.strip("\t\r\n").encode() not in raw or payload == "\t\r\n\u2028\u2029"
    for copied in COPIED.findall(raw):
        assert_harmless(base64.b64decode(copied).decode())


@pytest.mark.parametrize(
    "command", [("check",), ("check", "--json"), ("export", "all", "--story")], ids=lambda words: words[-1]
)
def test_commands_escape_control_sequences_of_a_story(
    installed: Path, environment, tmp_path: Path, command: tuple[str, ...]
):
    document = with_payloads(minimal_story())
    assert isinstance(document, dict)
    if command[0] == "check":  # These errors produce messages that quote keys, ids and dates of the story.
        document[ALL_PAYLOADS] = ALL_PAYLOADS
        document["events"][0]["id"] = ALL_PAYLOADS
        document["events"][1]["when"] = ALL_PAYLOADS
        document["claims"][0]["speaker"] = ALL_PAYLOADS
        document["format"] = ALL_PAYLOADS
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    done = subprocess.run(
        [installed / "deepseek-tui", *command, path], env=environment, capture_output=True, timeout=300, check=False
    )
    assert done.returncode in (0, 1)
    assert done.stdout
    assert_harmless(done.stdout.decode())
    assert_harmless(done.stderr.decode())


@pytest.mark.parametrize(
    "words",
    [("check",), ("check", "--json"), ("completion",), ("show", "--lang"), ("--theme",), ("lab",), ("check", "deepseek")],
)
def test_error_message_escapes_control_characters_in_unexpected_arguments(
    installed: Path, environment, tmp_path: Path, words: tuple[str, ...]
):
    names = [tmp_path / name for name in NAMES.values()]
    done = subprocess.run(
        [installed / "deepseek-tui", *words, *names], env=environment, capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert_harmless(done.stderr.decode())


def test_error_message_escapes_control_characters_in_the_name_of_a_missing_file(
    installed: Path, environment, tmp_path: Path
):
    name = "\x1b]0;OWNED\x07\u202e\x9b31m.json"
    done = subprocess.run(
        [installed / "deepseek-tui", "check", tmp_path / name],
        env=environment,
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 2
    assert_harmless(done.stderr.decode())
