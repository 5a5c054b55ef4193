"""Files of edited stories: permission to edit, and saving."""

import json
import os
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

import deepseek_tui
from bundled import FERRY
from deepseek_tui.editing.confirming import ConfirmAll
from deepseek_tui.editing.deletion import DeleteObject, References
from deepseek_tui.editing.errors import EditError
from deepseek_tui.editing.history import EditHistory
from deepseek_tui.editing.operations import SetField
from deepseek_tui.editing.story_file import (
    ReadOnlyStory,
    StoryFile,
    open_story,
    read_only_message,
    read_only_reason,
)
from deepseek_tui.editing.targets import Target
from deepseek_tui.story.loading import library
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.document import BOM
from deepseek_tui.story.loading.loader import from_bytes
from deepseek_tui.user_data.atomic_files import SaveError, SaveProblem, replace, save
from drafts import draft_story, opened, operations_on
from stories import both, minimal_story, write_story

TITLE = SetField(Target("events", "launch"), ("title", "fr"), "Le lancement")


def create(path: Path, data: bytes) -> None:
    save(path, data, overwrite=False)


def test_edit_is_saved_as_a_change_of_one_line(tmp_path: Path) -> None:
    path = write_story(tmp_path, minimal_story())
    before = path.read_text("utf-8").splitlines()
    file, story = open_story(str(path))
    story.apply(TITLE)
    assert file.save(story.document, replace)
    after = path.read_text("utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert changed == ['        "fr": "Le lancement",']
    assert from_bytes(path.read_bytes(), "story.json") == story.story


def test_unchanged_story_is_not_written(tmp_path: Path) -> None:
    path = write_story(tmp_path, minimal_story())
    file, story = open_story(str(path))
    status = path.stat()
    assert not file.save(story.document, replace)
    assert path.stat().st_mtime_ns == status.st_mtime_ns
    assert path.stat().st_ino == status.st_ino


def test_undone_change_leaves_no_trace_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(BOM + json.dumps(draft_story(), indent="\t").replace("\n", "\r\n").encode())
    before = path.read_bytes()
    file, story = open_story(str(path))
    history = EditHistory(story)
    for operation in (ConfirmAll("events"), DeleteObject(Target("figures", "how-many"), References.REMOVE), TITLE):
        history.do(operation)
        file.save(story.document, replace)
        assert path.read_bytes() != before
    while history.undo():
        file.save(story.document, replace)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"{}", None])
def test_file_that_was_changed_or_removed_meanwhile_is_not_saved(tmp_path: Path, content: bytes | None) -> None:
    path = write_story(tmp_path, minimal_story())
    file, story = open_story(str(path))
    story.apply(TITLE)
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with pytest.raises(SaveError) as caught:
        file.save(story.document, replace)
    assert caught.value.kind is SaveProblem.CHANGED
    assert "another program" in str(caught.value)
    assert (path.read_bytes() if path.exists() else None) == content


def test_story_can_be_saved_under_another_name_after_a_conflict(tmp_path: Path) -> None:
    path, other = write_story(tmp_path, minimal_story()), tmp_path / "other.json"
    file, story = open_story(str(path))
    story.apply(TITLE)
    path.write_bytes(b"{}")
    file.save_as(other, story.document, create)
    assert orjson.loads(other.read_bytes()) == story.document
    story.apply(SetField(Target(), ("title",), both("Another title")))
    assert file.save(story.document, replace)
    assert orjson.loads(other.read_bytes()) == story.document
    assert path.read_bytes() == b"{}"


def test_failed_save_under_another_name_keeps_the_old_one(tmp_path: Path) -> None:
    path = write_story(tmp_path, minimal_story())
    file, story = open_story(str(path))
    story.apply(TITLE)
    with pytest.raises(SaveError):
        file.save_as(path, story.document, create)
    assert file.path == path
    assert file.save(story.document, replace)


def test_second_save_expects_the_content_of_the_first(tmp_path: Path) -> None:
    path = write_story(tmp_path, minimal_story())
    file, story = open_story(str(path))
    for title in ("one", "two", "three"):
        story.apply(SetField(Target(), ("title",), title))
        assert file.save(story.document, replace)
    assert json.loads(path.read_bytes())["title"] == "three"
    assert file.saved == path.read_bytes()


def test_invalid_story_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="is missing"):
        open_story(str(write_story(tmp_path, {**minimal_story(), "events": [{"id": "x"}]})))


@given(st.data(), st.sampled_from((None, 1, 2, 4, "\t")), st.sampled_from(("\n", "\r\n")), st.sampled_from((b"", BOM)))
def test_saved_file_holds_the_document_after_any_operations(
    data: st.DataObject, indent: str | int | None, newline: str, bom: bytes
) -> None:
    story = opened(draft_story())
    content = bom + json.dumps(draft_story(), indent=indent).replace("\n", newline).encode()
    file = StoryFile(Path("story.json"), content, story.document)
    for _ in range(8):
        try:
            story.apply(data.draw(operations_on(story)))
        except EditError:
            continue
    result = file.content(story.document)
    assert from_bytes(result, "story.json") == story.story
    assert json.dumps(json.loads(result.removeprefix(BOM))) == json.dumps(story.document)
    assert result.startswith(bom)
    assert result.count(b"\n") == result.count(newline.encode())
    if indent is not None:
        expected = json.dumps(story.document, indent=indent, ensure_ascii=False).replace("\n", newline)
        assert result == bom + expected.encode()


# The following tests are about read-only stories.


@pytest.mark.parametrize("word", ["deepseek", "quiet-ferry"])
def test_story_that_is_named_instead_of_given_by_path_is_read_only(word: str) -> None:
    assert read_only_reason(word) is ReadOnlyStory.BUNDLED


def test_file_inside_the_installed_program_is_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "deepseek_tui"
    (program / "content").mkdir(parents=True)
    path = write_story(program / "content", minimal_story(), "acme.json")
    monkeypatch.setattr(deepseek_tui, "__file__", str(program / "__init__.py"))
    monkeypatch.setattr("deepseek_tui.editing.story_file.bundled", lambda: {"acme": path})
    assert read_only_reason(str(path)) is ReadOnlyStory.BUNDLED
    link = tmp_path / "link.json"
    link.symlink_to(path)
    assert read_only_reason(str(link)) is ReadOnlyStory.BUNDLED
    assert read_only_reason(str(write_story(tmp_path, minimal_story()))) is None


def test_story_in_a_checkout_is_edited_by_its_path() -> None:
    assert library.bundled()["quiet-ferry"].samefile(FERRY)
    assert read_only_reason(str(FERRY)) is None


def test_standard_input_and_pipes_are_read_only(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    assert read_only_reason("-") is ReadOnlyStory.STANDARD_INPUT
    assert read_only_reason("/dev/stdin") is ReadOnlyStory.STANDARD_INPUT
    assert read_only_reason(str(pipe)) is ReadOnlyStory.PIPE
    assert read_only_reason("/dev/null") is ReadOnlyStory.PIPE


def test_missing_file_and_folder_are_reported_when_they_are_read(tmp_path: Path) -> None:
    for word in (str(tmp_path / "nowhere.json"), str(tmp_path), "\0.json"):
        assert read_only_reason(word) is None
        with pytest.raises(InvalidInput):
            open_story(word)
    with pytest.raises(InvalidInput):
        read_only_reason("nowhere")


@pytest.mark.parametrize("reason", ReadOnlyStory)
def test_every_reason_for_a_read_only_story_has_a_message(reason: ReadOnlyStory) -> None:
    assert "read-only" in read_only_message(reason, "story.json")
