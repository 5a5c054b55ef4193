"""Entry point of the command line, and the table of commands.

Data goes to standard output and messages to standard error. Exit status: 0 for success, 1 if `check` or `config` found
problems or `diff` found differences, 2 for an error, 130 after an interruption. The module of a command is imported only
when it runs. Only `open` imports Textual.
"""

import argparse
import os
import sys
from collections.abc import Callable, Container, Sequence
from importlib import import_module

from deepseek_tui import __version__
from deepseek_tui.cli.message_language import requested_language, set_message_language, translate
from deepseek_tui.cli.output import DONE, INTERRUPTED, REFUSED, discard_output, flush_output, report_internal_error
from deepseek_tui.cli.parser import Parser, capitalised
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
    "rename": (
        Message("rename an id of a story, with every reference to it"),
        "deepseek-tui rename story.json jane-doe ada-brell",
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
"""Description and example of each command. The module of the same name has the functions `add` and `run`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    set_message_language(requested_language(words))
    if "_ARGCOMPLETE" in os.environ:  # A shell's completion script sets this variable.
        from deepseek_tui.cli.completers import complete

        complete(parser(), COMMANDS)
    streams = replace_streams()
    try:
        return flush_output(_run(words))
    except KeyboardInterrupt:
        discard_output()
        return INTERRUPTED
    except BrokenPipeError:  # A program that reads the output through a pipe may close the pipe early.
        discard_output()
        return DONE
    except Exception as error:  # noqa: BLE001 - every other error is a fault of the program and is logged
        return report_internal_error(error)
    finally:
        restore_streams(streams)


def _run(words: list[str]) -> int:
    if not words or (words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "open")
    try:
        options = command_parser(words[0]).parse_args(words[1:]) if words[0] in COMMANDS else parser(()).parse_args(words)
    except SystemExit as stop:  # argparse has already printed an error message or the help.
        return stop.code if isinstance(stop.code, int) else REFUSED
    from deepseek_tui.story.loading import garbage

    run: Callable[[argparse.Namespace], int] = options.run
    # Searching for Pydantic plugins would read the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    garbage.suspend()  # Garbage collection would only slow down commands, most of which end soon.
    try:
        return run(options)
    finally:
        garbage.resume()


def parser(wanted: Container[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return a parser for all commands.

    It knows only the options of the `wanted` commands, because building all options is slow.
    """
    program = Parser(
        prog=PROGRAM,
        description=translate(
            Message("Read a news story in the terminal: what happened, who says so, and what is not yet known.")
        ),
        epilog=translate(
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
    commands = program.add_subparsers(
        title=translate(Message("commands")), metavar=translate(Message("COMMAND")), required=True
    )
    for name, (words, _) in COMMANDS.items():
        added = _describe(commands.add_parser(name, help=translate(words), add_help=name in wanted), name)
        if name in wanted:
            _add_options(added, name)
    return program


def command_parser(name: str) -> argparse.ArgumentParser:
    """Return a parser for one command.

    Building the parsers of all commands is slow.
    """
    parser = _describe(Parser(prog=f"{PROGRAM} {name}"), name)
    _add_options(parser, name)
    return parser


def _describe(parser: argparse.ArgumentParser, name: str) -> argparse.ArgumentParser:
    words, example = COMMANDS[name]
    parser.description = f"{capitalised(translate(words))}."
    parser.epilog = translate(Message("example:\n  {}", example))
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _add_options(parser: argparse.ArgumentParser, name: str) -> None:
    module = import_module(f"deepseek_tui.cli.{name}")
    module.add(parser)
    parser.set_defaults(run=module.run, commands=tuple(COMMANDS))
