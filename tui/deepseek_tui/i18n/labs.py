"""The words that all labs share."""

from typing import NamedTuple


class FrameWords(NamedTuple):
    """What the frame says around any lab; names in braces are filled in."""

    values: str
    page: str
    keys: dict[str, str]
    """What each key does, in a word or two, by the action's id."""
    to_try: str
    article_says: str
    shows: str
    sources: str
    hidden: str
    running: str
    stopped: str
    no_choice: str
    no_number: str
    out_of_range: str
    not_whole: str
    range: str
    own: str
