"""What pydantic says of a document, in plain sentences and with paths that are those of the document."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import SLUG, Story
from deepseek_tui.story.format.structure import text_around
from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput, KeyPath, kind_of, nearest, path_text, quoted
from deepseek_tui.story.loading.document import check_depth, decoded
from deepseek_tui.story.loading.integrity import Violation, violations
from deepseek_tui.story.loading.positions import LineNumbers, around, place, scan

_WANTED = {
    "string_type": Message("a string"),
    "tuple_type": Message("a list"),
    "list_type": Message("a list"),
    "dict_type": Message("an object"),
    "model_type": Message("an object"),
    "model_attributes_type": Message("an object"),
    "bool_type": Message("true or false"),
    "int_type": Message("a whole number"),
    "float_type": Message("a number"),
}
_PATTERNS = {
    SLUG: (Message("is no id"), Message("small letters and digits, joined by single hyphens: like-this-1")),
    r"^[a-z]{2,3}$": (Message("is no language"), Message("an ISO 639 code of two or three small letters, such as fr or en")),
    r"^[0-9a-f]{64}$": (
        Message("is no fingerprint"),
        Message("64 hexadecimal digits, as `deepseek-tui fingerprint` prints them"),
    ),
}


def validation_errors(error: ValidationError, document: Any, known: Iterable[Violation]) -> list[Violation]:
    """What the models find wrong, without what is known already and without saying one thing twice.

    A union of types complains once for every member; one complaint is kept for each place.
    """
    known = list(known)
    told = {fault.path for fault in known if not fault.partial}
    unknown = [fault.path for fault in known if fault.at_key]
    found: list[Violation] = []
    for detail in error.errors(include_url=False, include_input=False):
        path, value, tags = _resolved(detail, document)
        if _said_elsewhere(detail["type"], path, value):
            continue
        if detail["type"] == "missing":
            found.append(_missing(path, detail, unknown))
        elif path not in told:
            told.add(path)
            found.append(_worded(path, value, detail, in_union=tags))
    return found


def _said_elsewhere(kind: str, path: KeyPath, value: Any) -> bool:
    """Whether the walk over the document says it better, or it is not so.

    The walk names unknown keys and looks into every text. A list is called too short where some of its items are wrong.
    """
    if kind == "extra_forbidden" or (kind == "too_short" and value):
        return True
    text = text_around(path)
    return text is not None and not (text == path and value is None)


def _resolved(detail: ErrorDetails, document: Any) -> tuple[KeyPath, Any, bool]:
    """The path in the document of an error's location, the value there, and whether names of types stood in it."""
    path: list[str | int] = []
    value, tags = document, False
    for step in detail["loc"]:
        inside = isinstance(value, dict) and step in value
        if inside or (isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)):
            path.append(step)
            value = value[step]
        else:
            tags = True
    return tuple(path), value, tags and detail["type"] != "missing"


def _missing(path: KeyPath, detail: ErrorDetails, unknown: list[KeyPath]) -> Violation:
    key = str(detail["loc"][-1])
    others = [str(other[-1]) for other in islice(unknown, 100) if other[:-1] == path]
    near = nearest(key, others)
    hint = Message("is it {}, misspelt?", *near.values) if near else ""
    return Violation(path, Message("the key {} is missing", quoted(key)), hint)


def _worded(path: KeyPath, value: Any, detail: ErrorDetails, *, in_union: bool) -> Violation:
    """One complaint in plain words. The kinds are pydantic's; one that is not known here keeps pydantic's words."""
    kind, context = detail["type"], detail.get("ctx", {})
    at_key = detail["loc"][-1:] == ("[key]",)
    if at_key and path:
        value = path[-1]
    if kind in _WANTED:
        wanted = Message("a number") if "int" in str(detail["loc"][-1]) and kind == "int_type" else _WANTED[kind]
        return Violation(path, Message("must be {0}, not {1}", wanted, _actual(value, kind)), at_key=at_key)
    if kind in ("enum", "literal_error"):
        words = re.findall(r"'([^']*)'", str(context.get("expected", ""))) or [str(context.get("expected", ""))]
        return Violation(path, Message("{0} is not one of: {1}", quoted(value), ', '.join(words)) if len(words) > 1 else
                     Message("must be {0}, not {1}", words[0], quoted(value)), nearest(value, words))  # fmt: skip
    if kind == "string_pattern_mismatch":
        message, hint = _PATTERNS.get(
            str(context.get("pattern")), (Message("is no web address"), Message("it begins with https:// and has no spaces"))
        )
        return Violation(path, Message("{0} {1}", quoted(value), message), hint, at_key)
    if kind == "value_error":
        return Violation(
            path,
            Message("{0}: {1}", quoted(value), _said(context.get("error", detail["msg"]))),
            nearest(value, ["unknown"] if in_union else []),
        )
    return Violation(path, _counted(kind, context) or _small(detail["msg"]), at_key=at_key)


def _actual(value: Any, kind: str) -> str:
    return quoted(value) if kind == "int_type" and isinstance(value, float) else kind_of(value)


def _counted(kind: str, context: dict[str, Any]) -> str:
    """Words for a limit that was passed."""
    if kind in ("too_short", "string_too_short"):
        return Message("must not be empty")
    if kind == "string_too_long":
        return Message("must have at most {} characters", context.get("max_length"))
    if kind == "greater_than_equal":
        return Message("must be {} or more", context.get("ge"))
    return ""


def _said(error: object) -> object:
    """What an error of the models says, as the message that it was raised with."""
    return error.args[0] if isinstance(error, ValueError) and error.args else error


def _small(message: str) -> str:
    return message[:1].lower() + message[1:]


MOST = 1000
"""How many problems are listed; who has mended these can ask again."""


def diagnosed(made: Story | Exception, document: Any, problems: list[Diagnostic], data: bytes, name: str) -> Story:
    """The story that the models made of a document, where nothing is wrong with it after all.

    `made` is that story, or what the models raised; `problems` is what was wrong with the JSON. Raises Unusable.
    """
    found = _found(made, document)
    if isinstance(made, Story) and not found and not problems:
        return made
    text = decoded(data, name)
    check_depth(text, name)
    if len(problems) > MOST:
        problems = [
            *problems[:MOST],
            Diagnostic(name, 0, 0, "", Message("{} more of them are not listed", len(problems) - MOST)),
        ]
    problems = [*problems, *_placed(found, text, name)]
    raise InvalidInput(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _found(made: Story | Exception, document: Any) -> list[Violation]:
    if not isinstance(document, dict):
        return [Violation((), Message("a story is an object, not {}", kind_of(document)))]
    if isinstance(made, RecursionError):  # nested more deeply than the interpreter goes: the depth is looked at next
        return [Violation((), Message("nested too deep"))]
    known = violations(document)
    if not isinstance(made, ValidationError):
        return known
    found = [*known, *validation_errors(made, document, known)]
    return found or [Violation((), made.errors(include_url=False)[0]["msg"])]


def _placed(found: list[Violation], text: str, name: str) -> list[Diagnostic]:
    """The faults with their lines and columns; of very many, the first."""
    if len(found) > MOST:
        found = [*found[:MOST], Violation((), Message("{} more problems are not listed", len(found) - MOST))]
    layout, lines = scan(text, around(fault.path for fault in found)), LineNumbers(text)
    return [
        Diagnostic(
            name, *lines.place(place(layout, fault.path, key=fault.at_key)), path_text(fault.path), fault.message, fault.hint
        )
        for fault in found
    ]
