"""Fixture that makes screen pictures reproducible: no blinking cursor."""

import pytest
from textual.widgets import TextArea


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the cursor of text areas never blink.

    Textual caches a line with a hidden cursor and one without blinking as the same line. A cursor whose blinking stops
    while it is hidden would therefore stay hidden in the picture.
    """
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)
