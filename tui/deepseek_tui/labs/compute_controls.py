"""Declarations of the compute lab's controls and command-line options."""

from deepseek_tui.labs.control import Option, StepScale
from deepseek_tui.story.format.messages import Message

MOST = 1_000_000_000

OPTIONS: tuple[Option, ...] = (
    Option(
        "count", Message("who counts the smaller fleet"), choices=("article", "wang", "semianalysis", "v3-cluster", "own")
    ),
    Option("chips", Message("the smaller fleet, as your own number"), "chips", (), 1, MOST, step_scale=StepScale.ROUND),
    Option("plan", Message("who counts the larger fleet"), choices=("article", "zuckerberg", "own")),
    Option("rival", Message("the larger fleet, as your own number"), "chips", (), 1, MOST, step_scale=StepScale.ROUND),
    Option("training", Message("the training that the hours are for"), choices=("v3", "llama", "own")),
    Option(
        "hours",
        Message("hours of training, summed over all GPUs"),
        "GPU hours",
        (),
        1,
        1_000_000_000_000,
        step_scale=StepScale.ROUND,
    ),
    Option(
        "price",
        Message("price of one GPU hour"),
        "US dollars per GPU hour",
        (),
        0,
        1_000,
        whole=False,
        step_size=0.25,
    ),
    Option("machines", Message("GPUs that train at the same time"), "GPUs", (), 1, MOST, step_scale=StepScale.DOUBLE),
)
