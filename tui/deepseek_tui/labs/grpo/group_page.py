"""Page section on a group of answers: rewards, advantages, token weights."""

from collections.abc import Iterator

from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.control import Values
from deepseek_tui.labs.grpo.example_group import ANSWERS, LENGTHS, ExampleGroup, advantages_by_convention
from deepseek_tui.labs.grpo.settings import Deviation
from deepseek_tui.labs.number_format import format_fixed
from deepseek_tui.panes.blocks import NOTHING, Bar, Bars, BarStyle, Block, Heading, Para, Role, Span, Support, Table
from deepseek_tui.panes.common_blocks import plain


def group_blocks(words: GrpoWords, language: str, values: Values, sources: Support) -> tuple[Block, ...]:
    """Return the page blocks on the example group of answers."""
    return tuple(_blocks(words, language, values, sources))


def _blocks(words: GrpoWords, language: str, values: Values, sources: Support) -> Iterator[Block]:
    group, deviation = ExampleGroup.from_values(values), Deviation(str(values["deviation"]))

    def signed(value: float, places: int = 3) -> str:
        return format_fixed(value, places, language, signed=True)

    yield Heading(words.question)
    rows = tuple(
        (f"{position} · {answer}", number(reward, language), signed(reward - group.mean), signed(advantage))
        for position, (answer, reward, advantage) in enumerate(zip(ANSWERS, group.rewards, group.advantages, strict=True), 1)
    )
    yield Table(words.advantage_head, rows, (NOTHING,) * len(rows))
    mean, std = format_fixed(group.mean, 3, language), format_fixed(group.std, 3, language)
    if group.silent:
        yield Para((Span(words.silence, Role.STRONG),))
    else:
        pattern = words.no_sums if deviation is Deviation.NONE else words.sums
        yield Para(plain(pattern.format(mean=mean, std=std)))
        yield _bars(words, language, group)
    yield Para((Span(words.made_up, Role.MUTED),))
    yield Heading(words.conventions)
    best = max(range(len(ANSWERS)), key=lambda position: group.rewards[position])
    others = [position for position in range(len(ANSWERS)) if group.rewards[position] != group.rewards[best]]
    shown = (best, *others[:1])
    by_answer = [advantages_by_convention(group.rewards, position) for position in shown]
    head = (words.divided_by, *(f"{position + 1} · {ANSWERS[position]}" for position in shown))
    conventions = tuple(
        (name, *(signed(by_convention[index], 4) for by_convention in by_answer))
        for index, name in enumerate(words.convention_names)
    )
    yield Table(head, conventions, (NOTHING,) * len(conventions))
    if sources:
        yield Para(plain(words.not_stated), sources)
    yield Heading(words.tokens)
    tokens = tuple(
        (f"{position} · {answer}", str(length), signed(push, 4), signed(push * length))
        for position, (answer, length, push) in enumerate(zip(ANSWERS, LENGTHS, group.token_advantages, strict=True), 1)
    )
    yield Table(words.token_head, tokens, (NOTHING,) * len(tokens))
    yield Para(plain(words.divisors[str(values["divisor"])]))


def _bars(words: GrpoWords, language: str, group: ExampleGroup) -> Bars:
    """Return the advantages of the answers as bars on one scale.

    Bars of encouraged answers are solid, those of discouraged answers dashed.
    """
    largest = max(abs(advantage) for advantage in group.advantages)
    bars = tuple(
        Bar(
            f"{position} · {answer}",
            format_fixed(advantage, 3, language, signed=True),
            abs(advantage) / largest,
            BarStyle.SOLID if advantage > 0 else BarStyle.DASHED,
        )
        for position, (answer, advantage) in enumerate(zip(ANSWERS, group.advantages, strict=True), 1)
    )
    return Bars(bars, words.bars_caption)
