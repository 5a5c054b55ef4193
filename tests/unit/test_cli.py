"""Command line: output, messages, exit statuses and imports."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deepseek_tui import __version__
from deepseek_tui.article.fingerprints import article_fingerprints
from deepseek_tui.cli import main as cli
from deepseek_tui.story.format.schema import schema_text
from stories import minimal_story, write_story

LIGHT: dict[str, list[str]] = {
    "--help": ["textual", "rich", "pydantic", "orjson", "deepseek_tui.story.loading", "deepseek_tui.panes"],
    "--version": ["textual", "rich", "pydantic", "orjson", "deepseek_tui.story.loading"],
    "check deepseek": ["textual", "rich", "deepseek_tui.panes", "deepseek_tui.i18n.panes"],
    "schema": ["textual", "rich", "deepseek_tui.panes", "deepseek_tui.i18n.panes"],
    "fingerprint -": ["textual", "rich", "deepseek_tui.panes", "deepseek_tui.story.format.model"],
    "export all": ["textual"],
    "where": ["textual", "rich", "orjson", "deepseek_tui.story.format.model", "deepseek_tui.panes.blocks"],
    "diff deepseek quiet-ferry": ["textual"],
    "rename deepseek mla x": ["textual", "rich", "deepseek_tui.panes", "deepseek_tui.article"],
    "show all --evidence": ["textual"],
}


def program(*words: str, stdin: str = "", **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "deepseek_tui", *words]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, timeout=300, **options)


@pytest.mark.parametrize("words", LIGHT)
def test_fast_commands_import_no_slow_module(words: str) -> None:
    code = (
        f"import sys; from deepseek_tui.cli.main import main; main({words.split()!r}); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], input="One.", capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    assert "deepseek_tui.cli" in loaded
    assert [name for name in LIGHT[words] if name in loaded] == []


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_help_text_of_each_command_has_a_description_and_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "example:" in shown
    assert f"deepseek-tui {command}" in shown
    assert cli.main(["--help"]) == 0
    assert command in capsys.readouterr().out


def test_version_option_prints_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"deepseek-tui {__version__}\n"


# The following tests are about the command check.


def test_check_command_prints_nothing_for_a_valid_story(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["check", str(write_story(tmp_path, minimal_story())), "--ignore", "uncited-sentence"]) == 0
    assert cli.main(["check", "deepseek"]) == 0
    assert capsysbinary.readouterr() == (b"", b"")


def test_check_command_prints_problems_with_positions(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    story = minimal_story() | {"version": 2}
    path = write_story(tmp_path, story)
    assert cli.main(["check", str(path)]) == 1
    out, err = capsysbinary.readouterr()
    assert out.decode() == f"{path}:3:14: version: must be 1, not 2\n"
    assert err == b""


def test_check_command_prints_problems_as_json(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = write_story(tmp_path, minimal_story() | {"titel": "\x1b"})
    assert cli.main(["check", str(path), "--json"]) == 1
    (problem,) = json.loads(capsysbinary.readouterr().out)
    assert problem["path"] == "titel"
    assert problem["hint"]
    assert set(problem) == {"file", "line", "column", "path", "message", "hint"}
    assert cli.main(["check", "deepseek", "--json"]) == 0
    assert json.loads(capsysbinary.readouterr().out) == []


@pytest.mark.parametrize("word", ["nowhere.json", ".", "depseek"])
def test_check_command_returns_status_2_when_the_file_cannot_be_read(
    word: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["check", word]) == 2
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert err.count(b"\n") == 1
    assert cli.main(["check", word, "--json"]) == 2
    assert len(json.loads(capsysbinary.readouterr().out)) == 1


def test_check_command_reads_a_story_from_standard_input() -> None:
    assert program("check", "-", stdin=json.dumps(minimal_story())).returncode == 0
    done = program("check", "-", stdin="{")
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:1:2: not JSON")


# The following tests are about the command open.


def test_open_command_suggests_the_show_command_without_a_terminal() -> None:
    for words in ([], ["open"], ["deepseek", "--lang", "en"], ["--lang", "fr"], ["--no-mouse"]):
        done = program(*words)
        assert (done.returncode, done.stdout) == (2, "")
        assert "deepseek-tui show" in done.stderr


def test_invalid_story_is_not_opened(tmp_path: Path) -> None:
    done = program(str(write_story(tmp_path, {})))
    assert (done.returncode, done.stdout) == (2, "")
    assert 'the key "title" is missing' in done.stderr
    assert "Traceback" not in done.stderr


def test_misspelt_command_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["exprot"]) == 2
    assert "as a command, did you mean export?" in capsys.readouterr().err


def test_unknown_theme_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["open", "--theme", "\x1b[31m"]) == 2
    shown = capsys.readouterr().err
    assert "dark, light, terminal" in shown
    assert "\x1b" not in shown


def test_choices_of_the_theme_option_are_the_registered_themes() -> None:
    from deepseek_tui.cli.open import THEMES as OFFERED
    from deepseek_tui.ui.styles.themes import THEMES

    assert set(OFFERED) == set(THEMES)


# The following tests are about the commands schema and fingerprint.


def test_schema_command_prints_the_json_schema(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["schema"]) == 0
    assert capsysbinary.readouterr().out.decode() == schema_text()


def test_fingerprint_command_prints_the_fingerprints_of_an_article(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "article.txt"
    path.write_text("One. Two.\nThree.", encoding="utf-8")
    assert cli.main(["fingerprint", str(path)]) == 0
    assert json.loads(capsysbinary.readouterr().out) == article_fingerprints("One. Two.\nThree.")


def test_fingerprints_are_written_into_a_story_that_is_otherwise_unchanged(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("One.\nTwo. Three.", encoding="utf-8")
    path = write_story(tmp_path, minimal_story())
    assert cli.main(["fingerprint", str(article), "--into", str(path)]) == 0
    expected = minimal_story()
    expected["article"]["paragraphs"] = article_fingerprints("One.\nTwo. Three.")
    assert path.read_bytes() == orjson.dumps(expected, option=orjson.OPT_INDENT_2) + b"\n"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["article.txt", "story.json"]
    assert cli.main(["check", str(path), "--article", str(article), "--ignore", "uncited-sentence"]) == 1
    # The lint rule fails because the fingerprints now belong to another article.
    assert "number-not-in-passage" in capfd.readouterr().out


def test_text_of_the_article_in_a_story_is_renewed_with_its_fingerprints(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("One. Two.", encoding="utf-8")
    story = minimal_story()
    story["article"]["paragraphs"] = [article_fingerprints("Old.")[0] | {"text": ["Old."]}]
    path = write_story(tmp_path, story)
    assert cli.main(["fingerprint", str(article), "--into", str(path)]) == 0
    assert json.loads(path.read_bytes())["article"]["paragraphs"] == [
        article_fingerprints("One. Two.")[0] | {"text": ["One.", "Two."]}
    ]


@pytest.mark.parametrize(
    "story",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"article": []}',
        b'{"article": {}, "article": {}}',
        b'{"article": {}, "x": 123456789012345678901234}',
        b"[" * 300 + b"]" * 300,
    ],
)
def test_fingerprints_are_not_written_into_an_invalid_story(
    tmp_path: Path, story: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    article, path = tmp_path / "article.txt", tmp_path / "story.json"
    article.write_text("One.")
    path.write_bytes(story)
    assert cli.main(["fingerprint", str(article), "--into", str(path)]) == 2
    assert path.read_bytes() == story
    assert capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff"])
def test_fingerprint_command_refuses_an_article_without_text(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    assert cli.main(["fingerprint", str(path)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err


# The following tests are about the exit status.


def test_closed_output_pipe_is_not_an_error() -> None:
    for words in ("schema", "export all", "--help"):
        command = f"{sys.executable} -m deepseek_tui {words} | head -c 1"
        done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
        assert done.stderr == ""
        assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_full_disk_is_reported_when_standard_output_is_a_file() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "deepseek_tui", "schema"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "deepseek-tui: standard output: No space left on device\n"


def test_closed_standard_streams_cause_no_traceback() -> None:
    for words in ("schema >&-", "check - <&-", "<&-", ">&-", "2>&- x.json", "--help >&-"):
        command = ["bash", "-c", f"{sys.executable} -m deepseek_tui {words}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        assert "Traceback" not in done.stderr, words
        assert done.returncode in (0, 2), words


def test_interruption_by_ctrl_c_exits_with_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_text: str) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("deepseek_tui.cli.schema.print_text", interrupt)
    assert cli.main(["schema"]) == 130


def test_command_output_is_utf8_in_any_locale() -> None:
    done = program(
        "check",
        "-",
        stdin='{"\u00e9": 1}',
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        encoding="utf-8",
    )
    assert '"é"' in done.stdout


@settings(deadline=None)
@given(
    st.lists(
        st.text(min_size=1) | st.sampled_from(("--lang", "check", "export", "-", "--json", "deepseek", "--theme", "fr")),
        max_size=4,
    )
)
def test_any_command_line_arguments_return_an_exit_status(words: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name, stream in (("stdin", io.BytesIO(b"{}")), ("stdout", io.BytesIO()), ("stderr", io.BytesIO())):
            patch.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace"))
        if "-o" not in words and not any(word.startswith(("-o", "--o")) for word in words):
            assert cli.main(words) in (0, 1, 2)
