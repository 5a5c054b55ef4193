"""The settings file: TOML that the program reads and never writes, and what is wrong with one.

The models are its definition: their descriptions are the comments of what `deepseek-tui config` prints. Read only where
there is such a file.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput, KeyPath, nearest, one_line, quoted
from deepseek_tui.story.loading.document import decoded, read
from deepseek_tui.story.loading.positions import LineNumbers
from deepseek_tui.user_data.key_settings import KeyConflict, keymap_of
from deepseek_tui.user_data.settings import DEFAULTS, LayoutSettings, SessionSettings, Settings, is_missing

LARGEST = 2**20
"""The most bytes that a settings file may have."""
_QUOTED = re.compile(r"'([^']*)'")


class SettingsTable(BaseModel):
    """Settings that belong together."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


class SessionTable(SettingsTable):
    """What is kept from one time to the next."""

    restore: bool = Field(
        DEFAULTS.session.restore, description="Whether a story opens at the pane and the item where you left it."
    )


class LayoutTable(SettingsTable):
    """From how many columns on there is room for more beside each other."""

    medium: int = Field(
        DEFAULTS.layout.medium,
        ge=50,
        le=500,
        description="From so many columns on, the list and the detail; below, one at a time.",
    )
    wide: int = Field(
        DEFAULTS.layout.wide,
        ge=60,
        le=1000,
        description="From so many columns on, a third panel for links and notes as well.",
    )

    @model_validator(mode="after")
    def _in_order(self) -> "LayoutTable":
        if self.wide <= self.medium:
            raise ValueError(f"wide ({self.wide}) must be more than medium ({self.medium})")
        return self


def _listed(keys: object) -> object:
    """A single key is a list of one."""
    return (keys,) if isinstance(keys, str) else tuple(keys) if isinstance(keys, list) else keys


Keys = dict[str, Annotated[tuple[str, ...], BeforeValidator(_listed)]]


class SettingsFile(SettingsTable):
    """Everything that can be set; what is left out is as if there were no file."""

    theme: Literal["dark", "light", "terminal"] = Field(
        DEFAULTS.theme, description="The colours: dark, light, or terminal (its own sixteen)."
    )
    language: Literal["auto", "fr", "en"] = Field(
        DEFAULTS.language, description="The language: fr, en, or auto (the one of your system, else the story's)."
    )
    mouse: bool = Field(DEFAULTS.mouse, description="Whether the program takes the mouse; false leaves it to the terminal.")
    context: bool = Field(
        DEFAULTS.context, description="Whether context from outside the article is shown when a story opens."
    )
    session: SessionTable = SessionTable.model_construct()
    layout: LayoutTable = LayoutTable.model_construct()
    keys: Keys = Field(
        {},
        description="The keys of each command: characters, or names such as escape, pageup, f5, ctrl+e;"
        " [] switches a command off.",
    )

    @property
    def settings(self) -> Settings:
        """What the file comes to."""
        session, layout = SessionSettings(self.session.restore), LayoutSettings(self.layout.medium, self.layout.wide)
        return Settings(self.theme, self.language, self.mouse, self.context, session, layout, self.keys)


THEMES: tuple[str, ...] = get_args(SettingsFile.model_fields["theme"].annotation)
"""The names of the themes."""


def load(file: FilePath, *, needed: bool = False) -> Settings:
    """The settings in a file; the defaults where there is none and none is needed.

    Raises Unusable with every mistake and its place.
    """
    if not needed and is_missing(file):
        return DEFAULTS
    name = one_line(str(file), 4096)
    text = decoded(read(file, largest=LARGEST, regular=not needed), name)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput([_broken(str(error), text, name)]) from None
    except RecursionError:
        raise InvalidInput([Diagnostic(name, 1, 1, "", "nested too deep")]) from None
    faults: list[KeyConflict] = []
    settings = DEFAULTS
    try:
        settings = SettingsFile.model_validate(document).settings
    except ValidationError as error:
        faults = [_worded(detail) for detail in error.errors(include_url=False)]
    keys = document.get("keys")
    if isinstance(keys, dict):
        faults += _wrong_keys(keys)
    if faults:
        raise InvalidInput(sorted(_placed(faults, text, name), key=lambda problem: (problem.line, problem.column)))
    return settings


