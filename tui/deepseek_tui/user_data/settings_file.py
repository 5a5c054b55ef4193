"""The settings file: TOML that the program reads and never writes, and what is wrong with one.

Its model is made from `Settings`. This module imports pydantic, and is itself imported only when there is such a file.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path as FilePath
from typing import Annotated, Any, ClassVar, Self, get_args, get_type_hints

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    create_model,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput, KeyPath, nearest, one_line, quoted
from deepseek_tui.story.loading.document import decoded, read
from deepseek_tui.story.loading.positions import LineNumbers
from deepseek_tui.user_data.key_settings import KeyConflict, keymap_of
from deepseek_tui.user_data.settings import AUTO, DEFAULTS, LanguageName, Settings, is_missing

LARGEST = 2**20
"""The most bytes that a settings file may have."""
_QUOTED = re.compile(r"'([^']*)'")


class SettingsTable(BaseModel):
    """A table of the settings file; `VALUES` is the tuple that it is made from and read into."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)
    VALUES: ClassVar[Callable[..., Any]]

    @property
    def settings(self) -> Any:
        """The settings of the table."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).VALUES(
            **{name: value.settings if isinstance(value, SettingsTable) else value for name, value in values.items()}
        )

    @model_validator(mode="after")
    def _fit_together(self) -> Self:
        error = getattr(self.settings, "error", None)
        if error:
            raise ValueError(error)
        return self


def _listed(keys: object) -> object:
    """Return a single key as a list of one."""
    return (keys,) if isinstance(keys, str) else tuple(keys) if isinstance(keys, list) else keys


def _a_language(name: str) -> str:
    """Refuse a name that is no language of the interface, as pydantic does for a `Literal`."""
    names = (AUTO, *LANGUAGES)
    if name not in names:
        raise PydanticCustomError("literal_error", "unknown language", {"expected": ", ".join(map(repr, names))})
    return name


_IN_TOML: dict[Any, Any] = {
    Mapping[str, tuple[str, ...]]: dict[str, Annotated[tuple[str, ...], BeforeValidator(_listed)]],
    LanguageName: Annotated[str, AfterValidator(_a_language)],
}
"""Types that a file writes in another way, or that are checked when it is read."""


def _table(values: Any) -> type[SettingsTable]:
    """Return the model of a tuple of settings, with the same names, types, limits, defaults and descriptions."""
    fields: dict[str, Any] = {}
    for name, kind in get_type_hints(values, include_extras=True).items():
        default = values._field_defaults[name]
        if hasattr(kind, "_fields"):
            table = _table(kind)
            fields[name] = table, table.model_construct()
            continue
        of, setting = get_args(kind)
        default = dict(default) if isinstance(default, Mapping) else default  # pydantic copies it
        limits = Field(default, description=setting.description, ge=setting.minimum, le=setting.maximum)
        fields[name] = (_IN_TOML[of], limits) if of in _IN_TOML else (of, limits)
    table = create_model(values.__name__, __base__=SettingsTable, __doc__=values.__doc__, **fields)
    table.VALUES = values
    return table


SettingsFile = _table(Settings)
"""Everything that can be set; what is left out is as if there were no file."""

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
        raise InvalidInput([Diagnostic(name, 1, 1, "", Message("nested too deep"))]) from None
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
    said: str
    if twice:
        said = Message("the table [{}] is given twice", ".".join(_QUOTED.findall(twice[1])))
    elif words == "Cannot overwrite a value":
        said = Message("this already has a value")
    else:
        said = f"{words[:1].lower()}{words[1:]}"
    return Diagnostic(name, line, column, "", Message("not TOML: {}", said))


def _worded(detail: ErrorDetails) -> KeyConflict:
    """One of pydantic's complaints in plain words."""
    path = tuple(step for step in detail["loc"] if step != "[key]")
    value, kind, limits = detail["input"], detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return KeyConflict(path, Message("there is no such setting"), _nearest_setting(path))
    if kind == "literal_error":
        words = _QUOTED.findall(str(limits.get("expected", "")))
        return KeyConflict(path, Message("{0} is not one of: {1}", _said(value), ", ".join(words)), nearest(value, words))
    if kind in _WANTED:
        return KeyConflict(path, Message("must be {0}, not {1}", _WANTED[kind], _said(value)))
    if kind in ("greater_than_equal", "less_than_equal"):
        (limit,) = limits.values()
        return KeyConflict(
            path,
            Message(
                "must be {0} or more, not {1}" if kind.startswith("greater") else "must be {0} or less, not {1}",
                limit,
                _said(value),
            ),
        )
    error = limits.get("error")
    if isinstance(error, ValueError) and error.args:
        return KeyConflict(path, error.args[0])
    return KeyConflict(path, f"{detail['msg'][:1].lower()}{detail['msg'][1:]}")


_WANTED = {
    "bool_type": Message("true or false"),
    "int_type": Message("a whole number"),
    "string_type": Message("a string"),
    "tuple_type": Message("a key or a list of keys"),
    "dict_type": Message("a table"),
    "model_type": Message("a table"),
}


def _said(value: object) -> str:
    """A value as a sentence names it: as it is written where it is short."""
    if isinstance(value, bool | int | float | str):
        return quoted(value)
    return (
        Message("a list")
        if isinstance(value, list | tuple)
        else Message("a table")
        if isinstance(value, dict)
        else Message("a date or a time")
    )


def _nearest_setting(path: KeyPath) -> str:
    """The setting whose name is nearest, here or in another table."""
    here = settings_in(path[:-1])
    word = str(path[-1])
    elsewhere = {name.rpartition(".")[2]: name for name in names()}
    if word in elsewhere:
        return Message("did you mean {}?", elsewhere[word])
    table = "".join(f"{step}." for step in path[:-1])
    for known in ({name: f"{table}{name}" for name in here}, elsewhere):
        hint = nearest(word, known)
        if hint:
            return Message("did you mean {}?", known[str(hint.values[0])])
    return Message("possible settings here: {}", ", ".join(here))


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
