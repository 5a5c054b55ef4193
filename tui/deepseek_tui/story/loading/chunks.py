"""Splitting of a large JSON document into chunks that parse fast.

Each chunk takes a few milliseconds. The end of a chunk is guessed, and parsing verifies the guess: text that starts
between two items of a list and parses as complete items also ends between two items. So the chunks equal the document
parsed at once, or there are none.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import orjson

from deepseek_tui.story.format.structure import item_lists
from deepseek_tui.story.loading.document import BOM, is_lossless

SIZE = 2**18
"""The bytes of a list in one chunk, rounded up to the end of an item."""
PARAGRAPHS = "paragraphs"
"""The only long list that is not at the top level, that of the article."""

_STRING_OR_BRACKET = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{},]', re.DOTALL)
_COMMA = re.compile(rb"\s*+,")
_FIRST_KEY = re.compile(rb'\{\s*+"[^"\\]*+"')


class NotChunkableError(ValueError):
    """Raised for a document that must be parsed at once.

    It is broken or unusual.
    """


class Chunk(NamedTuple):
    """Some items of a list, or the rest of the document.

    The rest comes last, with an empty name. Its lists are empty.
    """

    name: str
    content: Any
    end: int
    """The bytes parsed so far."""


def chunks(data: bytes) -> Iterator[Chunk]:
    """Yield the lists of a document in chunks, then the rest.

    Raises NotChunkableError.
    """
    data = data.removeprefix(BOM)
    outside, at = b"", 0
    opening = re.compile(rb'"(%b)"\s*+:\s*+\[\s*+(?=\{)' % "|".join((*item_lists(), PARAGRAPHS)).encode())
    match = opening.search(data)
    while match is not None:
        name, before = match[1].decode(), outside + data[at : match.end()]
        # If the list is closed here, the document is valid, unless the list is nested inside another value.
        if _parse_or_none(before + (b"]}}" if name == PARAGRAPHS else b"]}")) is not None:
            outside, at = before, match.end()
            for items, end in _items(data, match.end()):
                yield Chunk(name, items, end)
                at = end
        match = opening.search(data, max(at, match.end()))
    yield Chunk("", _parse(outside + data[at:]), len(data))


def _items(data: bytes, at: int) -> Iterator[tuple[list[Any], int]]:
    """Yield the items of a list in chunks.

    Each chunk comes with the offset where it ends.
    """
    first = _FIRST_KEY.match(data, at)
    if first is None:
        raise NotChunkableError
    # An item most likely ends where an object ends and the next object begins with the same key.
    between = re.compile(rb"\}\s*+,\s*+(?=\{\s*+%b)" % re.escape(first[0][first[0].index(b'"') :]))
    while True:
        guess = between.search(data, at + SIZE, at + 4 * SIZE)
        end = guess.start() + 1 if guess else at
        items = _parse_or_none(b"[%b]" % data[at:end]) if guess else None
        if items is None:
            end = _chunk_end(data, at)
            items = _parse(b"[%b]" % data[at:end])
        yield items, end
        following = _COMMA.match(data, end)
        if following is None:
            return
        at = following.end()


def _chunk_end(data: bytes, at: int) -> int:
    """Return the offset where the last item of a chunk ends.

    It is found by counting brackets.
    """
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(data, at):
        mark = match[0]
        if mark in (b"{", b"["):
            depth += 1
        elif mark in (b"}", b"]"):
            depth -= 1
            if depth < 0:
                return match.start()
        elif mark == b"," and not depth and match.start() >= at + SIZE:
            return match.start()
    raise NotChunkableError


def _parse(text: bytes) -> Any:
    found = _parse_or_none(text)
    if found is None:
        raise NotChunkableError
    return found


def _parse_or_none(text: bytes) -> Any:
    """Parse JSON, or return None for invalid JSON.

    Raises NotChunkableError if the parser would lose something.
    """
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
    if not is_lossless(text, found):
        raise NotChunkableError
    return found
