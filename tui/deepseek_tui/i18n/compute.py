"""Definition of the interface texts of the compute lab."""

from typing import NamedTuple


class ComputeWords(NamedTuple):
    """The interface texts of the compute lab."""

    title: str
    labels: dict[str, str]
    abouts: dict[str, str]
    units: dict[str, str]
    choices: dict[str, dict[str, str]]
    bars: dict[str, str]
    own_bar: str
    smaller: str
    larger: str
    steps: dict[str, str]
    beside: str
    caption: str
    quotient: str
    bounds: dict[str, str]
    no_bound: str
    fewer: str
    means_mark: str
    means: str
    not_mark: str
    not_means: str
    error_title: str
    error: str
    own_number: str
    own_cluster: str
    hours_title: str
    cost_label: str
    cost: str
    time_label: str
    time: str
    parts_label: str
    parts: str
    leaves_out: str
    llama_label: str
    llama: str
    other_counts: str
    shows: str
    not_from: str
