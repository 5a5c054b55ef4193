"""Reading of a file with the text of an article, plain or Markdown."""

import os

from deepseek_tui.article.local_copy import LocalCopy, plain_text
from deepseek_tui.story.format.messages import Message
from deepseek_tui.story.format.model import Article
from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput, one_line
from deepseek_tui.story.loading.document import MAX_BYTES, decoded, read

MAX_COPY_BYTES = 4 * 2**20
"""The most bytes of a copy that the dashboard reads while the reader waits, about 700,000 words."""
MARKDOWN = (".md", ".markdown")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_article(path: str, *, regular: bool = False, largest: int = MAX_BYTES) -> str:
    """Return the plain text of an article's file.

    With `regular`, a pipe is rejected. Raises InvalidInput if the file is unreadable, too large or not a text.
    """
    data, name = read(path, regular=regular, largest=largest), one_line(path)
    if b"\0" in data and not data.startswith(_UTF_16):  # Formats such as PDF and docx contain null bytes, texts never do.
        problem = Diagnostic(name, 0, 0, "", Message("it is not a text"), Message("save the article as text or Markdown"))
        raise InvalidInput([problem])
    return plain_text(decoded(data, name), markdown=path.endswith(MARKDOWN))


def read_local_copy(path: str, article: Article, *, regular: bool = False, largest: int = MAX_BYTES) -> LocalCopy:
    """Return a file compared with the article of a story. Raises InvalidInput as `read_article` does."""
    text = read_article(path, regular=regular, largest=largest)
    return LocalCopy(text, article, os.path.abspath(path) if os.path.isfile(path) else "")  # noqa: PTH100, PTH113
