"""The page of the compute lab, for the values of its controls."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deepseek_tui.i18n.compute import ComputeWords
from deepseek_tui.i18n.numbers import compact, number, quantity
from deepseek_tui.labs.compute import V3_GPUS, ChipCount, Ratio
from deepseek_tui.labs.control import Values
from deepseek_tui.labs.lab import Quantity
from deepseek_tui.labs.number_format import format_number
from deepseek_tui.panes.blocks import Bar, Bars, BarStyle, Block, Bullet, Field, Heading, Para, Role, Span
from deepseek_tui.panes.common_blocks import amount, plain
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.ratios import FigureRatio
from deepseek_tui.story.format.model import Figure
from deepseek_tui.story.format.vocabulary import Bound

ARTICLE, CUSTOM = "article", "own"
"""Choices of a chip count: the article's figure, and a number of the user."""


@dataclass(frozen=True)
class ComputePage:
    """The page of the compute lab for one set of values."""

    words: ComputeWords
    reading: RenderContext
    values: Values
    numbers: Mapping[str, Quantity]
    """The lab's numbers; those of a training are absent when context is hidden."""
    ratio: Ratio
    article_ratio: FigureRatio | None
    """The story's comparison of chip counts, if it has one."""
    counts: Mapping[str, ChipCount]
    """Alternative counts of the smaller fleet by id."""
    plans: Mapping[str, ChipCount]
    """Alternative counts of the larger fleet by id."""

    def blocks(self) -> tuple[Block, ...]:
        """Return the page with chip counts, their ratio, GPU hours and prices."""
        return (*self._fleet_blocks(), *(self._training_blocks() if "cost" in self.numbers else ()))

    def _fleet_blocks(self) -> Iterator[Block]:
        words, values, ratio = self.words, self.values, self.ratio
        value = format_ratio(ratio.value, self.reading.language)
        yield Heading(words.beside)
        yield self._bars()
        division = self._division()
        if ratio.category_error:
            yield Para(
                (Span(f"{division}. "), Span(f"{words.error_title}. ", Role.STRONG), *plain(words.error.format(value=value)))
            )
        else:
            pattern = words.bounds[ratio.bound.value] if ratio.bound else words.no_bound
            yield Para((Span(f"{division}. "), Span(pattern.format(value=value), Role.STRONG)))
        if ratio.value < 1:
            yield Para(plain(words.fewer))
        if CUSTOM in (values["count"], values["plan"]):
            yield Para(plain(words.own_number))
            if values["count"] == CUSTOM and values["chips"] == V3_GPUS and "cost" in self.numbers:
                yield Para(plain(words.own_cluster.format(value=self._number(V3_GPUS))))
        if not ratio.category_error:
            yield Bullet(plain(words.means), mark=words.means_mark)
        yield Bullet(plain(words.not_means), mark=words.not_mark)

    def _division(self) -> str:
        """Format the division of the chip counts.

        The sign is ≈ instead of = if the ratio is rounded.
        """
        larger, smaller = (self._number(int(self.values[id])) for id in ("rival", "chips"))
        value = self.ratio.value
        sign = "=" if round_ratio(value) == value else "≈"
        shown = format_ratio(value, self.reading.language)
        return self.words.quotient.format(larger=larger, smaller=smaller, sign=sign, value=shown)

    def _bars(self) -> Bars:
        words, article_ratio = self.words, self.article_ratio
        smaller, larger = (article_ratio.smaller, article_ratio.larger) if article_ratio else (None, None)
        longest = max(int(self.values["chips"]), int(self.values["rival"]))
        bars = (
            self._bar("chips", smaller, words.smaller),
            self._bar("rival", larger, words.larger),
        )
        return Bars(tuple(bar._replace(share=bar.share / longest) for bar in bars), words.caption)

    def _bar(self, control_id: str, figure: Figure | None, name: str) -> Bar:
        """Return a chart bar with the chip count of one company.

        The larger fleet is dashed because it is planned.
        """
        reading, values, value = self.reading, self.values, int(self.values[control_id])
        chosen, known = (values["count"], self.counts) if control_id == "chips" else (values["plan"], self.plans)
        planned = BarStyle.DASHED if control_id == "rival" else None
        label = reading.say(figure.label) if figure else name
        if chosen == ARTICLE and figure:
            stroke = planned or (BarStyle.SOLID if figure.bound in (Bound.AS_PRINTED, Bound.ABOUT) else BarStyle.OPEN)
            shorter = (self._bound(figure.bound, value),)
            return Bar(label, amount(reading, figure), value, stroke, reading.proof(figure.evidence), shorter=shorter)
        if count := known.get(str(chosen)):
            return Bar(self.words.bars[count.id], self._bound(count.bound, value), value, planned or BarStyle.SOLID)
        return Bar(self.words.own_bar.format(label), self._number(value), value, planned or BarStyle.SOLID)

    def _bound(self, bound: Bound, value: int) -> str:
        number_text = compact(value, self.reading.language)
        return number_text if bound is Bound.AS_PRINTED else f"{self.reading.word(bound)} {number_text}"

    def _training_blocks(self) -> Iterator[Block]:
        words, values, numbers = self.words, self.values, self.numbers

        def formatted(id: str, places: int = 0) -> str:
            return self._number(round(numbers[id].number, places))

        hours, price, machines = (self._number(float(values[id])) for id in ("hours", "price", "machines"))
        dollars = quantity(round(numbers["cost"].number, 2), "dollars", self.reading.language)
        yield Heading(words.hours_title)
        yield Field(words.cost_label, plain(words.cost.format(hours=hours, price=price, cost=dollars)))
        time = words.time.format(hours=hours, machines=machines, each=formatted("hours_per_gpu"), days=formatted("days", 1))
        yield Field(words.time_label, plain(time))
        parts = words.parts.format(
            rate=formatted("v3_hours_per_trillion_tokens"),
            tokens=formatted("v3_tokens", 1),
            pre=formatted("v3_pre_training"),
            extension=formatted("v3_context_extension"),
            post=formatted("v3_post_training"),
            total=formatted("v3_total"),
        )
        yield Field(words.parts_label, plain(parts))
        if "llama_hours" in numbers:
            division = words.llama.format(
                llama=formatted("llama_hours"), v3=formatted("v3_hours"), value=formatted("llama_hours_per_v3_hour", 2)
            )
            yield Field(words.llama_label, plain(division))
        yield Para(plain(words.leaves_out))

    def _number(self, value: float) -> str:
        return format_number(value, self.reading.language)


def format_ratio(value: float, language: str) -> str:
    """Format a ratio of chip counts, rounded for display."""
    return number(round_ratio(value), language)


def round_ratio(value: float) -> float:
    """Round a ratio of chip counts for display.

    To a whole number from 100 on, otherwise to 2, 4 or 9 decimals depending on its size.
    """
    return round(value, 0 if value >= 100 else 2 if value >= 1 else 4 if value >= 0.001 else 9)
