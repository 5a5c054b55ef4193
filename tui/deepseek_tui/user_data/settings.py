"""Settings: what the reader has chosen for good, and what holds where they have chosen nothing."""

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
"""The setting of the language that leaves it to the environment, and then to the story."""


class Setting(NamedTuple):
    """What a setting means, as `deepseek-tui config` prints it, and the limits of a number."""

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
        """What is wrong with these settings together; None when nothing is."""
        if self.wide > self.medium:
            return None
        return Message("wide ({0}) must be more than medium ({1})", self.wide, self.medium)


class Settings(NamedTuple):
    """Everything that can be set. This is the only definition: the settings file is read and documented from it."""

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
        """The keys of every command."""
        if not self.keys:
            return DEFAULT_KEYMAP
        from deepseek_tui.user_data.key_settings import keymap_of

        return keymap_of(self.keys)[0]


DEFAULTS = Settings()
"""What holds where nothing is set."""


def language_in(file: Path) -> str | None:
    """Return the language that a settings file asks for, without looking at the rest of it; None where it asks for none."""
    if is_missing(file):
        return None
    import tomllib

    try:
        chosen = tomllib.loads(file.read_text("utf-8")).get("language")
    except (OSError, ValueError, RecursionError):  # whoever reads the settings themselves says what is wrong
        return None
    return chosen if isinstance(chosen, str) else None


def is_missing(file: Path) -> bool:
    """Whether there is no settings file; one that cannot be read is there, and whoever reads it says what is in the way."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        pass
    return False
