"""The curve of a training: this run, its limit, and the run before, told apart by their marks and not by colour alone."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import ClassVar

from textual_plot import HiResMode, PlotWidget
from textual_plot.axis_formatter import NumericAxisFormatter

from deepseek_tui.i18n.languages import language_of
from deepseek_tui.labs.grpo.training_record import TrainingRecord

RUN, LIMIT, BEFORE = "▀▄", "o", "···"
"""The marks as a legend shows them: blocks, letters, dots; every font has them."""
MOST = 400
"""More points than that are more than a terminal has cells for, and are thinned."""
APART = 4
"""So many cells lie between two marks of the limit at least, so that the run is seen between them."""
INSIDE = 1e-9
"""So far from an axis, as a part of it, a point on it is drawn: under the axis itself nobody would see it."""


class Ticks(NumericAxisFormatter):
    """Numbers along an axis, with the decimal sign of the reader's language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._point = language_of(language).point

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """The labels of ticks."""
        return [f"{tick:g}".replace(".", self._point) for tick in ticks]


class TrainingCurve(PlotWidget, can_focus=False):
    """Draws p of the right answer by step; the keys and the mouse stay with whoever shows it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"curve--run", "curve--limit", "curve--before"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, allow_pan_and_zoom=False)
        self._history: TrainingRecord | None = None
        for margin, cells in ((PlotWidget.margin_top, 0), (PlotWidget.margin_bottom, 1), (PlotWidget.margin_left, 5)):
            self.set_reactive(margin, cells)

    def show(self, history: TrainingRecord, language: str) -> None:
        """Draw a training, as far as it has come, on the whole of its axis."""
        self._history = history
        self.set_x_formatter(Ticks(language))
        self.set_y_formatter(Ticks(language))
        self.set_xlimits(0, history.settings.steps)
        self.set_yticks((0, 0.5, 1))
        self._plot()

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        super().notify_style_update()
        if self._history is not None:
            self._plot()

    def on_resize(self) -> None:
        """Set the marks anew for another width."""
        self._plot()

    def _plot(self) -> None:
        history = self._history
        if history is None:
            return
        self.clear()
        steps, cells = history.settings.steps, max(1, self.size.width - self.margin_left - 2)
        self.set_ylimits(0, top(max(1, self.size.height - self.margin_top - self.margin_bottom - 2)))
        self.set_xticks(even(steps, cells))
        if history.before is not None:
            before = thinned([step.p for step in history.before.steps[: steps + 1]])
            self.scatter(*filled(*before, apart=steps / MOST), marker="·", marker_style=self._style("curve--before"))
        run = thinned([max(INSIDE, step.p) for step in history.steps])
        if len(history.steps) > 1:
            self.plot(*run, line_style=self._style("curve--run"), hires_mode=HiResMode.QUADRANT)
        every = max(1, ceil(steps * APART / cells))
        marks = range(0, steps + 1, every)
        columns = [min(at, steps * (1 - INSIDE)) for at in marks]
        self.scatter(columns, [history.limit[at] for at in marks], marker=LIMIT, marker_style=self._style("curve--limit"))

    def _style(self, name: str) -> str:
        return str(self.get_component_rich_style(name, partial=True))


def top(rows: int) -> float:
    """Where an axis of so many rows ends that begins at 0: half a row above 1, so that 1 lies in the middle of a row."""
    return rows / (rows - 0.5)


def even(steps: int, cells: int) -> tuple[float, ...]:
    """Round steps along an axis of so many cells, as many as have room for their numbers with air between them."""
    room = len(str(steps)) + 3
    rungs = (digit * 10**power for power in range(5) for digit in (1, 2, 5))
    between = next((rung for rung in rungs if rung * cells >= room * steps), steps)
    return tuple(range(0, steps + 1, between))


def filled(steps: Sequence[int], values: Sequence[float], apart: float) -> tuple[list[float], list[float]]:
    """Points between points, on straight lines, so that dots look like one line however steep it is."""
    xs: list[float] = []
    ys: list[float] = []
    for (left, low), (right, high) in pairwise(zip(steps, values, strict=True)):
        pieces = max(1, ceil((right - left) / apart / 2), ceil(abs(high - low) * 40))
        xs += [left + (right - left) * at / pieces for at in range(pieces)]
        ys += [low + (high - low) * at / pieces for at in range(pieces)]
    return [*xs, *steps[-1:]], [*ys, *values[-1:]]


def thinned(values: Sequence[float], most: int = MOST) -> tuple[list[int], list[float]]:
    """Steps and values, no more of them than `most`, evenly taken, the first and the last among them."""
    last = len(values) - 1
    if last < most:
        return list(range(len(values))), list(values)
    steps = sorted({round(at * last / (most - 1)) for at in range(most)})
    return steps, [values[step] for step in steps]
