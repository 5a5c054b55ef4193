"""Paths of the reader's files, in the folders of the system.

No other module chooses a path. The functions read the environment each time, and touch no file.
"""

from pathlib import Path
from typing import NamedTuple

from deepseek_tui.story.format.messages import Message

APP = "deepseek-tui"


class UserFile(NamedTuple):
    """A file or folder of the reader, with name and purpose."""

    name: str
    path: Path
    purpose: str


def settings_file() -> Path:
    """Return the path of the settings file, which the program never writes."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / "settings.toml"


def notebook_file() -> Path:
    """Return the path of the notebook with bookmarks and notes."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "notebook.sqlite3"


def journal_file() -> Path:
    """Return the path of the notebook's journal."""
    from deepseek_tui.user_data.notebook_journal import journal_path

    return journal_path(notebook_file())


def session_folder() -> Path:
    """Return the folder that stores the last visit to each story."""
    return _state_folder() / "session"


def copies_file() -> Path:
    """Return the path of the file that remembers local copies of articles."""
    return _state_folder() / "copies.json"


def articles_folder() -> Path:
    """Return the folder of the texts of articles that the reader pasted."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False) / "articles"


def snapshots_folder() -> Path:
    """Return the folder of snapshots, which are copies of story files.

    A copy is the file as the program last read it.
    """
    return _state_folder() / "seen"


def log_file() -> Path:
    """Return the path of the log of internal errors."""
    return _state_folder() / "errors.log"


def _state_folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def user_files() -> tuple[UserFile, ...]:
    """Return all the reader's files and folders of the program."""
    return (
        UserFile("settings", settings_file(), Message("your settings; read, never written")),
        UserFile("notebook", notebook_file(), Message("your bookmarks and notes")),
        UserFile("journal", journal_file(), Message("the same as JSON lines: restores a damaged or lost notebook")),
        UserFile("session", session_folder(), Message("your last position in each story")),
        UserFile("copies", copies_file(), Message("the paths of your copies of articles")),
        UserFile("articles", articles_folder(), Message("the texts of articles that you pasted")),
        UserFile("log", log_file(), Message("where internal errors happened; none of your text")),
        UserFile("seen", snapshots_folder(), Message("the stories as they were when you last read them")),
    )
