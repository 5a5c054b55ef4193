"""Import of the paragraphs of a Markdown document."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from deepseek_tui.article.importers.imported import ImportedArticle, article_text, left_out, metadata, refusal
from deepseek_tui.story.format.messages import Message

if TYPE_CHECKING:
    from markdown_it.token import Token

_LEFT_OUT = {
    "heading_open": Message("headings"),
    "table_open": Message("tables"),
    "footnote_open": Message("footnotes"),
    "fence": Message("code blocks"),
    "code_block": Message("code blocks"),
    "html_block": Message("blocks of HTML"),
    "image": Message("pictures"),
}
"""The tokens of elements that are left out, with the word for each in notices."""
_FIELD = re.compile(r"([\w-]+)[ \t]*:[ \t]*(.+)")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


MAX_LENGTH, MAX_BRACKETS = 8 * 2**20, 20_000
"""The most characters, and the most opening brackets. The parser's time is quadratic in brackets: 0.6 s for so many."""


def import_markdown(text: str, name: str) -> ImportedArticle:
    """Return a Markdown document's paragraphs, with title, author and date.

    Raises InvalidInput if the document is too large.
    """
    if len(text) > MAX_LENGTH or text.count("[") > MAX_BRACKETS:
        raise refusal(name, Message("the Markdown file is larger than any article"), Message("save it as plain text"))
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin).use(front_matter_plugin)
    tokens = parser.parse(text)
    counts: Counter[str] = Counter()
    paragraphs = ["".join(map(_inline, token.children or ())) for token in _prose(tokens, counts)]
    fields = _front_matter(tokens)
    heading = _first_heading(tokens)
    about = metadata(
        title=fields.get("title") or heading,
        author=fields.get("author"),
        publisher=fields.get("publisher"),
        url=fields.get("url"),
        published=fields.get("date"),
    )
    return ImportedArticle(article_text(paragraphs), about, notices=left_out(name, counts))


def _prose(tokens: "list[Token]", counts: Counter[str]) -> Iterator["Token"]:
    """Yield the inline tokens of paragraphs, and count what is left out."""
    inside = ""
    for token in tokens:
        if token.type in _LEFT_OUT and not inside:
            counts[_LEFT_OUT[token.type]] += 1
            inside = token.type.replace("_open", "_close") if token.type.endswith("_open") else ""
        elif token.type == inside:
            inside = ""
        elif token.type == "inline" and not inside:
            counts.update(_LEFT_OUT[child.type] for child in token.children or () if child.type == "image")
            yield token


def _inline(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak") or (token.type == "html_inline" and _LINE_BREAK.match(token.content)):
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline") else ""


def _first_heading(tokens: "list[Token]") -> str:
    """Return the text of the first heading, if it is a first-level heading."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            return "".join(map(_inline, inline.children or ())) if token.tag == "h1" else ""
    return ""


def _front_matter(tokens: "list[Token]") -> dict[str, str]:
    """Return the one-line fields of the front matter.

    Fields that use other forms of YAML are left out.
    """
    if not tokens or tokens[0].type != "front_matter":
        return {}
    found = (_FIELD.fullmatch(line.strip()) for line in tokens[0].content.splitlines())
    fields = ((match[1].lower(), match[2].strip()) for match in found if match)
    return {key: _unquoted(value) for key, value in fields if value[0] not in "[{|>&*!"}


def _unquoted(value: str) -> str:
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if is_quoted else value
