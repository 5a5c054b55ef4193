"""Tests of the settings file: defaults, errors with positions, and precedence."""

import os
import re
import tomllib
from pathlib import Path

import pytest

from bundled import bundled
from deepseek_tui.cli import main as cli
from deepseek_tui.cli.story_options import chosen_language, is_context_shown
from deepseek_tui.commands import COMMANDS
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.ui.styles.themes import DEFAULT, THEMES
from deepseek_tui.user_data.paths import settings_file
from deepseek_tui.user_data.settings import DEFAULTS, Settings
from deepseek_tui.user_data.settings_file import MAX_BYTES, SettingsFile, load, setting_names
from deepseek_tui.user_data.settings_template import default_text


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "settings.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def mistakes(folder: Path, text: str | bytes) -> list[str]:
    """Return the errors of a settings file without the file name."""
    path = written(folder, text)
    with pytest.raises(InvalidInput) as raised:
        load(path)
    messages = [str(problem) for problem in raised.value.problems]
    assert all(line.startswith(f"{path}") for line in messages)
    assert all(line.isprintable() for line in messages)
    return [line.removeprefix(f"{path}").removeprefix(":") for line in messages]


def test_default_settings_are_used_when_the_file_is_missing_or_empty(tmp_path):
    assert load(tmp_path / "nowhere" / "settings.toml") == Settings()
    (tmp_path / "file").touch()
    assert load(tmp_path / "file" / "settings.toml") == Settings()
    for nothing in (b"", b"\xef\xbb\xbf", b"# only words\r\n", b"[session]\n[keys]\n"):
        assert load(written(tmp_path, nothing)) == Settings()


def test_every_setting_is_loaded_from_the_file(tmp_path):
    settings = load(
        written(
            tmp_path,
            '\ufefftheme = "light"\r\nlanguage = "fr"\r\nmouse = false\r\ncontext = false\r\nsession.restore = false\r\n'
            'layout = { medium = 100, wide = 200 }\r\n[keys]\r\nexport = ["E", "ctrl+e"]\r\nzoom = []\r\n'
            'copy = "/"\r\nsearch = "s"\r\n',
        )
    )
    assert (settings.theme, settings.language, settings.mouse, settings.context) == ("light", "fr", False, False)
    assert (settings.session.restore, settings.layout.medium, settings.layout.wide) == (False, 100, 200)
    keymap = settings.keymap
    assert [keymap.keys(id) for id in ("export", "zoom", "copy", "quit")] == [("E", "ctrl+e"), (), ("slash",), ("q",)]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ('theme = "drak"', '1:1: theme: "drak" is not one of: dark, light, terminal (did you mean dark?)'),
        ('\n\nlanguage = "de"', '3:1: language: "de" is not one of: auto, fr, en'),
        ("mouse = 1", "1:1: mouse: must be true or false, not 1"),
        ('context = "no"', '1:1: context: must be true or false, not "no"'),
        ('langage = "fr"', "1:1: langage: there is no such setting (did you mean language?)"),
        ("restore = true", "1:1: restore: there is no such setting (did you mean session.restore?)"),
        ("[sesion]\nrestore = true", "1:2: sesion: there is no such setting (did you mean session?)"),
        ("[session]\n\nrestor = true", "3:1: session.restor: there is no such setting (did you mean session.restore?)"),
        ("session = 3", "1:1: session: must be a table, not 3"),
        ("layout.medium = 10", "1:8: layout.medium: must be 50 or more, not 10"),
        ("layout.wide = 80.5", "1:8: layout.wide: must be a whole number, not 80.5"),
        ("[layout]\nwide = 1979-05-27", "2:1: layout.wide: must be a whole number, not a date or a time"),
        ("[layout]\nmedium = 160", "1:2: layout: wide (150) must be more than medium (160)"),
        ('[keys]\nexprt = ["E"]', '2:1: keys.exprt: there is no command "exprt" (did you mean export?)'),
        ('[keys]\nexport = [\n  "E",\n  "esc",\n]', '4:3: keys.export: "esc" is no key (did you mean escape?)'),
        ("keys.export = { a = 1 }", "1:6: keys.export: must be a key or a list of keys, not a table"),
        ("keys.export = [1]", "1:16: keys.export: must be a string, not 1"),
        ("keys.quit = []", "1:6: keys.quit: quit needs a key: it cannot be switched off"),
        ("keys = 1", "1:1: keys: must be a table, not 1"),
        ('"a\\u001b b" = 1', '1:1: "a␛ b": there is no such setting'),
        ('theme = "dark"\r\ntheme = "dark"\r\n', "2:15: not TOML: this already has a value"),
        ("[session]\n[session]\n", "2:9: not TOML: the table [session] is given twice"),
        ("theme = dark", "1:9: not TOML: invalid value"),
        ('# x\ntheme = "da', "2:12: not TOML: unterminated string"),
        ("theme\n", "1:6: not TOML: expected '=' after a key in a key/value pair"),
    ],
)
def test_settings_error_has_position_key_and_suggestion(tmp_path, text, messages):
    (line,) = mistakes(tmp_path, text)
    assert line.startswith(messages)


def test_all_settings_errors_are_reported_in_file_order(tmp_path):
    messages = mistakes(tmp_path, 'mouse = 0\n[keys]\nexport = ["v"]\n"zoom" = ["ctrl+c"]\n[session]\nrestore = "x"\n')
    assert [line.partition(":")[0] for line in messages] == ["1", "3", "4", "6"]


