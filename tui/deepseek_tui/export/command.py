"""The `export` command: a section, an item or the whole story as Markdown, on standard output or in a file."""

import errno
import os
import sys

from deepseek_tui.export.export import Export, UnknownPartError
from deepseek_tui.export.files import SaveError, save
from deepseek_tui.i18n.export import ExportWords, words_in
from deepseek_tui.panes.pane import Section
from deepseek_tui.story.model import Story
from deepseek_tui.story.text import harmless

DONE, REFUSED = 0, 2
STANDARD_OUTPUT = "-"


def run(
    story: Story, language: str, what: str = "all", *, context: bool = True, output: str | None = None, force: bool = False
) -> int:
    """Export to standard output or to a file; the exit status, with what went wrong on standard error."""
    words = words_in(language)
    try:
        data = Export.of(story, language, what, context=context).data
        if output is None or output == STANDARD_OUTPUT:
            _write(data)
        else:
            save(output, data, overwrite=force)
    except UnknownPartError as error:
        return _refuse(unknown(error, words))
    except SaveError as error:
        return _refuse(error.said(words))
    except OSError as error:
        return _refuse(words.told("other", words.standard_output, error.strerror or ""))
    return DONE


def unknown(error: UnknownPartError, words: ExportWords) -> str:
    """That there is no such part, and which there are that somebody may have meant."""
    hint = words.nearest if error.nearest else words.parts
    names = words.comma.join(error.nearest or (*(section.value for section in Section), "all"))
    return f"{words.no_such_part.format(name=harmless(error.name))} {hint.format(names=names)}"


def _write(data: bytes) -> None:
    """Bytes in UTF-8, whatever the locale; a reader that has seen enough may leave."""
    if sys.stdout is None:  # closed by whoever started the program
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence()
    except OSError:
        _silence()
        raise


def _silence() -> None:
    """Standard output goes nowhere from here on, or the interpreter complains when it flushes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"deepseek-tui: {sentence}\n")
    return REFUSED
