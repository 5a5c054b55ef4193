"""The reader's copy of an article is local_copy_of, and forgetting it harms nobody."""

from pathlib import Path

import pytest

from deepseek_tui.ui.clipboard import desktop_command
from deepseek_tui.user_data.local_copies import local_copy_of, remember_local_copy


def write(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def test_a_copy_is_remembered_by_story(tmp_path):
    file = tmp_path / "state" / "copies.json"
    assert remember_local_copy("one", tmp_path / "a.txt", file, write)
    assert remember_local_copy("two", tmp_path / "b.txt", file, write)
    assert local_copy_of("one", file) == str(tmp_path / "a.txt")
    assert local_copy_of("two", file) == str(tmp_path / "b.txt")
    assert local_copy_of("three", file) == ""


@pytest.mark.parametrize("damage", [b"", b"\xff", b"[1]", b'{"one": 1}', b'{"one"'])
def test_a_damaged_file_remembers_nothing(tmp_path, damage):
    file = tmp_path / "copies.json"
    file.write_bytes(damage)
    assert local_copy_of("one", file) == ""
    assert remember_local_copy("one", tmp_path / "a.txt", file, write)
    assert local_copy_of("one", file) == str(tmp_path / "a.txt")


def test_where_nothing_can_be_kept_nothing_is_kept(tmp_path):
    (tmp_path / "state").write_text("a file, where a folder is wanted")
    assert not remember_local_copy("one", tmp_path / "a.txt", tmp_path / "state" / "copies.json", write)


def test_a_path_that_is_not_utf_8_is_not_remembered_and_takes_nothing_with_it(tmp_path):
    file = tmp_path / "copies.json"
    assert remember_local_copy("one", tmp_path / "a.txt", file, write)
    assert not remember_local_copy("two", tmp_path / "caf\udce9.txt", file, write)
    assert local_copy_of("one", file) == str(tmp_path / "a.txt")


def test_a_desktop_s_clipboard_is_used_only_where_there_is_a_desktop(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if name in ("wl-copy", "xclip") else None)
    assert desktop_command({}) is None
    assert desktop_command({"DISPLAY": ":0"}) == ("xclip", "-selection", "clipboard")
    assert desktop_command({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}) == ("wl-copy",)
