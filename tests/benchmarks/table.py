"""The table: a figure, what it was measured against, and the aim that it meets or misses."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import isfinite
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Row:
    """One figure and its aim."""

    group: str
    name: str
    rival: str
    """What it is measured against, in the same run; empty where the figure stands for itself."""
    ours: str
    theirs: str
    figure: float
    aim: float
    unit: str = "×"
    at_least: bool = False
    """Whether the aim is the least that will do, and not the most."""
    cause: str = ""
    """Why the aim is missed, where it is."""

    @property
    def met(self) -> bool:
        """Whether the aim is reached by the figure as it is printed: what is smaller than that is no difference."""
        figure = round(self.figure, 2)
        return figure >= self.aim if self.at_least else figure <= self.aim

    def as_json(self) -> dict[str, Any]:
        """The row for machines."""
        return asdict(self) | {"met": self.met}


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of runs that stood side by side; where the rival's figure is nothing, of the excess."""
    return median(one / other if other else 1.0 + one for one, other in zip(ours, theirs, strict=True))


def printed(rows: Iterable[Row]) -> str:
    """The rows as a table, aim beside figure."""
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
    """Figures against sizes, one bar a size, and by how much each grew for how much more there was."""
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
    """The median of some seconds, in milliseconds."""
    return f"{median(figures) * 1000:.1f} ms"


def megabytes(figures: Iterable[float]) -> str:
    """The median of some megabytes."""
    return f"{median(figures):.1f} MB"
