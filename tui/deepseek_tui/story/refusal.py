"""Why a document cannot be used: every problem of it with its place, found only once it is known that there may be one."""

from typing import Any

from pydantic import ValidationError

from deepseek_tui.story.complaint import complaints
from deepseek_tui.story.document import check_depth, decoded
from deepseek_tui.story.integrity import Fault, faults
from deepseek_tui.story.locate import Lines, around, place, scan
from deepseek_tui.story.model import Story
from deepseek_tui.story.problem import Problem, Unusable, kind_of, written

MOST = 1000
"""How many problems are listed; who has mended these can ask again."""


def checked(made: Story | Exception, document: Any, problems: list[Problem], data: bytes, name: str) -> Story:
    """The story that the models made of a document, where nothing is wrong with it after all.

    `made` is that story, or what the models raised; `problems` is what was wrong with the JSON. Raises Unusable.
    """
    found = _found(made, document)
    if isinstance(made, Story) and not found and not problems:
        return made
    text = decoded(data, name)
    check_depth(text, name)
    if len(problems) > MOST:
        problems = [*problems[:MOST], Problem(name, 0, 0, "", f"{len(problems) - MOST} more of them are not listed")]
    problems = [*problems, *_placed(found, text, name)]
    raise Unusable(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _found(made: Story | Exception, document: Any) -> list[Fault]:
    if not isinstance(document, dict):
        return [Fault((), f"a story is an object, not {kind_of(document)}")]
    if isinstance(made, RecursionError):  # nested more deeply than the interpreter goes: the depth is looked at next
        return [Fault((), "nested too deep")]
    known = faults(document)
    if not isinstance(made, ValidationError):
        return known
    found = [*known, *complaints(made, document, known)]
    return found or [Fault((), made.errors(include_url=False)[0]["msg"])]


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
