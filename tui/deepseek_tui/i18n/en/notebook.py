"""Words about the reader's own notes and files, in English."""

from deepseek_tui.i18n.notebook import NotebookWords

WORDS = NotebookWords(
    between="— also written, at the same time —",
    too_long="A note holds {most} characters, and this one has {length}: shorten it, or part it between two items.",
    recovered=(
        "A note that was being written when the program ended is here again.",
        "{0} notes that were being written when the program ended are here again.",
    ),
    gone=(
        "One of your marks is on an item that the story no longer has.",
        "{0} of your marks are on items that the story no longer has.",
    ),
    saved=("One mark was restored from the journal.", "{0} marks were restored from the journal."),
    bookmarked="bookmarked",
    your_note="Your note",
    readers="Reader’s marks",
    readers_note="Reader’s note",
    item_gone="The story no longer has the item that this was on.",
    items_gone="On items that the story no longer has",
    nothing="You have marked nothing in this story.",
    unread="Your notebook can’t be read whole, and marks of yours may be missing here: {path}. The dashboard puts it in "
    "order when it opens; --no-mine leaves your marks out.",
    count_bookmarks=("{} bookmark", "{} bookmarks"),
    count_notes=("{} note", "{} notes"),
    no_notebook="There is no notebook here to keep marks and notes in.",
    no_item="There is nothing here to mark.",
    marked="Bookmarked.",
    unmarked="No longer bookmarked.",
    editor_title="Your note",
    editor_close="Saved as you type · Esc closes",
    not_saved="not saved yet: the notebook is in use",
    not_saved_at_exit="Another program is still using your notebook. Your last bookmarks and notes are in {path}; the next "
    "start adds them to the notebook.",
    lost_at_exit="Another program is still using your notebook, and {path} can’t be written: your last bookmarks and notes "
    "are lost.",
    gone_at_exit="What you mark or note now is gone when you quit",
    kept_in_journal="What you mark or note now is kept in {journal} and joins the notebook later",
    trouble={
        "damaged": "Your notebook was damaged: it is kept as {aside}, and a new one is begun.",
        "foreign": "{path} was no notebook of this program: it is kept as {aside}, and a new one is begun.",
        "newer": "Your notebook was written by a newer version of the program: it is kept as {aside}, "
        "and a new one is begun.",
        "missing": "Your notebook was no longer at {path}: a new one is begun.",
        "read-only": "{loss}: {path} can’t be written, for lack of permission.",
        "no-place": "{loss}: the folder of {path} is not there and can’t be made.",
        "full": "{loss}: the disk of {path} is full.",
        "busy": "{loss}: {path} is held by another program.",
        "other": "{loss}: {path} can’t be used ({reason}).",
        "visit-damaged": "The file that says where you were was damaged: it is kept as {aside}.",
        "seen-damaged": "The copy of the story as you last read it was damaged: it is kept as {aside}, "
        "and what changed since is not known.",
    },
)
