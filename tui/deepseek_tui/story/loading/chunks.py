"""The pieces of a large document: so much of each of its long lists as is parsed in a few milliseconds, then the rest.

Where a piece may end is guessed, and the parser proves it: what begins between two items of a list and parses as whole
items ends between two items too. So the pieces are what the document parsed in one go holds, or there are none.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import orjson

from deepseek_tui.story.format.structure import item_lists
from deepseek_tui.story.loading.document import BOM, lossless

SIZE = 2**18
"""How many bytes of a list are a piece, and a little more, up to the end of an item."""
PARAGRAPHS = "paragraphs"
"""The one long list that stands in another object: that of the article."""

_MARK = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{},]', re.DOTALL)
_COMMA = re.compile(rb"\s*+,")
_FIRST_KEY = re.compile(rb'\{\s*+"[^"\\]*+"')


class NotChunkableError(ValueError):
    """A document that cannot be had in pieces: it is broken, or odd, which shows once it is read in one go."""


class Chunk(NamedTuple):
    """Some items of a list, or, where `name` is empty, the document with those lists left empty, which comes last."""

    name: str
    content: Any
    end: int
    """How many bytes have been parsed by now."""


def chunks(data: bytes) -> Iterator[Chunk]:
    """A document's lists piece by piece, in its own order, and then all else that is in it. Raises UncutError."""
    data = data.removeprefix(BOM)
    outside, at = b"", 0
    opening = re.compile(rb'"(%b)"\s*+:\s*+\[\s*+(?=\{)' % "|".join((*item_lists(), PARAGRAPHS)).encode())
    match = opening.search(data)
    while match is not None:
        name, before = match[1].decode(), outside + data[at : match.end()]
        if _tried(before + (b"]}}" if name == PARAGRAPHS else b"]}")) is not None:  # else a list that stands elsewhere
            outside, at = before, match.end()
            for items, end in _items(data, match.end()):
                yield Chunk(name, items, end)
                at = end
        match = opening.search(data, max(at, match.end()))
    yield Chunk("", _parsed(outside + data[at:]), len(data))


def _items(data: bytes, at: int) -> Iterator[tuple[list[Any], int]]:
    """The items of the list whose first one begins here, and where the last of them ends."""
    first = _FIRST_KEY.match(data, at)
    if first is None:
        raise NotChunkableError
    # Where an object ends and the next one begins with the same key, an item most likely ends.
    between = re.compile(rb"\}\s*+,\s*+(?=\{\s*+%b)" % re.escape(first[0][first[0].index(b'"') :]))
    while True:
        guess = between.search(data, at + SIZE, at + 4 * SIZE)
        end = guess.start() + 1 if guess else at
        items = _tried(b"[%b]" % data[at:end]) if guess else None
        if items is None:
            end = _end(data, at)
            items = _parsed(b"[%b]" % data[at:end])
        yield items, end
        following = _COMMA.match(data, end)
        if following is None:
            return
        at = following.end()


def _end(data: bytes, at: int) -> int:
    """Where the item ends with which a piece is large enough, or the list, counted bracket by bracket."""
    depth = 0
    for match in _MARK.finditer(data, at):
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


def _parsed(text: bytes) -> Any:
    found = _tried(text)
    if found is None:
        raise NotChunkableError
    return found


def _tried(text: bytes) -> Any:
    """What a text holds; None where it is no JSON by itself. Raises UncutError where the parser would lose some of it."""
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
    if not lossless(text, found):
        raise NotChunkableError
    return found
