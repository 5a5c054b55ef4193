"""Reading and validation of the settings file.

The file is TOML, and the program never writes it. The pydantic model is built from `Settings`. This module is imported
only if a settings file exists, because importing pydantic is slow.
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

MAX_BYTES = 2**20
"""The maximum size of a settings file."""
_QUOTED = re.compile(r"'([^']*)'")


class SettingsTable(BaseModel):
    """Model of a table of the settings file.

    `VALUES` is the named tuple that it is built from and converted to.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)
    VALUES: ClassVar[Callable[..., Any]]

    @property
    def settings(self) -> Any:
        """The settings of the table, as a named tuple."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).VALUES(
            **{name: value.settings if isinstance(value, SettingsTable) else value for name, value in values.items()}
        )

    @model_validator(mode="after")
    def _check_table(self) -> Self:
        error = getattr(self.settings, "error", None)
        if error:
            raise ValueError(error)
        return self


def _as_list(keys: object) -> object:
    """Return the single key of a setting as a list."""
    return (keys,) if isinstance(keys, str) else tuple(keys) if isinstance(keys, list) else keys


def _check_language(name: str) -> str:
    """Raise pydantic's error for an unknown choice if the language is unknown."""
    setting_names = (AUTO, *LANGUAGES)
    if name not in setting_names:
        raise PydanticCustomError("literal_error", "unknown language", {"expected": ", ".join(map(repr, setting_names))})
    return name


_TOML_TYPES: dict[Any, Any] = {
    Mapping[str, tuple[str, ...]]: dict[str, Annotated[tuple[str, ...], BeforeValidator(_as_list)]],
    LanguageName: Annotated[str, AfterValidator(_check_language)],
}
"""Field types of the model with conversion or validation, by type in the named tuple."""


def _table(values: Any) -> type[SettingsTable]:
    """Return a pydantic model with the fields of a named tuple.

    Limits, defaults and descriptions are the same.
    """
    fields: dict[str, Any] = {}
    for name, kind in get_type_hints(values, include_extras=True).items():
        default = values._field_defaults[name]
        if hasattr(kind, "_fields"):
            table = _table(kind)
            fields[name] = table, table.model_construct()
            continue
        of, setting = get_args(kind)
        default = dict(default) if isinstance(default, Mapping) else default  # pydantic copies the default.
        limits = Field(default, description=setting.description, ge=setting.minimum, le=setting.maximum)
        fields[name] = (_TOML_TYPES[of], limits) if of in _TOML_TYPES else (of, limits)
    table = create_model(values.__name__, __base__=SettingsTable, __doc__=values.__doc__, **fields)
    table.VALUES = values
    return table


SettingsFile = _table(Settings)
"""The model of the whole file; missing settings have their defaults."""

THEMES: tuple[str, ...] = get_args(SettingsFile.model_fields["theme"].annotation)
"""The names of the themes."""


def load(file: FilePath, *, needed: bool = False) -> Settings:
    """Return the settings in a file.

    They are the defaults if the file is missing and not `needed`. Raises InvalidInput with every error and its
    position.
    """
    if not needed and is_missing(file):
        return DEFAULTS
    name = one_line(str(file), 4096)
    text = decoded(read(file, largest=MAX_BYTES, regular=not needed), name)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidInput([_syntax_error(str(error), text, name)]) from None
    except RecursionError:
        raise InvalidInput([Diagnostic(name, 1, 1, "", Message("nested too deep"))]) from None
    faults: list[KeyConflict] = []
    settings = DEFAULTS
    try:
        settings = SettingsFile.model_validate(document).settings
    except ValidationError as error:
        faults = [_explain(detail) for detail in error.errors(include_url=False)]
    keys = document.get("keys")
    if isinstance(keys, dict):
        faults += _key_conflicts(keys)
    if faults:
        raise InvalidInput(sorted(_with_positions(faults, text, name), key=lambda problem: (problem.line, problem.column)))
    return settings


def _key_conflicts(keys: dict[str, Any]) -> Iterator[KeyConflict]:
    """Return the conflicts among keys of a valid type.

    The model reports the other keys.
    """
    given = {id: _as_list(words) for id, words in keys.items()}
    valid = {id: words for id, words in given.items() if isinstance(words, tuple) and all(isinstance(w, str) for w in words)}
    for fault in keymap_of(valid)[1]:
        yield KeyConflict(("keys", *fault.path), fault.message, fault.hint)


