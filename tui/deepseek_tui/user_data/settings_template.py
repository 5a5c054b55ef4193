"""Template of the settings file, which explains every setting.

Settings are commented out, with their defaults.
"""

from textwrap import wrap
from typing import Any

from deepseek_tui.commands import CHARACTERS, COMMANDS
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.languages import FALLBACK
from deepseek_tui.i18n.messages import translated
from deepseek_tui.story.format.messages import Message
from deepseek_tui.user_data.settings_file import SettingsFile, SettingsTable

_INTRODUCTION = (
    Message("Settings of deepseek-tui. `deepseek-tui where` shows where to put this file; the program never writes it."),
    Message("These are the defaults: remove the # from what you change."),
)
WIDTH = 110


def default_text(language: str = FALLBACK) -> str:
    """Return the settings template.

    With or without its comment signs, it loads as the defaults.
    """

    def prose(words: str | None) -> str:
        """Return a text as wrapped comment lines, in the interface language."""
        known = words if isinstance(words, Message) else Message(words or "")
        return "".join(f"# {line}\n" for line in wrap(translated(known, language), WIDTH))

    def fields(part: SettingsTable) -> str:
        return "".join(
            f"\n{prose(field.description)}{_setting(name, getattr(part, name))}"
            for name, field in type(part).model_fields.items()
        )

    tables = []
    parts = ["".join(map(prose, _INTRODUCTION))]
    for name, field in SettingsFile.model_fields.items():
        value = field.get_default(call_default_factory=True)
        if isinstance(value, SettingsTable):
            tables.append(f"[{name}]\n{prose(type(value).__doc__)}{fields(value)}")
        elif name == "keys":
            tables.append(f"[keys]\n{prose(field.description)}\n{_commands(language)}")
        else:
            parts.append(f"{prose(field.description)}{_setting(name, value)}")
    return "\n".join((*parts, *tables))


def _commands(language: str) -> str:
    """Return a line for every command, with its default keys.

    The description is included.
    """
    words = words_in(language).keys.long
    lines = []
    for command in COMMANDS:
        keys = [CHARACTERS.get(key, key) for key in command.keys]
        lines.append((_setting(command.id, keys).rstrip(), words.get(command.id) or words["pane-1"]))
    widest = max(len(setting) for setting, _ in lines)
    return "".join(f"{setting:<{widest}}  # {meaning}\n" for setting, meaning in lines)


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
