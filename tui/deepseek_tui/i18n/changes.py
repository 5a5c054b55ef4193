"""The words of what changed between two editions of a story."""

from typing import NamedTuple

Forms = tuple[str, str]
"""Singular and plural."""


class ChangeWords(NamedTuple):
    """What is said of changes; `{}` takes a number, a name or what a participle qualifies."""

    nouns: dict[str, Forms]
    """What the items of each list are called."""
    feminine: frozenset[str]
    """The lists whose nouns take feminine participles."""
    manners: dict[str, tuple[Forms, Forms]]
    """The participle for each manner: masculine, then feminine."""
    standing: Forms
    """How many items stand otherwise."""
    parts: dict[str, str]
    """A part of the story that changed, in a sentence."""
    part_titles: dict[str, str]
    part_changed: dict[str, str]
    """That a part changed, beside its title."""
    fields: dict[str, str]
    """What each field of the format is called."""
    before: str
    """Before the old words of a field."""
    now: str
    """Before its new words."""
    none: str
    other_story: str
