"""Lint rule on dates, which the cited paragraphs must state.

It checks dates in texts and in `when`, each known part separately.
"""

import re
from collections.abc import Iterator, Sequence

from deepseek_tui.article.extraction.dates import dates
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import ArticleParagraph
from deepseek_tui.story.format import edtf
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Evidence
from deepseek_tui.story.loading.diagnostics import KeyPath


def dates_not_in_passages(context: LintContext) -> Iterator[Finding]:
    """Find dates in the story that no cited paragraph states.

    The year in which the article was published is not reported.
    """
    published = _years(context.story.article.published)
    for statement, passages in context.statements:
        for path, language, text in statement.texts:
            for date in dates(text, context.language(language)):
                missing = _missing_part(date.year, date.month, date.day, passages, published)
                if missing:
                    yield Finding(
                        path, Message('"{0}" does not stand in {1}', date.text, statement.cited), _hint(missing, passages)
                    )
    yield from _when_fields(context, published)


def _when_fields(context: LintContext, published: frozenset[int]) -> Iterator[Finding]:
    dated: list[tuple[KeyPath, str | None, tuple[Evidence, ...]]] = [
        *((("events", place, "when"), event.when, event.evidence) for place, event in enumerate(context.story.events)),
        *((("figures", place, "when"), figure.when, figure.evidence) for place, figure in enumerate(context.story.figures)),
    ]
    for path, when, evidence in dated:
        paragraphs = frozenset(where.paragraph for where in evidence)
        passages = context.article and context.article.at(paragraphs)
        if when is None or not passages:
            continue
        cited = ", ".join(f"¶{number}" for number in sorted(paragraphs))
        for date in _dates(edtf.parse(when)):
            missing = _missing_part(*_known_parts(date), passages, published)
            if missing:
                yield Finding(
                    path, Message("the {0} of {1} does not stand in {2}", missing, date, cited), _hint(missing, passages)
                )


def _missing_part(
    year: int | None, month: int | None, day: int | None, passages: Sequence[ArticleParagraph], published: frozenset[int]
) -> str:
    """Return the year, month or day that no cited paragraph states.

    The result is None if all of them are stated.
    """
    stated = [date for passage in passages for date in passage.dates]
    if day is not None and not any((date.month, date.day) == (month, day) for date in stated):
        return Message("day")
    if day is None and month is not None and not any(date.month == month for date in stated):
        return Message("month")
    if year is None or year in published or any(date.year == year for date in stated):
        return ""
    return "" if any(number.value == year for passage in passages for number in passage.numbers) else Message("year")


def _hint(part: str, passages: Sequence[ArticleParagraph]) -> str:
    stated = dict.fromkeys(date.text for passage in passages for date in passage.dates)
    if not stated:
        return Message("no date stands there")
    return Message("no such {0}; what stands there: {1}", part, ", ".join(stated))


def _dates(when: edtf.Edtf) -> Iterator[edtf.Date]:
    """Yield the single dates in an EDTF expression."""
    if isinstance(when, edtf.Date):
        yield when
    elif isinstance(when, edtf.Interval):
        yield from (end for end in (when.start, when.end) if isinstance(end, edtf.Date))
    else:
        for member in when.members:
            ends = (member,) if isinstance(member, edtf.Date) else (member.first, member.last)
            yield from (end for end in ends if end is not None)


def _known_parts(date: edtf.Date) -> tuple[int | None, int | None, int | None]:
    """Return the known year, month and day of an EDTF date.

    A season is no month.
    """
    year = _number(date.year)
    month = None if date.season else _number(date.month)
    return year, month, _number(date.day) if month is not None else None


def _number(part: edtf.DatePart | None) -> int | None:
    return int(part.digits.lstrip("Y")) if part is not None and part.is_specified else None


def _years(published: str | None) -> frozenset[int]:
    return frozenset(int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", published or ""))
