"""Definition of the interface texts shared by all labs."""

from typing import NamedTuple


class FrameWords(NamedTuple):
    """Interface texts that all labs share.

    Names in braces are replaced by values.
    """

    values: str
    page: str
    keys: dict[str, str]
    """The effect of each key in one or two words, by the action's id."""
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
