"""The argument parser of every command."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn


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

            self.error(f"unrecognized arguments: {' '.join(map(quoted, rest))}")
        return options

    def error(self, message: str) -> NoReturn:
        """Print how to use the command and what is wrong, and exit with status 2."""
        from deepseek_tui.story.loading.diagnostics import LONGEST, one_line

        super().error(one_line(message, 3 * LONGEST))
