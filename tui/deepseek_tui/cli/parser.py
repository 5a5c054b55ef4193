"""The argument parser of every command."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from deepseek_tui.cli.message_language import translate
from deepseek_tui.story.format.messages import Message


class Parser(argparse.ArgumentParser):
    """An argument parser that prints foreign words only escaped, and on one line.

    `argparse` puts several of them into its messages as they were typed: arguments that it does not know, ambiguous
    options, values that a `type` refuses. Parsers of subcommands are made of the same class.
    """

    def parse_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """Return the options; each argument that is left over is quoted in the message."""
        options, rest = self.parse_known_args(args, namespace)
        if rest:
            from deepseek_tui.story.loading.diagnostics import quoted

            self.error(translate(Message("unrecognized arguments: %s")) % " ".join(map(quoted, rest)))
        return options

    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:
        """Add an argument; its help and its value's name are told in the language of the command line."""
        value = options.get("metavar")
        for key in ("help", "metavar"):
            if isinstance(options.get(key), str):
                options[key] = translate(options[key] if isinstance(options[key], Message) else Message(options[key]))
        action = super().add_argument(*names, **options)
        if value is not None:
            action.value_name = value  # type: ignore[attr-defined]  # what shell completion knows it by
        return action

    def error(self, message: str) -> NoReturn:
        """Print how to use the command and what is wrong, and exit with status 2."""
        from deepseek_tui.story.loading.diagnostics import MAX_MESSAGE_LENGTH, one_line

        super().error(one_line(message, 3 * MAX_MESSAGE_LENGTH))


def capitalised(words: str) -> str:
    """Return words as the beginning of a sentence."""
    return f"{words[:1].upper()}{words[1:]}"
