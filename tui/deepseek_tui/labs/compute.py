"""Arithmetic of chip counts, GPU hours and prices, with published values."""

from dataclasses import dataclass
from enum import Enum

from deepseek_tui.story.analysis.ratios import bound_of
from deepseek_tui.story.format.vocabulary import Bound

HOURS_PER_DAY = 24


class RatioKind(Enum):
    """What a chip count covers, so that unlike counts are not compared."""

    FLEET = "fleet"
    """All chips that a company owns, whatever they are used for."""
    CLUSTER = "cluster"
    """The chips of the cluster that ran one training."""


@dataclass(frozen=True, slots=True)
class ChipCount:
    """Number of chips, as stated by a context note of the story."""

    id: str
    chips: int
    bound: Bound
    kind: RatioKind
    note: str


SMALLER_FLEET_COUNTS = (
    ChipCount("wang", 50_000, Bound.AS_PRINTED, RatioKind.FLEET, "note-wang-count"),
    ChipCount("semianalysis", 50_000, Bound.ABOUT, RatioKind.FLEET, "note-semianalysis-count"),
    ChipCount("v3-cluster", 2_048, Bound.AS_PRINTED, RatioKind.CLUSTER, "note-v3-cluster"),
)
"""Alternative counts of the smaller fleet, beside the article's.

Alexandr Wang (Mint, 2025-01-28), SemiAnalysis (DeepSeek Debates, 2025-01-31), and DeepSeek's count of the cluster
that trained V3 (arXiv 2412.19437).
"""

LARGER_FLEET_COUNTS = (ChipCount("zuckerberg", 1_300_000, Bound.MORE_THAN, RatioKind.FLEET, "note-meta-plan"),)
"""Alternative count of the larger fleet: Mark Zuckerberg, 2025-01-24 (TweakTown)."""


@dataclass(frozen=True, slots=True)
class Training:
    """GPU hours of training one model, as stated by a context note."""

    id: str
    hours: int
    note: str


TRAININGS = (
    Training("v3", 2_788_000, "note-v3-hours"),
    Training("llama", 30_840_000, "note-llama-hours"),
)
"""GPU hours of DeepSeek-V3 and Llama 3.1 405B.

DeepSeek-V3 in H800 hours (arXiv 2412.19437, Table 1), Llama 3.1 405B in H100 hours (Simon Willison, 2024-12-26).
"""

PRICE_PER_GPU_HOUR = 2.0
"""Price of one H800 hour in US dollars.

The V3 report assumes it (arXiv 2412.19437, Table 1).
"""
V3_GPUS = 2_048
"""Number of H800 GPUs that trained V3 (arXiv 2412.19437, section 3.1)."""

V3_HOURS_PER_TRILLION_TOKENS = 180_000
"""H800 hours of V3's pre-training per trillion tokens (arXiv 2412.19437, section 1)."""
V3_TRILLION_TOKENS = 14.8
"""Trillions of tokens of V3's pre-training (arXiv 2412.19437)."""
CONTEXT_EXTENSION_HOURS, POST_TRAINING_HOURS = 119_000, 5_000
"""H800 hours of context extension and of post-training (arXiv 2412.19437, Table 1)."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Ratio of two chip counts, exact or with a bound.

    A bound is for example "more than".
    """

    value: float
    bound: Bound | None
    """Bound of the ratio, or None when it cannot be determined."""
    category_error: bool
    """Whether the two counts cover different things, such as a company's chips and one cluster."""


def ratio(
    larger: float, larger_bound: Bound, smaller: float, smaller_bound: Bound, kind: RatioKind = RatioKind.FLEET
) -> Ratio:
    """Return the ratio of two chip counts, with its bound.

    1,300,000 over fewer than 100,000 is more than 13: a bound on the divisor is reversed. The ratio is a category
    error unless `kind`, the kind of the smaller count, is a fleet. Raises ZeroDivisionError when `smaller` is 0.
    """
    return Ratio(larger / smaller, bound_of(larger_bound, smaller_bound), kind is not RatioKind.FLEET)


def training_cost(hours: float, price: float) -> float:
    """Return the cost of training a model, in dollars.

    `hours` in GPU hours, `price` in dollars per GPU hour: 2,788,000 h × 2 $/h = 5,576,000 $.
    """
    return hours * price


def hours_per_gpu(hours: float, machines: float) -> float:
    """Return the hours that each GPU of a cluster works, without pauses.

    2,788,000 h / 2,048 = 1,361.3 h.
    """
    return hours / machines


def training_days(hours: float, machines: float) -> float:
    """Return the duration of a training in days, without pauses.

    2,788,000 h / 2,048 / 24 = 56.7 days.
    """
    return hours_per_gpu(hours, machines) / HOURS_PER_DAY


def pre_training_hours(trillions: float = V3_TRILLION_TOKENS, per_trillion: float = V3_HOURS_PER_TRILLION_TOKENS) -> float:
    """Return the GPU hours of DeepSeek-V3's pre-training.

    14.8 trillion tokens × 180,000 h = 2,664,000 h.
    """
    return trillions * per_trillion
