"""A glance at the notebook: the reader's marks in one story, for a command that changes nothing in it."""

import os
from contextlib import closing
from pathlib import Path

from deepseek_tui.panes.annotations import NOTHING_MINE, Annotations


def read_annotations(file: Path, story: str) -> tuple[Annotations, bool]:
    """The marks of a story, and whether all that the notebook has of it could be read.

    Where there is no notebook none is made, and SQLite is not loaded; what is damaged stays as it is.
    """
    if not os.path.lexists(file):
        return NOTHING_MINE, True
    import sqlite3

    from deepseek_tui.user_data.annotation_rows import as_mark, marks_in
    from deepseek_tui.user_data.database import FAILURES, fault_in, readable, tolerate

    if os.path.isfile(file):  # noqa: PTH113 - of any name at all
        for mode in ("mode=ro", "immutable=1"):  # the second where no journal may be opened beside it
            try:
                with closing(sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True)) as connection:
                    tolerate(connection)
                    if fault_in(connection) is None:
                        return marks_in(connection, story), True
            except (*FAILURES, OSError, ValueError):
                continue
    rows = [row[1:] for table, row in readable(file) if table == "marks" and row[0] == story]
    return Annotations(
        {str(row[0]): as_mark(*row) for row in sorted(rows, key=lambda row: (str(row[-1]), str(row[0])))}
    ), False
