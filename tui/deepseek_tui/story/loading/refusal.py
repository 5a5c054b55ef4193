"""Why a document cannot be used: every problem of it with its place, found only once it is known that there may be one."""

from typing import Any

from pydantic import ValidationError

from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput, kind_of, path_text
from deepseek_tui.story.loading.document import check_depth, decoded
from deepseek_tui.story.loading.integrity import Violation, violations
from deepseek_tui.story.loading.positions import LineNumbers, around, place, scan
from deepseek_tui.story.loading.validation_errors import validation_errors

MOST = 1000
"""How many problems are listed; who has mended these can ask again."""


def checked(made: Story | Exception, document: Any, problems: list[Diagnostic], data: bytes, name: str) -> Story:
    """The story that the models made of a document, where nothing is wrong with it after all.

    `made` is that story, or what the models raised; `problems` is what was wrong with the JSON. Raises Unusable.
    """
    found = _found(made, document)
    if isinstance(made, Story) and not found and not problems:
        return made
    text = decoded(data, name)
    check_depth(text, name)
    if len(problems) > MOST:
        problems = [*problems[:MOST], Diagnostic(name, 0, 0, "", f"{len(problems) - MOST} more of them are not listed")]
    problems = [*problems, *_placed(found, text, name)]
    raise InvalidInput(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _found(made: Story | Exception, document: Any) -> list[Violation]:
    if not isinstance(document, dict):
        return [Violation((), f"a story is an object, not {kind_of(document)}")]
    if isinstance(made, RecursionError):  # nested more deeply than the interpreter goes: the depth is looked at next
        return [Violation((), "nested too deep")]
    known = violations(document)
    if not isinstance(made, ValidationError):
        return known
    found = [*known, *validation_errors(made, document, known)]
    return found or [Violation((), made.errors(include_url=False)[0]["msg"])]


def _placed(found: list[Violation], text: str, name: str) -> list[Diagnostic]:
    """The faults with their lines and columns; of very many, the first."""
    if len(found) > MOST:
        found = [*found[:MOST], Violation((), f"{len(found) - MOST} more problems are not listed")]
    layout, lines = scan(text, around(fault.path for fault in found)), LineNumbers(text)
    return [
        Diagnostic(
            name, *lines.place(place(layout, fault.path, key=fault.at_key)), path_text(fault.path), fault.message, fault.hint
        )
        for fault in found
    ]
