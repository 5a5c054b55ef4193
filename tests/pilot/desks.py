"""Desks for tests: where a story is opened from, and the reader's files in a folder of the test's own."""

import json
from pathlib import Path
from typing import Any

from bundled import FILE
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.loader import from_bytes
from deepseek_tui.user_data.atomic_files import save
from deepseek_tui.user_data.workspace import Workspace
from stories import write_story


def desk_of_bundled(folder: Path) -> Workspace:
    """The desk of the story that the program comes with."""
    return _desk(folder, "deepseek", "deepseek", FILE.read_bytes(), "")


def desk_of_file(folder: Path, path: Path) -> Workspace:
    """The desk of a story in a file of the reader's."""
    return _desk(folder, str(path), str(path), path.read_bytes(), str(path))


def desk_of_input(folder: Path, path: Path) -> Workspace:
    """The desk of a story that came from standard input."""
    return _desk(folder, "-", "-", path.read_bytes(), "")


def _desk(folder: Path, word: str, place: str, data: bytes, path: str) -> Workspace:
    return Workspace(
        word,
        place,
        data,
        path=path,
        notebook_file=folder / "notebook.sqlite3",
        session_folder=folder / "visits",
        snapshots_folder=folder / "seen",
        write=lambda file, content: save(file, content, overwrite=True),
    )


def read_back(path: Path) -> Story:
    """The story in a file."""
    return from_bytes(path.read_bytes(), path.name)


def rewrite(path: Path, document: dict[str, Any]) -> None:
    """Put another edition in the place of the one before, at once and whole, as editors do."""
    new = write_story(path.parent, document, f"{path.name}.new")
    new.replace(path)


def document_of(path: Path) -> dict[str, Any]:
    """The document in a file."""
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


def text_of(path: Path) -> str:
    """The file as it is."""
    return path.read_text("utf-8")


def write(path: Path, text: str) -> None:
    """Write the file, over what it held."""
    path.write_text(text, "utf-8")


def remove(path: Path) -> None:
    """Take the file away."""
    path.unlink()
