"""A glance at the notebook: the reader's marks in one story, for a command that changes nothing in it."""

import os
from contextlib import closing
from pathlib import Path

from deepseek_tui.panes.annotations import NOTHING_MINE, Annotations
from deepseek_tui.user_data.note_merge import BETWEEN
from deepseek_tui.user_data.notebook_edit import applied
from deepseek_tui.user_data.notebook_journal import UNUSABLE, Content, Journal, journal_of


def read_annotations(file: Path, story: str, between: str = BETWEEN) -> tuple[Annotations, bool]:
    """Return the marks of a story, and whether they are all that the notebook has of it.

    The journal gives what the notebook does not have yet, and everything of one that is damaged. Where there is no
    notebook none is made, and SQLite is not loaded; what is damaged stays as it is.
    """
    try:
        content = Journal(journal_of(file)).read()
    except UNUSABLE:
        content = Content(sound=False)
    found = _read(file, story) if os.path.lexists(file) else NOTHING_MINE
    edits = [edit for edit in (content.edits if found is None else content.pending) if edit.story == story]
    mine = Annotations(applied(edits, found.marks if found else {}, between)) if edits else found or NOTHING_MINE
    return mine, found is not None or (content.sound and bool(content.edits))


def _read(file: Path, story: str) -> Annotations | None:
    """Return the marks of a story in the database; None where it cannot be read."""
    import sqlite3

    from deepseek_tui.user_data.annotation_rows import marks_in
    from deepseek_tui.user_data.database import FAILURES, READ_ONLY, fault_in, tolerate

    if os.path.isfile(file):  # noqa: PTH113 - of any name at all
        for mode in READ_ONLY:
            try:
                with closing(sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True)) as connection:
                    tolerate(connection)
                    if fault_in(connection) is None:
                        return marks_in(connection, story)
            except (*FAILURES, OSError, ValueError):
                continue
    return None
