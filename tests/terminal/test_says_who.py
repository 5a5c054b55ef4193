"""Who says it, and where: the passage from the reader's own copy, in a real terminal."""

from pathlib import Path

import pytest

ARTICLE = Path(__file__).parents[2] / "content" / "quiet-ferry.txt"
SIZES = [(60, 20), (160, 45)]


def by_size(size: tuple[int, int]) -> str:
    return "{}x{}".format(*size)


@pytest.mark.parametrize("size", SIZES, ids=by_size)
def test_with_a_copy_the_passage_is_shown_and_remembered(dashboard, size):
    session = dashboard("quiet-ferry", "--lang", "en", "--article", str(ARTICLE), size=size)
    session.wait_for("quiet ferry")
    session.press("6")
    session.wait_for("stated")
    session.press("v")
    session.wait_for("Who says it, and where")
    session.wait_for("▶ .*Marigold")
    session.press("q")
    session.settled()
    session.press("q")
    assert session.wait_for_exit() == 0

    session = dashboard("quiet-ferry", "--lang", "en", size=size)
    session.wait_for("quiet ferry")
    session.press("6")
    session.wait_for("stated")
    session.press("v")
    session.wait_for("▶ .*Marigold")


@pytest.mark.parametrize("size", SIZES, ids=by_size)
def test_a_copy_of_something_else_is_said_to_be_one(dashboard, tmp_path, size):
    other = tmp_path / "other.txt"
    other.write_text("Quite another article.\n\nAbout another thing.", "utf-8")
    session = dashboard("quiet-ferry", "--lang", "en", "--article", str(other), size=size)
    session.wait_for("Your file")
    session.press("v")
    session.wait_for("Who says it, and where")
    assert "another thing" not in session.text


@pytest.mark.parametrize("size", SIZES, ids=by_size)
def test_w_sorts_and_c_hides_the_context(dashboard, size):
    session = dashboard("--lang", "en", size=size)
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


def test_a_copy_that_is_not_there_is_a_sentence(dashboard):
    session = dashboard("quiet-ferry", "--lang", "en", "--article", "nowhere.txt")
    assert session.wait_for_exit() == 2
    assert b"nowhere.txt" in session.raw
    assert b"Traceback" not in session.raw
