"""Bundled stories with their articles, for tests of the lint."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from deepseek_tui.article.lint.finding import PlacedFinding
from deepseek_tui.article.lint.rules import RULES, lint
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.story.loading.loader import from_bytes

CONTENT = Path(__file__).parents[1] / "content"
Document = dict[str, Any]


@cache
def _read(name: str) -> str:
    return (CONTENT / name).read_text("utf-8")


def document(name: str) -> Document:
    """Return a new copy of a bundled story as a JSON document."""
    found: Document = json.loads(_read(f"{name}.json"))
    return found


def article(name: str) -> str:
    """Return the text of the article that a bundled story describes."""
    return _read(f"{name}.txt")


def linted(story: Document, text: str | None, rule: str = "") -> list[PlacedFinding]:
    """Return the lint findings for a story, of one rule or all.

    The story is compared with the article if it is given.
    """
    data = json.dumps(story, ensure_ascii=False, indent=2).encode()
    model = from_bytes(data, "story.json")
    copy = None if text is None else LocalCopy(text, model.article)
    ignored = [other.name for other in RULES if rule and other.name != rule]
    return lint(model, data.decode(), "story.json", copy, ignored)


def at(story: Document, place: str) -> tuple[Any, str | int]:
    """Return the container and last key of a path in JSON.

    A path is written like claims/some-id/text/fr.
    """
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
    """Set a value in a document, or replace a part of it."""
    holder, key = at(story, place)
    if old:
        assert old in holder[key], f"{place} has no {old!r}"
        new = holder[key].replace(old, new)
    holder[key] = new