def test_key_conflict_in_the_settings_names_both_commands(tmp_path):
    (line,) = mistakes(tmp_path, '[keys]\nexport = ["v"]\n')
    assert line == '2:1: keys.export: "v" is a key of evidence as well (give evidence other keys, or none: evidence = [])'


def test_invalid_utf8_in_the_settings_is_reported_with_the_line_number(tmp_path):
    (line,) = mistakes(tmp_path, b'theme = "dark"\n# caf\xe9\n')
    assert line.startswith("2:6: not UTF-8: byte 0xe9")
    (line,) = mistakes(tmp_path, 'theme = "dark"'.encode("utf-16"))
    assert "UTF-16" in line


def test_folder_pipe_or_dangling_link_as_settings_file_is_refused(tmp_path):
    for name, make, messages in (
        ("folder", Path.mkdir, "it is a folder"),
        ("pipe", os.mkfifo, "no regular file"),
        ("link", lambda path: path.symlink_to(tmp_path / "gone"), "there is no such file"),
    ):
        path = tmp_path / name
        make(path)
        with pytest.raises(InvalidInput, match=messages):
            load(path)


def test_oversized_settings_file_is_refused(tmp_path):
    path = tmp_path / "settings.toml"
    with path.open("wb") as file:
        file.truncate(10 * MAX_BYTES)
    with pytest.raises(InvalidInput, match="more than 1 MiB"):
        load(path)


def test_deeply_nested_settings_file_is_reported_as_an_error(tmp_path):
    (line,) = mistakes(tmp_path, "a = " + "[" * 50_000)
    assert line.startswith("1:")


def test_printed_settings_template_loads_as_defaults_even_without_comment_signs(tmp_path):
    assert load(written(tmp_path, default_text())) == Settings()
    everything = re.sub(r"^#(?! )", "", default_text(), flags=re.MULTILINE)
    document = tomllib.loads(everything)
    assert set(document["keys"]) == {command.id for command in COMMANDS}
    settings = load(written(tmp_path, everything))
    assert settings._replace(keys={}) == Settings()
    assert settings.keymap == Settings().keymap
    for name in setting_names():
        value = document
        for step in name.split("."):
            assert step in value, name
            value = value[step]


def test_printed_settings_template_explains_every_setting_in_short_lines():
    text = default_text()
    for part in (SettingsFile, *(field.annotation for field in SettingsFile.model_fields.values())):
        for field in getattr(part, "model_fields", {}).values():
            words = " ".join((field.description or "").split())
            assert words in re.sub(r"\n# ", " ", text)
    assert max(map(len, text.splitlines())) <= 125


def test_empty_settings_model_equals_the_defaults():
    assert SettingsFile().settings == DEFAULTS


def test_themes_allowed_in_the_settings_are_the_registered_themes():
    from deepseek_tui.user_data.settings_file import THEMES as OFFERED

    assert set(OFFERED) == set(THEMES)
    assert Settings().theme == DEFAULT


def test_options_come_from_command_line_then_settings_then_environment(monkeypatch):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    story = bundled()
    assert chosen_language("fr", story, Settings(language="en")) == "fr"
    assert chosen_language(None, story, Settings(language="en")) == "en"
    assert chosen_language(None, story, Settings()) == "fr"
    monkeypatch.setenv("LC_ALL", "C")
    assert chosen_language(None, story, Settings()) == story.languages[0]
    assert [is_context_shown(chosen, Settings(context=False)) for chosen in (True, False, None)] == [True, False, False]
    assert is_context_shown(None, Settings())


@pytest.fixture
def settings(home):
    """Return a function that writes the settings file of the test home."""

    def write(text: str) -> Path:
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        return written(settings_file().parent, text)

    return write


@pytest.mark.parametrize("command", ["export", "show"])
def test_command_output_follows_the_language_and_context_settings(settings, command, capsysbinary):
    settings('language = "fr"\ncontext = false\n')
    assert cli.main([command, "timeline"]) == 0
    set_so = capsysbinary.readouterr().out
    assert cli.main([command, "timeline", "--lang", "fr", "--no-context"]) == 0
    assert capsysbinary.readouterr().out == set_so
    assert cli.main([command, "timeline", "--lang", "en", "--context"]) == 0
    assert capsysbinary.readouterr().out != set_so


@pytest.mark.parametrize("command", [["export", "all"], ["show"], ["diff", "deepseek", "quiet-ferry"], ["open"], []])
def test_invalid_settings_stop_commands_that_use_settings(settings, command, capsys):
    path = settings('\nthem = "dark"\n')
    assert cli.main(command) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == f"{path}:2:1: them: there is no such setting (did you mean theme?)\n"


@pytest.mark.parametrize("command", [["--help"], ["schema"], ["check", "deepseek"], ["where"], ["config"]])
def test_invalid_settings_are_ignored_by_commands_that_use_no_settings(settings, command, capfd):
    settings("= = =")
    assert cli.main(command) == 0


def test_config_command_with_check_reports_errors_in_the_settings(settings, tmp_path, capsysbinary):
    assert cli.main(["config", "--check"]) == 0
    path = settings("mouse = 3")
    assert cli.main(["config", "--check"]) == 1
    assert capsysbinary.readouterr().out.decode() == f"{path}:1:1: mouse: must be true or false, not 3\n"
    assert cli.main(["config", "--check", str(tmp_path / "nowhere.toml")]) == 2
    assert b"there is no such file" in capsysbinary.readouterr().err


def test_program_never_writes_the_settings_file(settings, capsysbinary):
    path = settings('theme = "light" # mine\n')
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    for command in (["config"], ["config", "--check"], ["export", "all"], ["where"]):
        assert cli.main(command) == 0
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
