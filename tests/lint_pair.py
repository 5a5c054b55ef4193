"""Stories beside their articles for the tests of the lint, and how a fault is put into one."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from deepseek_tui.article.lint.finding import Placed
from deepseek_tui.article.lint.rules import lint
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.story.loading.loader import from_bytes

CONTENT = Path(__file__).parents[1] / "content"
Document = dict[str, Any]


@cache
def _read(name: str) -> str:
    return (CONTENT / name).read_text("utf-8")


def document(name: str) -> Document:
    """A bundled story as a plain document; every call gives a new one."""
    found: Document = json.loads(_read(f"{name}.json"))
    return found


def article(name: str) -> str:
    """The article that ships with a bundled story."""
    return _read(f"{name}.txt")


def linted(story: Document, text: str | None) -> list[Placed]:
    """What the lint says of a document, with an article or without one."""
    data = json.dumps(story, ensure_ascii=False, indent=2).encode()
    model = from_bytes(data, "story.json")
    return lint(model, data.decode(), "story.json", None if text is None else LocalCopy(text, model.article))


def at(story: Document, place: str) -> tuple[Any, str | int]:
    """What holds the value at a place such as claims/its-id/text/fr, and the last step to it."""
    *steps, last = place.split("/")
    value: Any = story
    for step in steps:
        value = value[_step(value, step)]
    return value, _step(value, last)


def _step(value: Any, step: str) -> str | int:
    if not isinstance(value, list):
        return step
    return int(step) if step.isdigit() else next(place for place, item in enumerate(value) if item.get("id") == step)


def put(story: Document, place: str, new: Any, old: str = "") -> None:
    """Puts a value in a place, or only a word of it in the place of an old one, which must be there."""
    holder, key = at(story, place)
    if old:
        assert old in holder[key], f"{place} has no {old!r}"
        new = holder[key].replace(old, new)
    holder[key] = new
