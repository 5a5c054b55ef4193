"""Annotations in the output of the commands `export` and `show`."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bundled import ANNOTATIONS, LANGUAGES, bundled, reading
from deepseek_tui.cli.main import main
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.annotations import NO_ANNOTATIONS, Annotation, Annotations
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.search import Search
from deepseek_tui.render.export import Export
from deepseek_tui.render.linear import linear
from deepseek_tui.render.selection import Selection
from deepseek_tui.story.analysis.query import parse
from deepseek_tui.story.format.sections import ALL
from deepseek_tui.user_data.notebook import Notebook
from deepseek_tui.user_data.notebook_journal import journal_path
from deepseek_tui.user_data.paths import notebook_file
from deepseek_tui.user_data.readonly_notebook import read_annotations

ITEM, OTHER, GONE = "app-launch", "mla", "long-gone"
LINES = "Ask the shop.\nTwice.\n\n- not a list\n===\n| a |\n--:\n1. not a number\n# not a title *nor stress*"
"""A note in which every line has a meaning in Markdown."""
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.fixture
def marked(home: Path) -> Path:
    """Return a notebook with a bookmark and two notes.

    One of the notes is on an item that the story does not have.
    """
    with Notebook(notebook_file()) as notebook:
        notebook.toggle_bookmark("deepseek", OTHER, "MLA")
        notebook.draft("deepseek", ITEM, "The app").finish(LINES)
        notebook.draft("deepseek", GONE, "What went away").finish("Kept all the same.")
        notebook.draft("quiet-ferry", ITEM, "Another story's").finish("Not here.")
    assert notebook_file().is_relative_to(home)
    return notebook_file()


def output_of(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[str, str]:
    """Return the standard output and the standard error of a command."""
    assert main([*words, "--lang", "en"]) == 0
    printed = capfd.readouterr()
    return printed.out, printed.err


def front(text: str) -> dict[str, object]:
    """Return the front matter of an export."""
    return {name: json.loads(value) for name, value in (line.split(": ", 1) for line in text.split("---\n")[1].splitlines())}


def lines_of(text: str) -> list[str]:
    """Return the lines of the rendered Markdown."""
    found = []
    for token in PARSER.parse(text):
        if token.type == "inline":
            content = "".join(
                "\n" if child.type in ("hardbreak", "softbreak") else child.content for child in token.children or ()
            )
            found += content.split("\n")
    return found


# The following tests are about the command line.


def test_export_has_annotations_below_items_and_in_a_separate_section(
    marked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text, errors = output_of(capfd, "export")
    assert errors == ""
    assert text.count("Ask the shop.") == 2
    assert text.count("Kept all the same.") == 1
    assert "Not here." not in text
    section = text[text.index("\n## Reader’s annotations\n") :]
    assert section.index(f"### {reading('en').name('app-launch')}") < section.index("#### What went away")
    assert "no longer in the story" in section
    assert "Notebook" not in text  # Other people read an export, so the heading says "Reader’s annotations", not "Notebook".


def test_show_command_labels_annotations_as_made_by_the_user(marked: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text, errors = output_of(capfd, "show", "--width", "0")
    assert errors == ""
    assert text.count("- Your note: Ask the shop.\n  Twice.\n\n  - not a list\n  ===\n") == 2
    assert "\n9. Notebook\n" in text
    assert "Reader’s" not in text


@pytest.mark.parametrize("command", ["export", "show"])
def test_annotations_are_omitted_with_the_option_no_mine(
    command: str, marked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text, errors = output_of(capfd, command, "--no-mine")
    marked.unlink()
    assert (text, errors) == output_of(capfd, command)
    assert "Ask the shop." not in text


@pytest.mark.parametrize("command", ["export", "show"])
def test_section_of_annotations_is_refused_with_the_option_no_mine(
    command: str, marked: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "mine", "--no-mine"]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("command", ["export", "show"])
def test_section_of_annotations_prints_a_notice_when_there_are_none(
    command: str, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert words_in("en").notebook.nothing in output_of(capfd, command, "mine")[0]
    assert words_in("en").notebook.nothing not in output_of(capfd, command)[0]
    assert not list(home.rglob("*"))


@pytest.mark.parametrize(
    ("query", "kept"),
    [("is:mine", [OTHER, ITEM, GONE]), ("has:note", [ITEM, GONE]), ("has:bookmark", [OTHER]), ("shop", [ITEM]),
     ('"all the same"', [GONE]), ("is:mine -shop", [OTHER, GONE]), ("-is:mine", []), ('by:scmp "all the same"', [])],
)  # fmt: skip
def test_export_and_show_filters_match_annotations(query: str, kept: list[str], marked: Path) -> None:
    mine, _ = read_annotations(marked, "deepseek")
    told = reading("en", mine=mine)
    pane = pane_of(Section.MINE, told)
    rows = Search(told).rows(pane, parse(query))
    assert {pane.keys[row] for row in rows} - {""} == set(kept)


def test_show_command_applies_a_filter_for_annotated_items(marked: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text, errors = output_of(capfd, "show", "--filter", "is:mine", "--width", "0")
    assert errors == ""
    assert [line.split()[1] for line in text.splitlines() if line[:1].isdigit() and line.split()[0].count(".") == 1 and
            line.split()[0].endswith(".")] == ["Timeline", "Innovations", "Notebook"]  # fmt: skip


def test_export_does_not_change_a_notebook_that_is_in_use(marked: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = hashlib.sha256(marked.read_bytes()).hexdigest()
    # This second notebook stands for another open dashboard with a draft.
    draft = Notebook(marked).draft("deepseek", OTHER, "MLA")
    draft.save("Unfinished.")
    assert "Ask the shop." in output_of(capfd, "export", "mine")[0]
    with Notebook(marked) as notebook:
        assert not notebook.take_errors()
        assert not notebook.take_recovered_notes()
    assert before
    assert "Unfinished." not in output_of(capfd, "export", "mine")[0]


@pytest.mark.parametrize("has_journal", [True, False], ids=["with its journal", "alone"])
def test_annotations_of_a_damaged_notebook_are_read_from_the_journal_without_moving_it(
    marked: Path, capfd: pytest.CaptureFixture[str], has_journal: bool
) -> None:
    data = bytearray(marked.read_bytes())
    data[60:72] = b"\xff" * 12  # These bytes of the header are the user version and the application id of the SQLite file.
    marked.write_bytes(data)
    if not has_journal:
        journal_path(marked).unlink()
    text, errors = output_of(capfd, "export", "mine")
    assert ("Ask the shop." in text) == has_journal
    assert (str(marked) in errors) != has_journal
    assert errors.count("\n") == (not has_journal)
    assert marked.read_bytes() == bytes(data)
    assert [path for path in marked.parent.iterdir() if "damaged" in path.name or "foreign" in path.name] == []


@pytest.mark.parametrize("kind", ["folder", "pipe", "nonsense", "empty"])
def test_file_that_is_not_a_notebook_is_reported_and_unchanged(
    kind: str, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = notebook_file()
    file.parent.mkdir(parents=True)
    match kind:
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)  # Reading from a named pipe without a writer would block.
        case _:
            file.write_bytes(b"no database at all, however long" * 9 if kind == "nonsense" else b"")
    text, errors = output_of(capfd, "show", "overview")
    assert text
    assert errors.count("\n") == 1
    assert str(file) in errors
    assert output_of(capfd, "show", "overview", "--no-mine") == (text, "")


def test_notebook_in_a_read_only_folder_is_read(marked: Path, capfd: pytest.CaptureFixture[str]) -> None:
    marked.chmod(0o400)
    marked.parent.chmod(0o500)
    try:
        text, errors = output_of(capfd, "export", "mine")
    finally:
        marked.parent.chmod(0o700)
    assert "Ask the shop." in text
    assert errors == ""


def test_sqlite_is_not_imported_when_there_is_no_notebook(home: Path) -> None:
    for command in (["export", "overview"], ["show", "overview"]):
        code = f"import sys; from deepseek_tui.cli.main import main; main({command!r}); print('sqlite3' in sys.modules)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.endswith("\nFalse\n")


# The following tests are about what `show` and `export` print with annotations.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("what", "mine"), [(ALL, True), ("mine", True), ("timeline", True), ("players", False), ("app-launch", True),
                       ("mla", True), ("grpo", False), ("overview", True), ("overview:figures", True),
                       ("overview:mine", True), ("overview:terms", False)],
)  # fmt: skip
def test_front_matter_says_whether_the_export_has_annotations(what: str, language: str, *, mine: bool) -> None:
    text = Export.of(bundled(), language, what, mine=ANNOTATIONS).text
    assert front(text)["mine"] is mine
    assert (words_in(language).notebook.readers in text) is mine or what.startswith("overview:mine")
    plain = Export.of(bundled(), language, what).text if what != "overview:mine" else ""
    assert not plain or front(plain)["mine"] is False


def test_note_on_an_overview_block_that_the_export_omits_is_exported() -> None:
    for key in ("overview:sources", "overview:terms", "overview:glance"):
        mine = Annotations({key: Annotation(key, "A block", note="On a block.")})
        assert "On a block." in Export.of(bundled(), "en", mine=mine).text
        assert any("On a block." in line.text for line in linear(Selection(reading("en", mine=mine))).lines())


@pytest.mark.parametrize("language", LANGUAGES)
def test_annotation_of_an_overview_block_shows_the_latest_title_of_that_block(language: str) -> None:
    blocks = pane_of(Section.OVERVIEW, reading(language))
    titles = {key: blocks.row(number).title for number, key in enumerate(blocks.keys)}
    told = reading(
        language, mine=Annotations({key: Annotation(key, "In another language", bookmarked=True) for key in titles})
    )
    marks = pane_of(Section.MINE, told)
    assert {key: marks.document(key).title for key in marks.keys} == titles
    stranger = Annotation("overview:no-such-block", "A block of a later version", bookmarked=True)
    told = reading(language, mine=Annotations({stranger.ref: stranger}))
    assert pane_of(Section.MINE, told).row(0).title == stranger.title


def test_line_breaks_of_a_note_are_kept_in_markdown() -> None:
    text = Export.of(bundled(), "en", ITEM, mine=Annotations({ITEM: Annotation(ITEM, "The app", note=LINES)})).text
    written = [f"Reader’s note: {LINES.splitlines()[0]}", *LINES.splitlines()[1:]]
    seen = lines_of(text)
    at = seen.index(written[0])
    assert seen[at : at + len(written) - 1] == [line for line in written if line]


NOTES = st.lists(
    st.text(st.sampled_from(" -+*#>=_`~|[](){}<>!&\\:.1ax\té$^@/\u202e\x1b"), max_size=9), min_size=1, max_size=5
).map("\n".join)


@given(NOTES)
def test_note_with_any_text_is_exported_as_plain_text_line_by_line(note: str) -> None:
    from deepseek_tui.panes.annotation_blocks import annotation_blocks
    from deepseek_tui.render.commonmark import paragraphs
    from deepseek_tui.render.markdown import Markdown

    told = reading("en", mine=Annotations({ITEM: Annotation(ITEM, "The app", note=note)}))
    markdown = Markdown(told)
    markdown.blocks(annotation_blocks(told, ITEM), 1)
    text = markdown.text()
    if not note:
        return
    wanted = [line for lines in paragraphs(note) for line in lines] or [""]
    assert lines_of(text) == ["Notebook", f"Your note: {wanted[0]}".rstrip(), *wanted[1:]]
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in PARSER.parse(text)}
    assert kinds <= {"heading", "inline", "bullet_list", "list_item", "paragraph"}
    assert len([token for token in PARSER.parse(text) if token.type == "list_item_open"]) == 1


def test_export_without_annotations_equals_the_export_without_a_notebook() -> None:
    assert Export.of(bundled(), "en", mine=NO_ANNOTATIONS).text == Export.of(bundled(), "en").text
