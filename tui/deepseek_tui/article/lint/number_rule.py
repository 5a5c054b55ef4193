"""Numbers: a statement may state only those that stand in the paragraphs it cites."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.numbers import NumberMention, numbers
from deepseek_tui.article.extraction.word_lists import NONE_WORDS, UNITS
from deepseek_tui.article.lint.context import LintContext
from deepseek_tui.article.lint.finding import Finding
from deepseek_tui.article.lint.paragraphs import ArticleParagraph
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Figure
from deepseek_tui.story.format.text import languages_of


def numbers_not_in_passages(desk: LintContext) -> Iterator[Finding]:
    """Numbers that no cited paragraph states; ranks (the first, the 2nd) are not counted, but may stand for a number."""
    for statement, passages in desk.statements:
        for path, language, text in statement.texts:
            for number in numbers(text, desk.language(language)):
                if number.ordinal or number.pointing:
                    continue
                if why := _missing(number.value, number.kind, passages):
                    shown = f"{number.text} {number.unit}".strip()
                    yield Finding(path, Message('"{0}" does not stand in {1}', shown, statement.cited), why)
    yield from _figures(desk)


def _figures(desk: LintContext) -> Iterator[Finding]:
    for place, figure in enumerate(desk.story.figures):
        paragraphs = frozenset(where.paragraph for where in figure.evidence)
        passages = desk.article and desk.article.at(paragraphs)
        value = Decimal(str(figure.value))
        if passages and (why := _missing(value, _kind(figure), passages)):
            cited = ", ".join(f"¶{number}" for number in sorted(paragraphs))
            yield Finding(("figures", place, "value"), Message("the value {0:f} does not stand in {1}", value, cited), why)


def _kind(figure: Figure) -> str:
    """What a figure's unit measures, where that is a common one in each of its languages."""
    unit = figure.unit
    words = [unit] if isinstance(unit, str) else [unit[language] for language in languages_of(unit)]
    kinds = {UNITS.get(folded(word), "") for word in words}
    return kinds.pop() if len(kinds) == 1 else ""


def _missing(value: Decimal, kind: str, passages: Iterable[ArticleParagraph]) -> str | None:
    """Why a number is not borne out, nothing where it is."""
    stated: list[NumberMention] = []
    for passage in passages:
        if value == 0 and NONE_WORDS.intersection(passage.tokens):
            return None
        # "First" is no one, and "second" no two; "the 10th" may well be told as ten.
        stated.extend(number for number in passage.numbers if not number.ordinal or number.value > 2)
        if not kind and any(value == date.year for date in passage.dates):
            return None
    if any(_part_of(number, value, kind) for number in stated):
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


def _part_of(number: NumberMention, value: Decimal, kind: str) -> bool:
    """Whether a number says of a part what another says of the whole: a quarter and four times, a half and 50 %."""
    if number.kind == "fraction" and kind in ("times", "percent"):
        return value == (100 * number.value if kind == "percent" else round(1 / number.value, 2))
    return kind == "fraction" and number.kind == "percent" and number.value == 100 * value