def _with_positions(faults: list[KeyConflict], text: str, name: str) -> Iterator[Diagnostic]:
    from deepseek_tui.user_data.toml_positions import key_offsets

    found, lines = key_offsets(text), LineNumbers(text)
    for fault in faults:
        path = fault.path
        while path and path not in found:
            path = path[:-1]
        yield Diagnostic(name, *lines.place(found.get(path, 0)), _dotted(fault.path), fault.message, fault.hint)


def _dotted(path: KeyPath) -> str:
    """Return the name of a setting as TOML writes it.

    Indexes of list items are left out.
    """
    keys = [step for step in path if isinstance(step, str)]
    return ".".join(key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else quoted(key) for key in keys)


def _syntax_error(message: str, text: str, name: str) -> Diagnostic:
    """Return the diagnostic for a syntax error that `tomllib` raised."""
    words, _, place = message.rpartition(" (at ")
    numbers = [int(number) for number in re.findall(r"\d+", place)]
    if len(numbers) == 2:
        line, column = numbers
    else:
        words = words or message
        line, column = LineNumbers(text).place(len(text.rstrip()))
    twice = re.fullmatch(r"Cannot declare \((.*?),?\) twice", words)
    reason: str
    if twice:
        reason = Message("the table [{}] is given twice", ".".join(_QUOTED.findall(twice[1])))
    elif words == "Cannot overwrite a value":
        reason = Message("this already has a value")
    else:
        reason = f"{words[:1].lower()}{words[1:]}"
    return Diagnostic(name, line, column, "", Message("not TOML: {}", reason))


def _explain(detail: ErrorDetails) -> KeyConflict:
    """Return the message of a pydantic error in plain words."""
    path = tuple(step for step in detail["loc"] if step != "[key]")
    value, kind, limits = detail["input"], detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return KeyConflict(path, Message("there is no such setting"), _nearest_setting(path))
    if kind == "literal_error":
        words = _QUOTED.findall(str(limits.get("expected", "")))
        return KeyConflict(
            path, Message("{0} is not one of: {1}", _value_text(value), ", ".join(words)), nearest(value, words)
        )
    if kind in _EXPECTED_TYPES:
        return KeyConflict(path, Message("must be {0}, not {1}", _EXPECTED_TYPES[kind], _value_text(value)))
    if kind in ("greater_than_equal", "less_than_equal"):
        (limit,) = limits.values()
        return KeyConflict(
            path,
            Message(
                "must be {0} or more, not {1}" if kind.startswith("greater") else "must be {0} or less, not {1}",
                limit,
                _value_text(value),
            ),
        )
    error = limits.get("error")
    if isinstance(error, ValueError) and error.args:
        return KeyConflict(path, error.args[0])
    return KeyConflict(path, f"{detail['msg'][:1].lower()}{detail['msg'][1:]}")


_EXPECTED_TYPES = {
    "bool_type": Message("true or false"),
    "int_type": Message("a whole number"),
    "string_type": Message("a string"),
    "tuple_type": Message("a key or a list of keys"),
    "dict_type": Message("a table"),
    "model_type": Message("a table"),
}


def _value_text(value: object) -> str:
    """Return a value as an error message names it.

    It is quoted, or named by its type.
    """
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
    """Return a hint with the setting that has the most similar name.

    It may be in the same table or in another one.
    """
    siblings = settings_in(path[:-1])
    word = str(path[-1])
    elsewhere = {name.rpartition(".")[2]: name for name in setting_names()}
    if word in elsewhere:
        return Message("did you mean {}?", elsewhere[word])
    table = "".join(f"{step}." for step in path[:-1])
    for known in ({name: f"{table}{name}" for name in siblings}, elsewhere):
        hint = nearest(word, known)
        if hint:
            return Message("did you mean {}?", known[str(hint.values[0])])
    return Message("possible settings here: {}", ", ".join(siblings))


def settings_in(table: KeyPath = ()) -> list[str]:
    """Return the names of the settings in a table."""
    model: Any = SettingsFile
    for step in table:
        model = model.model_fields[step].annotation
    return list(model.model_fields)


def setting_names() -> list[str]:
    """Return the names of all settings, with dots between the parts.

    The keys of single commands are left out.
    """
    found = []
    for name, field in SettingsFile.model_fields.items():
        model = field.annotation
        if isinstance(model, type) and issubclass(model, SettingsTable):
            found += [f"{name}.{inner}" for inner in model.model_fields]
        else:
            found.append(name)
    return found
