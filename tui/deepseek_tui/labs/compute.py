"""The arithmetic of chips, hours and prices; every published number stands here with its source."""

from dataclasses import dataclass
from enum import Enum

from deepseek_tui.story.analysis.ratios import bound_of
from deepseek_tui.story.format.vocabulary import Bound

HOURS_A_DAY = 24


class RatioKind(Enum):
    """What a count of chips counts."""

    FLEET = "fleet"
    """Everything that somebody owns, whatever it is used for."""
    CLUSTER = "cluster"
    """The machines that one training ran on."""


@dataclass(frozen=True, slots=True)
class Count:
    """Somebody's count of chips that a context note of the story reports; the note carries its sources."""

    id: str
    chips: int
    bound: Bound
    kind: RatioKind
    note: str


ALTERNATIVES = (
    Count("wang", 50_000, Bound.EXACT, RatioKind.FLEET, "note-wang-count"),
    Count("semianalysis", 50_000, Bound.ABOUT, RatioKind.FLEET, "note-semianalysis-count"),
    Count("v3-cluster", 2_048, Bound.EXACT, RatioKind.CLUSTER, "note-v3-cluster"),
)
"""Other counts than the article's for the smaller fleet: Alexandr Wang (Mint, 2025-01-28), SemiAnalysis (DeepSeek Debates,
2025-01-31), and DeepSeek itself of the cluster that trained V3 (arXiv 2412.19437)."""

PLANS = (Count("zuckerberg", 1_300_000, Bound.MORE_THAN, RatioKind.FLEET, "note-meta-plan"),)
"""Other wordings of the larger fleet: Mark Zuckerberg's own, on 2025-01-24 (TweakTown)."""


@dataclass(frozen=True, slots=True)
class Training:
    """A training by its GPU hours, as a context note of the story reports them."""

    id: str
    hours: int
    note: str


TRAININGS = (
    Training("v3", 2_788_000, "note-v3-hours"),
    Training("llama", 30_840_000, "note-llama-hours"),
)
"""DeepSeek-V3 in H800 hours (arXiv 2412.19437, Table 1) and Llama 3.1 405B in H100 hours (Simon Willison, 2024-12-26)."""

PRICE = 2.0
"""Dollars for an hour of one H800, which the V3 report assumes (arXiv 2412.19437, Table 1)."""
MACHINES = 2_048
"""H800s that trained V3 (arXiv 2412.19437, section 3.1)."""

HOURS_PER_TRILLION = 180_000
"""H800 hours that V3's pre-training took for each trillion tokens (arXiv 2412.19437, section 1)."""
TRILLIONS = 14.8
"""Trillions of tokens that V3 was pre-trained on (arXiv 2412.19437)."""
EXTENSION, POST_TRAINING = 119_000, 5_000
"""H800 hours for the longer context, and for post-training (arXiv 2412.19437, Table 1)."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One count divided by another, and the bound that theirs leave to it."""

    value: float
    bound: Bound | None
    """None where a bound and an estimate leave nothing that can be said for sure."""
    category_error: bool
    """The two count different kinds of things."""


def ratio(
    larger: float, larger_bound: Bound, smaller: float, smaller_bound: Bound, kind: RatioKind = RatioKind.FLEET
) -> Ratio:
    """How many times a fleet holds another count of chips, which has to be a fleet too for that to mean anything.

    1,300,000 over fewer than 100,000 is more than 13: a bound under the line turns round. Raises ZeroDivisionError.
    """
    return Ratio(larger / smaller, bound_of(larger_bound, smaller_bound), kind is not RatioKind.FLEET)


def cost(hours: float, price: float) -> float:
    """Dollars for so many GPU hours at a price for each: 2,788,000 h × 2 $/h = 5,576,000 $."""
    return hours * price


def hours_each(hours: float, machines: float) -> float:
    """Hours that each of so many GPUs works, were none ever idle: 2,788,000 h / 2,048 = 1,361.3 h."""
    return hours / machines


def days(hours: float, machines: float) -> float:
    """Days that so many GPUs take at full occupancy: 2,788,000 h / 2,048 / 24 = 56.7."""
    return hours_each(hours, machines) / HOURS_A_DAY


def pre_training(trillions: float = TRILLIONS, per_trillion: float = HOURS_PER_TRILLION) -> float:
    """GPU hours for so many trillion tokens: 14.8 × 180,000 = 2,664,000."""
    return trillions * per_trillion
