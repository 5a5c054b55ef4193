"""The command line: the table of commands, and the way into it.

Standard output carries data, standard error talk. Exit status: 0 done, 1 `check` found problems or `diff` differences,
2 it cannot be done, 130 interrupted or given up. Each command is a module of its own, imported when it is asked for;
Textual is imported by `open` alone.
"""

import argparse
import os
import sys
from collections.abc import Callable, Container, Sequence
from importlib import import_module

from deepseek_tui import __version__
from deepseek_tui.cli.output import DONE, INTERRUPTED, REFUSED, finish, internal, silence
from deepseek_tui.cli.parser import Parser, capitalised
from deepseek_tui.cli.speech import language_asked_for, said, speak
from deepseek_tui.cli.streams import replace_streams, restore_streams
from deepseek_tui.story.format.messages import Message

PROGRAM = "deepseek-tui"

COMMANDS: dict[str, tuple[Message, str]] = {
    "open": (Message("open a story in the dashboard"), "deepseek-tui open deepseek --at mla --lang en"),
    "export": (Message("export a story, a section or an item as Markdown"), "deepseek-tui export timeline -o timeline.md"),
    "show": (Message("print a story, a section or an item as plain text"), "deepseek-tui show questions --width 72"),
    "check": (
        Message("validate a story file"),
        "deepseek-tui check story.json --article article.txt",
    ),
    "new": (
        Message("draft a story file from an article's text"),
        "deepseek-tui new article.txt -o story.json --lang en",
    ),
    "diff": (Message("compare two editions of a story"), "deepseek-tui diff old.json new.json"),
    "lab": (Message("run a lab and print its results as text"), "deepseek-tui lab compute --count wang"),
    "schema": (Message("print the JSON Schema of a story file"), "deepseek-tui schema > story.schema.json"),
    "fingerprint": (
        Message("print fingerprints of an article's paragraphs and sentences"),
        "deepseek-tui fingerprint article.txt --into story.json",
    ),
    "config": (Message("print a default settings file"), "deepseek-tui config > settings.toml"),
    "completion": (Message("print a completion script for bash, zsh or fish"), "deepseek-tui completion fish"),
    "where": (Message("list your files that the program reads and writes"), "deepseek-tui where --json"),
}
"""Every command: what it does, and an example. Its module is called like it, and has `add` and `run`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    speak(language_asked_for(words))
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what could be typed next
        from deepseek_tui.cli.completers import answer

        answer(parser(), COMMANDS)
    streams = replace_streams()
    try:
        return finish(_run(words))
    except KeyboardInterrupt:
        silence()
        return INTERRUPTED
    except BrokenPipeError:  # whoever was reading has seen enough
        silence()
        return DONE
    except Exception as error:  # noqa: BLE001 - a traceback is nothing to show to a reader
        return internal(error)
    finally:
        restore_streams(streams)


def _run(words: list[str]) -> int:
    if not words or (words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "open")
    try:
        options = parser_of(words[0]).parse_args(words[1:]) if words[0] in COMMANDS else parser(()).parse_args(words)
    except SystemExit as stop:  # argparse has said what there was to say
        return stop.code if isinstance(stop.code, int) else REFUSED
    from deepseek_tui.story.loading import garbage

    run: Callable[[argparse.Namespace], int] = options.run
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some reads every installed package's metadata
    garbage.suspend()  # most commands end before there is garbage worth looking for
    try:
        return run(options)
    finally:
        garbage.resume()


def parser(wanted: Container[str] = COMMANDS) -> argparse.ArgumentParser:
    """A parser that knows every command by name, and those wanted with their options."""
    program = Parser(
        prog=PROGRAM,
        description=said(
            Message("Read a news story in the terminal: what happened, who says so, and what is not yet known.")
        ),
        epilog=said(
            Message(
                "without a command, opens a story:\n"
                "  deepseek-tui                      the DeepSeek story\n"
                "  deepseek-tui story.json --lang en another one, in English\n\n"
                "deepseek-tui COMMAND --help describes a command."
            )
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    program.add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {__version__}",
        help=Message("show program's version number and exit"),
    )
    commands = program.add_subparsers(title=said(Message("commands")), metavar=said(Message("COMMAND")), required=True)
    for name, (words, _) in COMMANDS.items():
        added = _described(commands.add_parser(name, help=said(words), add_help=name in wanted), name)
        if name in wanted:
            _give_options(added, name)
    return program


def parser_of(name: str) -> argparse.ArgumentParser:
    """A parser of one command's options alone: making all the others takes longer than most commands do."""
    alone = _described(Parser(prog=f"{PROGRAM} {name}"), name)
    _give_options(alone, name)
    return alone


def _described(parser: argparse.ArgumentParser, name: str) -> argparse.ArgumentParser:
    words, example = COMMANDS[name]
    parser.description = f"{capitalised(said(words))}."
    parser.epilog = said(Message("example:\n  {}", example))
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _give_options(parser: argparse.ArgumentParser, name: str) -> None:
    module = import_module(f"deepseek_tui.cli.{name}")
    module.add(parser)
    parser.set_defaults(run=module.run, commands=tuple(COMMANDS))
