"""Settings: what the reader has chosen for good, and what holds where they have chosen nothing."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from deepseek_tui.commands import DEFAULT_KEYMAP, Keymap

AUTO = "auto"
"""The setting of the language that leaves it to the environment, and then to the story."""


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
    language: str = AUTO
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
