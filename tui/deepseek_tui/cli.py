"""The command line: what each command takes, and the way into it.

Standard output carries data, standard error talk. Exit status: 0 done, 1 `check` found problems, 2 it cannot be done,
130 interrupted. Every heavy import stands in the command that needs it, so that the light ones stay light; Textual is
imported by `open` alone.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from deepseek_tui import __version__

if TYPE_CHECKING:
    from deepseek_tui.story.model import Story
    from deepseek_tui.story.problem import Unusable
    from deepseek_tui.story.reprint import Reprint

DONE, FOUND, REFUSED, INTERRUPTED = 0, 1, 2, 130
LANGUAGES = ("fr", "en")
THEMES = ("dark", "light", "terminal")
STANDARD_INPUT = STANDARD_OUTPUT = "-"

STORY_HELP = "a path, - for standard input, or the name of a story that comes with the program (default: deepseek)"


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(words)
        _flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever was reading has seen enough
        _silence_output()
        return DONE
    return status


def _run(words: list[str]) -> int:
    if not words or (words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "open")
    try:
        options = _parser().parse_args(words)
    except SystemExit as stop:  # argparse has said what there was to say
        return stop.code if isinstance(stop.code, int) else REFUSED
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


# The parsers


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="deepseek-tui",
        description="Read and interrogate a news story in the terminal: what happened, who says so, what nobody knows yet.",
        epilog="without a command, opens a story:\n"
        "  deepseek-tui                      the story of DeepSeek\n"
        "  deepseek-tui story.json --lang en another one, in English\n\n"
        "deepseek-tui COMMAND --help says more of a command.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"deepseek-tui {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (words, example, add, run) in COMMANDS.items():
        command = commands.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=f"example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add(command)
        command.set_defaults(run=run)
    return parser


def _add_open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("story", nargs="?", default="deepseek", metavar="STORY", help=STORY_HELP)
    _add_language(parser)
    parser.add_argument("--theme", default="", metavar="NAME", help=f"colours to begin with: {', '.join(THEMES)}")
    parser.add_argument("--no-mouse", dest="mouse", action="store_false", help="leave the mouse to the terminal")
    parser.add_argument("--article", metavar="FILE", help="your copy of the article: its passages are shown as evidence")
    parser.add_argument(
        "--no-context", dest="context", action="store_false", help="hide the context from outside the article"
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    from deepseek_tui.export.options import add_options

    add_options(parser)
    parser.add_argument("--story", default="deepseek", metavar="STORY", help=STORY_HELP)
    _add_language(parser)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("story", nargs="?", metavar="STORY", help=STORY_HELP.partition(" (")[0])
    parser.add_argument(
        "--article", metavar="FILE", help="your copy of the article, as text or Markdown, to hold it against"
    )
    parser.add_argument("--json", action="store_true", help="print the problems as a JSON list")
    parser.add_argument("--strict", action="store_true", help="end with 1 on warnings as well")
    parser.add_argument("--ignore", action="append", default=[], metavar="RULE", help="a rule to leave out, or several: a,b")
    parser.add_argument("--rules", action="store_true", help="list the rules, and what each finds")


def _add_schema(parser: argparse.ArgumentParser) -> None:
    """Takes nothing."""


def _add_fingerprint(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="the article as plain text in UTF-8; - for standard input")
    parser.add_argument("--into", metavar="STORY", help="write them into this story file instead of printing them")


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "article", metavar="ARTICLE", help="the article as plain text in UTF-8, or as Markdown (.md); - for standard input"
    )
    parser.add_argument("-o", "--output", required=True, metavar="STORY", help="the story file to write; - prints it")
    parser.add_argument("--lang", choices=LANGUAGES, help="the article's language (default: what its small words say)")
    parser.add_argument("--id", metavar="ID", help="the story's id (default: the file's name)")
    parser.add_argument("--force", action="store_true", help="write over an existing file")


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=LANGUAGES, help="the language (default: the environment's, else the story's)")


# The commands


def _open(options: argparse.Namespace) -> int:
    if options.theme and options.theme not in THEMES:
        return _refuse(f"there is no theme {options.theme!a}; there are {', '.join(THEMES)}")
    reads_input = options.story == STANDARD_INPUT
    story = _story(options.story)
    if story is None:
        return REFUSED
    if not all(map(_is_terminal, (sys.stdout, sys.stderr) if reads_input else (sys.stdin, sys.stdout, sys.stderr))):
        return _refuse("a dashboard needs a terminal; `deepseek-tui export` prints the same words without one")
    if reads_input and not _take_keys_from_terminal():
        return _refuse("there is no terminal to take keys from while the story comes from standard input")
    from deepseek_tui.story.problem import Unusable

    try:
        reprint = _reprint(options.article, story)
    except Unusable as unusable:
        _say_problems(unusable)
        return REFUSED
    from deepseek_tui.app import DeepSeekApp

    language = _language(options.lang, story)
    app = DeepSeekApp(story, language=language, theme=options.theme, context=options.context, reprint=reprint)
    app.run(mouse=options.mouse)
    return app.return_code or DONE


def _reprint(named: str | None, story: "Story") -> "Reprint | None":
    """The reader's copy of the article: the one named, else the one remembered, which may be gone by now.

    Raises Unusable where the one named cannot be read.
    """
    from pathlib import Path

    from deepseek_tui.reader.copies import remember, remembered, state_file

    path = named or remembered(story.id, state_file())
    if not path:
        return None
    from deepseek_tui.export.files import SaveError, save
    from deepseek_tui.story.document import decoded, read
    from deepseek_tui.story.problem import Unusable, clean
    from deepseek_tui.story.reprint import Recognition, Reprint, words_of

    try:
        text = decoded(read(path), clean(path))
    except Unusable:
        if named:
            raise
        return None
    reprint = Reprint(words_of(text, markdown=_is_markdown(path)), story.article)
    if named and reprint.recognition is not Recognition.NONE:
        with suppress(SaveError):
            remember(story.id, Path(path), state_file(), lambda file, data: save(file, data, overwrite=True))
    return reprint


def _export(options: argparse.Namespace) -> int:
    from deepseek_tui.export.command import run

    story = _story(options.story)
    if story is None:
        return REFUSED
    language = _language(options.lang, story)
    return run(story, language, options.what, context=options.context, output=options.output, force=options.force)


def _check(options: argparse.Namespace) -> int:
    from deepseek_tui.story.problem import Unusable, nearest

    ignored = {name.strip() for names in options.ignore for name in names.split(",")} - {""}
    if options.rules or ignored:
        from deepseek_tui.story.lint.registry import RULES

        known = {rule.name for rule in RULES}
        if ignored - known:
            name = min(ignored - known)
            return _refuse(f"there is no rule {name!a}; {nearest(name, known) or '`check --rules` lists them'}")
        if options.rules:
            return _print("".join(f"{rule.name:<24}{rule.severity:<9}{rule.definition}\n" for rule in RULES))
    if options.story is None:
        return _refuse("check needs a story: a path, - for standard input, or a bundled story's name")
    if options.story == options.article == STANDARD_INPUT:
        return _refuse("the story and the article cannot both come from standard input")
    try:
        copy = None if options.article is None else _copy(options.article)
    except Unusable as unusable:
        _say_problems(unusable)
        return REFUSED
    try:
        return _lint(options, copy, ignored)
    except Unusable as unusable:
        if options.json:
            return _unless_broken(_print_json([problem.as_json() for problem in unusable.problems]), unusable)
        if unusable.unreadable:
            _say_problems(unusable)
            return REFUSED
        return _unless_broken(_print("".join(f"{problem}\n" for problem in unusable.problems)), unusable)


def _copy(path: str) -> str:
    """The words of the reader's copy of an article. Raises Unusable where it cannot be read."""
    from deepseek_tui.story.document import decoded, read
    from deepseek_tui.story.problem import clean
    from deepseek_tui.story.reprint import words_of

    return words_of(decoded(read(path), clean(path)), markdown=_is_markdown(path))


