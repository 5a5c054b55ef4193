"""Commands, options, files and keys named in the README exist."""

import re
import shlex

import pytest

from deepseek_tui.cli import main as cli
from readme_keys import READ_ME, filled

TEXT = READ_ME.read_text("utf-8")
ROOT = READ_ME.parent
BLOCKS = re.findall(r"^```sh\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
LINES = [part for block in BLOCKS for line in block.splitlines() for part in re.split(r"&&|\|", line.partition("#")[0])]
INLINE = re.findall(r"`((?:deepseek-tui|make) [^`]*)`", TEXT)
COMMANDS = [line.strip() for line in (*LINES, *INLINE) if line.strip()]


def test_key_table_in_the_readme_is_up_to_date() -> None:
    assert filled(TEXT) == TEXT, "make readme"


def test_pattern_finds_example_commands_in_the_readme() -> None:
    assert any(command.startswith("make ") for command in COMMANDS)
    assert any(command.startswith("deepseek-tui ") for command in COMMANDS)


@pytest.mark.parametrize("command", dict.fromkeys(COMMANDS))
def test_every_command_in_the_readme_exists(command: str) -> None:
    program, *words = shlex.split(command.partition(">")[0])
    if program == "make":
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert {word for word in words if "=" not in word} <= set(targets)
    elif program == "deepseek-tui":
        known = {"-h", "--help", "--version", *cli.COMMANDS}
        arguments = words if words and words[0] in known else ["open", *words]
        assert callable(cli.parser().parse_args(arguments).run)
    else:
        assert program in {"git", "cd", "pipx"}


@pytest.mark.parametrize("option", dict.fromkeys(re.findall(r"`(--[a-z-]+)", TEXT)))
def test_every_option_in_the_readme_exists(option: str) -> None:
    parser = cli.parser()
    commands = next(action for action in parser._actions if action.choices)
    assert commands.choices
    known = {name for command in dict(commands.choices).values() for name in command._option_string_actions}
    assert option in known


@pytest.mark.parametrize("link", dict.fromkeys(re.findall(r"\]\(([^)#:]+)\)", TEXT)))
def test_every_file_linked_from_the_readme_exists(link: str) -> None:
    assert (ROOT / link).exists()