def _wrong_keys(keys: dict[str, Any]) -> Iterator[KeyConflict]:
    """What is wrong with the keys that are lists of strings at least; of the others it has been told."""
    given = {id: _listed(words) for id, words in keys.items()}
    sound = {id: words for id, words in given.items() if isinstance(words, tuple) and all(isinstance(w, str) for w in words)}
    for fault in keymap_of(sound)[1]:
        yield KeyConflict(("keys", *fault.path), fault.message, fault.hint)


def _placed(faults: list[KeyConflict], text: str, name: str) -> Iterator[Diagnostic]:
    from deepseek_tui.user_data.toml_positions import key_offsets

    found, lines = key_offsets(text), LineNumbers(text)
    for fault in faults:
        path = fault.path
        while path and path not in found:
            path = path[:-1]
        yield Diagnostic(name, *lines.place(found.get(path, 0)), _dotted(fault.path), fault.message, fault.hint)


def _dotted(path: KeyPath) -> str:
    """A path as TOML writes it; the number of an item in a list is left to the line."""
    keys = [step for step in path if isinstance(step, str)]
    return ".".join(key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else quoted(key) for key in keys)


def _broken(message: str, text: str, name: str) -> Diagnostic:
    """What `tomllib` says of a text that is no TOML, with its place."""
    words, _, place = message.rpartition(" (at ")
    numbers = [int(number) for number in re.findall(r"\d+", place)]
    if len(numbers) == 2:
        line, column = numbers
    else:
        words = words or message
        line, column = LineNumbers(text).place(len(text.rstrip()))
    twice = re.fullmatch(r"Cannot declare \((.*?),?\) twice", words)
    if twice:
        said = f"the table [{'.'.join(_QUOTED.findall(twice[1]))}] is given twice"
    elif words == "Cannot overwrite a value":
        said = "what stands here was given a value before"
    else:
        said = f"{words[:1].lower()}{words[1:]}"
    return Diagnostic(name, line, column, "", f"not TOML: {said}")


def _worded(detail: ErrorDetails) -> KeyConflict:
    """One of pydantic's complaints in plain words."""
    path = tuple(step for step in detail["loc"] if step != "[key]")
    value, kind, limits = detail["input"], detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return KeyConflict(path, "there is no such setting", _nearest_setting(path))
    if kind == "literal_error":
        words = _QUOTED.findall(str(limits.get("expected", "")))
        return KeyConflict(path, f"{_said(value)} is not one of: {', '.join(words)}", nearest(value, words))
    if kind in _WANTED:
        return KeyConflict(path, f"must be {_WANTED[kind]}, not {_said(value)}")
    if kind in ("greater_than_equal", "less_than_equal"):
        (limit,) = limits.values()
        return KeyConflict(
            path, f"must be {limit} or {'more' if kind.startswith('greater') else 'less'}, not {_said(value)}"
        )
    message = str(limits.get("error", detail["msg"]))
    return KeyConflict(path, f"{message[:1].lower()}{message[1:]}")


_WANTED = {
    "bool_type": "true or false",
    "int_type": "a whole number",
    "string_type": "a string",
    "tuple_type": "a key or a list of keys",
    "dict_type": "a table",
    "model_type": "a table",
}


def _said(value: object) -> str:
    """A value as a sentence names it: as it is written where it is short."""
    if isinstance(value, bool | int | float | str):
        return quoted(value)
    return "a list" if isinstance(value, list | tuple) else "a table" if isinstance(value, dict) else "a date or a time"


def _nearest_setting(path: KeyPath) -> str:
    """The setting whose name is nearest, here or in another table."""
    here = settings_in(path[:-1])
    word = str(path[-1])
    elsewhere = {name.rpartition(".")[2]: name for name in names()}
    if word in elsewhere:
        return f"did you mean {elsewhere[word]}?"
    table = "".join(f"{step}." for step in path[:-1])
    for known in ({name: f"{table}{name}" for name in here}, elsewhere):
        hint = nearest(word, known)
        if hint:
            return f"did you mean {known[hint.removeprefix('did you mean ').removesuffix('?')]}?"
    return f"here can stand: {', '.join(here)}"


def settings_in(table: KeyPath = ()) -> list[str]:
    """The names of what can be set in a table."""
    model: Any = SettingsFile
    for step in table:
        model = model.model_fields[step].annotation
    return list(model.model_fields)


def names() -> list[str]:
    """Everything that can be set, by its dotted name; the keys by command are in the table of commands."""
    found = []
    for name, field in SettingsFile.model_fields.items():
        model = field.annotation
        if isinstance(model, type) and issubclass(model, SettingsTable):
            found += [f"{name}.{inner}" for inner in model.model_fields]
        else:
            found.append(name)
    return found
