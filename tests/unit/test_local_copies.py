"""Paths of the reader's copies of articles, remembered in a file."""

from pathlib import Path

import pytest

from deepseek_tui.user_data.local_copies import local_copy_of, remember_local_copy


def write(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def test_path_of_the_local_article_copy_is_remembered_for_each_story(tmp_path):
    file = tmp_path / "state" / "copies.json"
    assert remember_local_copy("one", tmp_path / "a.txt", file, write)
    assert remember_local_copy("two", tmp_path / "b.txt", file, write)
    assert local_copy_of("one", file) == str(tmp_path / "a.txt")
    assert local_copy_of("two", file) == str(tmp_path / "b.txt")
    assert local_copy_of("three", file) == ""


@pytest.mark.parametrize("damage", [b"", b"\xff", b"[1]", b'{"one": 1}', b'{"one"'])
def test_damaged_list_of_local_copies_is_treated_as_empty_and_replaced(tmp_path, damage):
    file = tmp_path / "copies.json"
    file.write_bytes(damage)
    assert local_copy_of("one", file) == ""
    assert remember_local_copy("one", tmp_path / "a.txt", file, write)
    assert local_copy_of("one", file) == str(tmp_path / "a.txt")


def test_unusable_folder_for_the_list_of_local_copies_is_ignored(tmp_path):
    (tmp_path / "state").write_text("a file in place of a folder")
    assert not remember_local_copy("one", tmp_path / "a.txt", tmp_path / "state" / "copies.json", write)


def test_path_of_a_copy_that_is_not_utf_8_is_not_remembered_and_others_are_kept(tmp_path):
    file = tmp_path / "copies.json"
    assert remember_local_copy("one", tmp_path / "a.txt", file, write)
    assert not remember_local_copy("two", tmp_path / "caf\udce9.txt", file, write)
    assert local_copy_of("one", file) == str(tmp_path / "a.txt")
