"""The reader's own copy of a story's article: the one named, else the one remembered from the last time."""

from contextlib import suppress
from typing import TYPE_CHECKING

from deepseek_tui.cli.stories import is_markdown

if TYPE_CHECKING:
    from deepseek_tui.story.model import Story
    from deepseek_tui.story.reprint import Reprint


def reprint_of(named: str | None, story: "Story") -> "Reprint | None":
    """The reader's copy of the article: the one named, else the one remembered, which may be gone by now.

    Raises Unusable where the one named cannot be read.
    """
    from pathlib import Path

    from deepseek_tui.reader.copies import remember, remembered
    from deepseek_tui.reader.folders import copies_file

    path = named or remembered(story.id, copies_file())
    if not path:
        return None
    from deepseek_tui.export.files import SaveError, save
    from deepseek_tui.story.document import decoded, read
    from deepseek_tui.story.problem import Unusable, clean
    from deepseek_tui.story.reprint import Recognition, Reprint, words_of

    try:
        text = decoded(read(path, regular=not named), clean(path))
    except Unusable:
        if named:
            raise
        return None
    reprint = Reprint(words_of(text, markdown=is_markdown(path)), story.article)
    if named and Path(named).is_file() and reprint.recognition is not Recognition.NONE:
        with suppress(SaveError):
            remember(story.id, Path(path), copies_file(), lambda file, data: save(file, data, overwrite=True))
    return reprint
