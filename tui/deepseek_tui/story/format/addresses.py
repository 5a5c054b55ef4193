"""Web addresses in a form that shows where a link leads.

A host name that could be mistaken for another is written in punycode (RFC 3492), as browsers do. The standard library
has a codec for punycode. Its `idna` codec implements the 2003 rules and refuses names that browsers open, and a package
for the newer rules would be one more dependency for the few addresses that are not ASCII.
"""

import re
import unicodedata

from deepseek_tui.story.format.escaping import escaped

_ADDRESS = re.compile(r"(https?://)((?:[^/?#\\]*@)?)([^/?#\\@:]*|\[[^\]]*\])((?::\d*)?(?:[/?#\\].*)?)", re.DOTALL)
"""Pattern of an address: scheme, user information, host and remainder. Browsers read a backslash as a slash."""
_LABEL_SEPARATORS = re.compile("[.\u3002\uff0e\uff61]")
_LATIN = frozenset(map(chr, range(0xDF, 0x180))) - frozenset("÷ıĸŀŉſ")
"""Latin letters of European languages that look different from every ASCII letter."""
_LOOKALIKES = frozenset("асԁеһіјӏорԛѕԝхуҽпгѵαγικνορτυχωηϲϳագզհոսւօցլքե")
"""Cyrillic, Greek and Armenian letters that look like an ASCII letter.

A whole host name can be written with them alone.
"""
_MIXED_SCRIPTS = ({"HIRAGANA", "KATAKANA", "CJK"}, {"HANGUL", "CJK"}, {"BOPOMOFO", "CJK"})
"""Sets of scripts that occur together in one language."""


def safe_address(url: str) -> str:
    """Return a web address that shows every character and the real host."""
    if url.isascii():
        return url
    parts = _ADDRESS.fullmatch(url)
    if parts is None:
        return _percent_encoded(url)
    scheme, user, host, rest = parts.groups()
    return (
        scheme + _percent_encoded(user) + ".".join(map(_safe_label, _LABEL_SEPARATORS.split(host))) + _percent_encoded(rest)
    )


def _percent_encoded(text: str) -> str:
    """Percent-encode the characters that a terminal would hide or execute."""
    return escaped(text, _percent_escape)


def _percent_escape(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def _safe_label(label: str) -> str:
    """Return one part of a host name, safe to read.

    It is in punycode where it could mislead.
    """
    if label.isascii():
        return label
    plain = unicodedata.normalize("NFKC", label).lower()  # Browsers read full-width letters as ordinary letters.
    if not all(char.isalnum() or char == "-" or unicodedata.combining(char) for char in plain):
        plain = label  # The normalised label contains a separator, which would split the label in two.
    return plain if plain.isascii() or _is_unambiguous(plain) else f"xn--{_punycode(plain)}"


def _is_unambiguous(label: str) -> bool:
    """Return whether a part of a host name cannot be misread.

    It cannot be mistaken for another one.
    """
    letters = [char for char in label if char not in "-0123456789"]
    if any(not char.isalpha() for char in letters):
        return False
    scripts = {"LATIN" if char.isascii() else unicodedata.name(char, "?").split()[0] for char in letters}
    if scripts == {"LATIN"}:
        return all(char.isascii() or char in _LATIN for char in letters)
    return (len(scripts) == 1 or any(scripts <= mixed for mixed in _MIXED_SCRIPTS)) and not _LOOKALIKES.issuperset(letters)


def _punycode(label: str) -> str:
    return label.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("punycode").decode("ascii")
