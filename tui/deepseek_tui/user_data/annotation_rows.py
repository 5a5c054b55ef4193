"""Annotations as rows of the notebook's database table `marks`.

There is one for each item with a bookmark or a note.
"""

import sqlite3
from collections.abc import Iterator

from deepseek_tui.panes.annotations import Annotation, Annotations
from deepseek_tui.user_data.annotation_edit import AnnotationEdit

_SELECT_ONE = "SELECT title, bookmarked, note, changed FROM marks WHERE story = ? AND ref = ?"
_SELECT_STORY = "SELECT ref, title, bookmarked, note, changed FROM marks WHERE story = ? ORDER BY changed, ref"
_SELECT_ALL = "SELECT story, ref, title, bookmarked, note, changed FROM marks ORDER BY story, changed, ref"
_UPSERT = (
    "INSERT INTO marks (story, ref, title, bookmarked, note, changed) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (story, ref)"
    " DO UPDATE SET title = excluded.title, bookmarked = excluded.bookmarked, note = excluded.note,"
    " changed = excluded.changed"
)
_DELETE = "DELETE FROM marks WHERE story = ? AND ref = ?"


def read_annotation(connection: sqlite3.Connection, story: str, ref: str) -> Annotation:
    """Return the stored annotation of an item.

    It is empty if none is stored.
    """
    row = connection.execute(_SELECT_ONE, (story, ref)).fetchone()
    return _annotation(ref, *row) if row else Annotation(ref, "")


def read_story_annotations(connection: sqlite3.Connection, story: str) -> Annotations:
    """Return the annotations of a story, by the time of change."""
    return Annotations({row[0]: _annotation(*row) for row in connection.execute(_SELECT_STORY, (story,))})


def read_all_annotations(connection: sqlite3.Connection) -> Iterator[tuple[str, Annotation]]:
    """Yield every annotation with the id of its story."""
    for story, *row in connection.execute(_SELECT_ALL):
        yield str(story), _annotation(*row)


def apply_edit(connection: sqlite3.Connection, edit: AnnotationEdit, separator: str) -> Annotation:
    """Apply an edit to the notebook, and return the changed annotation."""
    before = read_annotation(connection, edit.story, edit.ref)
    annotation = edit.apply_to(before, separator)
    if annotation is not before:
        write_annotation(connection, edit.story, annotation)
    return annotation


def write_annotation(connection: sqlite3.Connection, story: str, annotation: Annotation) -> None:
    """Write the annotation of an item.

    When it has neither bookmark nor note, delete its row.
    """
    if annotation.bookmarked or annotation.note.strip():
        ref, title, bookmarked, note, changed = annotation
        connection.execute(_UPSERT, (story, ref, title, int(bookmarked), note, changed))
    else:
        connection.execute(_DELETE, (story, annotation.ref))


def _annotation(ref: object, title: object, bookmarked: object, note: object, changed: object) -> Annotation:
    """Return a database row as an annotation.

    Other programs can have written values of any type.
    """
    return Annotation(str(ref), str(title), bool(bookmarked), str(note), str(changed))
