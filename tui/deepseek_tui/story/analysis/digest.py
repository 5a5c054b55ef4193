"""Hash of a story's content, independent of the file's formatting."""

from hashlib import sha256

import orjson

from deepseek_tui.story.format.model import Story

SHORT_LENGTH = 12
"""The number of hexadecimal digits shown to people."""


def digest(story: Story) -> str:
    """Return the SHA-256 of a story as canonical JSON, in hexadecimal.

    Keys are sorted, white space is left out, and defaults are written.
    """
    return sha256(orjson.dumps(story.model_dump(mode="json", by_alias=True), option=orjson.OPT_SORT_KEYS)).hexdigest()
