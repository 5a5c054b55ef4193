"""Definition of the interface texts for evidence and grouping."""

from typing import NamedTuple


class EvidenceWords(NamedTuple):
    """Interface texts for evidence and grouping.

    `{}` is replaced by a number or a name.
    """

    title: str
    close: str
    place: str
    also: str
    none: str
    rests_on: str
    single: str
    speakers: str
    independent: tuple[str, str]
    none_independent: str
    asked_by_editor: str
    passage: str
    passage_in_story: str
    rejected: str
    no_text: str
    no_text_palette: str
    paragraph: str
    edited: str
    not_recognised: str
    partly: str
    outdated: str
    alone: str
    supported: tuple[str, str]
    lenses: dict[str, str]
    by: str
    no_speaker: str
    no_topic: str
    no_paragraph: str
    also_yields: str
    ratio: str
    ledger: tuple[str, ...]
    since: str
    touches: str
