"""Typed paths: their meaning and their completion."""

from pathlib import Path

import pytest

from deepseek_tui.user_data import path_completion
from deepseek_tui.user_data.path_completion import Completion, complete_path, typed_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("article.txt", "article-2.md", "my article.txt", ".hidden.txt", "bad\x1bname.txt"):
        (tmp_path / name).write_text("")
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.txt").write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "text", "names"),
    [
        ("my", "my article.txt", ("my article.txt",)),
        ("ar", "ar", ("archive/", "article-2.md", "article.txt")),
        ("art", "article", ("article-2.md", "article.txt")),
        ("arc", "archive/", ("archive/",)),
        ("archive/", "archive/old.txt", ("old.txt",)),
        ("none", "none", ()),
        ("none/x", "none/x", ()),
        (".h", ".hidden.txt", (".hidden.txt",)),
        ("bad", "bad", ()),
        ("~", "~/", ()),
        ("\0/", "\0/", ()),
    ],
)
def test_path_is_completed_as_far_as_it_is_unambiguous(folder: Path, typed: str, text: str, names: tuple[str, ...]) -> None:
    assert complete_path(typed, folder) == Completion(text, names)


def test_hidden_files_are_completed_only_after_a_typed_dot(folder: Path) -> None:
    assert ".hidden.txt" not in complete_path(f"{folder}/", Path("/")).names


def test_path_in_the_home_folder_keeps_its_tilde(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert complete_path("~/arc", Path("/")).text == "~/archive/"
    assert typed_path("~/article.txt", Path("/")) == folder / "article.txt"


def test_number_of_entries_searched_for_completion_is_limited(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(path_completion, "MOST_ENTRIES", 2)
    assert len(complete_path("./", folder).names) <= 2


@pytest.mark.parametrize("typed", ["my article.txt", " 'my article.txt' ", '"my article.txt"', "my\\ article.txt"])
def test_path_may_be_quoted_as_for_a_shell(folder: Path, typed: str) -> None:
    assert typed_path(typed, folder) == folder / "my article.txt"


def test_quotation_marks_that_belong_to_a_name_are_kept(folder: Path) -> None:
    (folder / "'quoted'").write_text("")
    assert typed_path("'quoted'", folder) == folder / "'quoted'"
    assert typed_path("it's.txt", folder) == folder / "it's.txt"


def test_tilde_of_an_unknown_user_is_part_of_the_name(folder: Path) -> None:
    assert typed_path("~nobody-of-that-name/a", folder) == folder / "~nobody-of-that-name/a"
