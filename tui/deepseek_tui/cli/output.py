"""What a command says: data on standard output, talk on standard error, and the status that it ends with."""

import os
import sys

TYPE_CHECKING = False  # as in `typing`, which is not imported for it
if TYPE_CHECKING:
    from deepseek_tui.story.loading.diagnostics import InvalidInput

DONE, FOUND, REFUSED, INTERRUPTED = 0, 1, 2, 130
"""Done; problems or differences found; it cannot be done; interrupted."""

DEBUG = "DEEPSEEK_TUI_DEBUG"
"""The environment variable that shows a developer the traceback of an internal error."""


def print_text(text: str) -> int:
    """Print text on standard output in UTF-8, whatever the locale; the exit status."""
    if sys.stdout is None:
        return refuse("standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence()
    except OSError as error:
        silence()
        return refuse(f"standard output: {error.strerror or error}")
    return DONE


def print_json(value: object) -> int:
    """Print a value as indented JSON; the exit status."""
    return print_text(json_text(value))


def json_text(value: object) -> str:
    r"""Return a value as indented JSON in which every character that could mislead a terminal is escaped as \uXXXX."""
    import orjson

    from deepseek_tui.story.format.escaping import escaped_json

    return escaped_json(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode())


def refuse(sentence: str) -> int:
    """Say why something cannot be done; the exit status for that."""
    tell(f"deepseek-tui: {sentence}")
    return REFUSED


def tell(line: str) -> None:
    """Write one line to standard error, where there is one; foreign words in it stay on the line and are escaped."""
    from deepseek_tui.story.format.escaping import one_line

    if sys.stderr is not None:
        sys.stderr.write(f"{one_line(line)}\n")


def say_problems(unusable: "InvalidInput") -> int:
    """Every problem of a file, a line each; the exit status for a file that cannot be used."""
    for problem in unusable.problems:
        tell(str(problem))
    return REFUSED


def internal(error: Exception) -> int:
    """Say that the program is at fault, where the log of it lies, and what helps to mend it; the exit status."""
    from deepseek_tui.story.loading.diagnostics import one_line
    from deepseek_tui.user_data.error_log import append_error
    from deepseek_tui.user_data.paths import log_file

    if os.environ.get(DEBUG) and sys.stderr is not None:
        import traceback

        from deepseek_tui.story.format.escaping import harmless

        sys.stderr.write(harmless("".join(traceback.format_exception(error))))
    where = log_file()
    noted = (
        f"where it happened is noted in {one_line(str(where), 4096)}"
        if append_error(error, where)
        else "it could not be noted"
    )
    return refuse(
        f"an error of the program's own stopped it ({type(error).__name__}); your notes are kept, and {noted}. That file, "
        "which holds none of your words, and what you did before are what somebody needs to mend it."
    )


def flush() -> None:
    """Write what is left, so that a pipe that is closed is noticed here."""
    if sys.stdout is not None and not sys.stdout.closed:
        sys.stdout.flush()


def silence() -> None:
    """Standard output goes nowhere from here on, or the interpreter complains when it flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
