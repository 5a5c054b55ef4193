"""The words of search and filter."""

from typing import NamedTuple


class SearchWords(NamedTuple):
    """What search and filter say; `{}` takes words, a number or a name."""

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
    """What a key does, where there is little room and where there is more."""
    quoted: str
    filter_none: str
    filter_keep: str
    filter_undo: str
    """What two keys do while a filter is typed, in a word or two."""
    filter_off: str
    """Said where the reader went to an item that the filter left out."""
    walk: str
    walk_none: str
    context: str
    own_note: str
    kinds: dict[str, str]
    """What the items of each list of a story are called, by the list's name."""
    has: dict[str, str]
    """The values of the field `has:`, by their English names."""
    marked: dict[str, str]
    """The values of the field `is:`, by their English names."""
