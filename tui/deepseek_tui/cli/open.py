"""The `open` command, which opens a story in the dashboard."""

import argparse
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from deepseek_tui.cli.local_copy import copy_store, load_local_copy
from deepseek_tui.cli.output import DONE, FOUND, REFUSED, notice, print_problems, refuse
from deepseek_tui.cli.story_options import (
    DEFAULT,
    add_context,
    add_language,
    chosen_language,
    is_context_shown,
    load_settings,
    open_story,
)
from deepseek_tui.cli.textual_environment import environment_fault
from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from pathlib import Path

    from deepseek_tui.cli.story_options import OpenedStory
    from deepseek_tui.i18n.notebook import NotebookWords
    from deepseek_tui.story.format.model import Story
    from deepseek_tui.user_data.settings import Settings
    from deepseek_tui.user_data.workspace import Workspace

THEMES = ("dark", "light", "terminal")
STANDARD = "-"
EXIT_TIMEOUT = 1.0
"""Seconds to wait at exit for a notebook that another process has locked."""
FRAMES_PER_SECOND = "250"
"""Frames per second for Textual: at 250, the detail follows the list after 4 ms instead of 16."""


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options of the `open` command to a parser."""
    story = Message("{}; with -, keys come from the terminal", DEFAULT)
    parser.add_argument("story", nargs="?", default="deepseek", metavar="STORY", help=story)
    add_language(parser)
    parser.add_argument("--theme", default="", metavar="NAME", help=Message("initial theme: {}", ", ".join(THEMES)))
    parser.add_argument(
        "--mouse",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=Message("handle the mouse, or leave it to the terminal (default: as in the settings, else handle it)"),
    )
    parser.add_argument(
        "--article", metavar="FILE", help=Message("your copy of the article: its passages are shown as evidence")
    )
    add_context(parser)
    at = Message("open at this item, or at this block of the Overview; Y in the dashboard copies the command")
    parser.add_argument("--at", metavar="ID", help=at)
    parser.add_argument(
        "--fresh", action="store_true", help=Message("open at the beginning instead of where you left the story")
    )


def run(options: argparse.Namespace) -> int:
    """Open a story in the dashboard, and return the exit status."""
    if options.theme and options.theme not in THEMES:
        return refuse(Message("there is no theme {0!a}; the themes are {1}", options.theme, ", ".join(THEMES)))
    if fault := environment_fault(os.environ):
        return refuse(fault)
    settings = load_settings()
    if settings is None:
        return REFUSED
    reads_input = options.story == STANDARD
    try:
        opened = open_story(options.story, options.commands, partial(_load_with_progress, options, settings))
    except _LoadingCancelledError as cancelled:
        notice(Message("{}; nothing was changed", cancelled.args[0]))
        return cancelled.status
    if opened is None:
        return REFUSED
    story = opened.story
    if not _has_terminal(reads_input=reads_input):
        return refuse(Message("the dashboard needs a terminal; `deepseek-tui show` prints the same content without one"))
    if _is_dumb():
        return refuse(Message("this terminal (TERM=dumb) cannot position text; `deepseek-tui show` prints it as plain text"))
    if reads_input and not _take_keys_from_terminal():
        return refuse(Message("there is no terminal to read keys from while the story comes from standard input"))
    from deepseek_tui.story.loading.diagnostics import InvalidInput

    try:
        local_copy = load_local_copy(options.article, story)
    except InvalidInput as error:
        return print_problems(error)
    from deepseek_tui.panes.render_context import RenderContext
    from deepseek_tui.user_data.initial_location import UnknownLocationError, initial_location

    workspace = _workspace(opened, settings)
    visit = None if options.fresh else workspace.last_visit(story.id)
    language = chosen_language(options.lang or (visit.language if visit else None) or None, story, settings)
    reading = RenderContext.of(story, language, context=is_context_shown(options.context, settings), local_copy=local_copy)
    try:
        locations = initial_location(reading, visit, options.at or "")
    except UnknownLocationError as error:
        return refuse(error.args[0])
    os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_SECOND)
    from deepseek_tui.ui.app import DeepSeekApp

    app = DeepSeekApp(
        reading, theme=options.theme or settings.theme, settings=settings, locations=locations, workspace=workspace
    )
    app.run(mouse=settings.mouse if options.mouse is None else options.mouse)
    saved = _close(app.dashboard.lifecycle.workspace or workspace, app.dashboard.reading.words.notebook)
    if app.broken is not None:
        raise app.broken
    return app.signal_status or app.return_code or saved


def _close(workspace: "Workspace", words: "NotebookWords") -> int:
    """Save and close the notebook, and return the exit status.

    It takes at most EXIT_TIMEOUT.
    """
    unsaved = workspace.close_and_wait(EXIT_TIMEOUT)
    if not unsaved or workspace.notebook is None:
        return DONE
    from deepseek_tui.story.format.text import harmless

    is_lost = not all(map(workspace.notebook.is_journalled, unsaved))
    message = words.lost_at_exit if is_lost else words.not_saved_at_exit
    notice(message.format(path=harmless(str(workspace.notebook.journal.file))))
    return FOUND if is_lost else DONE


def _workspace(opened: "OpenedStory", settings: "Settings") -> "Workspace":
    """Return the source of a story and the user's files for it."""
    from deepseek_tui.story.loading.library import bundled
    from deepseek_tui.user_data.paths import notebook_file, session_folder, snapshots_folder
    from deepseek_tui.user_data.per_story_store import story_origin
    from deepseek_tui.user_data.workspace import Workspace

    # A pipe, like standard input, can be read only once, so it cannot be reloaded or opened again later.
    from_input = opened.path == STANDARD or not os.path.isfile(opened.path)  # noqa: PTH113
    word, place = (STANDARD, STANDARD) if from_input else (opened.word, story_origin(opened.path))
    return Workspace(
        word,
        place,
        opened.data,
        path="" if from_input or place in bundled() else opened.path,
        notebook_file=notebook_file(),
        session_folder=session_folder() if settings.session.restore and not from_input else None,
        snapshots_folder=None if from_input else snapshots_folder(),
        copies=copy_store(),
        write=_write,
    )


