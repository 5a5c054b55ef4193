"""The story that the program comes with, as the tests read it."""

from functools import cache
from pathlib import Path

import deepseek_tui.content
import orjson

from deepseek_tui.panes.reading import Reading
from deepseek_tui.story.model import Story

FILE = Path(deepseek_tui.content.__path__[0]) / "deepseek.json"
LANGUAGES = ("fr", "en")


@cache
def bundled() -> Story:
    """The story, read once."""
    return Story.model_validate(orjson.loads(FILE.read_bytes()))


def reading(language: str, *, context: bool = True) -> Reading:
    """A reading of it."""
    return Reading.of(bundled(), language, context=context)
