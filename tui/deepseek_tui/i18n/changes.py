"""Definition of the interface texts for changes between two editions."""

from typing import NamedTuple

Forms = tuple[str, str]
"""The singular and the plural of a text."""


class ChangeWords(NamedTuple):
    """Interface texts for changes between editions.

    `{}` is replaced by a number, a name or a noun.
    """

    nouns: dict[str, Forms]
    """The nouns for the items of each list."""
    feminine: frozenset[str]
    """The lists whose nouns take feminine participles."""
    manners: dict[str, tuple[Forms, Forms]]
    """The participle for each kind of change: masculine, then feminine."""
    standing: Forms
    """The text for the number of items with a changed status or stage."""
    parts: dict[str, str]
    """The name of each part of a story, in a sentence that says that it changed."""
    part_titles: dict[str, str]
    part_changed: dict[str, str]
    """The word for a changed part, beside its title."""
    fields: dict[str, str]
    """The name of each field of the story format."""
    before: str
    """The label of the old value of a field."""
    now: str
    """The label of the new value of a field."""
    total: Forms
    """The text for the number of all changes."""
    none: str
    other_story: str