def _write(file: "Path", data: bytes) -> None:
    from deepseek_tui.user_data.atomic_files import save

    save(file, data, overwrite=True)


class _LoadingCancelledError(Exception):
    """Raised when the loading of a large story is cancelled.

    The user or a signal cancels it.
    """

    def __init__(self, name: str, status: int) -> None:
        super().__init__(Message("reading {} was cancelled", name))
        self.status = status


def _load_with_progress(options: argparse.Namespace, settings: "Settings", data: bytes, name: str) -> "Story | None":
    """Load a large story while showing the progress.

    Return None without a terminal, or if the story is invalid. Raises _LoadingCancelledError.
    """
    reads_input = options.story == STANDARD
    if not _has_terminal(reads_input=reads_input) or _is_dumb() or (reads_input and not _take_keys_from_terminal()):
        return None
    from deepseek_tui.i18n.catalogue import words_in
    from deepseek_tui.story.loading.incremental import load_incrementally
    from deepseek_tui.user_data.interface_language import interface_language

    os.environ.setdefault("TEXTUAL_FPS", FRAMES_PER_SECOND)
    from deepseek_tui.ui.loading_app import LoadingApp

    words = words_in(interface_language(options.lang or settings.language, os.environ)).loading
    app = LoadingApp(os.path.basename(name), load_incrementally(data), words, options.theme or settings.theme)  # noqa: PTH119
    story = app.run(mouse=False)
    if app.broken is not None:
        raise app.broken
    if app.given_up or app.signal_status:  # A signal may arrive after the loading has ended, so it is checked here as well.
        raise _LoadingCancelledError(name, app.given_up or app.signal_status)
    return story


def _has_terminal(*, reads_input: bool) -> bool:
    return all(map(_is_terminal, (sys.stdout, sys.stderr) if reads_input else (sys.stdin, sys.stdout, sys.stderr)))


def _is_dumb() -> bool:
    return os.environ.get("TERM", "").lower() in ("dumb", "unknown")


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return stream is not None and isatty is not None and not getattr(stream, "closed", False) and bool(isatty())


def _take_keys_from_terminal() -> bool:
    """Read keys from the terminal instead of standard input.

    Return False if there is no terminal.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
