"""Search, links, filters, and opening a story at an item, in a terminal."""

import base64
import re
import shlex

from terminal.conftest import FERRY
from terminal.pty_session import Session
from terminal.steps import both_layouts, leave, wait_for_row

EVENT, CLAIM = "The ferry startles a rowing boat", "The Marigold startled a rowing boat"


CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


def is_highlighted(session: Session, word: str) -> bool:
    """Return whether a word is highlighted somewhere on the screen."""
    for y, line in enumerate(session.screen.display):
        for match in re.finditer(rf"(?i)(?<= ){word}", line):
            before, here = (session.screen.buffer[y][x] for x in (match.start() - 1, match.start()))
            if (before.bg, before.reverse) != (here.bg, here.reverse):
                return True
    return False


@both_layouts
def test_search_results_are_highlighted_and_visited_across_panes(dashboard, size):
    session = dashboard("quiet-ferry", "--lang", "en", size=size)
    session.wait_for("At a glance")
    session.press("s")
    session.wait_for("Search the whole story")
    session.press(*"STARTLE")
    session.wait_for(f"▌{EVENT}")
    session.wait_for("Claims +1 result")
    session.press("enter")
    session.wait_until_gone("Search the whole story")
    wait_for_row(session, EVENT)
    session.wait_until(lambda: is_highlighted(session, "startle"), "the word to be marked")
    session.press("n")
    wait_for_row(session, CLAIM)
    session.wait_until(lambda: is_highlighted(session, "startle"), "the word to be marked there as well")
    session.press("N")
    wait_for_row(session, EVENT)
    session.press("s")
    session.wait_for("Search the whole story")
    session.press(*" nowherre")
    session.wait_for("does not occur in this story")
    session.press("escape")
    session.wait_until_gone("Search the whole story")
    wait_for_row(session, EVENT)
    leave(session)


@both_layouts
def test_back_and_forward_restore_the_screen_after_a_link(dashboard, size):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "rowing-boat-startled", size=size)
    wait_for_row(session, EVENT)
    before = session.settled()
    session.press("f")
    letter = session.wait_for(r"\b([a-z]) Marigold\b")[1]
    session.press(letter)
    wait_for_row(session, "Marigold")
    there = session.settled()
    session.press("b")
    session.wait_until(lambda: session.text == before, "the screen as it was")
    session.press("B")
    session.wait_until(lambda: session.text == there, "the screen as it was after the link")
    session.press("b")
    session.wait_until(lambda: session.text == before, "the screen as it was")
    session.press("6")
    session.wait_until(lambda: session.text != before, "another pane")
    session.settled()
    session.press("B")
    session.wait_for("End of the history")  # Opening another pane has cleared the forward history.
    leave(session)


@both_layouts
def test_filter_is_kept_when_another_pane_is_opened_until_it_is_cleared(dashboard, size):
    session = dashboard("quiet-ferry", "--lang", "en", "--at", "bell-hung", size=size)
    wait_for_row(session, "A bell is hung")
    session.press("F")
    session.settled()
    session.press(*"bell")
    session.wait_for(r"\b2 of 1\d\b")
    session.press("enter")
    session.settled()
    session.press("3")
    session.wait_until_gone(r"\b2 of 1\d\b")
    session.press("2")
    session.wait_for(r"\b2 of 1\d\b")
    wait_for_row(session, "A bell is hung")
    session.press("X")
    session.wait_until_gone(r"\b2 of 1\d\b")
    wait_for_row(session, "A bell is hung")
    leave(session)


def test_copied_command_opens_the_story_at_the_current_item(dashboard, story):
    session = dashboard(str(story), "--lang", "en", "--at", "bell-hung", size=(120, 40))
    wait_for_row(session, "A bell is hung")
    session.press("Y")
    session.wait_for("Copied")
    session.wait_until(lambda: CLIPBOARD.search(session.raw) is not None, "the clipboard to be set")
    command = base64.b64decode(CLIPBOARD.findall(session.raw)[-1]).decode()
    assert shlex.split(command) == ["deepseek-tui", str(story), "--at", "bell-hung"]
    leave(session)
    session = dashboard(*shlex.split(command)[1:], "--fresh", size=(120, 40))
    wait_for_row(session, "A bell is hung")


def test_unknown_item_id_is_refused_with_a_suggestion(dashboard):
    session = dashboard("quiet-ferry", "--at", "bell-hun")
    assert session.wait_for_exit() == 2
    assert "did you mean bell-hu" in session.text
    assert b"\x1b[?1049h" not in session.raw
    assert b"Traceback" not in session.raw


def test_story_from_standard_input_reads_keys_from_the_terminal(installed, environment):
    command = f"cat {shlex.quote(str(FERRY))} | {shlex.quote(str(installed / 'deepseek-tui'))} open - --lang en"
    with Session(["/bin/sh", "-c", command], (80, 24), environment) as session:
        session.wait_for("At a glance")
        session.press("2", "j")
        wait_for_row(session, "The old engines")
        session.press("m")
        session.wait_for("★")
        session.press("Y")
        session.wait_for("No command opens this")
        session.settled()
        leave(session)
