"""Comparison of the reader's copy of the article with the original article."""

import unicodedata

import pytest

from deepseek_tui.article.fingerprints import article_fingerprints, fingerprint
from deepseek_tui.article.importers.article_reader import imported
from deepseek_tui.article.local_copy import LocalCopy, Recognition
from deepseek_tui.story.format.model import Article

TEXT = """The bridge was opened on 3 May. Nobody had hoped for it.

“It will last,” said the mayor. It cost 12 million crowns; the town had planned nine.

A second bridge is to follow by the end of 2030."""


@pytest.fixture
def bridge() -> Article:
    return Article.model_validate({"language": "en", "paragraphs": article_fingerprints(TEXT)})


def test_identical_copy_of_the_article_is_fully_recognised(bridge):
    copy = LocalCopy(TEXT, bridge)
    assert copy.recognition is Recognition.FULL
    assert copy.edited == ()
    assert copy.sentence(2, 2) == "It cost 12 million crowns; the town had planned nine."


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: "A headline\n\n" + text + "\n\nAdvertisement.",
        lambda text: text.replace("\n\n", " "),
    ],
    ids=[
        "straight quotes",
        "decomposed",
        "no-break spaces",
        "a line each",
        "BOM and CRLF",
        "more around it",
        "one paragraph",
    ],
)
def test_differences_caused_by_copy_and_paste_are_ignored(bridge, change):
    copy = LocalCopy(change(TEXT), bridge)
    assert copy.recognition is Recognition.FULL
    assert copy.edited == ()


def test_edited_paragraph_is_reported_and_the_unchanged_sentences_are_found(bridge):
    copy = LocalCopy(TEXT.replace("12 million", "13 million"), bridge)
    assert copy.recognition is Recognition.PARTLY
    assert copy.edited == (2,)
    assert copy.sentence(2, 1) == "“It will last,” said the mayor."
    assert copy.sentence(2, 2) is None
    found = copy.paragraph(2)
    assert found is not None
    assert found.edited
    assert "13 million" in found.text


@pytest.mark.parametrize(
    ("text", "edited"),
    [
        ("Rain. The sun. Rain. Snow.\n\nWind. Hail.", ()),
        ("The sun. Rain. Snow.\n\nWind. Hail.", (1,)),
        ("Rain. The sun. Snow.\n\nWind. Hail.", (1,)),
        ("The sun. Rain. Rain. Snow.\n\nWind. Hail.", (1,)),
        ("Rain. The sun. Rain.\n\nSnow. Wind. Hail.", (1, 2)),
        ("Rain. The sun. Rain. Snow. Wind.\n\nHail.", (1, 2)),
        ("Rain. The sun. Rain.\n\nWind. Hail. Snow.", (1, 2)),
        ("Rain. The sun. Mist. Rain. Snow.\n\nWind. Hail.", (1,)),
        ("Rain. The sun. Rain. Snow.\n\nWind. Hail. Mist.", (2,)),
        ("Mist. Rain. The sun. Rain. Snow. Wind. Hail.", (1,)),
        ("Rain. The sun.\n\nRain. Snow. Wind. Hail.", (1, 2)),
        ("Rain. The sun.\n\nMist.\n\nRain. Snow.\n\nWind. Hail.", ()),
        ("Rain.\n\nThe sun.\n\nRain.\n\nSnow.\n\nWind.\n\nHail.", ()),
        ("Rain. The sun. Rain. Snow. Wind. Hail.", ()),
    ],
    ids=[
        "the same",
        "first of two like sentences removed",
        "second of two like sentences removed",
        "two sentences exchanged",
        "last sentence moved to the next paragraph",
        "first sentence moved to the paragraph before",
        "sentence moved further",
        "sentence added inside",
        "sentence added at the end",
        "sentence added in front of joined paragraphs",
        "half a paragraph joined to the next",
        "paragraph inserted into a split one",
        "every sentence a paragraph",
        "all paragraphs joined",
    ],
)
def test_removed_added_or_moved_sentence_is_edited_but_joined_and_split_paragraphs_are_not(text, edited):
    known = article_fingerprints("Rain. The sun. Rain. Snow.\n\nWind. Hail.")
    copy = LocalCopy(text, Article.model_validate({"language": "en", "paragraphs": known}))
    assert copy.edited == edited
    assert copy.recognition is (Recognition.PARTLY if edited else Recognition.FULL)
    for number in (1, 2):
        found = copy.paragraph(number)
        assert found is not None
        assert found.edited is (number in edited)
        assert all(sentence in text for sentence in found.sentences)
        assert all(sum(one == each for one in found.sentences) <= text.count(each) for each in found.sentences)


def test_paragraph_whose_sentences_follow_older_rules_is_outdated_and_not_edited(bridge):
    known = article_fingerprints(TEXT)
    known[1]["sentences"] = [fingerprint("“It will"), fingerprint("last,” said the mayor."), *known[1]["sentences"][1:]]
    copy = LocalCopy(TEXT, Article.model_validate({"language": "en", "paragraphs": known}))
    assert (copy.recognition, copy.edited, copy.outdated) == (Recognition.FULL, (), (2,))
    found = copy.paragraph(2)
    assert found is not None
    assert (found.edited, found.outdated) == (False, True)
    assert found.text in TEXT
    assert copy.sentence(2, 3) is None
    assert LocalCopy(TEXT, bridge).outdated == ()


def test_long_copy_of_equal_sentences_is_compared_quickly():
    paragraphs = article_fingerprints("It rained. " * 20_000)
    article = Article.model_validate({"language": "en", "paragraphs": paragraphs})
    assert LocalCopy("It rained. " * 19_999 + "It snowed.", article).edited == (1,)


def test_paragraph_missing_from_the_copy_is_returned_as_none(bridge):
    copy = LocalCopy(TEXT.split("\n\n", maxsplit=1)[0] + "\n\n" + TEXT.split("\n\n")[1], bridge)
    assert copy.recognition is Recognition.PARTLY
    assert copy.paragraph(3) is None
    assert copy.edited == (3,)


def test_copy_of_another_article_has_no_matching_text(bridge):
    copy = LocalCopy("Something else entirely.\n\nAbout another matter.", bridge)
    assert copy.recognition is Recognition.NONE
    assert copy.paragraph(1) is None
    assert copy.sentence(1, 1) is None
    assert copy.edited == (1, 2, 3)


def test_text_at_a_position_outside_the_article_is_none(bridge):
    copy = LocalCopy(TEXT, bridge)
    assert copy.paragraph(0) is None
    assert copy.paragraph(4) is None
    assert copy.sentence(1, 9) is None
    assert copy.sentence(0, 1) is None


def test_markdown_markup_in_the_local_copy_is_ignored(bridge):
    text = TEXT.replace("3 May", "**3 May**").replace("the mayor", "[the mayor](https://example.org)")
    copy = LocalCopy(imported(f"# The bridge\n\n> {text}".encode(), "", "bridge.md").text, bridge)
    assert copy.recognition is Recognition.FULL


def test_original_article_is_fully_recognised(article):
    from deepseek_tui.story.loading.library import find
    from deepseek_tui.story.loading.loader import load

    assert LocalCopy(article, load(find("deepseek")).article).recognition is Recognition.FULL
