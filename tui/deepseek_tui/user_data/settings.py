"""Settings that the reader can change, and their default values."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple, NewType

from deepseek_tui.commands import DEFAULT_KEYMAP, Keymap
from deepseek_tui.i18n.languages import LANGUAGES
from deepseek_tui.story.format.messages import Message

LanguageName = NewType("LanguageName", str)
"""The code of a language of the interface, or `AUTO`."""

AUTO = LanguageName("auto")
"""The value of the language setting that leaves the choice to the environment, and then to the story."""


class Setting(NamedTuple):
    """Description of a setting, and the limits of a number.

    `deepseek-tui config` prints it.
    """

    description: Message
    minimum: int | None = None
    maximum: int | None = None


class SessionSettings(NamedTuple):
    """What is kept between sessions."""

    restore: Annotated[bool, Setting(Message("Whether a story opens at the pane and the item where you left it."))] = True


class LayoutSettings(NamedTuple):
    """The widths, in columns, from which more is shown side by side."""

    medium: Annotated[
        int, Setting(Message("From this width, the list and the detail; below it, one at a time."), 50, 500)
    ] = 80
    wide: Annotated[int, Setting(Message("From this width, a third panel for links and notes as well."), 60, 1000)] = 150

    @property
    def error(self) -> Message | None:
        """The error in the combination of both widths, or None."""
        if self.wide > self.medium:
            return None
        return Message("wide ({0}) must be more than medium ({1})", self.wide, self.medium)


class Settings(NamedTuple):
    """All settings of the program.

    The settings file is read and documented from this definition.
    """

    theme: Annotated[
        Literal["dark", "light", "terminal"],
        Setting(Message("The theme: dark, light, or terminal (the terminal's sixteen colours).")),
    ] = "dark"
    language: Annotated[
        LanguageName,
        Setting(Message("The language: {}, or auto (the one of your system, else the story's).", ", ".join(LANGUAGES))),
    ] = AUTO
    mouse: Annotated[bool, Setting(Message("Whether the program handles the mouse; false leaves it to the terminal."))] = (
        True
    )
    context: Annotated[bool, Setting(Message("Whether context from outside the article is shown when a story opens."))] = (
        True
    )
    session: SessionSettings = SessionSettings()
    layout: LayoutSettings = LayoutSettings()
    keys: Annotated[
        Mapping[str, tuple[str, ...]],
        Setting(
            Message(
                "The keys of each command: characters, or names such as escape, pageup, f5, ctrl+e;"
                " [] switches a command off."
            )
        ),
    ] = MappingProxyType({})

    @property
    def keymap(self) -> Keymap:
        """The keys of every command, as set by the reader.

        A command without a setting has its default keys.
        """
        if not self.keys:
            return DEFAULT_KEYMAP
        from deepseek_tui.user_data.key_settings import keymap_of

        return keymap_of(self.keys)[0]


DEFAULTS = Settings()
"""The default values of all settings."""


def language_in(file: Path) -> str | None:
    """Return the language set in a settings file, or None.

    Errors in other settings are ignored.
    """
    if is_missing(file):
        return None
    import tomllib

    try:
        chosen = tomllib.loads(file.read_text("utf-8")).get("language")
    except (OSError, ValueError, RecursionError):
        # The error is ignored here, since it is reported when all settings are read.
        return None
    return chosen if isinstance(chosen, str) else None


def is_missing(file: Path) -> bool:
    """Return whether the settings file does not exist.

    A file that cannot be read does exist.
    """
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        pass
    return False
