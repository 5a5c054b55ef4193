"""The bundled DeepSeek story and a render context for tests."""

from functools import cache
from pathlib import Path

import deepseek_tui.content
import orjson

from deepseek_tui.panes.annotations import NO_ANNOTATIONS, Annotation, Annotations
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.model import Story
from stories import Document

FILE = Path(deepseek_tui.content.__path__[0]) / "deepseek.json"
FERRY = FILE.with_name("quiet-ferry.json")
"""The invented story, which includes the text of its article."""
FERRY_ARTICLE = FERRY.with_suffix(".txt")
"""The article of the invented story."""
LANGUAGES = ("fr", "en")


@cache
def bundled() -> Story:
    """Load the DeepSeek story, and return the same object on later calls."""
    return Story.model_validate(orjson.loads(FILE.read_bytes()))


def ferry_without_text() -> Document:
    """Return the invented story as JSON, without the text of its article."""
    document: Document = orjson.loads(FERRY.read_bytes())
    for paragraph in document["article"]["paragraphs"]:
        paragraph.pop("text", None)
    return document


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
