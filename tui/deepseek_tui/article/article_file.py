"""Reading of a reader's copy of an article."""

import os

from deepseek_tui.article.importers.article_reader import read_article
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.story.format.model import Article
from deepseek_tui.story.loading.document import MAX_BYTES

MAX_COPY_BYTES = 4 * 2**20
"""The most bytes of a copy that the dashboard reads while the reader waits, about 700,000 words."""


def read_local_copy(path: str, article: Article, *, regular: bool = False, largest: int = MAX_BYTES) -> LocalCopy:
    """Return a file compared with the article of a story. Raises InvalidInput if it cannot be imported."""
    text = read_article(path, regular=regular, largest=largest, language=article.language).text
    return LocalCopy(text, article, os.path.abspath(path) if os.path.isfile(path) else "")  # noqa: PTH100, PTH113
