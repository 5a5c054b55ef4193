"""Translation of pydantic's errors into plain sentences with paths."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import SLUG, Story
from deepseek_tui.story.format.renamed import RENAMED_KEYS, renamed_value
from deepseek_tui.story.format.structure import enclosing_text
from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput, KeyPath, kind_of, nearest, path_text, quoted
from deepseek_tui.story.loading.document import check_depth, decoded
from deepseek_tui.story.loading.integrity import Violation, violations
from deepseek_tui.story.loading.positions import LineNumbers, place, scan, with_ancestors

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
    """Return the errors of the models, without duplicates.

    Known violations are left out. A union of types reports an error for each member. Only one per place is kept.
    """
    known = list(known)
    reported = {fault.path for fault in known if not fault.partial}
    unknown = [fault.path for fault in known if fault.at_key]
    found: list[Violation] = []
    for detail in error.errors(include_url=False, include_input=False):
        path, value, tags = _resolve(detail, document)
        if _is_reported_elsewhere(detail["type"], path, value):
            continue
        if detail["type"] == "missing":
            if any(other[:-1] == path and RENAMED_KEYS.get(str(other[-1])) == detail["loc"][-1] for other in unknown):
                continue
            found.append(_missing(path, detail, unknown))
        elif path not in reported:
            reported.add(path)
            found.append(_violation(path, value, detail, in_union=tags))
    return found


def _is_reported_elsewhere(kind: str, path: KeyPath, value: Any) -> bool:
    """Return whether to leave an error of the models out.

    Other checks report it better, or it is misleading. The integrity check reports unknown keys and examines every
    text. The models call a list too short if some of its items are wrong.
    """
    if kind == "extra_forbidden" or (kind == "too_short" and value):
        return True
    text = enclosing_text(path)
    return text is not None and not (text == path and value is None)


def _resolve(detail: ErrorDetails, document: Any) -> tuple[KeyPath, Any, bool]:
    """Return the path and the value to which an error refers.

    The third value is whether names of types were in the error's location.
    """
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


def _violation(path: KeyPath, value: Any, detail: ErrorDetails, *, in_union: bool) -> Violation:
    """Return an error as a violation in plain words.

    The kinds are pydantic's. An unknown kind keeps pydantic's message.
    """
    kind, context = detail["type"], detail.get("ctx", {})
    at_key = detail["loc"][-1:] == ("[key]",)
    if at_key and path:
        value = path[-1]
    if kind in _WANTED:
        wanted = Message("a number") if "int" in str(detail["loc"][-1]) and kind == "int_type" else _WANTED[kind]
        return Violation(path, Message("must be {0}, not {1}", wanted, _actual(value, kind)), at_key=at_key)
    if kind in ("enum", "literal_error"):
        words = re.findall(r"'([^']*)'", str(context.get("expected", ""))) or [str(context.get("expected", ""))]
        new = renamed_value(value, words)
        hint = Message("it is called {} now", quoted(new)) if new else nearest(value, words)
        return Violation(path, Message("{0} is not one of: {1}", quoted(value), ', '.join(words)) if len(words) > 1 else
                     Message("must be {0}, not {1}", words[0], quoted(value)), hint)  # fmt: skip
    if kind == "string_pattern_mismatch":
        message, hint = _PATTERNS.get(
            str(context.get("pattern")), (Message("is no web address"), Message("it begins with https:// and has no spaces"))
        )
        return Violation(path, Message("{0} {1}", quoted(value), message), hint, at_key)
    if kind == "value_error":
        return Violation(
            path,
            Message("{0}: {1}", quoted(value), _original_message(context.get("error", detail["msg"]))),
            nearest(value, ["unknown"] if in_union else []),
        )
    return Violation(path, _limit_message(kind, context) or _lower_first(detail["msg"]), at_key=at_key)


def _actual(value: Any, kind: str) -> str:
    return quoted(value) if kind == "int_type" and isinstance(value, float) else kind_of(value)


def _limit_message(kind: str, context: dict[str, Any]) -> str:
    """Return the message for an exceeded limit.

    For other errors it is empty.
    """
    if kind in ("too_short", "string_too_short"):
        return Message("must not be empty")
    if kind == "string_too_long":
        return Message("must have at most {} characters", context.get("max_length"))
    if kind == "greater_than_equal":
        return Message("must be {} or more", context.get("ge"))
    return ""


def _original_message(error: object) -> object:
    """Return the message of an error from a validator of the models."""
    return error.args[0] if isinstance(error, ValueError) and error.args else error


def _lower_first(message: str) -> str:
    return message[:1].lower() + message[1:]


MAX_PROBLEMS = 1000
"""The most problems listed. An author can check again after correcting them."""


def diagnosed(result: Story | Exception, document: Any, problems: list[Diagnostic], data: bytes, name: str) -> Story:
    """Return the story, or raise an exception that lists its problems.

    `result` is the story or what the models raised, and `problems` are those of the JSON. Raises InvalidInput.
    """
    found = document_violations(result, document)
    if isinstance(result, Story) and not found and not problems:
        return result
    text = decoded(data, name)
    check_depth(text, name)
    if len(problems) > MAX_PROBLEMS:
        problems = [
            *problems[:MAX_PROBLEMS],
            Diagnostic(name, 0, 0, "", Message("{} more of them are not listed", len(problems) - MAX_PROBLEMS)),
        ]
    problems = [*problems, *_with_positions(found, text, name)]
    raise InvalidInput(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def document_violations(result: Story | Exception, document: Any) -> list[Violation]:
    """Return every violation in a document; `result` is the story or what the models raised."""
    if not isinstance(document, dict):
        return [Violation((), Message("a story is an object, not {}", kind_of(document)))]
    # The position of this error is found later, when the nesting depth of the document is checked.
    if isinstance(result, RecursionError):
        return [Violation((), Message("nested too deep"))]
    known = violations(document)
    if not isinstance(result, ValidationError):
        return known
    found = [*known, *validation_errors(result, document, known)]
    return found or [Violation((), result.errors(include_url=False)[0]["msg"])]


def _with_positions(found: list[Violation], text: str, name: str) -> list[Diagnostic]:
    """Return violations with lines and columns, up to a maximum number."""
    if len(found) > MAX_PROBLEMS:
        found = [*found[:MAX_PROBLEMS], Violation((), Message("{} more problems are not listed", len(found) - MAX_PROBLEMS))]
    layout, lines = scan(text, with_ancestors(fault.path for fault in found)), LineNumbers(text)
    return [
        Diagnostic(
            name, *lines.place(place(layout, fault.path, key=fault.at_key)), path_text(fault.path), fault.message, fault.hint
        )
        for fault in found
    ]
