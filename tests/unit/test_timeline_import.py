"""Import of TimelineJS timelines with headlines, dates, groups and ids."""

import csv
import io
import json
from typing import Any

import orjson
import pytest

from deepseek_tui.article.draft import draft
from deepseek_tui.article.imported_draft import add_imported
from deepseek_tui.article.importers.article_reader import imported
from deepseek_tui.article.importers.imported import ImportedArticle
from deepseek_tui.article.importers.timeline import MAX_SLIDES
from deepseek_tui.article.lint.finding import Severity
from deepseek_tui.article.lint.rules import findings
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.loader import load

TIMELINE: dict[str, Any] = {
    "title": {"text": {"headline": "The harbour of <em>Ansel</em>", "text": "<p>It has a long history.</p>"}},
    "events": [
        {
            "start_date": {"year": "1815", "month": "12", "day": "10"},
            "end_date": {"year": "1817", "month": "", "day": ""},
            "text": {
                "headline": "Ada Brell builds the first pier",
                "text": '<p>It took two years. See <a href="https://e.org">the plans</a>.</p><p>It stands &amp; holds.</p>',
            },
            "media": {"url": "https://example.org/pier.jpg", "caption": "9 workers"},
            "group": "Works",
            "unique_id": "first-pier",
        },
        {
            "start_date": {"year": 1904},
            "text": {
                "headline": "A storm that nobody had expected takes away the whole of the old northern pier",
                "text": "",
            },
            "background": {"url": "https://example.org/storm.jpg"},
            "group": "Weather",
        },
        {
            "start_date": {"year": "2031", "month": 5},
            "display_date": "Spring 2031",
            "text": {"headline": "", "text": "The third pier is to open."},
            "group": "Works",
            "unique_id": "Not An Id",
        },
    ],
    "eras": [{"start_date": {"year": "1890"}, "end_date": {"year": "1910"}, "text": {"headline": "The age of steam"}}],
}


def timeline(**changes: Any) -> ImportedArticle:
    return imported(json.dumps({**TIMELINE, **changes}).encode(), "t.json")


def event(date: dict[str, object], **more: object) -> dict[str, object]:
    return {"start_date": date, "text": {"headline": "It began", "text": ""}, **more}


def drafted(article: ImportedArticle, language: str = "en") -> dict[str, Any]:
    story = draft(article.text, language=language, name="harbour", today="2026-01-02")
    add_imported(story, article, "2026-01-02")
    return story


def test_text_of_a_timeline_has_its_dates_headlines_and_texts() -> None:
    assert timeline().text.split("\n\n") == [
        "The harbour of Ansel",
        "It has a long history.",
        "10 December 1815 to 1817: Ada Brell builds the first pier",
        "It took two years. See the plans.",
        "It stands & holds.",
        "1904: A storm that nobody had expected takes away the whole of the old northern pier",
        "Spring 2031 (May 2031)",
        "The third pier is to open.",
        "1890 to 1910: The age of steam",
    ]


def test_entries_become_the_events_of_the_draft() -> None:
    story = drafted(timeline())
    found = [(one["id"], one["title"]["en"], one["when"], one["wording"]["en"], one["phase"]) for one in story["events"]]
    assert found == [
        ("first-pier", "Ada Brell builds the first pier", "1815-12-10/1817", "10 December 1815 to 1817", "happened"),
        (
            "a-storm-that-nobody-had-expected-takes-away-the-whole-of-the",
            TIMELINE["events"][1]["text"]["headline"],
            "1904",
            "1904",
            "happened",
        ),
        ("event", "third pier open", "2031-05", "Spring 2031 (May 2031)", "planned"),
        ("the-age-of-steam", "The age of steam", "1890/1910", "1890 to 1910", "happened"),
    ]
    assert story["events"][0]["evidence"] == [
        {"paragraph": 3, "sentence": 1},
        {"paragraph": 4, "sentence": 1},
        {"paragraph": 4, "sentence": 2},
        {"paragraph": 5, "sentence": 1},
    ]
    assert all(one["draft"] for one in story["events"])
    assert story["article"]["title"] == "The harbour of Ansel"


