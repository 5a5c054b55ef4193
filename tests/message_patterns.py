"""Every message of the program, as its sources have it: what a language of the interface has to translate."""

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import deepseek_tui
from deepseek_tui.article.lint.finding import Severity
from deepseek_tui.story.format import edtf
from deepseek_tui.story.format.messages import Message
from deepseek_tui.user_data.settings_file import SettingsFile, SettingsTable

PACKAGE = Path(deepseek_tui.__file__).parent
CALLS = ("Message", "joined")
"""What makes a message of its first argument."""
DEVELOPERS = re.compile(
    r"not callable|__call__|mutually exclusive arguments must|cannot merge|invalid option string|dest= is|conflict"
    r"|positionals|cannot have multiple|unknown parser"
)
"""What argparse says to the developer of a command line alone."""


def in_sources() -> Iterator[str]:
    """The patterns that stand in the package's source files."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS and node.args:
                pattern = node.args[0]
                if isinstance(pattern, ast.IfExp):
                    yield from (str(ast.literal_eval(one)) for one in (pattern.body, pattern.orelse))
                elif isinstance(pattern, ast.Constant):
                    yield str(pattern.value)


def of_settings() -> Iterator[str]:
    """The descriptions of the settings."""
    for model in (SettingsFile, *(field.annotation for field in SettingsFile.model_fields.values())):
        if isinstance(model, type) and issubclass(model, SettingsTable):
            if model is not SettingsFile:
                yield str(model.__doc__)
            for field in model.model_fields.values():
                if field.description:
                    described = field.description
                    yield described.pattern if isinstance(described, Message) else described


def of_argparse() -> Iterator[str]:
    """The words that argparse asks a translation for."""
    for node in ast.walk(ast.parse(Path(argparse.__file__).read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
            words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            yield from (one for one in words if not DEVELOPERS.search(one))


def of_arguments() -> Iterator[str]:
    """What the values of arguments are called in the usage."""
    for file in sorted((PACKAGE / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "metavar" and isinstance(node.value, ast.Constant):
                yield str(node.value.value)


def patterns() -> set[str]:
    """Every pattern that has words in it."""
    found = {
        *in_sources(),
        *of_settings(),
        *of_argparse(),
        *of_arguments(),
        *Severity,
        *edtf._MONTHS,
        *edtf.SEASONS.values(),
    }
    return {one for one in found if re.search(r"[^\W\d_]", re.sub(r"\{[^}]*\}|%\(?\w*\)?[rsd]?", "", one))}
