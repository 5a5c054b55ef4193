"""Files of edited stories: permission to edit, and saving."""

import stat
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import deepseek_tui
from deepseek_tui.editing.edited_story import EditedStory
from deepseek_tui.editing.json_rewrite import FormattedJson
from deepseek_tui.editing.steps import StoryDocument
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.loading.diagnostics import one_line
from deepseek_tui.story.loading.document import STANDARD_INPUT, parsed, read
from deepseek_tui.story.loading.library import bundled, find
from deepseek_tui.story.loading.loader import from_bytes

ReplaceFile = Callable[[Path, bytes, bytes], None]
"""A function that replaces the content of a file, whole or not at all.

It receives the path, the new content and the expected old content. It raises an error of its own if the file has other
content or cannot be written.
"""
CreateFile = Callable[[Path, bytes], None]
"""A function that writes a new file, whole or not at all, or raises an error of its own."""


class ReadOnlyStory(StrEnum):
    """The reason why a story cannot be edited."""

    BUNDLED = "bundled"
    STANDARD_INPUT = "standard input"
    PIPE = "pipe"


def read_only_reason(word: str) -> ReadOnlyStory | None:
    """Return why the story given on the command line is read-only, or None.

    Raises InvalidInput for a word that names no story.
    """
    path = find(word)
    if path in (STANDARD_INPUT, "/dev/stdin"):
        return ReadOnlyStory.STANDARD_INPUT
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return None  # The error is reported when the file is read.
    if not stat.S_ISREG(mode):
        return None if stat.S_ISDIR(mode) else ReadOnlyStory.PIPE
    return ReadOnlyStory.BUNDLED if path != word or _is_bundled(Path(path)) else None


def _is_bundled(path: Path) -> bool:
    """Return whether a file is part of the installed program.

    In a source checkout, the bundled stories are ordinary files.
    """
    program = Path(deepseek_tui.__file__).parent
    return any(story.is_relative_to(program) and story.samefile(path) for story in bundled().values())


def read_only_message(reason: ReadOnlyStory, word: str) -> Message:
    """Return the message about a story that cannot be edited."""
    if reason is ReadOnlyStory.BUNDLED:
        return Message("{} comes with the program and is read-only; edit a copy of it", one_line(word))
    if reason is ReadOnlyStory.STANDARD_INPUT:
        return Message("a story from standard input is read-only; save it as a file and edit that")
    return Message("{} is no regular file, and so read-only; save it as a file and edit that", one_line(word))


class StoryFile:
    """The file of a story, to which changed documents are saved.

    Every save starts from the file as it was read, so a change that is undone leaves no trace.
    """

    def __init__(self, path: Path, data: bytes, document: StoryDocument) -> None:
        self.path = path
        self._format = FormattedJson(data, document)
        self.saved = data
        """The content of the file, as it was last read or saved."""

    def content(self, document: StoryDocument) -> bytes:
        """Return the bytes of the file with a document."""
        return self._format.with_document(document)

    def save(self, document: StoryDocument, replace: ReplaceFile) -> bool:
        """Save a document, and return whether the file had to be written.

        Errors of `replace` are passed on: after them, the file is unchanged.
        """
        data = self.content(document)
        if data == self.saved:
            return False
        replace(self.path, data, self.saved)
        self.saved = data
        return True

    def save_as(self, path: Path, document: StoryDocument, create: CreateFile) -> None:
        """Save a document under another name, which later saves use too. Errors of `create` are passed on."""
        data = self.content(document)
        create(path, data)
        self.path, self.saved = path, data


def open_story(path: str) -> tuple[StoryFile, EditedStory]:
    """Open the story of a regular file for changes. Raises InvalidInput with every problem of the file."""
    name = one_line(path)
    data = read(path, regular=True)
    story = from_bytes(data, name)
    document, _ = parsed(data, name)
    return StoryFile(Path(path), data, document), EditedStory(document, story)
