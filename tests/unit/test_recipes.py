"""Recipes of CONTRIBUTING, each followed on a copy of the program.

The recipe for a language of the interface has a complete example of its own, `tests/pseudo_language`.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import deepseek_tui
from stories import minimal_story

ROOT = Path(__file__).parents[2]
RECIPES = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Recipes")[2]


class Copy:
    """A copy of the program that can be edited and run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.package = folder / "deepseek_tui"
        source = Path(deepseek_tui.__file__).parent
        shutil.copytree(source, self.package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "content", self.package / "content", dirs_exist_ok=True)

    def create(self, name: str, text: str) -> None:
        """Create a new file of the package."""
        (self.package / name).write_text(text, "utf-8")

    def add(self, name: str, anchor: str, text: str) -> None:
        """Add text to a file, after the line that matches an anchor.

        Without an anchor, add the text at the end of the file.
        """
        file = self.package / name
        old = file.read_text("utf-8")
        if not anchor:
            file.write_text(f"{old}{text}", "utf-8")
            return
        found = re.findall(rf"^.*{anchor}.*\n", old, re.MULTILINE)
        assert len(found) == 1, f"{name}: {anchor} matches {len(found)} lines"
        file.write_text(old.replace(found[0], f"{found[0]}{text}"), "utf-8")

    def run(self, *words: str) -> str:
        """Run a command of the copied program and return its output.

        The test fails when the exit status is not 0.
        """
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-m", "deepseek_tui", *words]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, cwd=self.folder)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    """Return a copy of the program."""
    return Copy(tmp_path)


class Recipe(NamedTuple):
    """A recipe of CONTRIBUTING, and the files that its steps name."""

    heading: str
    files: tuple[str, ...]


PANE = Recipe(
    "A pane",
    ("panes/NAME.py", "story/format/sections.py", "panes/catalogue.py", "i18n/LANGUAGE/panes.py"),
)
RULE = Recipe("A lint rule", ("article/lint/", "article/lint/rules.py", "i18n/LANGUAGE/messages.py"))
FORMAT = Recipe("An export format", ("render/writers.py",))
LAB = Recipe(
    "A lab", ("labs/NAME.py", "labs/NAME_controls.py", "labs/NAME_lab.py", "labs/catalogue.py", "story/format/vocabulary.py")
)
FIELD = Recipe("A field of the story format", ("story/format/model.py",))


def recipe_text(heading: str) -> str:
    """Return the text of a recipe."""
    found = re.search(rf"^### {re.escape(heading)}\n(.*?)(?=^### |\Z)", RECIPES, re.MULTILINE | re.DOTALL)
    assert found, f"CONTRIBUTING has no recipe {heading!r}"
    return found[1]


@pytest.mark.parametrize("recipe", [PANE, RULE, FORMAT, LAB, FIELD], ids=lambda recipe: recipe.heading)
def test_contributing_recipe_names_every_file_that_the_example_changes(recipe: Recipe) -> None:
    text = recipe_text(recipe.heading)
    assert [file for file in recipe.files if f"`{file}`" not in text] == []


@pytest.mark.parametrize(
    "path", re.findall(r"`((?:tests|i18n|panes|story|article|render|labs|ui|cli|user_data)/[\w/.]+)`", RECIPES)
)
def test_every_file_named_in_the_contributing_recipes_exists(path: str) -> None:
    if not re.search(r"[A-Z]{4}", path):
        assert (ROOT / path).exists() or (ROOT / "tui/deepseek_tui" / path).exists(), path


def test_following_the_recipe_for_a_pane_adds_a_section(copy: Copy) -> None:
    copy.create(
        "panes/topics.py",
        '''"""The topics of the story."""

from collections.abc import Sequence

from deepseek_tui.panes.blocks import Document, Heading
from deepseek_tui.panes.pane import Pane, Row
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.format.sections import Section


class TopicsPane(Pane):
    """Topics by name."""

    section = Section.TOPICS

    def __init__(self, reading: RenderContext) -> None:
        self.reading = reading
        self.title = reading.words.panes.titles[self.section]

    @property
    def keys(self) -> Sequence[str]:
        return [topic.id for topic in self.reading.story.topics]

    def row(self, number: int) -> Row:
        return Row(self.reading.name(self.keys[number]))

    def document(self, key: str) -> Document:
        name = self.reading.name(key)
        return Document(key, name, (Heading(name, 1),))
''',
    )
    copy.add("story/format/sections.py", r'CLAIMS = "claims"', '    TOPICS = "topics"\n')
    copy.add("story/format/sections.py", r"Section\.CLAIMS: ", '    Section.TOPICS: SectionEntry(items="topics"),\n')
    copy.add("panes/catalogue.py", r"Section\.CLAIMS: ", '    Section.TOPICS: "topics:TopicsPane",\n')
    for language, title in (("en", "Topics"), ("fr", "Sujets")):
        copy.add(f"i18n/{language}/panes.py", r'^ +"claims": "', f'        "topics": "{title}",\n')
    assert "Topics" in copy.run("show", "topics", "--lang", "en", "--story", "deepseek")
    assert "# Sujets" in copy.run("export", "topics", "--lang", "fr")
    assert "topics" in copy.run("show", "--help")


def test_following_the_recipe_for_a_lint_rule_adds_a_rule_to_the_check_command(copy: Copy) -> None:
    copy.add(
        "article/lint/item_rules.py",
        "",
        '''

def shouting_titles(context: LintContext) -> Iterator[Finding]:
    """Find titles of events in capitals."""
    for position, event in enumerate(context.story.events):
        for path, _, title in words_of(("events", position, "title"), event.title):
            if title.isupper():
                yield Finding(path, Message("a title in capitals"), Message("use small letters"))
''',
    )
    copy.add("article/lint/rules.py", r"^    questions_without_settle,$", "    shouting_titles,\n")
    copy.add(
        "article/lint/rules.py",
        r'^    Rule\("dead-link"',
        '    Rule("shouting-title", _WARNING, Message("a title of an event in capitals"), shouting_titles),\n',
    )
    story = minimal_story()
    title = story["events"][0]["title"]
    story["events"][0]["title"] = {language: words.upper() for language, words in title.items()}
    file = copy.folder / "story.json"
    file.write_text(json.dumps(story), "utf-8")
    assert "shouting-title" in copy.run("check", "--rules")
    assert "shouting-title" in copy.run("check", str(file))
    assert "shouting-title" not in copy.run("check", str(file), "--ignore", "shouting-title")


def test_following_the_recipe_for_an_export_format_adds_a_format_to_the_command(copy: Copy) -> None:
    copy.add(
        "render/writers.py",
        r"^    return Written\(\*write_markdown",
        """

