"""Language of help and messages on the command line."""

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from deepseek_tui.cli.main import main
from deepseek_tui.cli.message_language import requested_language, set_message_language
from deepseek_tui.i18n.languages import FALLBACK
from deepseek_tui.story.format.messages import Message, joined
from deepseek_tui.user_data.paths import settings_file


@pytest.fixture(autouse=True)
def reset_language() -> Iterator[None]:
    """Restore English after each test."""
    yield
    set_message_language(FALLBACK)


def set_language(language: str) -> None:
    """Write a settings file."""
    file = settings_file()
    file.parent.mkdir(parents=True)
    file.write_text(f'language = "{language}"\n', "utf-8")


@pytest.mark.parametrize(
    ("words", "settings", "locale", "language"),
    [
        (["show", "--lang", "fr"], "en", "en_GB.UTF-8", "fr"),
        (["show", "--lang=fr"], "en", "en_GB.UTF-8", "fr"),
        (["show", "--lang", "klingon"], "fr", "C", "fr"),
        (["show", "--", "--lang", "fr"], "", "C", "en"),
        (["show", "--lang"], "", "C", "en"),
        (["show"], "fr", "en_GB.UTF-8", "fr"),
        (["show"], "auto", "fr_FR.UTF-8", "fr"),
        (["show"], "", "fr_FR.UTF-8", "fr"),
        (["new", "a.txt", "--lang", "fr"], "", "en_GB.UTF-8", "en"),
        ([], "", "C", "en"),
    ],
)
@pytest.mark.usefixtures("home")
def test_message_language_comes_from_option_then_settings_then_environment(
    monkeypatch: pytest.MonkeyPatch, words: list[str], settings: str, locale: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    if settings:
        set_language(settings)
    assert requested_language(words) == language


def test_unreadable_settings_are_ignored_when_choosing_the_message_language(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    settings_file().parent.mkdir(parents=True)
    for text in (b'language = "en', b"\xff", b"language = 3", b"language = [" * 3000):
        settings_file().write_bytes(text)
        assert requested_language(["show"]) == "fr"


def test_help_is_in_french_with_a_french_locale(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.delenv("LC_ALL")
    assert main(["export", "--help"]) == 0
    output = capsys.readouterr().out
    assert output.startswith("utilisation\u00a0: deepseek-tui export [-h]")
    assert "arguments positionnels\u00a0:" in output
    assert "afficher cette aide et quitter" in output
    assert "FICHIER" in output


def test_unknown_option_is_refused_with_a_french_message(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--lang", "fr", "--nonsense"]) == 2
    assert 'erreur\u00a0: arguments inconnus\u00a0: "--nonsense"' in capsys.readouterr().err


def test_problems_are_french_in_text_output_and_english_in_json(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    file = tmp_path / "story.json"
    file.write_bytes(b'{"titel": []}')
    assert main(["check", str(file)]) == 1
    assert 'il n’y a pas de clé "titel" ici (vouliez-vous dire title\u00a0?)' in capsysbinary.readouterr().out.decode()
    assert main(["check", str(file), "--json"]) == 1
    problems = orjson.loads(capsysbinary.readouterr().out)
    assert ['there is no key "titel" here', "did you mean title?"] in [[one["message"], one["hint"]] for one in problems]


def test_message_object_equals_the_english_text() -> None:
    message = Message("{0} is not {1}", '"a"', Message("a number"))
    assert message == '"a" is not a number'
    assert str(joined("{0} or {1}", ["a", "b", "c"])) == "a or b or c"
