"""Settings: what the reader has chosen for good, and what holds where they have chosen nothing."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple

from deepseek_tui.commands import DEFAULT_KEYMAP, Keymap


class Setting(NamedTuple):
    """What a setting means, as `deepseek-tui config` prints it, and the limits of a number."""

    description: str
    minimum: int | None = None
    maximum: int | None = None


class SessionSettings(NamedTuple):
    """What is kept from one time to the next."""

    restore: Annotated[bool, Setting("Whether a story opens at the pane and the item where you left it.")] = True


class LayoutSettings(NamedTuple):
    """From how many columns on there is room for more beside each other."""

    medium: Annotated[int, Setting("From so many columns on, the list and the detail; below, one at a time.", 50, 500)] = 80
    wide: Annotated[int, Setting("From so many columns on, a third panel for links and notes as well.", 60, 1000)] = 150

    @property
    def error(self) -> str:
        """What is wrong with these settings together; empty when nothing is."""
        return "" if self.wide > self.medium else f"wide ({self.wide}) must be more than medium ({self.medium})"


class Settings(NamedTuple):
    """Everything that can be set. This is the only definition: the settings file is read and documented from it."""

    theme: Annotated[
        Literal["dark", "light", "terminal"], Setting("The colours: dark, light, or terminal (its own sixteen).")
    ] = "dark"
    language: Annotated[
        Literal["auto", "fr", "en"],
        Setting("The language: fr, en, or auto (the one of your system, else the story's)."),
    ] = "auto"
    mouse: Annotated[bool, Setting("Whether the program takes the mouse; false leaves it to the terminal.")] = True
    context: Annotated[bool, Setting("Whether context from outside the article is shown when a story opens.")] = True
    session: SessionSettings = SessionSettings()
    layout: LayoutSettings = LayoutSettings()
    keys: Annotated[
        Mapping[str, tuple[str, ...]],
        Setting(
            "The keys of each command: characters, or names such as escape, pageup, f5, ctrl+e; [] switches a command off."
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


def is_missing(file: Path) -> bool:
    """Whether there is no settings file; one that cannot be read is there, and whoever reads it says what is in the way."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        pass
    return False
