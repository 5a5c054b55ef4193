"""Settings of a GRPO training run, and the bounds of each setting."""

from dataclasses import dataclass, fields
from enum import StrEnum


class Deviation(StrEnum):
    """The kind of standard deviation by which rewards are divided.

    The papers do not say which one they use.
    """

    POPULATION = "population"
    """√(Σ(r − mean)² / G), the population standard deviation."""
    BESSEL = "bessel"
    """√(Σ(r − mean)² / (G − 1)), the sample standard deviation, as in TRL."""
    NONE = "none"
    """No division, as in Dr. GRPO (arXiv 2503.20783)."""


@dataclass(frozen=True)
class Bounds:
    """The smallest and the largest valid value of a training setting."""

    minimum: float
    maximum: float
    whole: bool = False
    """Whether only whole numbers are valid."""

    def contains(self, value: float) -> bool:
        """Return whether a value is within the bounds.

        Infinity and NaN never are.
        """
        return self.minimum <= value <= self.maximum and not (self.whole and value != int(value))


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
"""Bounds of each setting by name.

ε goes up to 10 because the first stage of R1 was published with that value.
"""


class SettingOutOfRangeError(ValueError):
    """Raised for a training setting outside its bounds.

    `name` is the setting.
    """

    def __init__(self, name: str, value: object) -> None:
        super().__init__(f"{name}={value}")
        self.name = name


@dataclass(frozen=True)
class TrainingSettings:
    """Settings of one GRPO training of a softmax policy.

    One of `arms` answers is right. Raises SettingOutOfRangeError for the first value outside its bounds.
    """

    arms: int = 8
    """K, the number of possible answers.

    The policy starts uniform, at 1/K each.
    """
    group: int = 64
    """G, the number of answers sampled per step."""
    rate: float = 0.5
    """Learning rate: step size of the logits along the gradient per update."""
    steps: int = 60
    """Number of groups sampled."""
    updates: int = 1
    """Updates per group.

    With one, as in DeepSeekMath, ρ is 1 and the clip has no effect.
    """
    low: float = 0.2
    """Lower ε: the ratio ρ is clipped at 1 − low."""
    high: float = 0.2
    """Upper ε: the ratio ρ is clipped at 1 + high."""
    beta: float = 0.0
    """β, the weight of the divergence from the reference policy."""
    reference: float = 0.0
    """Probability of the right answer under the reference policy.

    0 stands for 1/K, the initial policy.
    """
    deviation: Deviation = Deviation.POPULATION
    seed: int = 1
    """Seed of the random numbers; the same seed gives the same run."""

    def __post_init__(self) -> None:
        for field in fields(self):
            bounds, value = BOUNDS.get(field.name), getattr(self, field.name)
            if bounds is not None and not bounds.contains(value):
                raise SettingOutOfRangeError(field.name, value)

    @property
    def reference_probability(self) -> float:
        """Probability of the right answer under the reference policy.

        It is 1/K by default.
        """
        return self.reference or 1 / self.arms
