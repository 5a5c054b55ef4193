"""Read access to the notebook for commands that must not change it."""

import os
from contextlib import closing
from pathlib import Path

from deepseek_tui.panes.annotations import NO_ANNOTATIONS, Annotations
from deepseek_tui.user_data.annotation_edit import SEPARATOR, apply_edits
from deepseek_tui.user_data.notebook_journal import JOURNAL_ERRORS, Journal, JournalContent, journal_path


def read_annotations(file: Path, story: str, separator: str = SEPARATOR) -> tuple[Annotations, bool]:
    """Return the annotations of a story, without changing the notebook.

    Return also whether every annotation could be read. Pending edits come from the journal; of a damaged notebook all
    of them do. No file is created or changed, and SQLite is imported only when there is a notebook.
    """
    try:
        journal = Journal(journal_path(file)).read()
    except JOURNAL_ERRORS:
        journal = JournalContent(is_intact=False)
    stored = _read_stored(file, story) if os.path.lexists(file) else NO_ANNOTATIONS
    edits = [edit for edit in (journal.edits if stored is None else journal.pending) if edit.story == story]
    annotations = stored or NO_ANNOTATIONS
    if edits:
        annotations = Annotations(apply_edits(edits, annotations.marks, separator))
    return annotations, stored is not None or (journal.is_intact and bool(journal.edits))


def _read_stored(file: Path, story: str) -> Annotations | None:
    """Return the annotations of a story in the database.

    The result is None when the database cannot be read.
    """
    import sqlite3

    from deepseek_tui.user_data.annotation_rows import read_story_annotations
    from deepseek_tui.user_data.database import DATABASE_ERRORS, READ_ONLY_MODES, decode_leniently, find_fault

    if os.path.isfile(file):  # noqa: PTH113 - Path.is_file raises for a name that is too long
        for mode in READ_ONLY_MODES:
            try:
                with closing(sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True)) as connection:
                    decode_leniently(connection)
                    if find_fault(connection) is None:
                        return read_story_annotations(connection, story)
            except (*DATABASE_ERRORS, OSError, ValueError):
                continue
    return None
