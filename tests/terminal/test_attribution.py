"""Evidence with a local copy of the article, grouping and context."""

import os

import pytest

from bundled import FERRY_ARTICLE, ferry_without_text
from stories import write_story

SIZES = [(60, 20), (160, 45)]


def by_size(size: tuple[int, int]) -> str:
    return "{}x{}".format(*size)


def show_passage_of_first_claim(session):
    """Open the evidence of the first claim, and wait for the passage of the article."""
    session.wait_for("quiet ferry")
    session.press("6")
    session.wait_for("stated")
    session.press("v")
    session.wait_for("Who says it, and where")
    session.wait_for("▶ .*Marigold")


@pytest.mark.parametrize("size", SIZES, ids=by_size)
def test_text_in_the_story_is_shown_beside_the_evidence(dashboard, size):
    session = dashboard("quiet-ferry", "--lang", "en", size=size)
    show_passage_of_first_claim(session)


@pytest.mark.parametrize("size", SIZES, ids=by_size)
def test_local_copy_of_the_article_is_shown_beside_the_evidence_and_remembered(dashboard, tmp_path, size):
    story = str(write_story(tmp_path, ferry_without_text()))
    session = dashboard(story, "--lang", "en", "--article", str(FERRY_ARTICLE), size=size)
    show_passage_of_first_claim(session)
    session.press("q")
    session.settled()
    session.press("q")
    assert session.wait_for_exit() == 0

    session = dashboard(story, "--lang", "en", size=size)
    session.wait_for("quiet ferry")
    session.press("6")
    session.wait_for("stated")
    session.press("v")
    session.wait_for("▶ .*Marigold")


def test_text_of_another_article_is_not_shown_as_evidence(dashboard, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Quite another article.\n\nAbout another thing.", "utf-8")
    session = dashboard("quiet-ferry", "--lang", "en", "--article", str(other))
    session.wait_for("Your file")
    session.press("v")
    session.wait_for("Who says it, and where")
    assert "another thing" not in session.text


def test_key_w_groups_the_list_and_key_c_hides_context_notes(dashboard):
    session = dashboard("--lang", "en", size=(160, 45))
    session.wait_for("Overview")
    session.press("2")
    session.wait_for("Timeline")
    session.press("w")
    session.wait_for("by speaker")
    session.press("w")
    session.wait_for("by paragraph")
    session.press("w")
    session.wait_for("by topic")
    session.press("w")
    session.settled()
    assert "by topic" not in session.text
    session.press("c")
    session.wait_for("is hidden")
    session.press("c")
    session.wait_for("is shown")


def test_missing_local_copy_of_the_article_is_reported_without_a_traceback(dashboard):
    session = dashboard("quiet-ferry", "--lang", "en", "--article", "nowhere.txt")
    assert session.wait_for_exit() == 2
    assert b"nowhere.txt" in session.raw
    assert b"Traceback" not in session.raw


def test_article_pasted_in_the_dashboard_is_shown_and_remembered(dashboard, tmp_path):
    story = str(write_story(tmp_path, ferry_without_text()))
    pasted = FERRY_ARTICLE.read_bytes().replace(b"\n", b"\r")  # Terminals paste line breaks as carriage returns.
    session = dashboard(story, "--lang", "en")
    session.wait_for("quiet ferry")
    session.press("A")
    session.wait_for("Or paste the text")
    os.write(session.master, b"\x1b[200~" + pasted + b"\x1b[201~")
    session.wait_for("Ctrl.S checks")
    os.write(session.master, b"\x13")
    session.wait_for("7 of 7")
    session.press("q")
    assert session.wait_for_exit() == 0

    session = dashboard(story, "--lang", "en")
    session.wait_for("quiet ferry")
    session.press("6")
    session.wait_for("stated")
    session.press("v")
    session.wait_for("▶ .*Marigold")
