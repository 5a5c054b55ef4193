"""Lint rule on numbers, which the cited sentences must state."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.numbers import numbers
from deepseek_tui.article.extraction.quantity import NumberMention
from deepseek_tui.article.extraction.word_lists import UNITS, ZERO_WORDS
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import ArticleParagraph
from deepseek_tui.article.lint.statements import sentences_text
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Evidence, Figure
from deepseek_tui.story.format.text import languages_of


def numbers_not_in_passages(context: LintContext) -> Iterator[Finding]:
    """Find numbers in the story that no cited sentence states.

    Ordinals (the first, the 2nd) are not checked, but may support a number.
    """
    for statement, paragraphs in context.statements:
        excerpts = context.excerpts(statement.evidence) or paragraphs
        for path, language, text in statement.texts:
            for number in numbers(text, context.language(language)):
                if number.ordinal or number.is_reference:
                    continue
                if reason := _reason_missing(number.value, number.kind, excerpts):
                    shown = f"{number.text} {number.unit}".strip()
                    elsewhere = _other_sentences(context, number.value, number.kind, paragraphs)
                    yield Finding(
                        path, Message('"{0}" does not stand in {1}', shown, statement.cited_sentences), elsewhere or reason
                    )
    yield from _figures(context)


def _figures(context: LintContext) -> Iterator[Finding]:
    for place, figure in enumerate(context.story.figures):
        excerpts = context.excerpts(figure.evidence)
        value = Decimal(str(figure.value))
        if excerpts and (reason := _reason_missing(value, _unit_kind(figure), excerpts)):
            message = Message("the value {0:f} does not stand in {1}", value, sentences_text(figure.evidence))
            paragraphs = context.article and context.article.at(frozenset(one.number for one in excerpts))
            elsewhere = _other_sentences(context, value, _unit_kind(figure), paragraphs or ())
            yield Finding(("figures", place, "value"), message, elsewhere or reason)


def _other_sentences(context: LintContext, value: Decimal, kind: str, paragraphs: Iterable[ArticleParagraph]) -> str:
    """Return a hint about a sentence nearby that states the number.

    It is another sentence of the cited paragraphs. The hint is empty if there is none.
    """
    for paragraph in paragraphs:
        for place in range(1, len(paragraph.sentences) + 1):
            where = (Evidence(paragraph=paragraph.number, sentence=place),)
            if not _reason_missing(value, kind, context.excerpts(where) or ()):
                return Message("it stands in {}: cite that sentence as well", sentences_text(where))
    return ""


def _unit_kind(figure: Figure) -> str:
    """Return the kind of quantity that the unit of a figure measures.

    The result is empty if the languages of the unit disagree.
    """
    unit = figure.unit
    words = [unit] if isinstance(unit, str) else [unit[language] for language in languages_of(unit)]
    kinds = {UNITS.get(folded(word), "") for word in words}
    return kinds.pop() if len(kinds) == 1 else ""


def _reason_missing(value: Decimal, kind: str, passages: Iterable[ArticleParagraph]) -> str | None:
    """Return why no cited text supports a number, else None."""
    stated: list[NumberMention] = []
    for passage in passages:
        if value == 0 and ZERO_WORDS.intersection(passage.tokens):
            return None
        # The ordinals "first" and "second" do not support the numbers one and two, but "the 10th" supports ten.
        stated.extend(number for number in passage.numbers if not number.ordinal or number.value > 2)
        if not kind and any(value == date.year for date in passage.dates):
            return None
    if any(_is_equivalent(number, value, kind) for number in stated):
        return None
    same = [number for number in stated if number.value == value]
    if any(not kind or not number.kind or number.kind == kind for number in same):
        return None
    if same:
        return Message("there it counts something else: {0} {1}", same[0].text, same[0].unit)
    if not stated:
        return Message("no number stands there")
    shown = dict.fromkeys(f"{number.text} {number.unit}".strip() for number in stated)
    return Message("what stands there: {}", ", ".join(shown))


def _is_equivalent(number: NumberMention, value: Decimal, kind: str) -> bool:
    """Return whether a fraction equals a multiple or a percentage.

    A quarter matches four times, and a half matches 50 %.
    """
    if number.kind == "fraction" and kind in ("times", "percent"):
        return value == (100 * number.value if kind == "percent" else round(1 / number.value, 2))
    return kind == "fraction" and number.kind == "percent" and number.value == 100 * value
