"""Tables of figures about one quantity, and their ratios."""

from collections.abc import Iterator

from deepseek_tui.i18n.numbers import number
from deepseek_tui.panes.blocks import INTERFACE, Block, Heading, Para, Role, Span, Table
from deepseek_tui.panes.common_blocks import amount, plain, value
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.tensions import tension_marks
from deepseek_tui.story.analysis.ratios import FigureRatio, figure_ratios
from deepseek_tui.story.format.model import Figure
from deepseek_tui.story.format.vocabulary import Bound


def ledger(reading: RenderContext) -> Iterator[Block]:
    """Yield a table for each quantity that has several figures."""
    by_quantity: dict[str, list[Figure]] = {}
    for figure in reading.story.figures:
        by_quantity.setdefault(figure.quantity, []).append(figure)
    for figures in (figures for figures in by_quantity.values() if len(figures) > 1):
        rows, head = [_row(reading, figure) for figure in figures], reading.words.evidence.ledger
        if not any(row[-1] for row in rows):  # No figure is contested or qualified, so the column of marks is left out.
            rows, head = [row[:-1] for row in rows], head[:-1]
        yield Table(head, tuple(rows), tuple(reading.proof(figure.evidence) for figure in figures))


def _row(reading: RenderContext, figure: Figure) -> tuple[str, ...]:
    when = reading.date(figure.when) if figure.when else reading.word(figure.phase)
    marks = ", ".join(tension_marks(reading, figure.id))
    return (reading.say(figure.label), amount(reading, figure), when, reading.speaker(figure.speaker), marks)


def ratios(reading: RenderContext) -> Iterator[Block]:
    """Yield the ratios that the story allows, each with its caveat."""
    found = figure_ratios(reading.index)
    if found:
        yield Heading(reading.words.evidence.ratio)
        yield from (_ratio(reading, quotient) for quotient in found)


def _ratio(reading: RenderContext, quotient: FigureRatio) -> Para:
    """Return the ratio of two figures in words, with its caveat.

    Example: Meta ÷ DeepSeek: 1.3 million ÷ under 100,000 = more than 13.
    """
    language = reading.language
    quotient_text = number(round(quotient.value, 2), language)
    result = quotient_text if quotient.bound is Bound.AS_PRINTED else f"{reading.word(quotient.bound)} {quotient_text}"
    larger, smaller = quotient.larger, quotient.smaller
    names = f"{reading.say(larger.label)} ÷ {reading.say(smaller.label)}"
    division = f"{value(reading, larger)} ÷ {value(reading, smaller)}"
    colon = reading.words.export.colon
    return Para(
        (
            *plain(f"{names}{colon}{division} = "),
            Span(result, Role.STRONG),
            Span(f". {reading.say(quotient.caveat)}", Role.PLAIN),
        ),
        reading.proof(larger.evidence + smaller.evidence),
        of=INTERFACE,  # The page of each figure already shows the same values.
    )
