"""Completeness of translations, checked with a pseudo-language."""

import re
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from deepseek_tui.cli.main import COMMANDS, main
from deepseek_tui.cli.message_language import set_message_language
from deepseek_tui.i18n import languages
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.numbers import compact, number
from deepseek_tui.labs.catalogue import LABS
from deepseek_tui.story.loading.library import find
from message_patterns import patterns
from pseudo_language import CODE
from pseudo_language.check import WORDS, untranslated
from pseudo_language.wording import OPENING
from unit.test_words import holes, leaves


@pytest.fixture(autouse=True)
def register_pseudo_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Register the pseudo-language for each test."""
    monkeypatch.setitem(languages.LANGUAGES, CODE, "pseudo_language")
    yield
    set_message_language(languages.FALLBACK)


def test_each_language_translates_exactly_the_existing_messages() -> None:
    for code in languages.LANGUAGES:
        table = languages.subject(code, "messages")
        assert not table or set(table) == patterns(), code
        for english, other in table.items():
            assert sorted(holes(english)) == sorted(holes(other)) or "%" in english, english
            assert sorted(re.findall(r"%(?:\(\w+\))?[sdr]", english)) == sorted(re.findall(r"%(?:\(\w+\))?[sdr]", other))


def test_pseudo_language_has_the_same_words_and_placeholders_as_english() -> None:
    english, pseudo = leaves(words_in("en")), leaves(words_in(CODE))
    assert english.keys() == pseudo.keys()
    assert {where for where in english if holes(english[where]) != holes(pseudo[where])} == set()


def test_pseudo_language_formats_numbers() -> None:
    assert (number(1234.5, CODE), compact(1_300_000, CODE)) == ("1’234·5", "1·3 ⟦millions~⟧")


@pytest.mark.parametrize("command", [*([name] for name in COMMANDS), [], *(["lab", name] for name in LABS)], ids=" ".join)
def test_help_has_no_untranslated_word(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", f"{CODE}_XX.UTF-8")
    assert main([*command, "--help"]) == 0
    output = capsys.readouterr().out
    assert OPENING in output
    names = {
        *COMMANDS,
        *LABS,
        *["overview", "timeline", "players", "innovations", "questions", "claims", "sources", "terms", "mine", "all", "ID"],
    }
    choices = {
        word for entry in LABS.values() for option in entry.options for one in option.choices for word in WORDS.findall(one)
    }
    options = {
        word
        for one in re.findall(r"\{[^}]*\}|: [\w, .-]+$|[A-Z_\d]{2,}", output, re.MULTILINE)
        for word in WORDS.findall(one)
    }
    assert untranslated(output) - names - options - choices == set()


@pytest.mark.parametrize(
    "command",
    [
        ["where"],
        ["config"],
        ["check", "--rules"],
        ["show", "all"],
        ["show", "claims", "--evidence"],
        ["export", "all"],
        *(["lab", name] for name in LABS),
        ["lab", "mla", "--proof"],
    ],
    ids=" ".join,
)
def test_output_of_commands_has_no_untranslated_word(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("LC_ALL", f"{CODE}_XX.UTF-8")
    assert main(command) == 0
    output = capsysbinary.readouterr().out.decode()
    assert OPENING in output
    if command == ["where"]:
        output = "\n".join(line[10:] for line in output.splitlines())  # The paths in the output are not translated.
    if command == ["export", "all"]:
        output = re.sub(r"\A---\n.*?\n---\n", "", output, flags=re.DOTALL)  # Front matter is for programs.
    if command == ["config"]:
        output = re.sub(r"^(?:#[\w-]+ = .*?(?=  #|$)|\[\w+\]$)", "", output, flags=re.MULTILINE)
    if "--rules" in command:
        output = re.sub(r"^[\w-]+", "", output, flags=re.MULTILINE)
    assert untranslated(output) == set()


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "nowhere.json"],
        ["check", "nope"],
        ["check", "--ignore", "nope"],
        ["open", "--theme", "nope"],
        ["open"],
        ["export", "nothing-of-it"],
        ["export", "--nonsense"],
        ["show", "--width", "-1"],
        ["show", "--width", "wide"],
        ["diff", "-", "-"],
        ["diff"],
        ["lab", "nope"],
        ["lab", "mla", "--width", "1"],
        ["completion", "csh"],
        ["config", "--check", "nowhere.toml"],
        ["fingerprint", "nowhere.txt"],
        ["new", "nowhere.txt", "-o", "x.json"],
    ],
    ids=" ".join,
)
def test_error_messages_have_no_untranslated_word(
    command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", f"{CODE}_XX.UTF-8")
    main(command)
    output = capsys.readouterr().err
    assert OPENING in output
    choices = {word for one in re.findall(r"\{[^}]*\}|'[^']*'", output) for word in WORDS.findall(one)}
    typed = {"shell", *(word for one in command for word in WORDS.findall(one))}
    names = {*COMMANDS, "dark", "light", "terminal", "ID", "SECTION", "overview", "timeline", "players", "innovations",
             "questions", "claims", "sources", "terms", "mine", "int"}  # fmt: skip
    assert untranslated(output) - choices - typed - names == set()


def test_problems_are_translated_in_text_output_and_english_in_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    story = orjson.loads(Path(find("quiet-ferry")).read_bytes())
    story["events"][0]["when"] = "2025-02-30"
    story["claims"][0]["statsu"] = "quoted"
    story["claims"][1]["speaker"] = "nobody-here"
    file = tmp_path / "story.json"
    file.write_bytes(orjson.dumps(story))
    monkeypatch.setenv("LC_ALL", f"{CODE}_XX.UTF-8")
    assert main(["check", str(file)]) == 1
    output = capsysbinary.readouterr().out.decode()
    assert '⟦there~⟧ ⟦is⟧ ⟦no⟧ ⟦key⟧ "statsu"' in output or "⟦there" in output
    assert not re.search(r"(?<!⟦)\b(?:nothing|there|missing|which)\b", output)
    assert main(["check", str(file), "--json"]) == 1
    messages = [problem["message"] for problem in orjson.loads(capsysbinary.readouterr().out)]
    assert 'there is no key "statsu" here' in messages
    assert '"2025-02-30": there is no day 30 in February 2025, which has 28 days' in messages
