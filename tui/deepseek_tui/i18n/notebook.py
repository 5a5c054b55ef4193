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
    """Added where the journal had marks of a notebook that was damaged or lost."""
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
    not_saved: str
    """Stands in the header while another program uses the notebook."""
    not_saved_at_exit: str
    """Printed when the program ends meanwhile; `{path}` is the journal."""
    lost_at_exit: str
    """Printed where the journal could not be written either."""
    gone_at_exit: str
    """`{loss}` in the trouble of a notebook that cannot be written."""
    kept_in_journal: str
    """The same where the journal can be written."""
    trouble: dict[str, str]
    """What became of a file, by the value of `reader.trouble.Kind`."""
