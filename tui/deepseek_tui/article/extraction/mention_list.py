"""The list of everything found in an article, as `new --json` prints it."""

from collections.abc import Iterator
from typing import Any

from deepseek_tui.article.extraction.extract import ExtractedSentence, extract


def mention_list(article: str, language: str) -> list[dict[str, Any]]:
    """Return every name, number, date and quotation of an article, sentence by sentence."""
    return [mention for sentence in extract(article, language) for mention in _mentions(sentence)]


def _mentions(sentence: ExtractedSentence) -> Iterator[dict[str, Any]]:
    place = {"paragraph": sentence.paragraph, "sentence": sentence.sentence}
    for name in sentence.names:
        yield {"kind": "name", "text": name, **place}
    for number in sentence.numbers:
        value = number.number.value
        whole = int(value) if value == value.to_integral_value() else float(value)
        yield {
            "kind": "number",
            "text": number.text,
            **place,
            "value": whole,
            "unit": number.unit,
            "bound": number.bound,
        }
    for date in sentence.dates:
        yield {"kind": "date", "text": date.text, **place, "when": date.edtf, "event": date.is_event}
    for quotation in sentence.quotations:
        yield {"kind": "quotation", "text": quotation.words, **place, "speaker": quotation.speaker or None}
