"""Declarations of the GRPO lab's controls and command-line options."""

from deepseek_tui.labs.control import Option, StepScale
from deepseek_tui.labs.grpo.settings import BOUNDS
from deepseek_tui.story.format.messages import Message

SETTING_NAMES = {
    "arms": "arms",
    "group": "group",
    "lr": "rate",
    "steps": "steps",
    "updates": "updates",
    "low": "low",
    "high": "high",
    "beta": "beta",
    "reference": "reference",
    "seed": "seed",
}
"""Training setting set by each control, by control id."""


def _training(id: str, about: Message, unit: str, step_scale: StepScale = StepScale.EVEN, step_size: float = 1) -> Option:
    """Declare a control for a training setting, with its bounds."""
    bounds = BOUNDS[SETTING_NAMES[id]]
    return Option(id, about, unit, (), bounds.minimum, bounds.maximum, bounds.whole, step_scale, step_size)


OPTIONS: tuple[Option, ...] = (
    *(
        Option(
            f"r{number}",
            Message("reward of answer {} in the group of four", number),
            "reward",
            (),
            -1000,
            1000,
            whole=False,
            step_size=0.5,
        )
        for number in range(1, 5)
    ),
    Option(
        "divisor",
        Message("what divides a token's share: the answer's length, all tokens or a constant"),
        choices=("answer", "tokens", "constant"),
    ),
    Option(
        "deviation", Message("the standard deviation that divides the advantages"), choices=("population", "bessel", "none")
    ),
    _training("arms", Message("possible answers, one of them right"), "answers", StepScale.DOUBLE),
    _training("group", Message("answers sampled at each step"), "answers", StepScale.DOUBLE),
    _training("lr", Message("learning rate"), "logits per unit of gradient", StepScale.ROUND),
    _training("steps", Message("groups sampled"), "groups", StepScale.ROUND),
    _training("updates", Message("updates per group"), "updates", StepScale.DOUBLE),
    _training("low", Message("lower epsilon: the ratio is clipped at 1 - low"), "ratio", step_size=0.05),
    _training("high", Message("upper epsilon: the ratio is clipped at 1 + high"), "ratio", step_size=0.05),
    _training("beta", Message("weight of the divergence from the reference"), "reward per nat", step_size=0.1),
    _training(
        "reference", Message("probability of the right answer in the reference; 0 for 1/arms"), "probability", step_size=0.05
    ),
    _training("seed", Message("random seed"), "seed"),
    Option(
        "parameters",
        Message("size of the policy, for the memory estimate"),
        "billion parameters",
        (),
        0.001,
        10_000,
        whole=False,
        step_scale=StepScale.ROUND,
    ),
)
