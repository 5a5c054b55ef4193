"""Consistency of commands, help and panes with the table of sections."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from bundled import LANGUAGES, reading
from deepseek_tui.cli import main as cli
from deepseek_tui.commands import PANE_MOVES
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.story.format.sections import PANES, RESERVED, SECTIONS, Section
from deepseek_tui.story.format.structure import item_lists

GUIDE = Path(__file__).parents[2] / "content" / "README.md"


def test_table_of_sections_has_one_entry_for_each_section_in_order() -> None:
    assert list(SECTIONS) == list(Section)


def test_each_section_shows_a_different_list_of_the_story_format() -> None:
    shown = [entry.items for entry in SECTIONS.values() if entry.items]
    models: dict[str, type[BaseModel]] = item_lists()
    assert set(shown) <= models.keys()
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", Section)
def test_each_section_of_a_story_has_a_pane_and_a_title(section: Section, language: str) -> None:
    context = reading(language)
    assert pane_of(section, context).section is section
    assert context.words.panes.titles[section]


def test_key_of_each_tab_is_the_digit_of_the_tab_position() -> None:
    numbered = [command for command in PANE_MOVES if command.id.startswith("pane-")]
    assert [(command.keys, command.action) for command in numbered] == [
        ((str(number),), f"pane({number - 1})") for number in range(1, len(PANES) + 1)
    ]


@pytest.mark.parametrize("command", ["show", "export"])
def test_help_text_of_a_command_names_each_section(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--help"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert f"{', '.join(Section)}, an item's id, or all (default)" in shown


def test_authoring_guide_lists_the_reserved_ids() -> None:
    assert f"({', '.join(f'`{name}`' for name in RESERVED)})" in GUIDE.read_text("utf-8").replace("\n", " ")
