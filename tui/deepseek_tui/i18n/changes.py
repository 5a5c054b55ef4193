"""Definition of the interface texts for changes between two editions."""

from typing import NamedTuple

Forms = tuple[str, str]
"""Singular and plural."""


class ChangeWords(NamedTuple):
    """The interface texts for changes; `{}` is replaced by a number, a name or a noun."""

    nouns: dict[str, Forms]
    """The nouns for the items of each list."""
    feminine: frozenset[str]
    """The lists whose nouns take feminine participles."""
    manners: dict[str, tuple[Forms, Forms]]
    """The participle for each kind of change: masculine, then feminine."""
    standing: Forms
    """The number of items with a changed status or stage."""
    parts: dict[str, str]
    """A part of the story that changed, in a sentence."""
    part_titles: dict[str, str]
    part_changed: dict[str, str]
    """The word for a changed part, beside its title."""
    fields: dict[str, str]
    """The name of each field of the format."""
    before: str
    """The label of the old value of a field."""
    now: str
    """The label of its new value."""
    total: Forms
    """The number of all changes."""
    none: str
    other_story: str
