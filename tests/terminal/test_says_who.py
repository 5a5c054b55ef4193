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
    session.wait_for("claimed")
    session.press("v")
    session.wait_for("Says who, and where")
    session.wait_for("▶ .*Marigold")
    session.press("q")
    session.settled()
    session.press("q")
    assert session.wait_for_exit() == 0

    session = dashboard("quiet-ferry", "--lang", "en", size=size)
    session.wait_for("quiet ferry")
    session.press("6")
    session.wait_for("claimed")
    session.press("v")
    session.wait_for("▶ .*Marigold")


def test_a_copy_of_something_else_is_said_to_be_one(dashboard, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Quite another article.\n\nAbout another thing.", "utf-8")
    session = dashboard("quiet-ferry", "--lang", "en", "--article", str(other))
    session.wait_for("Your text")
    session.press("v")
    session.wait_for("Says who, and where")
    assert "another thing" not in session.text


def test_w_sorts_and_c_hides_the_context(dashboard):
    session = dashboard("--lang", "en", size=(160, 45))
    session.wait_for("Overview")
    session.press("2")
    session.wait_for("Timeline")
    session.press("w")
    session.wait_for("by who says it")
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
