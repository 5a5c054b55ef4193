"""Text: a story's prose, one string for every language or one per language, and how it is said safely."""

import re
import unicodedata
from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="A language by its ISO 639 code, such as fr or en.")]
Words = Annotated[str, Field(min_length=1)]
Text = TypeAliasType(
    "Text",
    Annotated[
        Words | Annotated[dict[Language, Words], Field(min_length=1)],
        Field(description="Prose: one string where every language writes it alike (a name), or one string per language."),
    ],
)
"""With a name of its own, so that pydantic makes what validates it once and not for each of sixty fields."""

MARKS = 4
"""How many combining marks may stand on one letter; no writing in use needs more, a tower of them hides its neighbours."""

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_TOWER = re.compile(r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{%d})[\u0300-\u036f"
                    r"\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+" % MARKS)  # fmt: skip


def _shown(match: re.Match[str]) -> str:
    char = match.group()
    if char == "\n":
        return char
    if char in "\t\r\v\f\u2028\u2029\x85":
        return " "
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)  # ESC is shown as the picture of an escape, and so on
    if code == 0x7F:
        return "\u2421"
    if (
        unicodedata.category(char) in ("Cc", "Cs")
        or unicodedata.bidirectional(char) in _BIDI
        or char in "\u200e\u200f\u061c"
    ):
        return f"<U+{code:04X}>"
    return ""  # what takes no cell and only hides (zero-width space, joiner, variation selector) is left out


_BIDI = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


_HARMLESS = frozenset(
    char for code in (*range(0x20, 0x250), *range(0x2010, 0x2270)) if not _UNSAFE.match(char := chr(code))
) | {"\n"}
"""What Western Europe writes with: most texts hold nothing else, and a look at a set is faster than a regular expression."""


def harmless(words: str) -> str:
    """The same words with nothing in them that a terminal could obey.

    Control characters, bidirectional overrides and lone surrogates become visible signs, characters of no
    width are left out, a tab is a space, and a line break stays a line break.
    """
    if (words.isascii() and words.isprintable()) or _HARMLESS.issuperset(words):
        return words
    words = _UNSAFE.sub(_shown, words)
    return words if words.isascii() else _TOWER.sub(r"\1", words)


def languages_of(text: str | dict[str, str]) -> tuple[str, ...]:
    """The languages a text is written in; none for a text that every language writes alike."""
    return () if isinstance(text, str) else tuple(text)


def say(text: str | dict[str, str], language: str) -> str:
    """What the text says in a language, harmless to a terminal; in its first language where it lacks this one."""
    if isinstance(text, str):
        return harmless(text)
    words = text.get(language)
    return harmless(words if words is not None else next(iter(text.values())))
