"""Import of timelines for TimelineJS, as JSON or as the CSV of their spreadsheet.

The format is that of https://timeline.knightlab.com/docs/json-format.html. The article of such a story is a text made of the
dates, headlines and texts of the entries. The same file always gives the same text.
"""

import csv
from collections import Counter
from io import StringIO
from typing import Any

import orjson

from deepseek_tui.article.extraction.language import LANGUAGES, language_of
from deepseek_tui.article.importers.html_text import html_text
from deepseek_tui.article.importers.imported import ImportedArticle, Slide, article_text, left_out, metadata, refusal
from deepseek_tui.article.importers.timeline_dates import Moment, displayed, edtf
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput

MAX_SLIDES, MAX_LENGTH = 20_000, 16 * 2**20
"""The most entries of a timeline, and the most characters of its file. TimelineJS recommends twenty entries."""
_CSV_DATE = {"year": "year", "month": "month", "day": "day", "time": "time"}
_IS_STORY = Message("it is a story already, which `deepseek-tui FILE` opens")
_NO_TIMELINE = Message("it is JSON, but no timeline of TimelineJS")
_NO_TIMELINE_HINT = Message("a timeline has a list of events, each with a start_date and a text")


def import_timeline_json(text: str, name: str, language: str | None = None) -> ImportedArticle | None:
    """Return a timeline in JSON, or None if the text is not JSON. Raises InvalidInput for other JSON."""
    _check_length(text, name)
    try:
        document = orjson.loads(text.encode("utf-8", "surrogatepass"))
    except orjson.JSONDecodeError as error:
        if not text.lstrip().startswith("{"):
            return None  # A text may begin with a bracket.
        message = Message("not JSON: {}", error.msg.partition(": line ")[0])
        raise InvalidInput([Diagnostic(name, error.lineno, error.colno, "", message)], unreadable=True) from None
    if isinstance(document, dict) and document.get("format") == "deepseek-tui/story":
        raise refusal(name, _IS_STORY)
    events = document.get("events") if isinstance(document, dict) else None
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise refusal(name, _NO_TIMELINE, _NO_TIMELINE_HINT)
    title, eras = document.get("title"), document.get("eras")
    return _timeline(
        title if isinstance(title, dict) else {},
        [*events, *(era for era in (eras if isinstance(eras, list) else ()) if isinstance(era, dict))],
        name,
        language,
    )


def import_timeline_csv(text: str, name: str, language: str | None = None) -> ImportedArticle:
    """Return a timeline from its spreadsheet as CSV, with any usual separator.

    The separators are commas, tabs and semicolons.
    """
    _check_length(text, name)
    head = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    title: dict[str, Any] = {}
    slides = []
    try:
        for row in csv.DictReader(StringIO(text.lstrip(), newline=""), delimiter=delimiter, restval=""):
            fields = {key.strip().casefold(): value.strip() for key, value in row.items() if key and isinstance(value, str)}
            slide = _row_as_slide(fields)
            if fields.get("type", "").casefold() == "title":
                title = title or slide
            elif any(fields.values()):
                slides.append(slide)
    except csv.Error as error:
        raise refusal(name, Message("the table cannot be read: {}", error)) from None
    return _timeline(title, slides, name, language)


def _check_length(text: str, name: str) -> None:
    if len(text) > MAX_LENGTH:
        raise refusal(name, Message("the timeline has more than {} MiB", MAX_LENGTH // 2**20))


def _row_as_slide(fields: dict[str, str]) -> dict[str, Any]:
    """Return a spreadsheet row, converted to the structure of the JSON format."""
    return {
        "start_date": {key: fields.get(column, "") for column, key in _CSV_DATE.items()},
        "end_date": {key: fields.get(f"end {column}", "") for column, key in _CSV_DATE.items()},
        "display_date": fields.get("display date", ""),
        "text": {"headline": fields.get("headline", ""), "text": fields.get("text", "")},
        "media": {"url": fields.get("media", "")},
        "background": {"url": fields.get("background", "")},
        "group": fields.get("group", ""),
        "unique_id": fields.get("unique id", "") or fields.get("unique_id", ""),
    }


def _timeline(title: dict[str, Any], entries: list[dict[str, Any]], name: str, language: str | None) -> ImportedArticle:
    if len(entries) > MAX_SLIDES:
        raise refusal(name, Message("the timeline has more than {} entries", MAX_SLIDES))
    counts: Counter[str] = Counter()
    title_heading, title_texts = _words(title, counts)
    words = [_words(entry, counts) for entry in entries]
    if language is None:
        prose = "\n\n".join(text for _, texts in ((title_heading, title_texts), *words) for text in texts)
        found = language_of(prose)
        language = found if found in LANGUAGES else "en"
    slides = tuple(
        _slide(entry, heading, texts, language)
        for entry, (heading, texts) in zip(entries, words, strict=True)
        if heading or texts
    )
    if not slides:
        raise refusal(name, Message("the timeline has no entry with a headline or a text"))
    paragraphs = [title_heading, *title_texts]
    for slide in slides:
        paragraphs += [slide.heading, *slide.paragraphs]
    return ImportedArticle(
        article_text(paragraphs), metadata(title=title_heading), slides, notices=left_out(name, _without_zeros(counts))
    )


def _without_zeros(counts: Counter[str]) -> dict[str, int]:
    return {kind: count for kind, count in counts.items() if count and kind != Message("headings")}


def _words(entry: dict[str, Any], counts: Counter[str]) -> tuple[str, tuple[str, ...]]:
    """Return an entry's headline and paragraphs; count its media and links."""
    text = _object(entry.get("text"))
    for key, kind in (("media", Message("media")), ("background", Message("backgrounds"))):
        counts[kind] += bool(_string(_object(entry.get(key)).get("url")))
    headline = html_text(_string(text.get("headline")), with_headings=True)
    body = html_text(_string(text.get("text")), with_headings=True)
    counts.update(headline.counts)
    counts.update(body.counts)
    return " ".join(headline.paragraphs), tuple(body.paragraphs)


def _slide(entry: dict[str, Any], headline: str, paragraphs: tuple[str, ...], language: str) -> Slide:
    moments = [Moment.read(_object(entry.get(key))) for key in ("start_date", "end_date")]
    start, end = moments
    shown = (
        _string(entry.get("display_date")).strip() or _string(_object(entry.get("start_date")).get("display_date")).strip()
    )
    return Slide(
        headline=headline,
        paragraphs=paragraphs,
        displayed_date=displayed(start, end, " ".join(shown.split()), language),
        when=edtf(start, end),
        group=" ".join(_string(entry.get("group")).split()),
        unique_id=_string(entry.get("unique_id")),
    )


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
