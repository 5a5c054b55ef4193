"""Precision and recall of extracted numbers and dates, on labelled articles.

`pytest -n0 -s tests/unit/test_labelled_numbers.py` prints the table. The labels are in tests/articles/numbers_dates, one
file per article, with for each paragraph its text and:

- numbers: value, unit and bound of each quantity; not of ordinals, fractions, times of day, identifiers and scores;
- dates: each date or period in EDTF;
- events: the dates on which something happened or is planned, without those of a comparison or in a name.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import orjson

from deepseek_tui.article.extraction.extract import extract

ARTICLES = sorted((Path(__file__).parents[1] / "articles" / "numbers_dates").glob("*.json"))

LEAST = {
    "numbers": (0.99, 0.99),
    "units": (0.98, 0.98),
    "bounds": (0.98, 0.98),
    "dates": (0.98, 0.98),
    "events": (0.98, 0.98),
}
"""Minimum precision and recall over all articles: the values reached so far."""


def labelled(paragraph: dict[str, Any]) -> dict[str, Counter[Any]]:
    """Return the labels of a paragraph, by kind."""
    return {
        "numbers": Counter(float(value) for value, _, _ in paragraph["numbers"]),
        "units": Counter((float(value), unit) for value, unit, _ in paragraph["numbers"]),
        "bounds": Counter((float(value), bound) for value, _, bound in paragraph["numbers"]),
        "dates": Counter(paragraph["dates"]),
        "events": Counter(paragraph["events"]),
    }


def found(text: str, language: str) -> dict[str, Counter[Any]]:
    """Return what the extraction finds in a paragraph, by kind."""
    sentences = extract(text, language)
    numbers = [number for sentence in sentences for number in sentence.numbers]
    dates = [date for sentence in sentences for date in sentence.dates]
    return {
        "numbers": Counter(float(one.number.value) for one in numbers),
        "units": Counter((float(one.number.value), one.number.unit) for one in numbers),
        "bounds": Counter((float(one.number.value), one.bound) for one in numbers),
        "dates": Counter(date.edtf for date in dates),
        "events": Counter(date.edtf for date in dates if date.is_event),
    }


def test_precision_and_recall_of_numbers_and_dates_do_not_decrease() -> None:
    sums = {kind: Counter[str]() for kind in LEAST}
    for path in ARTICLES:
        article = orjson.loads(path.read_bytes())
        for paragraph in article["paragraphs"]:
            there, here = labelled(paragraph), found(paragraph["text"], article["language"])
            for kind, counts in sums.items():
                counts.update(both=(there[kind] & here[kind]).total(), there=there[kind].total(), here=here[kind].total())
    rates = {kind: (one["both"] / one["here"], one["both"] / one["there"]) for kind, one in sums.items()}
    for kind, (precision, recall) in rates.items():
        print(f"{kind:10}{precision:>10.3f} / {recall:.3f}   ({sums[kind]['there']})")  # noqa: T201 - asked for with -s
    assert len(ARTICLES) >= 12
    assert {kind: one for kind, one in rates.items() if one[0] < LEAST[kind][0] or one[1] < LEAST[kind][1]} == {}
