"""Merge: one note out of two texts that were written at the same time, neither knowing of the other."""

from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.languages import FALLBACK

BETWEEN = words_in(FALLBACK).notebook.between
"""Between two texts of one note that were written at the same time, where nothing else is asked for."""


def merged(base: str, stored: str, written: str, between: str) -> str:
    """The note when one who began with `base` has `written` this, and `stored` is what is there by now.

    Where nobody else has changed it, what was written is the note. Otherwise nothing of either is lost: both stand in
    it, parted by the line `between`, and what both have stands in it once.
    """
    if stored == base or contains(written, stored):
        return written
    if written == base or contains(stored, written):
        return stored
    own = written.removeprefix(base)
    if base and stored.startswith(base) and own.startswith("\n"):  # both went on from the same text
        written = own.lstrip("\n")
        if contains(stored, written):
            return stored
    return f"{stored.rstrip()}\n\n{between}\n\n{written.lstrip()}"


def contains(text: str, part: str) -> bool:
    """Whether a text has another in it, word for word; the empty one always."""
    part = part.strip()
    if not part:
        return True
    at = text.find(part)
    while at >= 0:
        end = at + len(part)
        whole_before = at == 0 or not (text[at - 1].isalnum() and part[0].isalnum())
        whole_after = end == len(text) or not (text[end].isalnum() and part[-1].isalnum())
        if whole_before and whole_after:
            return True
        at = text.find(part, at + 1)
    return False
