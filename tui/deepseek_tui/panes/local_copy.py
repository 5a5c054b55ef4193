"""Messages about the reader's copy of the article.

They say whether it matches, and how to add one.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deepseek_tui.commands import DEFAULT_KEYMAP
from deepseek_tui.i18n.catalogue import Words
from deepseek_tui.i18n.languages import language_of
from deepseek_tui.panes.blocks import INTERFACE, Block, Field, Para, Role, Span
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.key_labels import command_key
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.text import harmless

if TYPE_CHECKING:
    from deepseek_tui.article.local_copy import LocalCopy

COMMAND = "article"
"""The id of the command that opens the dialog for the reader's copy."""
MOST_LISTED = 8
"""The most paragraphs whose numbers are listed."""


def comparison(copy: "LocalCopy", words: Words) -> str:
    """Return in words how many paragraphs of a copy match.

    The text also says which do not.
    """
    if not copy.is_recognised:
        return words.local_copy.other_article
    said = words.local_copy.matching.format(copy.paragraph_count - len(copy.edited), copy.paragraph_count)
    if not copy.edited:
        return said
    is_single = language_of(words.language).singular(len(copy.edited))
    differing = words.local_copy.differing[0 if is_single else 1]
    return f"{said} {differing.format(listed(copy.edited, words))}"


def listed(paragraphs: Sequence[int], words: Words) -> str:
    """Return paragraph numbers as a list in words.

    A long list is shortened.
    """
    numbers = [f"¶{number}" for number in paragraphs]
    if len(numbers) > MOST_LISTED + 1:
        numbers[MOST_LISTED:] = [words.local_copy.others.format(len(numbers) - MOST_LISTED)]
    *first, last = numbers
    return words.local_copy.last_of_list.format(", ".join(first), last) if first else last


def missing_text(reading: RenderContext, key: str) -> tuple[Block, ...]:
    """Return a line that tells how to add the article's text.

    It is empty if the text of the article is available. `key` is the label of the command's key; without a key the line
    names the command in the palette.
    """
    if reading.article_text is not None:
        return ()
    words = reading.words.evidence
    said = words.no_text.format(key) if key else words.no_text_palette.format(reading.words.keys.long[COMMAND])
    return (Para((Span(said, Role.MUTED),)),)


def article_text_fields(reading: RenderContext) -> Iterator[Block]:
    """Yield fields on the text of the article.

    They say whether it is included, how to add a copy, and which copy is in use. An export has none, since they concern
    only this reader.
    """
    if reading.own_words or reading.mine.passed_on:
        return
    words, copy = reading.words.local_copy, reading.local_copy
    if copy is not None:
        said = f"{harmless(copy.path) or words.unnamed}. {comparison(copy, reading.words)}"
        yield Field(words.in_use, plain(said), of=INTERFACE)
    if reading.embedded is not None:
        yield Field(words.text, plain(words.included), of=INTERFACE)
    elif reading.article_text is None:
        command = reading.words.keys.long[COMMAND]
        key = command_key(COMMAND, DEFAULT_KEYMAP, reading.words.keys)
        yield Field(words.text, plain(words.not_included.format(key=key, command=command)), of=INTERFACE)
