"""Messages about the reader's copy and the text of the article."""

import pytest

from bundled import FERRY, FERRY_ARTICLE, ferry_without_text
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.blocks import Field
from deepseek_tui.panes.local_copy import article_text_fields, comparison, missing_text
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.render.export import Export
from deepseek_tui.story.format.model import Article, Story
from deepseek_tui.story.loading.loader import load
from stories import paragraphs

TEXT = FERRY_ARTICLE.read_text("utf-8")
PARTS = TEXT.split("\n\n")


@pytest.fixture(scope="module")
def ferry() -> Story:
    return Story.model_validate(ferry_without_text())


def about(story: Story, language: str = "en", copy: LocalCopy | None = None) -> dict[str, str]:
    """Return the fields of "About this story" that concern the article's text.

    They are returned by label.
    """
    fields = article_text_fields(RenderContext.of(story, language, local_copy=copy))
    return {field.label: "".join(span.text for span in field.spans) for field in fields if isinstance(field, Field)}


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [
        (TEXT, "Matching paragraphs: 7 of 7.", "Paragraphes identiques\u00a0: 7 sur 7."),
        (
            "\n\n".join(PARTS[:-1]),
            "Matching paragraphs: 6 of 7. ¶7 differs or is missing.",
            "Paragraphes identiques\u00a0: 6 sur 7. ¶7 diffère ou manque.",
        ),
        (
            "\n\n".join(PARTS[1:5]),
            "Matching paragraphs: 4 of 7. ¶1, ¶6 and ¶7 differ or are missing.",
            "Paragraphes identiques\u00a0: 4 sur 7. ¶1, ¶6 et ¶7 diffèrent ou manquent.",
        ),
        ("Another text.", "This is not the article of this story.", "Ce n’est pas l’article de ce récit."),
    ],
)
def test_message_about_a_copy_says_which_paragraphs_match(ferry: Story, text: str, english: str, french: str) -> None:
    copy = LocalCopy(text, ferry.article)
    assert comparison(copy, words_in("en")) == english
    assert comparison(copy, words_in("fr")) == french


def test_long_list_of_differing_paragraphs_is_shortened() -> None:
    known = paragraphs(*[1] * 30)
    text = "\n\n".join(f"Sentence number {number}." for number in range(10))
    article = Article.model_validate({"language": "en", "paragraphs": [*_known(text), *known]})
    said = comparison(LocalCopy(text, article), words_in("en"))
    assert said == (
        "Matching paragraphs: 10 of 40. ¶11, ¶12, ¶13, ¶14, ¶15, ¶16, ¶17, ¶18 and 22 others differ or are missing."
    )


def _known(text: str) -> list[dict[str, object]]:
    from deepseek_tui.article.fingerprints import article_fingerprints

    return [dict(paragraph) for paragraph in article_fingerprints(text)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_story_information_says_how_to_add_a_copy_when_the_story_lacks_the_article_text(ferry: Story, language: str) -> None:
    (said,) = about(ferry, language).values()
    assert words_in(language).keys.long["article"] in said
    assert " A " in said
    assert "--article" in said


def test_story_information_says_that_the_story_includes_the_article_text() -> None:
    assert about(load(FERRY)) == {"Text": "included in the story; its passages are shown with the evidence"}


def test_story_information_names_the_copy_in_use_and_says_whether_it_matches(ferry: Story) -> None:
    copy = LocalCopy(TEXT, ferry.article, "/media/ferry.txt")
    assert about(ferry, copy=copy) == {"Your copy": "/media/ferry.txt. Matching paragraphs: 7 of 7."}
    assert about(ferry, copy=LocalCopy(TEXT, ferry.article))["Your copy"].startswith("not from a file.")


def test_story_information_reports_a_copy_of_another_article_and_how_to_add_one(ferry: Story) -> None:
    said = about(ferry, copy=LocalCopy("Another text.", ferry.article, "/home/\x1bother.txt"))
    assert said["Your copy"] == "/home/␛other.txt. This is not the article of this story."
    assert "not included" in said["Text"]


def test_export_says_nothing_about_the_readers_copy(ferry: Story) -> None:
    copy = LocalCopy(TEXT, ferry.article, "/media/ferry.txt")
    for local_copy in (None, copy):
        text = Export(RenderContext.of(ferry, "en", local_copy=local_copy), "overview:edition").text
        assert "Edition" in text
        assert "copy" not in text
        assert "not included" not in text


def test_message_about_missing_text_names_the_key_or_without_a_key_the_palette(ferry: Story) -> None:
    reading = RenderContext.of(ferry, "en")
    assert _words(reading, "A") == ["The text of the article is not included. Press A to add your copy."]
    assert _words(reading, "") == [
        "The text of the article is not included. To add your copy, in the palette: “Choose your copy of the article…”."
    ]
    assert _words(RenderContext.of(ferry, "en", local_copy=LocalCopy(TEXT, ferry.article)), "A") == []
    assert _words(RenderContext.of(load(FERRY), "en"), "A") == []


def _words(reading: RenderContext, key: str) -> list[str]:
    return ["".join(span.text for span in getattr(block, "spans", ())) for block in missing_text(reading, key)]
