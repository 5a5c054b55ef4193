"""Steps shared by tests: select a row, quit, and change a story file."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from terminal.pty_session import Session

SIZES = [(60, 20), (160, 45)]


def by_size(size: tuple[int, int]) -> str:
    return "{}x{}".format(*size)


both_layouts = pytest.mark.parametrize("size", SIZES, ids=by_size)


def current(session: Session) -> str:
    """Return the title of the current row, or of the item shown alone."""
    # Further right, the character ▌ is the edge of a notification.
    rows = [line for line in session.screen.display if "▌" in line[:4]]
    row = rows[0] if rows else session.screen.display[3].replace("│ ", "▌", 1)
    match = re.search(r"▌[○◐●◇┊ ]*([^│]*?)\s*(?:│|…|×|[★✎]|$)", row)
    return match[1] if match else ""


def wait_for_row(session: Session, title: str) -> None:
    """Wait until the current row has this title, or its beginning."""
    session.wait_until(lambda: current(session).startswith(title[:30]), f"the list to be on {title!r}")


def select_row(session: Session, title: str) -> None:
    """Press j until the row with this title is current."""
    for _ in range(40):
        if current(session).startswith(title[:30]):
            return
        before = current(session)
        session.press("j")
        session.wait_until(lambda before=before: current(session) != before, "j to move")
    raise AssertionError(f"no row {title!r}; the screen:\n{session.text}")


def leave(session: Session) -> None:
    """Quit and check that the terminal is restored."""
    session.press("q")
    assert session.wait_for_exit() == 0
    assert session.modes_now == session.modes_before
    assert session.modes_left_on == set()
    assert b"Traceback" not in session.raw


def by_id(items: list[dict[str, Any]], identity: str) -> dict[str, Any]:
    """Return the item with this id."""
    return next(item for item in items if item["id"] == identity)


def edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Replace a story with a changed edition, as an editor does."""
    document = json.loads(path.read_bytes())
    change(document)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(document, indent=1), "utf-8")
    fresh.replace(path)
