"""Stand-ins: what is drawn for a sign that the terminal's character set lacks, as many cells wide as the sign.

An encoding asks for them as its error handler `STAND_INS`; all of them are ASCII.
"""

import codecs
import unicodedata

from rich.cells import cell_len

ASCII_FALLBACK = "deepseek-tui.stand-ins"
"""The name of the error handler."""

_SAME = {
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
_SIGNS = {sign: ascii_fallback for ascii_fallback, signs in _SAME.items() for sign in signs}
_BRAILLE = range(0x2800, 0x2900)
"""The dots that curves are drawn with."""


def ascii_fallback(sign: str) -> str:
    """ASCII in place of one character: what is like it, else its letter without its marks, else a question mark a cell.

    A small raised digit is no digit here: it would make another number of the one before it.
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
