"""Loading of a story from bytes, or an error with every problem."""

import os
from typing import Any

from pydantic import ValidationError

from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.diagnostics import one_line
from deepseek_tui.story.loading.document import STANDARD_INPUT, parsed, read
from deepseek_tui.story.loading.fast_validation import is_valid
from deepseek_tui.story.loading.garbage import paused

LARGE = 16 * 2**20
"""The number of bytes from which an interactive program loads a story in steps.

A smaller one (some 12,000 events) loads in a third of a second, too short for a progress screen.
"""


def load(source: str | os.PathLike[str] | bytes, name: str = "") -> Story:
    """Load a story from a file, standard input ("-") or bytes.

    `name` replaces the file's name in diagnostics. Raises InvalidInput with every problem. Its `unreadable` is true if there
    was nothing to read.
    """
    if isinstance(source, bytes):
        return from_bytes(source, name or "<bytes>")
    shown = name or ("<stdin>" if str(source) == STANDARD_INPUT else os.fspath(source))
    return from_bytes(read(source), one_line(shown))


def from_bytes(data: bytes, name: str) -> Story:
    """Load a story from bytes.

    Raises InvalidInput.
    """
    with paused():
        document, problems = parsed(data, name)
        result = _validated(document)
        if isinstance(result, Story) and not problems and is_valid(document, result):
            return result
    # The import is delayed because a valid story needs no diagnosis.
    from deepseek_tui.story.loading.validation_errors import diagnosed

    return diagnosed(result, document, problems, data, name)


def _validated(document: Any) -> Story | Exception:
    """Validate a document with the pydantic models.

    Return the story, or the exception that was raised.
    """
    try:
        return Story.model_validate(document)
    except (ValidationError, RecursionError) as error:
        return error
