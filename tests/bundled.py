"""The story that the program comes with, as the tests read it."""

from functools import cache
from pathlib import Path

import deepseek_tui.content
import orjson

from deepseek_tui.panes.mine import NOTHING_MINE, Mark, Mine
from deepseek_tui.panes.reading import Reading
from deepseek_tui.story.model import Story

FILE = Path(deepseek_tui.content.__path__[0]) / "deepseek.json"
LANGUAGES = ("fr", "en")


@cache
def bundled() -> Story:
    """The story, read once."""
    return Story.model_validate(orjson.loads(FILE.read_bytes()))


def reading(language: str, *, context: bool = True, mine: Mine = NOTHING_MINE) -> Reading:
    """A reading of it."""
    return Reading.of(bundled(), language, context=context, mine=mine)


SOME = Mine(
    {
        "mla": Mark("mla", "MLA", bookmarked=True, changed="2031-01-01T00:00:00Z"),
        "app-launch": Mark(
            "app-launch", "The app", note="Ask the shop.\n\nAnd the company.", changed="2031-01-02T00:00:00Z"
        ),
        "overview:figures": Mark("overview:figures", "The figures", note="Recount.", changed="2031-01-03T00:00:00Z"),
        "long-gone": Mark("long-gone", "What went away", bookmarked=True, note="Why?", changed="2031-01-04T00:00:00Z"),
    }
)
"""What somebody may have marked in it: a bookmark, a note on an item and on a block, and both on an item that is gone."""
