"""What the lab says of a group: rewards, mean, deviation, advantages, and what each token gets of them."""

from collections.abc import Iterator

from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.control import Values
from deepseek_tui.labs.grpo.example_group import ANSWERS, LENGTHS, Group, by_convention
from deepseek_tui.labs.grpo.settings import Deviation
from deepseek_tui.labs.number_format import fixed
from deepseek_tui.panes.blocks import NOTHING, Bar, Bars, BarStyle, Block, Heading, Para, Role, Span, Support, Table
from deepseek_tui.panes.common_blocks import plain


def group_blocks(words: GrpoWords, language: str, values: Values, sources: Support) -> tuple[Block, ...]:
    """The group, worked through."""
    return tuple(_blocks(words, language, values, sources))


def _blocks(words: GrpoWords, language: str, values: Values, sources: Support) -> Iterator[Block]:
    group, deviation = Group.of(values), Deviation(str(values["deviation"]))

    def told(value: float, places: int = 3) -> str:
        return fixed(value, places, language, signed=True)

    yield Heading(words.question)
    rows = tuple(
        (f"{at} · {answer}", number(reward, language), told(reward - group.mean), told(advantage))
        for at, (answer, reward, advantage) in enumerate(zip(ANSWERS, group.rewards, group.advantages, strict=True), 1)
    )
    yield Table(words.advantage_head, rows, (NOTHING,) * len(rows))
    mean, std = fixed(group.mean, 3, language), fixed(group.std, 3, language)
    if group.silent:
        yield Para((Span(words.silence, Role.STRONG),))
    else:
        pattern = words.no_sums if deviation is Deviation.NONE else words.sums
        yield Para(plain(pattern.format(mean=mean, std=std)))
        yield _bars(words, language, group)
    yield Para((Span(words.made_up, Role.MUTED),))
    yield Heading(words.conventions)
    best = max(range(len(ANSWERS)), key=lambda at: group.rewards[at])
    others = [at for at in range(len(ANSWERS)) if group.rewards[at] != group.rewards[best]]
    shown = (best, *others[:1])
    by_answer = [by_convention(group.rewards, at) for at in shown]
    head = (words.divided_by, *(f"{at + 1} · {ANSWERS[at]}" for at in shown))
    conventions = tuple(
        (name, *(told(found[at], 4) for found in by_answer)) for at, name in enumerate(words.convention_names)
    )
    yield Table(head, conventions, (NOTHING,) * len(conventions))
    if sources:
        yield Para(plain(words.not_stated), sources)
    yield Heading(words.tokens)
    tokens = tuple(
        (f"{at} · {answer}", str(length), told(push, 4), told(push * length))
        for at, (answer, length, push) in enumerate(zip(ANSWERS, LENGTHS, group.a_token, strict=True), 1)
    )
    yield Table(words.token_head, tokens, (NOTHING,) * len(tokens))
    yield Para(plain(words.divisors[str(values["divisor"])]))


def _bars(words: GrpoWords, language: str, group: Group) -> Bars:
    """The advantages to one scale: whole where an answer is encouraged, dashed where it is discouraged."""
    largest = max(abs(advantage) for advantage in group.advantages)
    bars = tuple(
        Bar(
            f"{at} · {answer}",
            fixed(advantage, 3, language, signed=True),
            abs(advantage) / largest,
            BarStyle.SOLID if advantage > 0 else BarStyle.DASHED,
        )
        for at, (answer, advantage) in enumerate(zip(ANSWERS, group.advantages, strict=True), 1)
    )
    return Bars(bars, words.bars_caption)
