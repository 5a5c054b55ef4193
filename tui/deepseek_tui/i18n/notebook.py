"""Definition of the interface texts for annotations and the user's files."""

from typing import NamedTuple


class NotebookWords(NamedTuple):
    """Interface texts for the user's files.

    Fields such as `{path}` are replaced.
    """

    between: str
    """The line between two conflicting versions of a note."""
    too_long: str
    recovered: tuple[str, str]
    """The message about notes recovered after a crash; `{0}` is their number."""
    gone: tuple[str, str]
    """The message about annotations whose item no longer exists."""
    saved: tuple[str, str]
    """The message about annotations restored from the journal."""
    bookmarked: str
    your_note: str
    readers: str
    """The heading of annotations in an export that others may read."""
    readers_note: str
    item_gone: str
    items_gone: str
    nothing: str
    """The text of the section of annotations when it is empty."""
    unread: str
    """The message of a command that reads a notebook it cannot write; `{path}` is the notebook."""
    count_bookmarks: tuple[str, str]
    count_notes: tuple[str, str]
    no_notebook: str
    no_item: str
    marked: str
    unmarked: str
    editor_title: str
    editor_close: str
    not_saved: str
    """The header's warning while another program locks the notebook."""
    not_saved_at_exit: str
    """The message on exit with unsaved annotations; `{path}` is the journal."""
    lost_at_exit: str
    """The message on exit if the journal could not be written either."""
    gone_at_exit: str
    """The value of `{loss}` in the error about a notebook that cannot be written."""
    kept_in_journal: str
    """The value of `{loss}` in that error if the journal can be written."""
    trouble: dict[str, str]
    """The message of each kind of storage error, by its value."""
