"""Loading of the local copy of a story's article."""

from contextlib import suppress
from typing import TYPE_CHECKING

from deepseek_tui.cli.story_options import is_markdown

if TYPE_CHECKING:
    from deepseek_tui.article.local_copy import LocalCopy
    from deepseek_tui.story.format.model import Story


def load_local_copy(given: str | None, story: "Story") -> "LocalCopy | None":
    """Return the local copy of the article at a path, else the one used last, else None.

    A recognised copy is remembered. A remembered copy that cannot be read is ignored. Raises InvalidInput if the given
    path cannot be read.
    """
    from pathlib import Path

    from deepseek_tui.user_data.local_copies import local_copy_of, remember_local_copy
    from deepseek_tui.user_data.paths import copies_file

    path = given or local_copy_of(story.id, copies_file())
    if not path:
        return None
    from deepseek_tui.article.local_copy import LocalCopy, Recognition, plain_text
    from deepseek_tui.story.loading.diagnostics import InvalidInput, one_line
    from deepseek_tui.story.loading.document import decoded, read
    from deepseek_tui.user_data.atomic_files import SaveError, save

    try:
        text = decoded(read(path, regular=not given), one_line(path))
    except InvalidInput:
        if given:
            raise
        return None
    local_copy = LocalCopy(plain_text(text, markdown=is_markdown(path)), story.article)
    if given and Path(given).is_file() and local_copy.recognition is not Recognition.NONE:
        with suppress(SaveError):
            remember_local_copy(story.id, Path(path), copies_file(), lambda file, data: save(file, data, overwrite=True))
    return local_copy