def _titles(selection: "Selection") -> Written:
    return Written("", f"{selection.title}\\n")
""",
    )
    copy.add("render/writers.py", r"^WRITERS = ", 'WRITERS["titles"] = Writer("txt", _titles)\n')
    assert copy.run("export", "timeline", "--format", "titles", "--lang", "en") == "Timeline\n"


def test_following_the_recipe_for_a_lab_adds_a_lab_command(copy: Copy) -> None:
    copy.create(
        "labs/share.py", '"""Shares."""\n\n\ndef share(part: float, whole: float) -> float:\n    return part / whole\n'
    )
    copy.create(
        "labs/share_controls.py",
        '''"""The controls of the share lab."""

from deepseek_tui.labs.control import Option
from deepseek_tui.story.format.messages import Message

OPTIONS = (
    Option("part", Message("the part"), "GPUs", (), 0, 1000),
    Option("whole", Message("the whole"), "GPUs", (), 1, 1000),
)
''',
    )
    copy.create(
        "labs/share_lab.py",
        '''"""The share lab."""

from collections.abc import Mapping
from types import SimpleNamespace

from deepseek_tui.labs.control import Control, Values
from deepseek_tui.labs.lab import GuidedStep, Lab, Quantity
from deepseek_tui.labs.share import share
from deepseek_tui.labs.share_controls import OPTIONS
from deepseek_tui.panes.blocks import Block, Para
from deepseek_tui.panes.common_blocks import plain

WORDS = SimpleNamespace(
    labels={"part": "Part", "whole": "Whole"},
    abouts={"part": "the part", "whole": "the whole"},
    units={"part": "", "whole": ""},
)


class ShareLab(Lab):
    """Divides a part by the whole."""

    name = "share"
    options = OPTIONS
    title = "Share"
    defaults: Values = {"part": 1, "whole": 4}
    guided_steps = (GuidedStep("half", {"part": 2}), GuidedStep("all", {"part": 4}), GuidedStep("none", {"part": 0}))

    @property
    def controls(self) -> tuple[Control, ...]:
        return tuple(option.control(WORDS) for option in self.options)

    def page(self, values: Values, result: object | None = None) -> tuple[Block, ...]:
        return (Para(plain(f"Share: {self.numbers(values)['share'].value}")),)

    def background_blocks(self) -> tuple[Block, ...]:
        return ()

    def numbers(self, values: Values, result: object | None = None) -> Mapping[str, Quantity]:
        return {"share": Quantity(share(float(values["part"]), float(values["whole"])), "1")}
''',
    )
    copy.add(
        "labs/catalogue.py", r"^from deepseek_tui\.labs\.control import", "from deepseek_tui.labs import share_controls\n"
    )
    copy.add(
        "labs/catalogue.py",
        r"^LABS: ",
        '    "share": LabEntry(Message("a share"), "deepseek-tui lab share --part 2", share_controls.OPTIONS),\n',
    )
    copy.add(
        "labs/catalogue.py",
        r"^    match name:",
        """        case "share":
            from deepseek_tui.labs.share_lab import ShareLab

            return ShareLab(reading)
""",
    )
    copy.add("story/format/vocabulary.py", r"^    GRPO = ", '    SHARE = "share", "A part divided by the whole."\n')
    assert json.loads(copy.run("lab", "share", "--part", "2", "--json"))["numbers"]["share"]["value"] == 0.5
    assert "Share: 0.25" in copy.run("lab", "share", "--lang", "en")
    assert '"share"' in copy.run("schema")


def test_following_the_recipe_for_a_field_adds_the_field_to_the_story_format(copy: Copy) -> None:
    copy.add(
        "story/format/model.py",
        r"^    phase: Phase$",
        '    venue: Annotated[Text | None, Field(description="Where it happened, as the article names it.")] = None\n',
    )
    copy.add(
        "panes/timeline.py",
        r"^            main\.append\(Field\(words\.date_as_told",
        '        if event.venue:\n            main.append(Field("Venue", plain(reading.say(event.venue))))\n',
    )
    story = minimal_story()
    story["events"][0]["venue"] = {"fr": "Paris", "en": "Paris, France"}
    file = copy.folder / "story.json"
    file.write_text(json.dumps(story), "utf-8")
    copy.run("check", str(file))
    assert "Paris, France" in copy.run("show", "timeline", "--story", str(file), "--lang", "en")
    assert "as the article names it" in copy.run("schema")
