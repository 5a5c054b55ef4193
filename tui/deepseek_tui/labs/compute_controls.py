"""The controls of the compute lab, declared once for the lab and for the command line."""

from deepseek_tui.labs.control import Option, StepScale

MOST = 1_000_000_000

OPTIONS: tuple[Option, ...] = (
    Option("count", "who counts the smaller fleet", choices=("article", "wang", "semianalysis", "v3-cluster", "own")),
    Option("chips", "the smaller fleet, as a count of your own", "chips", (), 1, MOST, ladder=StepScale.ROUND),
    Option("plan", "who counts the larger fleet", choices=("article", "zuckerberg", "own")),
    Option("rival", "the larger fleet, as a count of your own", "chips", (), 1, MOST, ladder=StepScale.ROUND),
    Option("training", "whose hours", choices=("v3", "llama", "own")),
    Option(
        "hours", "hours of training, summed over all GPUs", "GPU hours", (), 1, 1_000_000_000_000, ladder=StepScale.ROUND
    ),
    Option("price", "what an hour of one GPU costs", "US dollars per GPU hour", (), 0, 1_000, whole=False, by=0.25),
    Option("machines", "GPUs that train at the same time", "GPUs", (), 1, MOST, ladder=StepScale.DOUBLE),
)
