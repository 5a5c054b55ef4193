"""Definition of the interface texts of the GRPO lab."""

from typing import NamedTuple


class GrpoWords(NamedTuple):
    """Interface texts of the GRPO lab.

    Names in braces are replaced by values.
    """

    title: str
    parts: dict[str, str]
    """The headings of the controls and the page, by part."""
    short: dict[str, str]
    """The names of the parts in a word or two, for the footer."""
    labels: dict[str, str]
    abouts: dict[str, str]
    units: dict[str, str]
    choices: dict[str, dict[str, str]]
    refused: dict[str, str]
    """The reasons for refusing a value that is too small, by control."""
    steps: dict[str, str]
    keys: dict[str, str]

    # The following texts describe the group of answers.
    question: str
    made_up: str
    advantage_head: tuple[str, ...]
    bars_caption: str
    sums: str
    no_sums: str
    silence: str
    conventions: str
    divided_by: str
    convention_names: tuple[str, str, str, str]
    not_stated: str
    tokens: str
    token_head: tuple[str, ...]
    divisors: dict[str, str]

    # The following texts describe the training.
    idle: str
    state: dict[str, str]
    fields: dict[str, str]
    chance: str
    last_group: str
    last_silent: str
    silent: str
    pull: str
    clipped: str
    never_clipped: str
    loss: str
    divergence: str
    rest: str
    escaped: str
    table_head: tuple[str, str, str, str]
    legend_line: str
    legend_alone: str
    axis: str
    about_limit: str
    hardness: str
    hardness_head: tuple[str, str, str]
    hardness_words: dict[str, str]

    # The following texts describe the critic and the memory of the training schemes.
    schemes: dict[str, str]
    gigabytes: str
    memory_caption: str
    memory_caveats: tuple[str, ...]
    critic: str
    published: dict[str, str]
    published_title: str
    published_note: str
    critics_title: str
    critics: dict[str, str]
    shows: str
