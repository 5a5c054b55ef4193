"""Definition of the interface texts of search and filter."""

from typing import NamedTuple


class SearchWords(NamedTuple):
    """Interface texts of search and filter.

    `{}` is replaced by text, a number or a name.
    """

    title: str
    hint: str
    close: str
    found: tuple[str, str]
    pages: tuple[str, str]
    nothing: str
    never: str
    nearest: str
    drop: str
    fields: str
    values: str
    filter_hint: str
    filtered: str
    clears: str
    clears_filter: str
    """The longer description of the key that clears the filter."""
    quoted: str
    filter_none: str
    filter_keep: str
    filter_undo: str
    """The descriptions of two keys that work while a filter is typed."""
    filter_off: str
    """The message that the filter was cleared because it hid the item that the user went to."""
    walk: str
    walk_none: str
    context: str
    own_note: str
    kinds: dict[str, str]
    """The name of the items of each list of a story."""
    has: dict[str, str]
    """The values of the field `has:`, by their English names."""
    marked: dict[str, str]
    """The values of the field `is:`, by their English names."""
