"""Candidates for shell completion, which argcomplete passes on to the shell.

Imported only for completion. Every error gives no candidates, because a message would appear in the command line
that is being typed.
"""

import argparse
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from argcomplete.completers import BaseCompleter
from argcomplete.finders import CompletionFinder

from deepseek_tui.cli.message_language import translate
from deepseek_tui.story.format.escaping import harmless_line, is_one_harmless_line
from deepseek_tui.story.format.messages import Message

DEFAULT_STORY = "deepseek"
LABELS = ("title", "name", "question", "word", "label", "text")
"""Keys of an item whose text can describe it, the preferred one first."""
MAX_LABEL_LENGTH = 60
"""The maximum number of characters of the description beside an id."""

Candidates = dict[str, str]
"""Candidates for completion, with their descriptions."""


def complete(
    parser: argparse.ArgumentParser, commands: Collection[str], exit_process: Callable[[int], Any] = os._exit, **options: Any
) -> None:
    """Print the completion candidates for the word at the cursor and exit."""
    with suppress(Exception):
        _assign_completers(parser)
        finder = _Finder()
        finder.commands = commands
        finder(
            parser,
            always_complete_options=False,
            exit_method=exit_process,
            default_completer=_no_completer,
            validator=_starts_with,
            **options,
        )
    exit_process(1)


class _Finder(CompletionFinder):
    """Completion finder that treats a command line without command as `open`.

    argcomplete has no public interface for a default command.
    """

    commands: Collection[str] = ()

    def _get_completions(self, comp_words: list[str], *arguments: Any) -> list[str]:
        complete_line: Callable[..., list[str]] = super()._get_completions
        program, rest = comp_words[:1], comp_words[1:]
        found: list[str] = []
        if not rest:
            found = complete_line(program, *arguments)
        if not rest or rest[0] not in (*self.commands, "-h", "--help", "--version"):
            rest = ["open", *rest]
        more = complete_line([*program, *rest], *arguments)
        return list(dict.fromkeys((*found, *more)))


def _starts_with(candidate: str, prefix: str) -> bool:
    return candidate.startswith(prefix)


class _NoCompleter(BaseCompleter):
    def __call__(self, **_line: Any) -> Iterable[str]:
        return ()


_no_completer = _NoCompleter()


def _assign_completers(parser: argparse.ArgumentParser) -> None:
    """Assign a completion function to each argument of every command."""
    for action in parser._actions:  # noqa: SLF001  argparse has no public list of arguments
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for command in action.choices.values():
                _assign_completers(command)
        elif action.choices is None and action.nargs != 0:
            # A command that knows the possible values of an option sets this attribute.
            own = getattr(action, "completer", None)
            completer = (
                own or COMPLETERS.get(action.dest) or COMPLETERS.get(str(getattr(action, "value_name", "")), _no_completer)
            )
            action.completer = completer  # type: ignore[attr-defined]


def _stories(prefix: str, **_line: Any) -> Candidates:
    """Return the bundled stories and the JSON files as completion candidates."""
    from deepseek_tui.story.loading.library import bundled

    return dict.fromkeys(bundled(), translate(Message("comes with the program"))) | _files(prefix, ".json")


def _parts(parsed_args: argparse.Namespace, **_line: Any) -> Candidates:
    """Return the section names and item ids of a story as candidates.

    The story is the one named on the command line.
    """
    from deepseek_tui.story.format.sections import ALL, Section

    ids: Candidates = {}
    with suppress(Exception):  # The sections are offered even if the story cannot be read.
        ids = _ids(parsed_args)
    return dict.fromkeys((ALL, *(section.value for section in Section)), translate(Message("section"))) | ids


def _ids(parsed_args: argparse.Namespace, **_line: Any) -> Candidates:
    """Return the item ids of a story without validating the story.

    The validation would take too long.
    """
    import orjson

    from deepseek_tui.story.format.text import say
    from deepseek_tui.story.loading.library import find

    named = getattr(parsed_args, "story", None) or DEFAULT_STORY
    path = Path(find(named)) if named != "-" else None
    if path is None or not path.is_file():
        return {}
    document = orjson.loads(path.read_bytes())
    language = str(document["languages"][0]) if document.get("languages") else ""
    found = {}
    for items in document.values():
        for item in items if isinstance(items, list) else ():
            id = item.get("id") if isinstance(item, dict) else None
            if isinstance(id, str) and is_one_harmless_line(id):
                words = next((item[key] for key in LABELS if isinstance(item.get(key), str | dict) and item[key]), "")
                found[id] = harmless_line(say(words, language))[:MAX_LABEL_LENGTH]
    return found


def _rules(prefix: str, **_line: Any) -> Candidates:
    """Return the lint rules as candidates after the comma-separated rules typed."""
    from deepseek_tui.article.lint.rules import RULES

    before = prefix[: prefix.rfind(",") + 1]
    return {f"{before}{rule.name}": translate(rule.definition) for rule in RULES}


def _themes(**_line: Any) -> Iterable[str]:
    from deepseek_tui.cli.open import THEMES

    return THEMES


def _any_file(prefix: str, **_line: Any) -> Candidates:
    return _files(prefix)


def _articles(prefix: str, **_line: Any) -> Candidates:
    return _files(prefix, ".txt", ".md", ".markdown")


def _files(prefix: str, *endings: str) -> Candidates:
    """Return the files and folders that start with a prefix.

    Files must have one of the given extensions.
    """
    return dict.fromkeys(_paths(prefix, endings), "")


def _paths(prefix: str, endings: tuple[str, ...]) -> Iterator[str]:
    folder, slash, name = prefix.rpartition("/")
    folder += slash
    with suppress(OSError, RuntimeError, ValueError):
        for entry in sorted(os.scandir(Path(folder).expanduser() if folder else "."), key=lambda entry: entry.name):
            is_match = entry.name.startswith(name) and (name.startswith(".") or not entry.name.startswith("."))
            if is_match and is_one_harmless_line(entry.name):
                if entry.is_dir():
                    yield f"{folder}{entry.name}/"
                elif not endings or entry.name.lower().endswith(endings):
                    yield f"{folder}{entry.name}"


COMPLETERS: dict[str, Callable[..., Any]] = {
    "theme": _themes,
    "ignore": _rules,
    "article": _articles,
    "at": _ids,
    "old_id": _ids,
    "new_id": _no_completer,
    "STORY": _stories,
    "OLD": _stories,
    "NEW": _stories,
    "SECTION|ID": _parts,
    "FILE": _any_file,
    "ARTICLE": _articles,
}
"""Completers by `dest` or metavar of the argument."""
