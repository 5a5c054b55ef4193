"""Addresses: how a link is written, so that what is read is where it leads.

A host name whose letters could be taken for others is written in punycode (RFC 3492), as browsers do. The standard library
has that as a codec; its codec `idna` is of 2003 and refuses names that browsers open, and a package for the newer rules
would be one more to install for the few addresses that are not ASCII.
"""

import re
import unicodedata

from deepseek_tui.story.format.escaping import escaped

_PARTS = re.compile(r"(https?://)((?:[^/?#\\]*@)?)([^/?#\\@:]*|\[[^\]]*\])((?::\d*)?(?:[/?#\\].*)?)", re.DOTALL)
"""Scheme, whoever it is opened as, host, and the rest; a backslash is a slash to browsers."""
_DOTS = re.compile("[.\u3002\uff0e\uff61]")
_LATIN = frozenset(map(chr, range(0xDF, 0x180))) - frozenset("÷ıĸŀŉſ")
"""Letters of European languages that differ visibly from those of ASCII."""
_ALIKE = frozenset("асԁеһіјӏорԛѕԝхуҽпгѵαγικνορτυχωηϲϳագզհոսւօցլքե")
"""Letters of Cyrillic, Greek and Armenian that look like one of ASCII: of these alone a whole name can be made."""
_WITH_HAN = ({"HIRAGANA", "KATAKANA", "CJK"}, {"HANGUL", "CJK"}, {"BOPOMOFO", "CJK"})
"""Scripts that are written together."""


def written(url: str) -> str:
    """An address as it may be read and opened: nothing in it hides, and its host name is what it looks like."""
    if url.isascii():
        return url
    parts = _PARTS.fullmatch(url)
    if parts is None:
        return _visible(url)
    scheme, person, host, rest = parts.groups()
    return scheme + _visible(person) + ".".join(map(_label, _DOTS.split(host))) + _visible(rest)


def _visible(text: str) -> str:
    """The same with what a terminal would hide or obey as the bytes that it is."""
    return escaped(text, _bytes)


def _bytes(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))


def _label(label: str) -> str:
    """One part of a host name, as it is or in punycode."""
    if label.isascii():
        return label
    plain = unicodedata.normalize("NFKC", label).lower()  # browsers open fullwidth letters as plain ones
    if not all(char.isalnum() or char == "-" or unicodedata.combining(char) for char in plain):
        plain = label  # it would fall into parts that the address does not show
    return plain if plain.isascii() or _is_plain(plain) else f"xn--{_punycode(plain)}"


def _is_plain(label: str) -> bool:
    """Whether nobody would take the name for another."""
    letters = [char for char in label if char not in "-0123456789"]
    if any(not char.isalpha() for char in letters):
        return False
    scripts = {"LATIN" if char.isascii() else unicodedata.name(char, "?").split()[0] for char in letters}
    if scripts == {"LATIN"}:
        return all(char.isascii() or char in _LATIN for char in letters)
    return (len(scripts) == 1 or any(scripts <= together for together in _WITH_HAN)) and not _ALIKE.issuperset(letters)


def _punycode(label: str) -> str:
    return label.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("punycode").decode("ascii")
