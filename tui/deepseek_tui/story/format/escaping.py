"""Escaping: foreign text made safe for a terminal, for JSON and for addresses.

What is unsafe follows from the Unicode data of Python's `unicodedata`, not from a list of code points. Nothing heavy is
imported here: error messages of the command line pass through this module as well.
"""

import re
import unicodedata
from collections.abc import Callable

MARKS = 8
"""How many combining marks may follow one letter.

The longest clusters of real text have five marks in Burmese and Hebrew, eight in a Tibetan stack of Sanskrit. Unicode's
stream-safe text format allows 30, which is enough to cover the lines above and below.
"""
STACKED = 4
"""How many of them may belong to one canonical combining class: those are drawn one above the other."""

NON_JOINER = "\u200c"

_PLAIN = re.compile(
    "[\n -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2100-\u27ff"
    "\u3001-\u3029\u3030-\u3096\u309b-\u3163\u3165-\u318e\u3400-\u9fff\uac00-\ud7a3\uff01-\uff9f]*"
)
"""A shortcut for the commonest scripts: characters that are safe and no marks."""
_RARE = re.compile(f"[^{_PLAIN.pattern[1:-2]}]+")
_RUN = re.compile(r"[\W\u1160-\u11ff\ud7b0-\ud7ff]{%d,}" % (STACKED + 1))
"""Enough characters in a row for a cluster to be cut. To Python's `re` a mark is no word character; a conjoining vowel
or final consonant of Hangul is one, although it takes no cell of its own."""
_NON_JOINERS = re.compile(f"{NON_JOINER}+")
_BLANKS = "\t\v\f\r\x85\u2028\u2029"
_IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
"""Letters, marks and reserved places that Unicode's PropList names Other_Default_Ignorable or Variation_Selector.

`unicodedata` lacks both properties. Emoji modifiers, which change the colour of the skin, are added: terminals disagree
about their width.
"""


def harmless(words: str) -> str:
    """Return words with nothing in them that a terminal could obey.

    Control characters, bidirectional controls, private characters and lone surrogates become visible signs, characters that
    only hide are left out, towers of combining marks are cut, a tab is a space, and a line break stays a line break.
    """
    if (words.isascii() and words.isprintable()) or _PLAIN.fullmatch(words):
        return words
    if not words.isprintable() or _IGNORABLE.search(words):
        words = words.translate(_SHOWN)
    words = _RUN.sub(_without_towers, words)
    return _NON_JOINERS.sub(_non_joiner, words) if NON_JOINER in words else words


def harmless_line(words: str) -> str:
    """Return harmless words on a single line, so that a foreign line break starts no second message."""
    return harmless(words).replace("\n", " ")


def is_one_harmless_line(words: str) -> bool:
    """Return whether words can be printed as they are, in the middle of a line."""
    return harmless_line(words) == words


def escaped(words: str, escape: Callable[[str], str]) -> str:
    """Return words in which each character that `harmless` would change or cut is replaced by its escape.

    The escapes are ASCII. Line breaks stay.
    """
    if _PLAIN.fullmatch(words):
        return words
    words = _RARE.sub(lambda match: "".join(char if _is_shown(char) else escape(char) for char in match.group()), words)
    return _RUN.sub(lambda match: _capped(match.group(), escape), words)


def escaped_json(text: str) -> str:
    r"""Return JSON text of the same value with every unsafe character of its strings as \uXXXX."""
    return escaped(text, _as_utf_16)


def _as_utf_16(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


class _Shown(dict[int, str]):
    """A table for `str.translate` that looks a character up in the Unicode data when it first occurs."""

    LARGEST = 20_000
    """How many characters it keeps, so that no text can make it grow without limit."""

    def __missing__(self, code: int) -> str:
        shown = _sign(chr(code))
        if len(self) < self.LARGEST:
            self[code] = shown
        return shown


_SHOWN = _Shown()


def _sign(char: str) -> str:
    """What is shown for a character: itself, a visible sign, a space, or nothing."""
    code, category = ord(char), unicodedata.category(char)
    if char in ("\n", NON_JOINER):
        return char  # a non-joiner depends on its neighbours
    if char in _BLANKS:
        return " "
    if category == "Cc" and code < 0x80:
        return "\u2421" if code == 0x7F else chr(0x2400 + code)  # ESC is shown as the picture of an escape, and so on
    if category == "Cf":  # the bidirectional class of those that are merely invisible is "boundary neutral"
        return "" if unicodedata.bidirectional(char) == "BN" else f"<U+{code:04X}>"
    if category in ("Cc", "Cs", "Co") or _is_noncharacter(code):
        return f"<U+{code:04X}>"
    return "" if _IGNORABLE.match(char) else char


def _is_shown(char: str) -> bool:
    return _SHOWN[ord(char)] == char and char != NON_JOINER


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _is_mark(char: str) -> bool:
    """Whether a character is drawn in the cell of the one before it.

    Rich's table, by which the program measures text, also knows conjoining letters of Hangul and marks of a newer Unicode
    version than Python's.
    """
    from rich.cells import get_character_cell_size

    return unicodedata.category(char)[0] == "M" or (get_character_cell_size(char) == 0 and char not in ("\n", NON_JOINER))


def _without_towers(match: re.Match[str]) -> str:
    return _capped(match.group(), lambda _: "")


def _capped(run: str, excess: Callable[[str], str]) -> str:
    """A run of characters in which the marks beyond the limits are replaced."""
    kept, classes = list[str](), list[int]()
    for char in run:
        if _is_mark(char):
            combining = unicodedata.combining(char)
            if len(classes) >= MARKS or (combining and classes.count(combining) >= STACKED):
                kept.append(excess(char))
                continue
            classes.append(combining)
        elif char != NON_JOINER:
            classes.clear()
        kept.append(char)
    return "".join(kept)


def _non_joiner(match: re.Match[str]) -> str:
    """A single non-joiner where the spelling needs it, as RFC 5892 allows it, and otherwise nothing.

    It stands between two letters of the Arabic script (Persian writes plurals and verbs so), or after a virama (in the
    scripts of India). A joiner is left out everywhere: Rich would count no cell for the letter after it.
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
"""The canonical combining class of the sign that takes a consonant's vowel away."""


def _is_cursive(char: str) -> bool:
    return char.isalpha() and unicodedata.bidirectional(char) == "AL"
