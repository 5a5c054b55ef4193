"""Text with control characters and markup, and assertions that output is harmless."""

import os
import unicodedata

FORGED = "forged line"
"""Text at the start of a forged line, with which no line of output may begin."""

NAMES = {
    "window title": "\x1b]0;OWNED\x07",
    "clipboard": "\x1b]52;c;T1dORUQ=\x07",
    "colours and cursor": "\x1b[31;5m\x1b[3J\x1b[999C",
    "C1 in UTF-8": "\x9b31m\x9d0;OWNED\x9c",
    "C1 as raw bytes": os.fsdecode(b"\x9b31m\x9d0;OWNED\x9c"),
    "line feed": f"a\n{FORGED}",
    "carriage return": f"a\r\x1b[2K{FORGED}",
    "other line breaks": f"a\x85{FORGED}\u2028{FORGED}\x0b{FORGED}",
    "bidirectional": "\u202egnp.exe\u2066\u200f\u061c",
    "invisible": "a\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u3164b",
    "format characters": "\u0600\u06dd\u070f\u180b\ufff9\U000110bd\U0001bca0\U0001d173\U000e0041",
    "private and unassigned": "\ue000\U000f0000\ufdd0\uffff",
    "Latin marks": "z" + "\u0301\u0489\u20dd" * 20,
    "Thai marks": "\u0e01" + "\u0e35\u0e49" * 30,
    "Arabic marks": "\u0628" + "\u064e\u0651" * 30,
    "Tibetan marks": "\u0f40" + "\u0f90\u0fb2" * 30,
    "Korean vowels": "\u1100" + "\u1161" * 60,
    "option": "--\x1b]0;OWNED\x07",
    "markup": "[red]x[@click=app.quit]q[/]",
    "quotation marks": "'\"$(id)`id`",
}
NAMES["several at once"] = NAMES["C1 as raw bytes"] + NAMES["line feed"] + NAMES["Thai marks"]
"""Hostile names of files and arguments, by kind of attack."""

STACK = 8
"""The maximum number of marks on a letter; no real word has more."""


def assert_harmless(text: str) -> None:
    """Fail if a text contains control, format or private-use characters.

    A forged line is a failure as well.
    """
    for line in text.split("\n"):
        if not (line.isascii() and line.isprintable()):  # Printable ASCII needs no check of each character, which is slow.
            _assert_harmless_line(line)
        assert not line.startswith(FORGED), ascii(text)


def _assert_harmless_line(line: str) -> None:
    run = 0
    for at, char in enumerate(line):
        category = unicodedata.category(char)
        if char == "\u200c":  # The zero-width non-joiner is part of the spelling of some languages.
            harmless = bool(line[at - 1 : at].strip()) and line[at + 1 : at + 2].isalpha()
        else:
            run = run + 1 if category[0] == "M" or "\u1160" <= char <= "\u11ff" else 0
            harmless = (
                run <= STACK
                and category not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
                and not "\ufdd0" <= char <= "\ufdef"
                and ord(char) & 0xFFFE != 0xFFFE
            )
        assert harmless, ascii(line[max(0, at - 20) : at + 20])