def _lint(options: argparse.Namespace, copy: str | None, ignored: set[str]) -> int:
    """Say what the rules find in a sound story. Raises Unusable where it is none."""
    from deepseek_tui.story.document import decoded, read
    from deepseek_tui.story.library import find
    from deepseek_tui.story.lint.finding import Severity
    from deepseek_tui.story.lint.run import lint
    from deepseek_tui.story.loader import from_bytes
    from deepseek_tui.story.problem import clean
    from deepseek_tui.story.reprint import Reprint

    path = find(options.story)
    name = "<stdin>" if str(path) == STANDARD_INPUT else clean(os.fspath(path))
    data = read(path)
    story = from_bytes(data, name)
    reprint = None if copy is None else Reprint(copy, story.article)
    found = lint(story, decoded(data, name), name, reprint, ignored)
    if options.json:
        printed = _print_json([finding.as_json() for finding in found])
    else:
        printed = _print("".join(f"{finding}\n" for finding in found))
    fails = any(options.strict or finding.severity is Severity.ERROR for finding in found)
    return printed or (FOUND if fails else DONE)


def _schema(_options: argparse.Namespace) -> int:
    from deepseek_tui.story.schema import schema_text

    return _print(schema_text())


def _fingerprint(options: argparse.Namespace) -> int:
    from deepseek_tui.story.document import decoded, read
    from deepseek_tui.story.fingerprint import printed
    from deepseek_tui.story.problem import Unusable, clean

    try:
        paragraphs = printed(decoded(read(options.article), clean(options.article)))
        if not paragraphs:
            return _refuse("the article is empty")
        return _print_json(paragraphs) if options.into is None else _write_into(options.into, paragraphs)
    except Unusable as unusable:
        _say_problems(unusable)
        return REFUSED


