"""Folders: where each file of the reader's lies, as the system they use wants it.

Nothing else decides on a place, and nothing here touches a disk: the names are worked out each time they are asked for.
"""

from pathlib import Path
from typing import NamedTuple

from deepseek_tui.story.format.messages import Message

APP = "deepseek-tui"


class UserFile(NamedTuple):
    """A file or folder of the reader's: its name for short, where it lies, and what it is for."""

    name: str
    path: Path
    purpose: str


def settings_file() -> Path:
    """What the reader has set; read, and never written."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.toml"


def notebook_file() -> Path:
    """The reader's bookmarks and notes."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "notebook.sqlite3"


def journal_file() -> Path:
    """The journal of the notebook."""
    from deepseek_tui.user_data.notebook_journal import journal_of

    return journal_of(notebook_file())


def session_folder() -> Path:
    """Where the reader was in each story."""
    return _state() / "session"


def copies_file() -> Path:
    """Which files are the reader's copies of the articles."""
    return _state() / "copies.json"


def seen_folder() -> Path:
    """The stories as they were when they were last read."""
    return _state() / "seen"


def log_file() -> Path:
    """Where errors of the program's own are noted."""
    return _state() / "errors.log"


def _state() -> Path:
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def user_files() -> tuple[UserFile, ...]:
    """Every file and folder of the reader's that the program reads or writes."""
    return (
        UserFile("settings", settings_file(), Message("what you have set; read, and never written")),
        UserFile("notebook", notebook_file(), Message("your bookmarks and notes")),
        UserFile(
            "journal", journal_file(), Message("the same as lines of JSON: restores a notebook that is damaged, or lost")
        ),
        UserFile("session", session_folder(), Message("where you were in each story")),
        UserFile("copies", copies_file(), Message("which files are your copies of the articles")),
        UserFile("log", log_file(), Message("where errors of the program's own happened; none of your words")),
        UserFile("seen", seen_folder(), Message("the stories as they were when you last read them")),
    )
