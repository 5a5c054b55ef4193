"""Settings: what the reader has chosen for good, and what holds where they have chosen nothing."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from deepseek_tui.commands import DEFAULT_KEYMAP, Keymap


class SessionSettings(NamedTuple):
    """What is kept from one time to the next."""

    restore: bool = True


class LayoutSettings(NamedTuple):
    """From how many columns on there is room for the list and the detail, and for a third panel."""

    medium: int = 80
    wide: int = 150


class Settings(NamedTuple):
    """Everything that can be set; `reader.settings_file` says what each means, and reads it."""

    theme: Literal["dark", "light", "terminal"] = "dark"
    language: Literal["auto", "fr", "en"] = "auto"
    mouse: bool = True
    context: bool = True
    session: SessionSettings = SessionSettings()
    layout: LayoutSettings = LayoutSettings()
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Keys in the reader's words, by the command's id."""

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
