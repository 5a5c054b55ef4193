"""Keys and values of earlier story formats, with their new names.

An error about an old name tells the new one.
"""

from collections.abc import Collection

RENAMED_KEYS = {"seen": "read"}
"""The new name of each old key."""

RENAMED_VALUES = {
    "claimed": "stated",
    "judged": "opinion",
    "predicted": "prediction",
    "asked": "question",
    "flat": "unhedged",
    "open": "left open",
    "partly": "answered in part",
    "settled": "answered",
    "exact": "as-printed",
    "in full": "full",
    "reprint": "copy",
}
"""The new word for each old value of a vocabulary; one old word was used in two vocabularies."""


def renamed_value(value: object, allowed: Collection[str]) -> str:
    """Return the allowed value that replaced an old one, if any."""
    new = RENAMED_VALUES.get(value, "") if isinstance(value, str) else ""
    return new if new in allowed else ""
