"""Plot of a training run beside the previous run and the limit.

The curves differ by their marks, so that the plot is readable without colour.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil
from typing import ClassVar

from textual_plot import HiResMode, PlotWidget
from textual_plot.axis_formatter import NumericAxisFormatter

from deepseek_tui.i18n.languages import language_of
from deepseek_tui.labs.grpo.training_record import TrainingRecord

RUN_MARK, LIMIT_MARK, PREVIOUS_MARK = "▀▄", "o", "···"
"""Legend marks (blocks, letters, dots), chosen because every font has them."""
MAX_POINTS = 400
"""Largest number of points drawn; longer curves are downsampled to it."""
LIMIT_MARK_SPACING = 4
"""Minimum distance between two marks of the limit curve, in cells.

The curve of the run stays visible between them.
"""
AXIS_MARGIN = 1e-9
"""Distance of the first and last points from an axis, as a share of its length.

The axis itself would cover them.
"""


class LocalizedTicks(NumericAxisFormatter):
    """Axis tick labels with the decimal separator of the interface language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._point = language_of(language).point

    def get_labels_for_ticks(self, ticks: Sequence[float]) -> list[str]:
        """Return the label of each axis tick."""
        return [f"{tick:g}".replace(".", self._point) for tick in ticks]


class TrainingCurve(PlotWidget, can_focus=False):
    """Widget that plots the probability of the right answer by training step.

    The widget takes no keyboard focus and no mouse actions.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"curve--run", "curve--limit", "curve--before"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, allow_pan_and_zoom=False)
        self._record: TrainingRecord | None = None
        for margin, cells in ((PlotWidget.margin_top, 0), (PlotWidget.margin_bottom, 1), (PlotWidget.margin_left, 5)):
            self.set_reactive(margin, cells)

    def show(self, record: TrainingRecord, language: str) -> None:
        """Plot the steps of a training so far.

        The x axis includes all planned steps.
        """
        self._record = record
        self.set_x_formatter(LocalizedTicks(language))
        self.set_y_formatter(LocalizedTicks(language))
        self.set_xlimits(0, record.settings.steps)
        self.set_yticks((0, 0.5, 1))
        self._plot()

    def notify_style_update(self) -> None:
        """Redraw the plot in the colours of the new theme."""
        super().notify_style_update()
        if self._record is not None:
            self._plot()

    def on_resize(self) -> None:
        """Redraw the plot for the new width."""
        self._plot()

    def _plot(self) -> None:
        record = self._record
        if record is None:
            return
        self.clear()
        steps, cells = record.settings.steps, max(1, self.size.width - self.margin_left - 2)
        self.set_ylimits(0, y_axis_end(max(1, self.size.height - self.margin_top - self.margin_bottom - 2)))
        self.set_xticks(axis_ticks(steps, cells))
        if record.previous is not None:
            before = downsampled([step.p for step in record.previous.steps[: steps + 1]])
            self.scatter(
                *interpolated_points(*before, spacing=steps / MAX_POINTS),
                marker="·",
                marker_style=self._style("curve--before"),
            )
        run = downsampled([max(AXIS_MARGIN, step.p) for step in record.steps])
        if len(record.steps) > 1:
            self.plot(*run, line_style=self._style("curve--run"), hires_mode=HiResMode.QUADRANT)
        every = max(1, ceil(steps * LIMIT_MARK_SPACING / cells))
        marks = range(0, steps + 1, every)
        columns = [min(at, steps * (1 - AXIS_MARGIN)) for at in marks]
        self.scatter(
            columns, [record.limit_curve[at] for at in marks], marker=LIMIT_MARK, marker_style=self._style("curve--limit")
        )

    def _style(self, name: str) -> str:
        return str(self.get_component_rich_style(name, partial=True))


def y_axis_end(rows: int) -> float:
    """Return the upper end of a y axis for probabilities.

    It is half a row above 1, so that 1 is in the middle of a row.
    """
    return rows / (rows - 0.5)


def axis_ticks(steps: int, cells: int) -> tuple[float, ...]:
    """Return round numbers of steps as ticks for an axis.

    The ticks are as close as their labels allow without touching.
    """
    room = len(str(steps)) + 3
    steps_between = (digit * 10**power for power in range(5) for digit in (1, 2, 5))
    between = next((candidate for candidate in steps_between if candidate * cells >= room * steps), steps)
    return tuple(range(0, steps + 1, between))


def interpolated_points(steps: Sequence[int], values: Sequence[float], spacing: float) -> tuple[list[float], list[float]]:
    """Return the points of a curve with interpolated points between them.

    Dots then look like one line, however steep it is.
    """
    xs: list[float] = []
    ys: list[float] = []
    for (left, low), (right, high) in pairwise(zip(steps, values, strict=True)):
        pieces = max(1, ceil((right - left) / spacing / 2), ceil(abs(high - low) * 40))
        xs += [left + (right - left) * at / pieces for at in range(pieces)]
        ys += [low + (high - low) * at / pieces for at in range(pieces)]
    return [*xs, *steps[-1:]], [*ys, *values[-1:]]


def downsampled(values: Sequence[float], max_points: int = MAX_POINTS) -> tuple[list[int], list[float]]:
    """Return evenly spaced steps of a curve, at most `max_points`.

    The first and the last step are always included.
    """
    last = len(values) - 1
    if last < max_points:
        return list(range(len(values))), list(values)
    steps = sorted({round(at * last / (max_points - 1)) for at in range(max_points)})
    return steps, [values[step] for step in steps]