def test_groups_become_topics_of_the_claims() -> None:
    story = drafted(timeline())
    names = {topic["id"]: topic["name"]["en"] for topic in story["topics"]}
    assert {"Works", "Weather"} <= set(names.values())
    by_place = {claim["evidence"][0]["paragraph"]: names[claim["topic"]] for claim in story["claims"]}
    assert (by_place[4], by_place[6], by_place[8]) == ("Works", "Weather", "Works")
    assert next(claim["about"] for claim in story["claims"] if claim["evidence"][0]["paragraph"] == 5) == ["first-pier"]


def test_draft_of_a_timeline_passes_its_own_check() -> None:
    article = timeline()
    story = load(orjson.dumps(drafted(article)))
    copy = LocalCopy(article.text, story.article)
    assert [finding for rule, finding in findings(story, copy) if rule.severity is Severity.ERROR] == []


def test_media_and_links_are_reported_as_left_out() -> None:
    assert timeline().notices == ("t.json: left out: media (1), backgrounds (1), links (1)",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spreadsheet_of_a_timeline_is_read_like_its_json_file(delimiter: str) -> None:
    columns = ("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "Display Date", "Headline", "Text")
    rows = [
        ["", "", "", "", "", "", "", "", "The harbour", "Its, history; told.", "", "title"],
        ["1815", "12", "10", "", "1817", "", "", "", "The first pier", "<p>It took two years.</p>", "https://e.org", ""],
        ["1904", "", "", "", "", "", "", "a stormy year", "The storm", "", "", ""],
        ["1890", "", "", "", "1910", "", "", "", "The age of steam", "", "", "era"],
        [""] * 12,
    ]
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows([[*columns, "Media", "Type"], *rows])
    article = imported(file.getvalue().encode("utf-8-sig"), "t.csv")
    assert [(slide.headline, slide.when) for slide in article.slides] == [
        ("The first pier", "1815-12-10/1817"),
        ("The storm", "1904"),
        ("The age of steam", "1890/1910"),
    ]
    assert article.metadata.title == "The harbour"
    assert "a stormy year (1904): The storm" in article.text
    assert article.notices == ("t.csv: left out: media (1)",)


@pytest.mark.parametrize(
    ("date", "when", "words"),
    [
        ({"year": "-44", "month": "3", "day": "15"}, "-0043-03-15", "15 March 44 BC"),
        ({"year": 476.0}, "0476", "476"),
        ({"year": "-13798000000"}, "Y-13797999999", "13798000000 BC"),
        ({"year": "2023", "month": "2", "day": "30"}, "", "30 February 2023"),
        ({"year": "2023", "month": "13", "day": "1"}, "2023", "2023"),
        ({"year": ""}, "", ""),
        ({"year": "soon"}, "", ""),
        ({"year": True}, "", ""),
        ({"year": [1]}, "", ""),
    ],
)
def test_date_of_an_entry_is_as_exact_as_its_parts(date: dict[str, object], when: str, words: str) -> None:
    (slide,) = timeline(events=[event(date)], eras=[]).slides
    assert (slide.when, slide.displayed_date) == (when, words)


def test_dates_are_written_in_the_language_of_the_texts() -> None:
    text = "<p>Le quai a été ouvert par le maire de la ville, et il est dans le port depuis.</p>"
    entry = {"start_date": {"year": 1815, "month": 8, "day": 1}, "text": {"headline": "Le quai", "text": text}}
    assert timeline(events=[entry], title={}, eras=[]).text.startswith("1er août 1815: Le quai")


def test_timeline_without_any_text_is_refused() -> None:
    with pytest.raises(InvalidInput, match="no entry with a headline"):
        timeline(events=[{"start_date": {"year": 1}}], eras=[])


def test_timeline_with_too_many_entries_is_refused() -> None:
    with pytest.raises(InvalidInput, match="more than"):
        timeline(events=[event({"year": 1})] * (MAX_SLIDES + 1))


@pytest.mark.parametrize("field", ["start_date", "end_date", "text", "media", "group", "unique_id", "display_date"])
@pytest.mark.parametrize("value", [None, 7, [], {}, [{}], {"year": {}}, "words", {"headline": 7, "text": []}])
def test_timeline_entry_is_read_without_a_field_of_the_wrong_type(field: str, value: object) -> None:
    article = timeline(events=[event({"year": 1815}), event({"year": 1816}, **{field: value})])
    load(orjson.dumps(drafted(article)))


def test_table_with_a_field_of_a_million_letters_is_refused() -> None:
    with pytest.raises(InvalidInput, match="the table cannot be read"):
        imported(b'Year,Headline\n1815,"' + b"a" * 1_000_000, "t.csv")
