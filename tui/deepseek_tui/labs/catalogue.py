"""The labs by name: what each is about and takes on the command line; a lab itself is made when it is asked for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from deepseek_tui.labs.lab import Lab
    from deepseek_tui.panes.render_context import RenderContext


@dataclass(frozen=True, slots=True)
class Option:
    """A control of a lab as an option of the command line: its id is the control's, its unit plain English."""

    id: str
    help: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    """What it can be, where it is no number."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A lab as the command line knows it."""

    words: str
    example: str
    options: tuple[Option, ...]
    runs: Option | None = None
    """The option that asks for the long work; none where a lab has none, or does it unasked."""


LABS: dict[str, Entry] = {
    "compute": Entry(
        Message("counts of chips beside each other, hours times price"),
        "deepseek-tui lab compute --count wang",
        (
            Option(
                "count",
                Message("who counts the smaller fleet"),
                choices=("article", "wang", "semianalysis", "v3-cluster", "own"),
            ),
            Option("chips", Message("the smaller fleet, as a count of your own"), "chips"),
            Option("plan", Message("who counts the larger fleet"), choices=("article", "zuckerberg", "own")),
            Option("rival", Message("the larger fleet, as a count of your own"), "chips"),
            Option("training", Message("whose hours"), choices=("v3", "llama", "own")),
            Option("hours", Message("hours of training, summed over all GPUs"), "GPU hours"),
            Option("price", Message("what an hour of one GPU costs"), "US dollars per GPU hour"),
            Option("machines", Message("GPUs that train at the same time"), "GPUs"),
        ),
    ),
    "mla": Entry(
        Message("the memory of a key-value cache under four attention schemes"),
        "deepseek-tui lab mla --preset deepseek-v3 --context 131072",
        (
            Option(
                "preset",
                Message("a model, which sets the six sizes"),
                choices=(
                    "deepseek-v3",
                    "deepseek-v2",
                    "deepseek-v2-lite",
                    "deepseek-67b",
                    "llama-3.1-405b",
                    "llama-3.1-70b",
                    "own",
                ),
            ),
            Option("layers", Message("layers"), "layers"),
            Option("heads", Message("attention heads"), "heads"),
            Option("kv_heads", Message("key-value heads of the grouped scheme"), "heads"),
            Option("head", Message("size of a head"), "elements"),
            Option("latent", Message("size of the latent"), "elements"),
            Option("rotary", Message("size of the decoupled rotary key"), "elements"),
            Option("context", Message("length of the context"), "tokens"),
            Option("bytes", Message("bytes for each cached element"), "bytes", ("2", "1", "0.75")),
            Option("memory", Message("memory to fill with the cache"), "GB (10^9 bytes)"),
        ),
        Option("proof", Message("decode small layers naively and absorbed, and compare")),
    ),
    "grpo": Entry(
        Message("advantages of a group of answers, a policy that learns from them, a critic's memory"),
        "deepseek-tui lab grpo --arms 8 --group 64 --lr 0.5 --steps 200 --seed 1",
        (
            *(
                Option(f"r{number}", Message("what answer {} of the group of four earns", number), "reward")
                for number in range(1, 5)
            ),
            Option(
                "divisor",
                Message("what a token's share is divided by, the answer's length, all tokens or one constant"),
                choices=("answer", "tokens", "constant"),
            ),
            Option(
                "deviation", Message("which deviation advantages are divided by"), choices=("population", "bessel", "none")
            ),
            Option("arms", Message("answers that there are to choose from, one of them right"), "answers"),
            Option("group", Message("answers drawn for each step"), "answers"),
            Option("lr", Message("learning rate"), "logits per unit of gradient"),
            Option("steps", Message("groups that are drawn"), "groups"),
            Option("updates", Message("updates made with one group"), "updates"),
            Option("low", Message("epsilon below: the ratio is clipped at 1 - low"), "ratio"),
            Option("high", Message("epsilon above: the ratio is clipped at 1 + high"), "ratio"),
            Option("beta", Message("weight of the divergence from the reference"), "reward per nat"),
            Option("reference", Message("what the reference gives to the right answer; 0 for 1/arms"), "probability"),
            Option("seed", Message("where the random numbers start"), "seed"),
            Option("parameters", Message("size of the policy, for the memory"), "billion parameters"),
        ),
    ),
}
"""Every lab by its name, in the order in which they are listed."""


def lab_of(name: str, reading: "RenderContext") -> "Lab":
    """The lab of this name, for a reading; KeyError where there is none."""
    match name:
        case "compute":
            from deepseek_tui.labs.compute_lab import ComputeLab

            return ComputeLab(reading)
        case "mla":
            from deepseek_tui.labs.mla_lab import MlaLab

            return MlaLab(reading)
        case "grpo":
            from deepseek_tui.labs.grpo.lab import GrpoLab

            return GrpoLab(reading)
        case _:
            raise KeyError(name)


def lab_for(ref: str, reading: "RenderContext") -> "Lab | None":
    """The lab that demonstrates an item of the story, if it is an innovation that names one."""
    item = reading.index.items.get(ref)
    name = getattr(item, "lab", None)
    return lab_of(name.value, reading) if name is not None and name.value in LABS else None
