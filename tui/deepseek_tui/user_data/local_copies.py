"""Copies: which file is the reader's own copy of a story's article, remembered from one time to the next.

A small JSON object in the reader's state folder: the path of the copy by the story's id. Losing it costs nothing but
naming the file again, so that whatever cannot be read or written there is passed over.
"""

from collections.abc import Callable
from pathlib import Path

from deepseek_tui.user_data.locks import held

PATIENCE = 2.0
"""Seconds for which another program is waited for that remembers a copy just now."""
Save = Callable[[Path, bytes], None]
"""Writes a file whole or not at all; raises OSError, or an error of its own, where it cannot."""


def _all(file: Path) -> dict[str, str]:
    import orjson

    try:
        found = orjson.loads(file.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return {key: path for key, path in found.items() if isinstance(path, str)} if isinstance(found, dict) else {}


def remembered(story: str, file: Path) -> str:
    """The path of the copy that was last recognised for a story; empty where there is none."""
    return _all(file).get(story, "")


def remember(story: str, path: Path, file: Path, save: Save) -> bool:
    """Keep the path of a copy for the next time; whether that was possible. Several programs may do so at once."""
    import orjson

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with held(file.with_name(f"{file.name}.lock"), PATIENCE):
            copies = _all(file) | {story: str(path.absolute())}
            save(file, orjson.dumps(copies, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE))
    except (OSError, ValueError, orjson.JSONEncodeError):  # the last: a path that is not UTF-8, which no JSON can hold
        return False
    return True
