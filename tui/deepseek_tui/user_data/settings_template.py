"""The settings as a file to begin with: every one of them with what it means, commented out, as it is without the file."""

from textwrap import wrap
from typing import Any

from deepseek_tui.commands import CHARACTERS, COMMANDS
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.languages import FALLBACK
from deepseek_tui.user_data.settings_file import SettingsFile, SettingsTable

_BEGINNING = """\
# The settings of deepseek-tui. `deepseek-tui where` says where this file belongs; the program never writes it.
# Everything here is as it is without the file: take the # away from what you change.
"""
WIDTH = 110


def default_text() -> str:
    """A settings file that changes nothing; without the # that begin its settings, it is the same in so many words."""
    tables = []
    parts = [_BEGINNING]
    for name, field in SettingsFile.model_fields.items():
        value = field.get_default(call_default_factory=True)
        if isinstance(value, SettingsTable):
            tables.append(f"[{name}]\n{_prose(type(value).__doc__ or '')}{_fields(value)}")
        elif name == "keys":
            tables.append(f"[keys]\n{_prose(field.description or '')}\n{_commands()}")
        else:
            parts.append(f"{_prose(field.description or '')}{_setting(name, value)}")
    return "\n".join((*parts, *tables))


def _fields(part: SettingsTable) -> str:
    return "".join(
        f"\n{_prose(field.description or '')}{_setting(name, getattr(part, name))}"
        for name, field in type(part).model_fields.items()
    )


def _commands() -> str:
    """Every command with its keys, and what it does."""
    lines = []
    for command in COMMANDS:
        keys = [CHARACTERS.get(key, key) for key in command.keys]
        lines.append((_setting(command.id, keys).rstrip(), _meaning(command.id)))
    widest = max(len(setting) for setting, _ in lines)
    return "".join(f"{setting:<{widest}}  # {meaning}\n" for setting, meaning in lines)


def _meaning(id: str) -> str:
    words = words_in(FALLBACK).keys.long
    return words.get(id) or words["pane-1"]


def _prose(words: str) -> str:
    return "".join(f"# {line}\n" for line in wrap(words, WIDTH))


def _setting(name: str, value: Any) -> str:
    return f"#{name} = {_toml(value)}\n"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, int):
        return str(value)
    return f"'{value}'" if any(char in value for char in '"\\') else f'"{value}"'
