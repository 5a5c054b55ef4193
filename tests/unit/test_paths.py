"""Paths of the reader's files, and the command `where`."""

import json
from pathlib import Path

import pytest

from deepseek_tui.cli import main as cli
from deepseek_tui.user_data import paths as user_paths


def test_every_path_of_user_files_is_in_the_home_folder(home: Path) -> None:
    assert user_paths.settings_file().name == "settings.toml"
    assert user_paths.notebook_file().name == "notebook.sqlite3"
    for place in user_paths.user_files():
        assert place.path.is_relative_to(home)
        assert "deepseek-tui" in place.path.parts
    paths = [place.path for place in user_paths.user_files()]
    assert len(set(paths)) == len(paths)


def test_listing_the_paths_of_user_files_creates_no_file(home: Path) -> None:
    user_paths.user_files()
    assert list(home.iterdir()) == []


def test_where_command_says_which_files_exist(home: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    user_paths.copies_file().parent.mkdir(parents=True)
    user_paths.copies_file().write_text("{}")
    assert cli.main(["where"]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    printed = {line.split()[0]: line for line in lines if not line.startswith(" ")}
    assert set(printed) == {"settings", "notebook", "journal", "session", "copies", "articles", "seen", "log"}
    assert "not there" not in printed["copies"]
    assert str(user_paths.copies_file()) in printed["copies"]
    assert str(user_paths.notebook_file().with_name("notebook.jsonl")) in printed["journal"]
    assert "not there" in printed["settings"]
    assert list(home.rglob("settings.toml")) == []


def test_where_command_prints_json_with_the_json_option(home: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["where", "--json"]) == 0
    found = json.loads(capsysbinary.readouterr().out)
    assert [one["name"] for one in found] == [place.name for place in user_paths.user_files()]
    assert all(set(one) == {"name", "path", "exists", "purpose"} for one in found)
    assert not any(one["exists"] for one in found)


def test_where_command_escapes_control_characters_in_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", f"{tmp_path}/\x1b[31mred\udcff")
    assert cli.main(["where"]) == 0
    assert b"\x1b" not in capsysbinary.readouterr().out
    assert cli.main(["where", "--json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)
