"""Escaping of untrusted text for terminals, JSON and addresses.

Which characters are unsafe follows from the Unicode data in Python's `unicodedata`, not from a list of code points.
The module imports nothing slow, because the error messages of the command line use it as well.
"""

import re
import unicodedata
from collections.abc import Callable

MAX_MARKS = 8
"""The most combining marks kept after one letter.

The longest clusters in real text have five marks in Burmese and Hebrew, and eight in a Tibetan stack of Sanskrit.
Unicode's stream-safe text format allows 30, which is enough to cover the lines above and below.
"""
MAX_STACKED_MARKS = 4
"""The most marks of one canonical combining class kept after one letter.

Marks of one class are drawn one above the other.
"""

NON_JOINER = "\u200c"

_SAFE = re.compile(
    "[\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2100-\u27ff"
    "\u3001-\u3029\u3030-\u3096\u309b-\u3163\u3165-\u318e\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9f]*"
)
"""A fast check for common scripts: safe characters without combining marks."""
_UNCOMMON = re.compile(f"[^{_SAFE.pattern[1:-2]}]+")
_LONG_CLUSTER = re.compile(r"[\W\u1160-\u11ff\ud7b0-\ud7ff]{%d,}" % (MAX_STACKED_MARKS + 1))
"""Runs of characters long enough to hold a cluster that must be cut.

Python's `re` does not count a combining mark as a word character. It does count a conjoining vowel or final consonant
of Hangul, although that takes no cell of its own.
"""
_NON_JOINERS = re.compile(f"{NON_JOINER}+")
_BLANKS = "\t\v\f\r\x85\u2028\u2029"
_IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
"""Characters with the properties Other_Default_Ignorable or Variation_Selector, and emoji modifiers.

`unicodedata` lacks both properties (they are in Unicode's PropList). Emoji modifiers change the colour of the skin, and
terminals disagree about their width.
"""


def harmless(words: str) -> str:
    """Return text without anything that a terminal could execute.

    Control characters, bidirectional controls, private-use characters and lone surrogates become visible symbols. Invisible
    characters are dropped, long runs of combining marks are cut, and a tab becomes a space. Line breaks are kept.
    """
    if (words.isascii() and words.isprintable()) or _SAFE.fullmatch(words):
        return words
    if not words.isprintable() or _IGNORABLE.search(words):
        words = words.translate(_REPLACEMENTS)
    words = _LONG_CLUSTER.sub(_without_excess_marks, words)
    return _NON_JOINERS.sub(_required_non_joiner, words) if NON_JOINER in words else words


def harmless_line(words: str) -> str:
    """Return harmless text on one line, with spaces for line breaks.

    A line break in untrusted text could otherwise imitate a second message.
    """
    return harmless(words).replace("\n", " ")


def is_one_harmless_line(words: str) -> bool:
    """Return whether text can be printed unchanged on one line."""
    return harmless_line(words) == words


def escaped(words: str, escape: Callable[[str], str]) -> str:
    """Return text with an escape for each character that is not harmless.

    `escape` returns the ASCII escape of a character. Line breaks are kept.
    """
    if _SAFE.fullmatch(words):
        return words
    words = _UNCOMMON.sub(
        lambda match: "".join(char if _is_unchanged(char) else escape(char) for char in match.group()), words
    )
    return _LONG_CLUSTER.sub(lambda match: _replace_excess_marks(match.group(), escape), words)


def escaped_json(text: str) -> str:
    r"""Return equivalent JSON text with unsafe characters as escapes.

    In strings, they are written as \uXXXX.
    """
    return escaped(text, _as_utf_16)


def _as_utf_16(char: str) -> str:
    """Return the JSON escape of a character.

    Where needed, it is a surrogate pair.
    """
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


class _ReplacementTable(dict[int, str]):
    """Table for `str.translate` that is filled as characters first occur."""

    LARGEST = 20_000
    """The most characters kept in the table, which bounds its memory."""

    def __missing__(self, code: int) -> str:
        shown = _replacement(chr(code))
        if len(self) < self.LARGEST:
            self[code] = shown
        return shown


_REPLACEMENTS = _ReplacementTable()


def _replacement(char: str) -> str:
    """Return a character, or the symbol or space that replaces it.

    A character that is dropped gives an empty string.
    """
    code, category = ord(char), unicodedata.category(char)
    if char in ("\n", NON_JOINER):
        return char  # Whether a non-joiner is kept depends on the neighbouring characters, and is decided later.
    if char in _BLANKS:
        return " "
    if category == "Cc" and code < 0x80:
        # A control character becomes its visible symbol: ESC becomes U+241B.
        return "\u2421" if code == 0x7F else chr(0x2400 + code)
    if category == "Cf":  # Format characters that are merely invisible have the bidirectional class "boundary neutral".
        return "" if unicodedata.bidirectional(char) == "BN" else f"<U+{code:04X}>"
    if category in ("Cc", "Cs", "Co") or _is_noncharacter(code):
        return f"<U+{code:04X}>"
    return "" if _IGNORABLE.match(char) else char


def _is_unchanged(char: str) -> bool:
    return _REPLACEMENTS[ord(char)] == char and char != NON_JOINER


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _is_mark(char: str) -> bool:
    """Return whether a character is drawn over the previous one.

    Rich's table, which the program uses to measure text, also covers conjoining letters of Hangul and marks of a newer
    Unicode version than Python's.
    """
    from rich.cells import get_character_cell_size

    return unicodedata.category(char)[0] == "M" or (get_character_cell_size(char) == 0 and char not in ("\n", NON_JOINER))


def _without_excess_marks(match: re.Match[str]) -> str:
    """Return text without the combining marks beyond the limits."""
    return _replace_excess_marks(match.group(), lambda _: "")


def _replace_excess_marks(run: str, excess: Callable[[str], str]) -> str:
    """Return text with the combining marks beyond the limits replaced."""
    kept, classes = list[str](), list[int]()
    for char in run:
        if _is_mark(char):
            combining = unicodedata.combining(char)
            if len(classes) >= MAX_MARKS or (combining and classes.count(combining) >= MAX_STACKED_MARKS):
                kept.append(excess(char))
                continue
            classes.append(combining)
        elif char != NON_JOINER:
            classes.clear()
        kept.append(char)
    return "".join(kept)


def _required_non_joiner(match: re.Match[str]) -> str:
    """Return a zero-width non-joiner where RFC 5892 allows it, otherwise nothing.

    It is allowed between two letters of the Arabic script (Persian plurals and verbs need it) and after a virama (in the
    scripts of India). A joiner is always dropped, because Rich counts no cell for the letter after it.
    """
    words, after = match.string, match.string[match.end() : match.end() + 1]
    place = match.start()
    if not after.isalpha():
        return ""
    if place and unicodedata.combining(words[place - 1]) == _VIRAMA:
        return NON_JOINER
    while place and not words[place - 1].isalpha() and _is_mark(words[place - 1]):
        place -= 1
    before = words[place - 1 : place] if place else ""
    return NON_JOINER if _is_cursive(before) and _is_cursive(after) else ""


_VIRAMA = 9
"""The canonical combining class of the sign that removes a consonant's vowel."""


def _is_cursive(char: str) -> bool:
    return char.isalpha() and unicodedata.bidirectional(char) == "AL"
