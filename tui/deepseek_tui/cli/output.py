"""What a command says: data on standard output, talk on standard error, and the status that it ends with."""

import os
import sys
from contextlib import suppress

from deepseek_tui.cli.speech import said
from deepseek_tui.cli.streams import OutputFile, descriptor_named, is_stream, raw_output
from deepseek_tui.story.format.messages import Message

TYPE_CHECKING = False  # as in `typing`, which is not imported for it
if TYPE_CHECKING:
    from deepseek_tui.story.loading.diagnostics import InvalidInput

DONE, FOUND, REFUSED, INTERRUPTED = 0, 1, 2, 130
"""Done; problems or differences found; it cannot be done; interrupted."""
STANDARD_OUTPUT = 1
"""The file descriptor."""

DEBUG = "DEEPSEEK_TUI_DEBUG"
"""The environment variable that shows a developer the traceback of an internal error."""


def print_text(text: str) -> int:
    """Print text on standard output in UTF-8, whatever the locale; return the exit status."""
    return print_bytes(text.encode("utf-8", "replace"))


def print_bytes(data: bytes) -> int:
    """Print bytes on standard output; return the exit status."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        raw = raw_output()
        if raw is not None and not data:
            raw.write(data)  # a closed or full output fails here, although nothing is to be printed
    except OSError as error:
        return _output_failed(error)
    return DONE


def write_output(path: str, data: bytes, *, force: bool) -> int:
    """Write data to standard output ("-"), a pipe, a device or a file; return the exit status.

    A regular file is written whole or not at all, and overwritten only with `force`. Raises SaveError.
    """
    from deepseek_tui.user_data.atomic_files import SaveError, save

    descriptor = STANDARD_OUTPUT if path == "-" else descriptor_named(path)
    if descriptor == STANDARD_OUTPUT:
        return print_bytes(data)
    try:
        if descriptor is None and not is_stream(path):
            save(path, data, overwrite=force)
            return DONE
        opened = os.open(path, os.O_WRONLY | os.O_CLOEXEC) if descriptor is None else os.dup(descriptor)
        with OutputFile(opened, "w") as file:
            file.write_all(data)
    except BrokenPipeError:  # its reader has seen enough, as with standard output
        return DONE
    except OSError as error:
        raise SaveError.of(error, path) from error
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
    notice(sentence)
    return REFUSED


def notice(sentence: str) -> None:
    """Write a sentence of the program's own to standard error, in the language of the command line."""
    tell(f"deepseek-tui: {said(sentence)}")


def tell(line: str) -> None:
    """Write one line to standard error, where there is one; foreign words in it stay on the line and are escaped."""
    from deepseek_tui.story.format.escaping import harmless_line

    if sys.stderr is not None:
        with suppress(OSError):  # there is nowhere left to say it, and the exit status stands
            sys.stderr.write(f"{harmless_line(line)}\n")


def say_problems(unusable: "InvalidInput") -> int:
    """Every problem of a file, a line each; the exit status for a file that cannot be used."""
    for problem in unusable.problems:
        tell(problem.worded(said))
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
        Message("where it happened is logged in {}", one_line(str(where), 4096))
        if append_error(error, where)
        else Message("it could not be logged")
    )
    return refuse(
        Message(
            "an error of the program's own stopped it ({0}); your notes are kept, and {1}. That file, which holds none of "
            "your words, and what you did before are what somebody needs to mend it.",
            type(error).__name__,
            noted,
        )
    )


def finish(status: int) -> int:
    """Flush and close standard output; return the exit status, REFUSED where something printed was lost."""
    raw = raw_output()
    if raw is None:  # another program's stream, which is flushed and left open
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()
        return status
    if raw.discards:
        return status  # the failure has been reported
    try:
        sys.stdout.flush()
        if raw.failure is not None:
            raise raw.failure
        if isinstance(raw, OutputFile):
            os.close(os.dup(raw.fileno()))  # a network disk reports only here that it is full
    except OSError as error:
        return _output_failed(error) or status
    return status


def silence() -> None:
    """Discard what is left to be printed, so that no later flush fails or waits."""
    raw = raw_output()
    if raw is not None:
        raw.discards = True


def _output_failed(error: OSError) -> int:
    """Report that standard output cannot be written; return the exit status. A reader that left is no error."""
    silence()
    return DONE if isinstance(error, BrokenPipeError) else refuse(Message("standard output: {}", error.strerror or error))
