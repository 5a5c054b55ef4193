"""The paragraphs of a piece of HTML."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from deepseek_tui.story.format.messages import Message

_SKIPPED = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Message("headings")),
    "table": Message("tables"),
    "figure": Message("pictures"),
    "pre": Message("code blocks"),
    **dict.fromkeys(("script", "style", "template", "noscript", "iframe", "svg", "math", "video", "audio", "object"), ""),
    **dict.fromkeys(("aside", "nav", "footer", "form", "button", "select", "figcaption", "title"), ""),
}
"""Elements that are not prose, with the word for each in notices. Most are left out without a notice."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|picture|q|s|samp|small|source|span"
    "|strike|strong|sub|sup|time|tt|u|var|wbr"
)
"""Elements within a paragraph. The start and the end of any other element separate paragraphs."""
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")


class HtmlText(NamedTuple):
    """The paragraphs of a piece of HTML, and the number of things left out."""

    paragraphs: list[str]
    counts: Counter[str]


def html_text(markup: str, *, with_headings: bool = False) -> HtmlText:
    """Return the paragraphs of a piece of HTML.

    Two line breaks in a row separate paragraphs too.
    """
    parser = _Paragraphs(with_headings=with_headings)
    # The standard library's parser takes quadratic time on unclosed comments and tags.
    markup, end, rest = _COMMENT.sub("", markup).rpartition(">")
    parser.feed(markup + end)
    parser.close()
    parser.handle_data(unescape(rest))
    parser.flush()
    return HtmlText(parser.paragraphs, parser.counts)


class _Paragraphs(HTMLParser):
    """Collects the text of block elements."""

    def __init__(self, *, with_headings: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.counts: Counter[str] = Counter()
        self._skipped = {tag: kind for tag, kind in _SKIPPED.items() if not (with_headings and tag[0] == "h")}
        self._words: list[str] = []
        self._inside: str = ""
        """The skipped element that the parser is in, and the depth of elements of the same name."""
        self._depth = 0
        self._breaks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Handle the start tag of an HTML element."""
        if self._inside:
            self._depth += tag == self._inside
            return
        if tag == "a":
            self.counts[Message("links")] += any(key == "href" for key, _ in attrs)
        if tag in ("img", "picture") and not self._inside:
            self.counts[Message("pictures")] += tag == "img"
        if tag == "br":
            self._breaks += 1
            self._words.append(" ")
            if self._breaks > 1:
                self.flush()
        elif tag in self._skipped or (tag == "sup" and _is_note_mark(attrs)):
            self._inside, self._depth = tag, 1
            if kind := self._skipped.get(tag):
                self.counts[kind] += 1
            if not _INLINE.fullmatch(tag):
                self.flush()
        elif not _INLINE.fullmatch(tag):
            self.flush()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Handle the tag of an HTML element without content."""
        if _VOID.fullmatch(tag):
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Handle the end tag of an HTML element."""
        if self._inside:
            self._depth -= tag == self._inside
            self._inside = self._inside if self._depth else ""
        elif not _INLINE.fullmatch(tag) and not _VOID.fullmatch(tag):
            self.flush()

    def handle_data(self, data: str) -> None:
        """Add text to the current paragraph, unless it is left out."""
        if self._inside:
            return
        if not data.isspace():
            self._breaks = 0
        self._words.append(data)

    def flush(self) -> None:
        """End the current paragraph."""
        paragraph = " ".join("".join(self._words).split())
        if paragraph:
            self.paragraphs.append(paragraph)
        self._words.clear()
        self._breaks = 0


def _is_note_mark(attrs: list[tuple[str, str | None]]) -> bool:
    """Return whether a superscript is the mark of a footnote."""
    return any(key in ("id", "class") and value and ("ref" in value or "note" in value) for key, value in attrs)
