"""The result of an import, and the refusal of a file."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from deepseek_tui.story.format.messages import Message, joined
from deepseek_tui.story.loading.diagnostics import Diagnostic, InvalidInput

MAX_TITLE_LENGTH = 500
"""The most characters of a title or of an author's or publisher's name. Longer text is ignored."""
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"]+")
"""The pattern of an address in the story format."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{2}|[0-9]{4}")


class ArticleMetadata(NamedTuple):
    """Metadata of an article; fields that the file lacks are empty."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    """A date in EDTF."""


NO_METADATA = ArticleMetadata()


class Slide(NamedTuple):
    """An entry of a timeline."""

    headline: str
    paragraphs: tuple[str, ...]
    displayed_date: str
    """The date as the text made from the timeline prints it, or an empty string."""
    when: str
    """The date in EDTF, or an empty string if there is none that EDTF can express."""
    group: str = ""
    unique_id: str = ""

    @property
    def heading(self) -> str:
        """The entry's first paragraph in the text made from the timeline: date and headline."""
        return ": ".join(part for part in (self.displayed_date, self.headline) if part)

    @property
    def length(self) -> int:
        """The number of the entry's paragraphs in the text made from the timeline."""
        return bool(self.heading) + len(self.paragraphs)


@dataclass(frozen=True)
class ImportedArticle:
    """The text of an article, with the metadata in its file.

    Paragraphs are separated by blank lines.
    """

    text: str
    metadata: ArticleMetadata = NO_METADATA
    slides: tuple[Slide, ...] = ()
    """The entries of a timeline, in the order of the text."""
    notices: tuple[str, ...] = ()
    """Messages about what was assumed, and what was left out."""


def refusal(name: str, message: str, hint: str = "") -> InvalidInput:
    """Return the error for a file that cannot be imported."""
    return InvalidInput([Diagnostic(name, 0, 0, "", message, hint)], unreadable=True)


def left_out(name: str, counts: dict[str, int]) -> tuple[str, ...]:
    """Return a notice with the number of left-out things of each kind.

    There is no notice if nothing was left out.
    """
    parts = [Message("{0} ({1})", kind, count) for kind, count in counts.items() if count]
    return (Message("{0}: left out: {1}", name, joined("{0}, {1}", parts)),) if parts else ()


def article_text(paragraphs: list[str]) -> str:
    """Return non-empty paragraphs as one text, each on its own line."""
    lines = (" ".join(paragraph.split()) for paragraph in paragraphs)
    return "\n\n".join(line for line in lines if line)


def metadata(
    *, title: object = "", publisher: object = "", author: object = "", url: object = "", published: object = ""
) -> ArticleMetadata:
    """Return the given metadata without values that a story cannot hold."""
    return ArticleMetadata(_words(title), _words(publisher), _words(author), _address(url), _date(published))


def _words(value: object) -> str:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return words if len(words) <= MAX_TITLE_LENGTH and not _ADDRESS.match(words) else ""


def _address(value: object) -> str:
    return value.strip() if isinstance(value, str) and _ADDRESS.fullmatch(value.strip()) else ""


def _date(value: object) -> str:
    """Return the date at the beginning of an ISO 8601 time.

    The time zone is ignored, so the date is the one written.
    """
    from deepseek_tui.story.format.edtf import validated

    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    if found is None:
        return ""
    try:
        return validated(found.group())
    except ValueError:
        return ""
