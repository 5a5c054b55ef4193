"""What a run of training is made with, and between which bounds each value makes sense."""

from dataclasses import dataclass, fields
from enum import StrEnum


class Deviation(StrEnum):
    """What a reward's distance from the mean is divided by; the papers do not say which deviation they mean."""

    POPULATION = "population"
    """√(Σ(r − mean)² / G), the group taken as the whole."""
    BESSEL = "bessel"
    """√(Σ(r − mean)² / (G − 1)), the group taken as a sample; what TRL does."""
    NONE = "none"
    """Nothing: the remedy of Dr. GRPO (arXiv 2503.20783)."""


@dataclass(frozen=True)
class Bounds:
    """Between which values a setting makes sense."""

    least: float
    most: float
    whole: bool = False
    """Whole numbers only."""

    def hold(self, value: float) -> bool:
        """Whether a value makes sense; infinity and what is not a number never do."""
        return self.least <= value <= self.most and not (self.whole and value != int(value))


BOUNDS = {
    "arms": Bounds(2, 1000, whole=True),
    "group": Bounds(2, 4096, whole=True),
    "rate": Bounds(1e-9, 100),
    "steps": Bounds(1, 10_000, whole=True),
    "updates": Bounds(1, 16, whole=True),
    "low": Bounds(0.001, 10),
    "high": Bounds(0.001, 10),
    "beta": Bounds(0, 10),
    "reference": Bounds(0, 0.999),
    "seed": Bounds(0, 2**32 - 1, whole=True),
}
"""The bounds of each setting by its name. ε goes to 10 because R1's first stage was published with it."""


class SettingOutOfRangeError(ValueError):
    """A setting outside its bounds; `name` says which, `value` what it was. Its sentence is in `i18n.grpo`."""

    def __init__(self, name: str, value: object) -> None:
        super().__init__(f"{name}={value}")
        self.name = name
        self.value = value


@dataclass(frozen=True)
class TrainingSettings:
    """One run: a softmax policy over `arms` answers, one of them right, trained by GRPO.

    Raises `UnreasonableError` for the first value that is outside its bounds.
    """

    arms: int = 8
    """K, the number of answers there are; the policy starts out even, at 1/K each."""
    group: int = 64
    """G, how many answers are drawn for each step."""
    rate: float = 0.5
    """The learning rate: how far the logits go along the gradient in one update."""
    steps: int = 60
    """How many groups are drawn."""
    updates: int = 1
    """Updates made with one group. With one, as in DeepSeekMath, ρ is 1 and the clip is never in play."""
    low: float = 0.2
    """ε below: the ratio ρ is clipped at 1 − low."""
    high: float = 0.2
    """ε above: the ratio ρ is clipped at 1 + high."""
    beta: float = 0.0
    """β, the weight of the divergence from the reference."""
    reference: float = 0.0
    """What the reference gives to the right answer, a probability; 0 stands for 1/K, the policy at the start."""
    deviation: Deviation = Deviation.POPULATION
    seed: int = 1
    """Where the random numbers start; the same seed gives the same run."""

    def __post_init__(self) -> None:
        for field in fields(self):
            bounds, value = BOUNDS.get(field.name), getattr(self, field.name)
            if bounds is not None and not bounds.hold(value):
                raise SettingOutOfRangeError(field.name, value)

    @property
    def anchor(self) -> float:
        """What the reference gives to the right answer, with 1/K written out."""
        return self.reference or 1 / self.arms
