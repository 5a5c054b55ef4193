"""Paths of the reader's copies of articles, in a JSON file.

Errors of reading and writing are ignored: without the file the reader only has to name the copy again.
"""

from pathlib import Path

from deepseek_tui.user_data.atomic_files import WriteFile
from deepseek_tui.user_data.locks import lock_file

LOCK_TIMEOUT = 2.0
"""Seconds to wait for another program that is writing the file."""


def _read(file: Path) -> dict[str, str]:
    import orjson

    try:
        found = orjson.loads(file.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return {key: path for key, path in found.items() if isinstance(path, str)} if isinstance(found, dict) else {}


def local_copy_of(story: str, file: Path) -> str:
    """Return the remembered path of the reader's copy of an article.

    It is empty if there is none.
    """
    return _read(file).get(story, "")


def remember_local_copy(story: str, path: Path, file: Path, write: WriteFile) -> bool:
    """Remember the path of the reader's copy of an article.

    Return whether that was possible. Several programs may do so at once.
    """
    import orjson

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with lock_file(file.with_name(f"{file.name}.lock"), LOCK_TIMEOUT):
            copies = _read(file) | {story: str(path.absolute())}
            options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
            write(file, orjson.dumps(copies, option=options))
    except (OSError, ValueError, orjson.JSONEncodeError):
        # orjson raises JSONEncodeError for a path that is not valid UTF-8.
        return False
    return True
