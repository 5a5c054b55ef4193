"""Fixture that makes screen pictures reproducible: no blinking cursor."""

import pytest
from textual.widgets import TextArea


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the cursor of text areas never blink.

    Textual's cache of lines does not tell a cursor that blinking hides from one that does not blink: to stop a hidden
    one leaves the line as it was.
    """
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)
