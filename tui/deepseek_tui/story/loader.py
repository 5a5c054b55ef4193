"""From bytes to a story: read once, validated once, and every reason in one go where it cannot be used."""

import os
from typing import Any

from pydantic import ValidationError

from deepseek_tui.story.collector import paused
from deepseek_tui.story.complaint import complaints
from deepseek_tui.story.document import STANDARD_INPUT, check_depth, decoded, parsed, read
from deepseek_tui.story.integrity import Fault, faults
from deepseek_tui.story.locate import Lines, around, place, scan
from deepseek_tui.story.model import Story
from deepseek_tui.story.problem import Problem, Unusable, clean, kind_of, written

MOST = 1000
"""How many problems are listed; who has mended these can ask again."""


def load(source: str | os.PathLike[str] | bytes, name: str = "") -> Story:
    """The story in a file, on standard input ("-"), or in these bytes; `name` is how problems call it.

    Raises Unusable with every problem; its `unreadable` says that there was nothing to read.
    """
    if isinstance(source, bytes):
        return from_bytes(source, name or "<bytes>")
    shown = name or ("<stdin>" if str(source) == STANDARD_INPUT else os.fspath(source))
    return from_bytes(read(source), clean(shown))


def from_bytes(data: bytes, name: str) -> Story:
    """The story in these bytes. Raises Unusable."""
    with paused():
        document, problems = parsed(data, name)
        story, found = _validated(document)
    if story is not None and not found and not problems:
        return story
    text = decoded(data, name)
    check_depth(text, name)
    if len(problems) > MOST:
        problems = [*problems[:MOST], Problem(name, 0, 0, "", f"{len(problems) - MOST} more of them are not listed")]
    problems = [*problems, *_placed(found, text, name)]
    raise Unusable(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _validated(document: Any) -> tuple[Story | None, list[Fault]]:
    if not isinstance(document, dict):
        return None, [Fault((), f"a story is an object, not {kind_of(document)}")]
    try:
        return Story.model_validate(document), faults(document)
    except ValidationError as error:
        known = faults(document)
        found = [*known, *complaints(error, document, known)]
        return None, found or [Fault((), error.errors(include_url=False)[0]["msg"])]
    except RecursionError:  # nested more deeply than the interpreter goes: the depth is looked at next
        return None, [Fault((), "nested too deep")]


def _placed(found: list[Fault], text: str, name: str) -> list[Problem]:
    """The faults with their lines and columns; of very many, the first."""
    if len(found) > MOST:
        found = [*found[:MOST], Fault((), f"{len(found) - MOST} more problems are not listed")]
    layout, lines = scan(text, around(fault.path for fault in found)), Lines(text)
    return [
        Problem(
            name, *lines.place(place(layout, fault.path, key=fault.at_key)), written(fault.path), fault.message, fault.hint
        )
        for fault in found
    ]
