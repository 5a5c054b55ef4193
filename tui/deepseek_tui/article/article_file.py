"""Reading of a user's copy of an article."""

import os

from deepseek_tui.article.importers.article_reader import read_article
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.story.format.model import Article
from deepseek_tui.story.loading.document import MAX_BYTES

MAX_COPY_BYTES = 4 * 2**20
"""The most bytes that the dashboard reads from a copy of the article while the user waits, about 700,000 words."""


def read_local_copy(path: str, article: Article, *, regular: bool = False, largest: int = MAX_BYTES) -> LocalCopy:
    """Return a file as the user's copy of a story's article.

    It is compared with the article. Raises InvalidInput if it cannot be imported.
    """
    text = read_article(path, regular=regular, largest=largest, language=article.language).text
    return LocalCopy(text, article, os.path.abspath(path) if os.path.isfile(path) else "")  # noqa: PTH100, PTH113
