"""The argument parser that all commands use."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from deepseek_tui.cli.message_language import translate
from deepseek_tui.story.format.messages import Message


class Parser(argparse.ArgumentParser):
    """Argument parser that escapes control characters in its error messages.

    `argparse` quotes unknown arguments, ambiguous options and values refused by a `type` unescaped. Subcommands use the
    same class.
    """

    def parse_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]
        """Return the parsed options.

        The error for unknown arguments quotes each of them.
        """
        options, rest = self.parse_known_args(args, namespace)
        if rest:
            from deepseek_tui.story.loading.diagnostics import quoted

            self.error(translate(Message("unrecognized arguments: %s")) % " ".join(map(quoted, rest)))
        return options

    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:
        """Add an argument with a help text in the current language.

        The placeholder is translated as well.
        """
        value = options.get("metavar")
        for key in ("help", "metavar"):
            if isinstance(options.get(key), str):
                options[key] = translate(options[key] if isinstance(options[key], Message) else Message(options[key]))
        action = super().add_argument(*names, **options)
        if value is not None:
            action.value_name = value  # type: ignore[attr-defined]  # the untranslated metavar, for shell completion
        return action

    def error(self, message: str) -> NoReturn:
        """Print the usage and an error, and exit with status 2."""
        from deepseek_tui.story.loading.diagnostics import MAX_MESSAGE_LENGTH, one_line

        super().error(one_line(message, 3 * MAX_MESSAGE_LENGTH))


def capitalised(words: str) -> str:
    """Return a text with the first letter in upper case."""
    return f"{words[:1].upper()}{words[1:]}"