def _write_into(path: str, paragraphs: object) -> int:
    """Put the fingerprints into a story file, which is replaced as a whole. Raises Unusable where it cannot be read."""
    import orjson

    from deepseek_tui.export.files import SaveError, save
    from deepseek_tui.story.document import parsed, read
    from deepseek_tui.story.problem import Unusable, clean

    if path == STANDARD_INPUT:
        return _refuse("--into needs a file")
    document, problems = parsed(read(path), clean(path))
    if problems:
        raise Unusable(problems)
    article = document.get("article") if isinstance(document, dict) else None
    if not isinstance(article, dict):
        return _refuse(f'{clean(path)} is no story with an "article" to put the fingerprints into')
    article["paragraphs"] = paragraphs
    try:
        save(path, orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE), overwrite=True)
    except SaveError as error:
        return _refuse(str(error))
    return DONE


def _new(options: argparse.Namespace) -> int:
    from pathlib import Path

    from deepseek_tui.story.document import decoded, read
    from deepseek_tui.story.draft import is_id, slug
    from deepseek_tui.story.inventory import language_of
    from deepseek_tui.story.problem import Unusable, clean
    from deepseek_tui.story.reprint import words_of

    to_output = options.output == STANDARD_OUTPUT
    name = options.id or slug(Path(options.article if to_output else options.output).stem) or "story"
    if not is_id(name):
        return _refuse(f"{name!a} is no id: small letters, digits and single hyphens make one")
    try:
        text = words_of(decoded(read(options.article), clean(options.article)), markdown=_is_markdown(options.article))
    except Unusable as unusable:
        _say_problems(unusable)
        return REFUSED
    if not text.strip():
        return _refuse("the article is empty")
    language = options.lang or language_of(text)
    if language is None:
        return _refuse("the article is in neither French nor English, or too short to tell; --lang says which")
    return _write_draft(text, language, name, options)


