"""Collection of all message patterns that an interface language has to translate."""

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
"""Functions whose first argument is a message pattern."""
DEVELOPER_MESSAGES = re.compile(
    r"not callable|__call__|mutually exclusive arguments must|cannot merge|invalid option string|dest= is|conflict"
    r"|positionals|cannot have multiple|unknown parser"
)
"""Messages of argparse that only a developer can see."""


def source_patterns() -> Iterator[str]:
    """Yield the message patterns in the source files of the package."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS and node.args:
                pattern = node.args[0]
                if isinstance(pattern, ast.IfExp):
                    yield from (str(ast.literal_eval(one)) for one in (pattern.body, pattern.orelse))
                elif isinstance(pattern, ast.Constant):
                    yield str(pattern.value)


def setting_descriptions() -> Iterator[str]:
    """Yield the descriptions of the settings."""
    for model in (SettingsFile, *(field.annotation for field in SettingsFile.model_fields.values())):
        if isinstance(model, type) and issubclass(model, SettingsTable):
            if model is not SettingsFile:
                yield str(model.__doc__)
            for field in model.model_fields.values():
                if field.description:
                    described = field.description
                    yield described.pattern if isinstance(described, Message) else described


def argparse_messages() -> Iterator[str]:
    """Yield the messages of argparse that can be translated."""
    for node in ast.walk(ast.parse(Path(argparse.__file__).read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
            words = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            yield from (one for one in words if not DEVELOPER_MESSAGES.search(one))


def metavars() -> Iterator[str]:
    """Yield the placeholder names of arguments in the command-line help."""
    for file in sorted((PACKAGE / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "metavar" and isinstance(node.value, ast.Constant):
                yield str(node.value.value)


def patterns() -> set[str]:
    """Return every message pattern that contains words."""
    found = {
        *source_patterns(),
        *setting_descriptions(),
        *argparse_messages(),
        *metavars(),
        *Severity,
        *edtf._MONTHS,
        *edtf.SEASONS.values(),
    }
    return {one for one in found if re.search(r"[^\W\d_]", re.sub(r"\{[^}]*\}|%\(?\w*\)?[rsd]?", "", one))}
