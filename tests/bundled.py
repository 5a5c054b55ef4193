"""The bundled DeepSeek story and a render context for tests."""

from functools import cache
from pathlib import Path

import deepseek_tui.content
import orjson

from deepseek_tui.panes.annotations import NO_ANNOTATIONS, Annotation, Annotations
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Story

FILE = Path(deepseek_tui.content.__path__[0]) / "deepseek.json"
LANGUAGES = ("fr", "en")


@cache
def bundled() -> Story:
    """Load the DeepSeek story, and return the same object on later calls."""
    return Story.model_validate(orjson.loads(FILE.read_bytes()))


def reading(language: str, *, context: bool = True, mine: Annotations = NO_ANNOTATIONS) -> RenderContext:
    """Return a render context for the DeepSeek story."""
    return RenderContext.of(bundled(), language, context=context, mine=mine)


ANNOTATIONS = Annotations(
    {
        "mla": Annotation("mla", "MLA", bookmarked=True, changed="2031-01-01T00:00:00Z"),
        "app-launch": Annotation(
            "app-launch", "The app", note="Ask the shop.\n\nAnd the company.", changed="2031-01-02T00:00:00Z"
        ),
        "overview:figures": Annotation("overview:figures", "The figures", note="Recount.", changed="2031-01-03T00:00:00Z"),
        "long-gone": Annotation("long-gone", "What went away", bookmarked=True, note="Why?", changed="2031-01-04T00:00:00Z"),
    }
)
"""Annotations: a bookmark, notes on an item and a block, and both on a removed item."""
