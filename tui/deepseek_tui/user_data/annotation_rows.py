"""Marks as rows of the notebook: one for each item that has a bookmark or a note, and none for any other."""

import sqlite3
from collections.abc import Iterator

from deepseek_tui.panes.annotations import Annotation, Annotations
from deepseek_tui.user_data.notebook_edit import Edit

_ONE = "SELECT title, bookmarked, note, changed FROM marks WHERE story = ? AND ref = ?"
_ALL = "SELECT ref, title, bookmarked, note, changed FROM marks WHERE story = ? ORDER BY changed, ref"
_EVERY = "SELECT story, ref, title, bookmarked, note, changed FROM marks ORDER BY story, changed, ref"
_PUT = (
    "INSERT INTO marks (story, ref, title, bookmarked, note, changed) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (story, ref)"
    " DO UPDATE SET title = excluded.title, bookmarked = excluded.bookmarked, note = excluded.note,"
    " changed = excluded.changed"
)


def mark_on(connection: sqlite3.Connection, story: str, ref: str) -> Annotation:
    """The mark on an item; one of neither bookmark nor note where there is none."""
    row = connection.execute(_ONE, (story, ref)).fetchone()
    return as_mark(ref, *row) if row else Annotation(ref, "")


def marks_in(connection: sqlite3.Connection, story: str) -> Annotations:
    """Every mark of a story, the ones changed last at the end."""
    return Annotations({row[0]: as_mark(*row) for row in connection.execute(_ALL, (story,))})


def every_mark(connection: sqlite3.Connection) -> Iterator[tuple[str, Annotation]]:
    """Yield every mark with the id of its story."""
    for story, *row in connection.execute(_EVERY):
        yield str(story), as_mark(*row)


def keep_edit(connection: sqlite3.Connection, edit: Edit, between: str) -> Annotation:
    """Apply an edit to the notebook and return the mark of its item."""
    before = mark_on(connection, edit.story, edit.ref)
    mark = edit.on(before, between)
    if mark is not before:
        put(connection, edit.story, mark)
    return mark


def put(connection: sqlite3.Connection, story: str, mark: Annotation) -> None:
    """Write a mark in the place of the one before; remove it where nothing is marked any more."""
    if mark.bookmarked or mark.note.strip():
        row = (story, mark.ref, mark.title, int(mark.bookmarked), mark.note, mark.changed)
        connection.execute(_PUT, row)
    else:
        connection.execute("DELETE FROM marks WHERE story = ? AND ref = ?", (story, mark.ref))


def as_mark(ref: object, title: object, bookmarked: object, note: object, changed: object) -> Annotation:
    """A row as a mark: its values may be of any kind, in a file that others can write."""
    return Annotation(str(ref), str(title), bool(bookmarked), str(note), str(changed))
