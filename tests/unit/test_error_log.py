"""Log of internal errors, which must not contain the reader's text."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from deepseek_tui.cli import main as cli
from deepseek_tui.cli.message_language import set_message_language
from deepseek_tui.i18n.languages import FALLBACK
from deepseek_tui.user_data import error_log
from deepseek_tui.user_data.paths import log_file

NOTE_TEXT = "what the source told me in confidence"


def failing() -> None:
    note = NOTE_TEXT
    try:
        {}[note]
    except KeyError as error:
        raise RuntimeError(f"could not keep {note}") from error


@pytest.fixture
def error() -> BaseException:
    with pytest.raises(RuntimeError) as raised:
        failing()
    return raised.value


def test_error_report_has_exception_types_and_locations_but_no_messages(error: BaseException) -> None:
    report = error_log.error_report(error, datetime(2026, 1, 1, tzinfo=UTC))
    assert "builtins.RuntimeError" in report
    assert "builtins.KeyError" in report
    assert report.count("test_error_log.py:") >= 2
    assert "failing" in report
    assert NOTE_TEXT not in report
    assert "confidence" not in report


def test_error_is_appended_to_the_log_and_a_large_log_is_restarted(error: BaseException, tmp_path: Path) -> None:
    file = tmp_path / "state" / "errors.log"
    assert error_log.append_error(error, file)
    assert error_log.append_error(error, file)
    assert file.read_text("utf-8").count("builtins.RuntimeError") == 2
    file.write_text("x" * (error_log.MAX_SIZE + 1), "utf-8")
    assert error_log.append_error(error, file)
    assert file.stat().st_size < 10_000


def test_unwritable_log_file_raises_no_error(error: BaseException, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not error_log.append_error(error, tmp_path / "file" / "errors.log")


def test_internal_error_of_a_command_prints_a_message_without_traceback(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("deepseek_tui.story.format.schema.schema_text", failing)
    assert cli.main(["schema"]) == 2
    shown = capsys.readouterr().err
    assert NOTE_TEXT not in shown
    assert shown == (
        "deepseek-tui: internal error (RuntimeError): your notes are kept, and the details, "
        f"without any of your text, are in {log_file()}\n"
    )
    assert log_file().is_relative_to(home)
    assert "RuntimeError" in log_file().read_text("utf-8")


def test_internal_error_is_reported_in_french(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("deepseek_tui.story.format.schema.schema_text", failing)
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert cli.main(["schema"]) == 2
    set_message_language(FALLBACK)
    assert capsys.readouterr().err == (
        "deepseek-tui: erreur interne (RuntimeError)\u00a0: vos notes sont conservées et les détails, "
        f"sans aucun de vos textes, sont dans {log_file()}\n"
    )


def test_internal_error_is_reported_when_the_log_cannot_be_written(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("deepseek_tui.story.format.schema.schema_text", failing)
    log_file().mkdir(parents=True)
    assert cli.main(["schema"]) == 2
    assert capsys.readouterr().err == (
        "deepseek-tui: internal error (RuntimeError): your notes are kept, but the details could not be logged\n"
    )


@pytest.mark.parametrize("debugged", [True, False])
def test_traceback_of_an_internal_error_is_shown_escaped_when_debugging(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], debugged: bool
) -> None:
    def fail() -> None:
        raise RuntimeError("\x1b]0;title\x07")

    monkeypatch.setattr("deepseek_tui.story.format.schema.schema_text", fail)
    if debugged:
        monkeypatch.setenv("DEEPSEEK_TUI_DEBUG", "1")
    assert cli.main(["schema"]) == 2
    shown = capsys.readouterr().err
    assert ("Traceback" in shown) == debugged
    assert ("␛]0;title" in shown) == debugged
    assert "\x1b" not in shown
    assert shown.splitlines()[-1].startswith("deepseek-tui: ")
    assert "builtins.RuntimeError" in log_file().read_text("utf-8")
