"""English interface texts for the user's notes and files."""

from deepseek_tui.i18n.notebook import NotebookWords

WORDS = NotebookWords(
    between="— also written, at the same time —",
    too_long="A note holds at most {most} characters; this one has {length}. Shorten it, or split it between two items.",
    recovered=(
        "A note left unsaved when the program ended was recovered.",
        "{0} notes left unsaved when the program ended were recovered.",
    ),
    gone=(
        "One of your annotations is on an item that is no longer in the story.",
        "{0} of your annotations are on items that are no longer in the story.",
    ),
    saved=(
        "One annotation was restored from the journal.",
        "{0} annotations were restored from the journal.",
    ),
    bookmarked="bookmarked",
    your_note="Your note",
    readers="Reader’s annotations",
    readers_note="Reader’s note",
    item_gone="This item is no longer in the story.",
    items_gone="On items no longer in the story",
    nothing="You have no bookmarks or notes in this story.",
    unread="Your notebook can’t be read in full, and annotations may be missing here: {path}. The dashboard repairs "
    "it when it opens; --no-mine leaves your annotations out.",
    count_bookmarks=("{} bookmark", "{} bookmarks"),
    count_notes=("{} note", "{} notes"),
    no_notebook="There is no notebook for bookmarks and notes.",
    no_item="There is no item to annotate here.",
    marked="Bookmark added.",
    unmarked="Bookmark removed.",
    editor_title="Your note",
    editor_close="Saved as you type · Esc closes",
    not_saved="not saved yet: the notebook is in use",
    not_saved_at_exit="Another program is still using your notebook. Your last bookmarks and notes are in {path}; "
    "the next start adds them to the notebook.",
    lost_at_exit="Another program is still using your notebook, and {path} can’t be written: your last bookmarks "
    "and notes are lost.",
    gone_at_exit="Bookmarks and notes made now are lost when you quit",
    kept_in_journal="Bookmarks and notes made now are kept in {journal} and added to the notebook later",
    trouble={
        "damaged": "Your notebook was damaged: it was kept as {aside}, and a new one was started.",
        "foreign": "{path} was not a notebook of this program: it was kept as {aside}, and a new one was started.",
        "newer": "Your notebook was written by a newer version of the program: it was kept as {aside}, and a new "
        "one was started.",
        "missing": "Your notebook was no longer at {path}: a new one was started.",
        "read-only": "{loss}: no permission to write {path}.",
        "no-place": "{loss}: the folder of {path} does not exist and can’t be created.",
        "full": "{loss}: the disk of {path} is full.",
        "busy": "{loss}: {path} is in use by another program.",
        "other": "{loss}: {path} can’t be used ({reason}).",
        "visit-damaged": "The record of where you stopped was damaged: it was kept as {aside}.",
        "seen-damaged": "The copy of the edition you last read was damaged: it was kept as {aside}, and the changes "
        "since then are unknown.",
    },
)
