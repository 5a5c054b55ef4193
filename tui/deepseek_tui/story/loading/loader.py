"""From bytes to a story: read once, validated once, and every reason in one go where it cannot be used."""

import os
from typing import Any

from pydantic import ValidationError

from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.diagnostics import one_line
from deepseek_tui.story.loading.document import STANDARD_INPUT, parsed, read
from deepseek_tui.story.loading.fast_validation import is_valid
from deepseek_tui.story.loading.garbage import paused

LARGE = 16 * 2**20
"""From how many bytes on a story is read little by little where somebody watches (`gradual`): a smaller one, of some
12,000 events, is there in a third of a second, in which a screen to watch would only just have come and gone."""


def load(source: str | os.PathLike[str] | bytes, name: str = "") -> Story:
    """The story in a file, on standard input ("-"), or in these bytes; `name` is how problems call it.

    Raises Unusable with every problem; its `unreadable` says that there was nothing to read.
    """
    if isinstance(source, bytes):
        return from_bytes(source, name or "<bytes>")
    shown = name or ("<stdin>" if str(source) == STANDARD_INPUT else os.fspath(source))
    return from_bytes(read(source), one_line(shown))


def from_bytes(data: bytes, name: str) -> Story:
    """The story in these bytes. Raises Unusable."""
    with paused():
        document, problems = parsed(data, name)
        made = _made(document)
        if isinstance(made, Story) and not problems and is_valid(document, made):
            return made
    from deepseek_tui.story.loading.validation_errors import diagnosed  # of a sound story there is nothing more to say

    return diagnosed(made, document, problems, data, name)


def _made(document: Any) -> Story | Exception:
    """What the models make of a document, or what they raise."""
    try:
        return Story.model_validate(document)
    except (ValidationError, RecursionError) as error:
        return error
