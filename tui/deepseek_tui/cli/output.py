"""Output of commands: data, messages and exit statuses."""

import os
import sys
from contextlib import suppress

from deepseek_tui.cli.message_language import translate
from deepseek_tui.cli.streams import OutputFile, descriptor_named, is_stream, raw_output
from deepseek_tui.story.format.messages import Message

TYPE_CHECKING = False  # This replaces `typing.TYPE_CHECKING`, because importing `typing` is slow.
if TYPE_CHECKING:
    from deepseek_tui.story.loading.diagnostics import InvalidInput

DONE, FOUND, REFUSED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: success; problems or differences found; error; interrupted."""
STANDARD_OUTPUT = 1
"""The file descriptor of standard output."""

DEBUG = "DEEPSEEK_TUI_DEBUG"
"""The environment variable that makes internal errors print a traceback."""


def print_text(text: str) -> int:
    """Print text on standard output, and return the exit status.

    The encoding is UTF-8, whatever the locale.
    """
    return print_bytes(text.encode("utf-8", "replace"))


def print_bytes(data: bytes) -> int:
    """Print bytes on standard output, and return the exit status."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        raw = raw_output()
        if raw is not None and not data:
            raw.write(data)  # An empty write still raises an error if the output is closed or full.
    except OSError as error:
        return _output_failed(error)
    return DONE


def write_output(path: str, data: bytes, *, force: bool) -> int:
    """Write data to a file or stream, and return the exit status.

    The path may be "-" for standard output, a pipe or a device. A regular file is written whole or not at all, and
    overwritten only with `force`. Raises SaveError.
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
    except BrokenPipeError:  # A program that reads from the pipe may close it early, which is not an error.
        return DONE
    except OSError as error:
        raise SaveError.of(error, path) from error
    return DONE


def print_json(value: object) -> int:
    """Print a value as indented JSON and return the exit status."""
    return print_text(json_text(value))


def json_text(value: object) -> str:
    r"""Return a value as indented JSON that cannot mislead a terminal.

    Unsafe characters are written as \uXXXX.
    """
    import orjson

    from deepseek_tui.story.format.escaping import escaped_json

    return escaped_json(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode())


def refuse(sentence: str) -> int:
    """Print an error message and return the exit status REFUSED."""
    notice(sentence)
    return REFUSED


def notice(sentence: str) -> None:
    """Print a notice to standard error in the current language."""
    print_error_line(f"deepseek-tui: {translate(sentence)}")


def print_error_line(line: str) -> None:
    """Print a line to standard error, with control characters escaped.

    Nothing is printed if standard error is closed.
    """
    from deepseek_tui.story.format.escaping import harmless_line

    if sys.stderr is not None:
        with suppress(OSError):  # Nothing can be done if standard error fails; the exit status stays the same.
            sys.stderr.write(f"{harmless_line(line)}\n")


def print_problems(error: "InvalidInput") -> int:
    """Print each problem of a file on a separate line.

    Return the exit status REFUSED.
    """
    for problem in error.problems:
        print_error_line(problem.worded(translate))
    return REFUSED


def report_internal_error(error: Exception) -> int:
    """Log an internal error, and print the path of the log.

    Return the exit status REFUSED.
    """
    from deepseek_tui.story.loading.diagnostics import one_line
    from deepseek_tui.user_data.error_log import append_error
    from deepseek_tui.user_data.paths import log_file

    if os.environ.get(DEBUG) and sys.stderr is not None:
        import traceback

        from deepseek_tui.story.format.escaping import harmless

        sys.stderr.write(harmless("".join(traceback.format_exception(error))))
    name, log = type(error).__name__, log_file()
    if not append_error(error, log):
        return refuse(Message("internal error ({0}): your notes are kept, but the details could not be logged", name))
    return refuse(
        Message(
            "internal error ({0}): your notes are kept, and the details, without any of your text, are in {1}",
            name,
            one_line(str(log), 4096),
        )
    )


def flush_output(status: int) -> int:
    """Flush and close standard output, and return the exit status.

    It is the given status, or REFUSED if output was lost.
    """
    raw = raw_output()
    if raw is None:  # A stream that a caller has replaced is flushed but not closed.
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()
        return status
    if raw.discards:
        return status  # The failed write has already been reported.
    try:
        sys.stdout.flush()
        if raw.failure is not None:
            raise raw.failure
        if isinstance(raw, OutputFile):
            os.close(os.dup(raw.fileno()))  # A network file system reports a full disk only when the file is closed.
    except OSError as error:
        return _output_failed(error) or status
    return status


def discard_output() -> None:
    """Discard buffered output, so that flushing neither fails nor blocks."""
    raw = raw_output()
    if raw is not None:
        raw.discards = True


def _output_failed(error: OSError) -> int:
    """Report that writing to standard output failed.

    A closed pipe is not reported. Return the exit status.
    """
    discard_output()
    return DONE if isinstance(error, BrokenPipeError) else refuse(Message("standard output: {}", error.strerror or error))
