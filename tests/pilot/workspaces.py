"""Workspaces for tests, which keep the files of the user in a temporary folder."""

import json
from pathlib import Path
from typing import Any

from bundled import FILE
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.loader import from_bytes
from deepseek_tui.user_data.atomic_files import save
from deepseek_tui.user_data.copy_store import CopyStore
from deepseek_tui.user_data.workspace import Workspace
from stories import write_story


def workspace_of_bundled(folder: Path) -> Workspace:
    """Create the workspace of the bundled story in a temporary folder."""
    return _workspace(folder, "deepseek", "deepseek", FILE.read_bytes(), "")


def workspace_of_file(folder: Path, path: Path) -> Workspace:
    """Create the workspace of a story that is read from a file."""
    return _workspace(folder, str(path), str(path), path.read_bytes(), str(path))


def workspace_of_input(folder: Path, path: Path) -> Workspace:
    """Create the workspace of a story that is read from standard input."""
    return _workspace(folder, "-", "-", path.read_bytes(), "")


def _workspace(folder: Path, argument: str, origin: str, data: bytes, path: str) -> Workspace:
    return Workspace(
        argument,
        origin,
        data,
        path=path,
        notebook_file=folder / "notebook.sqlite3",
        session_folder=folder / "visits",
        snapshots_folder=folder / "seen",
        copies=CopyStore(folder / "copies.json", folder / "articles"),
        write=lambda file, content: save(file, content, overwrite=True),
    )


def read_back(path: Path) -> Story:
    """Load and validate the story in a file."""
    return from_bytes(path.read_bytes(), path.name)


def rewrite(path: Path, document: dict[str, Any]) -> None:
    """Replace a story file atomically by a changed story, as text editors do."""
    new = write_story(path.parent, document, f"{path.name}.new")
    new.replace(path)


def document_of(path: Path) -> dict[str, Any]:
    """Return the parsed JSON document in a file."""
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


def text_of(path: Path) -> str:
    """Return the content of a UTF-8 text file."""
    return path.read_text("utf-8")


def write(path: Path, text: str) -> None:
    """Write text to a file."""
    path.write_text(text, "utf-8")


def remove(path: Path) -> None:
    """Delete a file."""
    path.unlink()
