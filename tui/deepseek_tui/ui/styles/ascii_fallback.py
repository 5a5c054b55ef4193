"""ASCII replacements of equal width for characters that the terminal lacks.

Importing this module registers the codec error handler `ASCII_FALLBACK`.
"""

import codecs
import unicodedata

from rich.cells import cell_len

ASCII_FALLBACK = "deepseek-tui.stand-ins"
"""The name of the codec error handler."""

_REPLACED = {
    " ": "⠀",
    "-": "‐‑‒–—―−─━╌┄╴╶▔▀",
    "|": "│┃┊┆║‖▌▐▎▍▋▊▉▏▕",
    "+": "┌┐└┘├┤┬┴┼╭╮╰╯╋",
    "_": "▁▂▃",
    "=": "▄▅▆▇▒≈",
    "#": "█▓■",
    ".": "░…·◦",
    "*": "•◐★●◆",
    "o": "○◇œø°",
    ">": "→▶▸▷≥",
    "<": "←◀◂≤",
    "^": "↑▲",
    "v": "↓▼√∨",
    "'": "‘’ʼ´′‹›",
    '"': "“”„″«»",
    "x": "×✗",
    "/": "÷∕✎",
    "P": "¶",
    "S": "§Σ",
    "L": "£",
    "Y": "¥",
    "E": "€",
    "%": "‰",
    "a": "æ",
    "l": "ł",
    "d": "đ∂",
    "s": "σ",
    "b": "β",
    "e": "ε",
    "p": "πρ",
    "V": "∇",
    "8": "∞",
    "!": "✓",
}
_SIGNS = {sign: ascii_fallback for ascii_fallback, signs in _REPLACED.items() for sign in signs}
_BRAILLE = range(0x2800, 0x2900)
"""Braille patterns, with which curves are drawn."""


def ascii_fallback(sign: str) -> str:
    """Return an ASCII replacement as wide as the given character.

    That is a similar character, the letter without diacritics, or question marks. A superscript digit becomes `^`,
    because a plain digit would change the number before it.
    """
    known = _SIGNS.get(sign)
    if known:
        return known
    if ord(sign) in _BRAILLE:
        return ":"
    if sign.isspace():
        return " "
    if unicodedata.decomposition(sign).startswith("<super>"):
        return "^"
    cells, letter = cell_len(sign), unicodedata.normalize("NFD", sign)[0]
    return letter if cells == 1 and letter.isascii() else "?" * cells


def _handle(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(ascii_fallback, error.object[error.start : error.end])), error.end


codecs.register_error(ASCII_FALLBACK, _handle)
