"""Table of benchmark results: measured ratios, comparison programs and targets."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import isfinite
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Row:
    """Row of the results table: a measured value and its performance target."""

    group: str
    name: str
    rival: str
    """The program it is compared with; empty for an absolute figure."""
    ours: str
    theirs: str
    figure: float
    aim: float
    unit: str = "×"
    at_least: bool = False
    """Whether the target is a minimum instead of a maximum."""
    cause: str = ""
    """Reason for missing the target, if it is missed."""

    @property
    def met(self) -> bool:
        """Whether the measured value, rounded as printed, meets the target."""
        figure = round(self.figure, 2)
        return figure >= self.aim if self.at_least else figure <= self.aim

    def as_json(self) -> dict[str, Any]:
        """Return the table row as a JSON object."""
        return asdict(self) | {"met": self.met}


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median ratio of our measurements to a comparison program's.

    Both are paired by run. Where the comparison program measured 0, the ratio is 1 plus our measurement.
    """
    return median(one / other if other else 1.0 + one for one, other in zip(ours, theirs, strict=True))


def printed(rows: Iterable[Row]) -> str:
    """Format the result rows as a text table."""
    lines = [f"{'':40}{'ours':>11}{'rival':>11}{'figure':>10}{'aim':>10}  "]
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines += ["", group]
        sign = "≥" if row.at_least else "≤"
        aim = f"{sign} {row.aim:g}" if isfinite(row.aim) else "none"
        figure = f"{row.figure:.2f} {row.unit}"
        verdict = "" if aim == "none" else "met" if row.met else "MISSED"
        against = f", against {row.rival}" if row.rival else ""
        lines.append(f"  {row.name:38}{row.ours:>11}{row.theirs:>11}{figure:>10}{aim:>10}  {verdict}{against}")
        if verdict == "MISSED" and row.cause:
            lines.append(f"      {row.cause}")
    return "\n".join(lines)


def plotted(title: str, points: Sequence[tuple[int, float]], unit: str, width: int = 44) -> str:
    """Return a text bar chart of values by story size.

    It includes the growth rates.
    """
    longest = max(figure for _, figure in points)
    lines = [title]
    before: tuple[int, float] | None = None
    for size, figure in points:
        bar = "#" * max(1, round(width * figure / longest))
        growth = f"  {figure / before[1]:.2f} × for {size / before[0]:g} ×" if before else ""
        lines.append(f"  {size:>7,} {bar:{width}} {figure:8.3g} {unit}{growth}")
        before = (size, figure)
    return "\n".join(lines)


def milliseconds(figures: Iterable[float]) -> str:
    """Format the median of values in seconds as milliseconds."""
    return f"{median(figures) * 1000:.1f} ms"


def megabytes(figures: Iterable[float]) -> str:
    """Format the median of values in megabytes."""
    return f"{median(figures):.1f} MB"
