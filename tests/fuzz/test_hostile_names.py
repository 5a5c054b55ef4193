"""Hostile names and texts as arguments of every command."""

import argparse
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from deepseek_tui.cli import completers
from deepseek_tui.cli.main import COMMANDS, command_parser, main, parser
from hostile import NAMES, assert_harmless
from stories import hostile_story, minimal_story

EACH = [what if what == "several at once" else pytest.param(what, marks=pytest.mark.fuzz) for what in NAMES]
"""All hostile names at once, and each of them alone only in `make fuzz`, because that takes minutes."""
LONGEST = 255
"""Maximum bytes of a file name."""


def commands(
    program: argparse.ArgumentParser, words: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], list[argparse.Action]]]:
    """Yield every command and subcommand with its arguments."""
    actions = program._actions
    inner = [action for action in actions if isinstance(action, argparse._SubParsersAction)]
    yield words, [action for action in actions if action not in inner]
    for action in inner:
        for name, choice in action.choices.items():
            yield from commands(choice, (*words, name))


def lines(name: str) -> Iterator[list[str]]:
    """Yield command lines with the name in the place of each argument."""
    yield [name]
    for command in COMMANDS:
        for words, actions in commands(command_parser(command), (command,)):
            needed = [word for action in actions if action.required for word in (*action.option_strings[-1:], "deepseek")]
            yield [*words, name]
            yield [*words, *needed, name, name]
            yield [*words, *needed, f"--{name}"]
            yield [*words, *needed, f"-{name}"]
            for action in actions:
                flag = action.option_strings[-1:]
                if flag and action.nargs == 0:
                    yield [*words, *needed, f"{flag[0]}={name}"]
                elif flag:
                    yield [*words, *needed, *flag, name]
                    yield [*words, *needed, f"{flag[0]}={name}"]
                else:
                    yield [*words, *([name] * max(1, sum(not other.option_strings for other in actions)))]


@pytest.fixture
def folder(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to an empty folder, and make standard input empty."""
    inside = tmp_path / "here"
    inside.mkdir()
    monkeypatch.chdir(inside)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    return inside


def said(words: list[str], captured: pytest.CaptureFixture[bytes]) -> str:
    """Run a command, check its output and return it."""
    status = main(words)
    done = captured.readouterr()
    assert status in (0, 1, 2), words
    both = (done.out + done.err).decode("utf-8")
    assert_harmless(both)
    assert "error of the program" not in both, words
    assert status != 2 or done.err, words
    return both


@pytest.mark.parametrize("what", EACH)
def test_commands_escape_control_characters_in_arguments(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], what: str
) -> None:
    for words in lines(NAMES[what]):
        said(words, capfdbinary)


def written(folder: Path, name: str, data: bytes) -> str | None:
    """Write a file; return None when the file system refuses the name."""
    if "/" in name or len(os.fsencode(name)) > LONGEST - 5:
        return None
    (folder / name).write_bytes(data)
    return name


READERS = (
    ["open"],
    ["check"],
    ["check", "--json"],
    ["check", "deepseek", "--article"],
    ["show", "all", "--lang", "en", "--story"],
    ["show", "mla", "--article"],
    ["export", "all", "--lang", "fr", "--story"],
    ["diff", "quiet-ferry"],
    ["diff", "--json", "quiet-ferry"],
    ["lab", "compute", "--story"],
    ["lab", "compute", "--json", "--story"],
    ["new", "-o", "-"],
    ["new", "-o", "-", "--lang", "en", "--id", "x"],
    ["fingerprint"],
    ["config", "--check"],
    ["fingerprint", "deepseek", "--into"],
)


@pytest.mark.parametrize("what", EACH)
def test_commands_escape_control_characters_in_file_names(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], what: str
) -> None:
    story = json.dumps(hostile_story()).encode()
    for data in (story, story[:-2], b"\xff\xfe\x00"):
        name = written(folder, f"{NAMES[what]}.json", data)
        if name is None:
            continue
        for words in READERS if data != story else READERS[:4]:
            said([*words, name if not name.startswith("-") else f"./{name}"], capfdbinary)
    (folder / "article.txt").write_text("Acme made a thing in 2025.", "utf-8")
    for output in (NAMES[what], f"no-folder/{NAMES[what]}"):
        for _ in range(2):  # In the second round, the output file exists already.
            said(["export", "terms", f"--output={output}"], capfdbinary)
            said(["new", "article.txt", "--lang=en", f"--output={output}"], capfdbinary)


@pytest.mark.parametrize("what", EACH)
def test_commands_escape_control_characters_in_the_text_of_a_story(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes], what: str
) -> None:
    story, words = minimal_story(), NAMES[what].encode("utf-8", "replace").decode()
    (folder / "old.json").write_text(json.dumps(story), "utf-8")
    story["title"] = {"fr": words, "en": words}
    story["claims"][0]["text"] = {"fr": words, "en": words}
    story["article"]["title"] = words
    story["topics"][0]["name"] = words
    story[words] = words
    (folder / "broken.json").write_text(json.dumps(story), "utf-8")
    del story[words]
    (folder / "story.json").write_text(json.dumps(story), "utf-8")
    for file in ("story.json", "broken.json"):
        for command in READERS:
            said([*command, file], capfdbinary)
    shown = json.loads(_output(["diff", "--json", "old.json", "story.json"], capfdbinary))
    changed = [field["new"] for change in shown["changes"] for field in change["fields"]]
    assert {"fr": words, "en": words} in changed


def _output(words: list[str], captured: pytest.CaptureFixture[bytes]) -> bytes:
    main(words)
    return captured.readouterr().out


@pytest.mark.parametrize("what", EACH)
def test_where_command_escapes_control_characters_in_the_home_path(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / NAMES[what]))
    said(["where"], capfdbinary)
    assert json.loads(said(["where", "--json"], capfdbinary))


@pytest.mark.parametrize("what", EACH)
def test_shell_completions_escape_control_characters(folder: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    written(folder, f"{NAMES[what]}.json", b"{}")
    story = minimal_story()
    story["topics"].append({"id": NAMES[what], "name": NAMES[what]})
    story["terms"][0]["word"] = NAMES[what]
    (folder / "story.json").write_bytes(json.dumps(story).encode("utf-8", "surrogatepass"))
    monkeypatch.setattr(completers.CompletionFinder, "_init_debug_stream", lambda self: None)
    for shell in ("bash", "zsh", "fish"):
        for line in (
            "",
            "check ",
            "show --story story.json ",
            "open story.json --at ",
            "export -o ",
            f"check {NAMES[what]}",
        ):
            for name, value in {
                "_ARGCOMPLETE": "1",
                "_ARGCOMPLETE_SHELL": shell,
                "_ARGCOMPLETE_IFS": "\n",
                "_ARGCOMPLETE_DFS": "\t",
                "COMP_LINE": f"deepseek-tui {line}",
                "COMP_POINT": str(len(f"deepseek-tui {line}")),
            }.items():
                monkeypatch.setenv(name, value)
            output = io.StringIO()
            completers.complete(parser(), COMMANDS, lambda status: None, output_stream=output)
            for offered in output.getvalue().replace("\t", "\n").split("\n"):
                assert_harmless(offered)