def _write_draft(text: str, language: str, name: str, options: argparse.Namespace) -> int:
    from datetime import datetime

    import orjson

    from deepseek_tui.export.files import SaveError, save
    from deepseek_tui.story.draft import draft
    from deepseek_tui.story.problem import clean
    from deepseek_tui.story.to_confirm import MARKS

    story = draft(text, language=language, name=name, today=datetime.now().astimezone().date().isoformat())
    data = orjson.dumps(story, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    if options.output == STANDARD_OUTPUT:
        return _print(data.decode())
    if options.force and _same_file(options.article, options.output):
        return _refuse("the story would be written over the article")
    try:
        save(options.output, data, overwrite=options.force)
    except SaveError as error:
        return _refuse(str(error))
    found = {kind: len(story[f"{kind}s"]) for kind in ("claim", "figure", "event", "player")}
    counts = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in found.items())
    guess = f"what begins with {MARKS[language]} is a guess, and yours to judge"
    _tell(f"deepseek-tui: {clean(options.output)}: {counts}; {guess}")
    return DONE


def _is_markdown(path: str) -> bool:
    return path.endswith((".md", ".markdown"))


def _same_file(one: str, other: str) -> bool:
    from pathlib import Path

    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


Add = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], int]
COMMANDS: dict[str, tuple[str, str, Add, Run]] = {
    "open": ("open a story as a dashboard", "deepseek-tui open story.json --lang en --no-mouse", _add_open, _open),
    "export": (
        "write a story, a section or an item as Markdown",
        "deepseek-tui export timeline -o timeline.md",
        _add_export,
        _export,
    ),
    "check": (
        "say what is wrong with a story file, if anything is",
        "deepseek-tui check story.json --article article.txt",
        _add_check,
        _check,
    ),
    "new": (
        "write a starting story from an article's text",
        "deepseek-tui new article.txt -o story.json --lang en",
        _add_new,
        _new,
    ),
    "schema": ("print the JSON Schema of a story file", "deepseek-tui schema > story.schema.json", _add_schema, _schema),
    "fingerprint": (
        "print an article's paragraphs and sentences as fingerprints",
        "deepseek-tui fingerprint article.txt --into story.json",
        _add_fingerprint,
        _fingerprint,
    ),
}
"""Every command: what it does, an example, its options, and the function that carries it out."""


# What they share


def _story(word: str) -> "Story | None":
    """The story that a word means, or nothing once its problems are told."""
    from deepseek_tui.story.library import find
    from deepseek_tui.story.loader import load
    from deepseek_tui.story.problem import Unusable, nearest

    try:
        return load(find(word))
    except Unusable as unusable:
        _say_problems(unusable)
        command = nearest(word, COMMANDS)
        if unusable.unreadable and command:
            _tell(f"deepseek-tui: or, as a command, {command}")
        return None


def _language(chosen: str | None, story: "Story") -> str:
    from deepseek_tui.reader.language import interface_language

    return interface_language(chosen, os.environ, story.languages)


def _say_problems(unusable: "Unusable") -> None:
    for problem in unusable.problems:
        _tell(str(problem))


def _refuse(sentence: str) -> int:
    _tell(f"deepseek-tui: {sentence}")
    return REFUSED


def _tell(line: str) -> None:
    """A line on standard error, where there is one."""
    if sys.stderr is not None:
        sys.stderr.write(f"{line}\n")


def _unless_broken(printed: int, unusable: "Unusable") -> int:
    """The status for a story with problems, where printing them went well."""
    return printed or (REFUSED if unusable.unreadable else FOUND)


def _print_json(value: object) -> int:
    import orjson

    return _print(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode() + "\n")


def _print(text: str) -> int:
    """Text on standard output in UTF-8, whatever the locale."""
    if sys.stdout is None:
        return _refuse("standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence_output()
    except OSError as error:
        _silence_output()
        return _refuse(f"standard output: {error.strerror or error}")
    return DONE


def _flush() -> None:
    if sys.stdout is not None and not sys.stdout.closed:
        sys.stdout.flush()


def _silence_output() -> None:
    """Standard output goes nowhere from here on, or the interpreter complains when it flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return stream is not None and isatty is not None and not getattr(stream, "closed", False) and bool(isatty())


def _take_keys_from_terminal() -> bool:
    """Put the controlling terminal in the place of a standard input that was a story."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
