"""Recognition of printed pages, whose lines are joined to paragraphs."""

from pathlib import Path

import pytest

from article_files import printed_pages, two_columns
from deepseek_tui.article.fingerprints import article_fingerprints, paragraphs
from deepseek_tui.article.importers.plain_text import import_plain_text
from deepseek_tui.article.importers.printed_pages import is_printed, joined_paragraphs

FERRY = (Path(__file__).parents[2] / "content/quiet-ferry.txt").read_text("utf-8")
PRINTED = """The council of Ansel decided to close the har-
bour for eighteen months. The works will cost
12.5 mil-
lion crowns.
“We were not asked,” said a fisher who works
there. A well-
known architect of the 17-
member council agreed."""


@pytest.mark.parametrize("width", [48, 60, 74, 90])
@pytest.mark.parametrize("page", [7, 12, 30])
@pytest.mark.parametrize("cut", [True, False])
def test_printed_article_has_the_fingerprints_of_the_article(width: int, page: int, cut: bool) -> None:
    text = printed_pages(paragraphs(FERRY), width=width, page=page, cut=cut)
    assert article_fingerprints(import_plain_text(text, "a.txt").text) == article_fingerprints(FERRY)


@pytest.mark.parametrize("width", [28, 40, 55])
def test_columns_of_a_page_are_read_one_after_the_other(width: int) -> None:
    text = two_columns(paragraphs(FERRY), width=width)
    assert article_fingerprints(import_plain_text(text, "a.txt").text) == article_fingerprints(FERRY)


def test_headline_across_two_columns_is_a_paragraph_of_its_own() -> None:
    headline = "A ferry without a diesel engine crosses Ansel Bay for the first time, in silence"
    found = joined_paragraphs(f"{headline}\n\n{two_columns(paragraphs(FERRY))}")
    assert found == [headline, *paragraphs(FERRY)]


def test_lines_are_joined_and_hyphens_of_compounds_kept() -> None:
    assert joined_paragraphs(PRINTED) == [
        "The council of Ansel decided to close the harbour for eighteen months. The works will cost 12.5 million crowns.",
        "“We were not asked,” said a fisher who works there. A well-known architect of the 17-member council agreed.",
    ]


def test_hyphen_is_kept_where_the_text_writes_the_compound_elsewhere() -> None:
    text = "The by-law is new. The by-\nlaw was drafted in har-\nste. Nobody reads a by-law."
    assert joined_paragraphs(text)[0].count("by-law") == 3


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("faudra-t-\nil attendre", "faudra-t-il attendre"),
        ("peut-\nêtre demain", "peut-être demain"),
        ("le minis-\ntère public", "le ministère public"),
        ("le pré\u00ad\nfet", "le préfet"),
        ("in 2024-\n25 and", "in 2024-25 and"),
        ("the Anglo-\nSaxon king", "the Anglo-Saxon king"),
    ],
)
def test_word_cut_at_a_line_end_is_joined(line: str, joined: str) -> None:
    assert joined_paragraphs(line) == [joined]


def test_page_numbers_without_page_breaks_are_left_out() -> None:
    text = "The har-\nbour is closed, the may-\nor said, until\n\n  - 2 -\n\nthe works end in\n\nPage 3 of 4\n\nMay."
    assert "2" not in "".join(joined_paragraphs(text))
    assert "Page" not in "".join(joined_paragraphs(text))


def test_paragraph_that_continues_after_a_page_break_is_joined() -> None:
    text = "The harbour is closed, and the mayor\n\n1\n\fsaid so. Nobody had asked the fishers.\n\n2\n\f"
    assert joined_paragraphs(text) == ["The harbour is closed, and the mayor said so. Nobody had asked the fishers."]


def test_double_spaced_lines_are_one_paragraph() -> None:
    text = "The harbour is closed for\n\neighteen months and the\n\nworks will cost as much as\n\nthe town has in a year.\f"
    assert joined_paragraphs(text) == [
        "The harbour is closed for eighteen months and the works will cost as much as the town has in a year."
    ]


@pytest.mark.parametrize(
    "text",
    [
        FERRY,
        FERRY.replace("\n\n", "\n"),
        "A title\nBy Ida Roe\nThe town agreed.\nNobody asked why.\n",
        "The well-\nknown architect agreed.\n\nNobody asked why.",
        "",
    ],
)
def test_lines_of_text_that_is_not_printed_are_kept(text: str) -> None:
    assert not is_printed(text)
    assert import_plain_text(text, "a.txt").text == text


def test_hard_wrapped_text_without_blank_lines_is_recognised_as_printed() -> None:
    assert is_printed(
        "The harbour is closed for\neighteen months, and the\nworks cost as much as the\ntown has.\nNobody asked."
    )


def test_empty_pages_have_no_paragraph() -> None:
    assert joined_paragraphs("\f\n\f 12 \n\f") == []
