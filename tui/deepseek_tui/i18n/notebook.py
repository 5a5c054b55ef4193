"""The words of what the reader keeps: marks and notes, where they were, and what can go wrong with the files of these."""

from typing import NamedTuple


class NotebookWords(NamedTuple):
    """What is said of the reader's own files; `{path}`, `{aside}` and the like are filled in."""

    between: str
    """A line of its own between two texts of one note that were written at the same time."""
    too_long: str
    recovered: tuple[str, str]
    """Said when the program opens after a crash, of one note and of several; `{0}` is how many."""
    gone: tuple[str, str]
    """Said of marks whose item the story has no more."""
    saved: tuple[str, str]
    """Added where marks could be read in a file that was put aside."""
    bookmarked: str
    your_note: str
    readers: str
    """What is called yours on the screen, where others may read it, as in an export."""
    readers_note: str
    item_gone: str
    items_gone: str
    nothing: str
    """Stands in the section of the reader's marks where there are none."""
    unread: str
    """Said by a command that only reads; `{path}` is the notebook."""
    count_bookmarks: tuple[str, str]
    count_notes: tuple[str, str]
    no_notebook: str
    no_item: str
    marked: str
    unmarked: str
    editor_title: str
    editor_close: str
    trouble: dict[str, str]
    """What became of a file, by the value of `reader.trouble.Kind`."""
