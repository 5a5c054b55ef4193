"""The digest of a story: what tells one edition's very words from another's, whatever its file looks like."""

from hashlib import sha256

import orjson

from deepseek_tui.story.format.model import Story

SHORT = 12
"""How many hexadecimal digits stand for the whole where a person reads them."""


def digest(story: Story) -> str:
    """SHA-256 of the story as canonical JSON (keys sorted, no white space, defaults written), in hexadecimal."""
    return sha256(orjson.dumps(story.model_dump(mode="json", by_alias=True), option=orjson.OPT_SORT_KEYS)).hexdigest()
