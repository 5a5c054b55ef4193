"""Guide for authors: its commands run, and its examples match the format."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest

from deepseek_tui.story.format.edtf import validated
from deepseek_tui.story.format.vocabulary import (
    Bound,
    Certainty,
    LinkKind,
    Phase,
    PlayerKind,
    QuestionStatus,
    ReadExtent,
    Relation,
    SourceKind,
    Status,
    Vocabulary,
)

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "content" / "README.md").read_text("utf-8")
STORY: Any = orjson.loads((ROOT / "content" / "quiet-ferry.json").read_bytes())
SHELL = f'deepseek-tui() {{ "{sys.executable}" -m deepseek_tui "$@"; }}\n'


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def walk(value: Any) -> list[Any]:
    """Yield every object in a JSON value."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(found for each in inner for found in walk(each))] if isinstance(value, dict | list) else []


def holds(whole: Any, part: Any) -> bool:
    """Return whether a JSON value contains another."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and holds(whole[key], inner) for key, inner in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(holds(one, inner) for one in whole) for inner in part)
    return bool(whole == part)


def test_every_command_in_the_authoring_guide_succeeds(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes((ROOT / "content" / "quiet-ferry.txt").read_bytes())
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    assert len(commands) >= 8
    opened = 0
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", SHELL + command],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
            env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")},
        )
        if re.match(r"deepseek-tui (?:my-story\.json|quiet-ferry)\b", command):
            opened += 1  # The command that opens the dashboard fails here because there is no terminal.
            assert "needs a terminal" in done.stderr, command
        else:
            assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        if command.startswith("deepseek-tui check"):
            others = [line for line in done.stdout.splitlines() if not line.endswith("[unconfirmed]")]
            assert others == [], f"{command}\n{done.stdout}"
    assert opened == 2
    assert (tmp_path / "my-story.json").exists()


@pytest.mark.parametrize("example", blocks("json"))
def test_example_in_the_authoring_guide_is_part_of_the_quiet_ferry_story(example: str) -> None:
    part = orjson.loads(example)
    assert any(holds(each, part) for each in walk(STORY))


@pytest.mark.parametrize(
    "vocabulary",
    [Bound, Certainty, LinkKind, Phase, PlayerKind, QuestionStatus, Relation, ReadExtent, SourceKind, Status],
)
def test_authoring_guide_names_every_vocabulary_word(vocabulary: type[Vocabulary]) -> None:
    assert [word.value for word in vocabulary if f"`{word.value}`" not in GUIDE] == []


def test_every_item_id_in_the_authoring_guide_exists() -> None:
    ids = {each["id"] for each in walk(STORY) if isinstance(each, dict) and "id" in each}
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", GUIDE)) - {"my-story", "quiet-ferry", "as-printed"}
    assert len(named) >= 8
    assert named - ids == set()


def test_every_example_date_in_the_authoring_guide_is_valid() -> None:
    _, _, table = GUIDE[: GUIDE.index("`wording` says")].partition("| the article | `when` |")
    taught = re.findall(r"`([^`]*\d[^`]*)`", table)
    assert len(taught) == 12
    assert [validated(date) for date in taught] == taught


def test_authoring_guide_explains_every_list_of_a_story_and_is_short() -> None:
    apart = ("languages", "summary", "topics", "reading_paths")
    lists = [key for key, value in STORY.items() if isinstance(value, list) and key not in apart]
    assert [name for name in lists if not re.search(rf"^## .*\b{name}\b", GUIDE, re.MULTILINE | re.IGNORECASE)] == []
    assert len(GUIDE.splitlines()) < 250
