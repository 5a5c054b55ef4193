"""Linear text of the panes, for screen readers, braille displays and pipes."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from bundled import ANNOTATIONS, FERRY_ARTICLE, FILE, LANGUAGES, bundled, ferry_without_text, reading
from deepseek_tui.cli.main import main
from deepseek_tui.panes.annotations import NO_ANNOTATIONS
from deepseek_tui.panes.blocks import Bars, Block, Bullet, Field, Heading, Para, Quotation, Table, TimelineStrip
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.pane import Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.search import Search
from deepseek_tui.panes.timeline import UNDATED
from deepseek_tui.render.commonmark import fold
from deepseek_tui.render.linear import LinearLine, linear
from deepseek_tui.render.selection import Selection, UnknownSelectionError
from deepseek_tui.story.analysis.query import parse
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.sections import ALL
from stories import hostile_story, minimal_story, write_story

DRAWN = re.compile("[\u2500-\u259f\u25a0-\u25ff\u2190-\u21ff•│┊▏▶\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that linear text must not contain: drawings, arrows, control and bidirectional characters."""
NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.? ")
ID = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*)\]")


@cache
def lines(
    what: str, language: str, context: bool = True, evidence: bool = False, width: int = 0, *, mine: bool = True
) -> list[LinearLine]:
    told = reading(language, context=context, mine=ANNOTATIONS if mine else NO_ANNOTATIONS)
    return list(linear(Selection(told, what), evidence=evidence).lines(width))


def text(found: list[LinearLine]) -> str:
    return "\n".join(line.text for line in found)


@cache
def hostile(language: str = "en") -> RenderContext:
    return RenderContext.of(Story.model_validate(hostile_story()), language)


def words(block: Block) -> Iterator[str]:
    """Yield all texts of a block."""
    match block:
        case Heading():
            yield block.text
        case Para() | Field() | Bullet():
            yield from (line for span in block.spans for line in span.text.strip(" —\n").split("\n"))
            yield getattr(block, "label", "") or getattr(block, "mark", "")
            yield from (source.url for source in block.proof.sources if source.url)
        case Quotation():
            yield from (block.text, block.by, block.translation)
        case Bars():
            yield from (word for bar in block.bars for word in (bar.label, bar.value))
            yield from (block.caption, *block.caveats)
        case TimelineStrip():
            stops = [stop for stop in block.stops if block.whole or stop.shape != UNDATED]
            yield from (word for stop in stops for word in (stop.label, stop.date))
            yield block.caption
        case Table():
            yield from (cell for row in (block.head, *block.rows) for cell in row)


@pytest.mark.parametrize("context", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", list(Section))
def test_linear_text_of_a_section_has_the_text_of_the_pane(section: Section, language: str, context: bool) -> None:
    pane = pane_of(section, reading(language, context=context, mine=ANNOTATIONS))
    output = text(lines(section.value, language, context))
    for key in filter(None, pane.keys):
        document = pane.document(key)
        missing = [word for block in document.blocks for word in words(block) if fold(word) not in output]
        assert missing == [], key
        assert fold(document.title) in output
    for row in pane.headings():
        assert fold(pane.row(row).title) in output


@pytest.mark.parametrize("language", LANGUAGES)
def test_linear_text_has_no_line_drawing_characters(language: str) -> None:
    found = [line.text for line in lines(ALL, language, evidence=True, width=80)]
    names = re.compile(r"\S+ (?:→|->) ")  # An arrow is allowed after the name of a link.
    assert [line for line in found if DRAWN.search(names.sub("", line))] == []


def test_linear_text_of_a_story_has_the_title_and_each_section_once() -> None:
    found = lines(ALL, "en")
    assert found[0] == LinearLine(reading("en").say(bundled().title), heading=True)
    titles = [line.text for line in found if line.heading and re.match(r"\d+\. ", line.text)]
    assert titles == [f"{number}. {pane_of(section, reading('en')).title}" for number, section in enumerate(Section, 1)]


def followers(number: list[int]) -> list[list[int]]:
    """Return the heading numbers that may follow a heading number.

    The next heading is a child, a sibling, or a sibling of an ancestor.
    """
    return [[*number, 1], *([*number[:depth], number[depth] + 1] for depth in range(len(number)))]


@pytest.mark.parametrize("what", [ALL, *(section.value for section in Section)])
def test_headings_of_linear_text_are_numbered_without_gaps(what: str) -> None:
    before: list[int] = []
    for line in lines(what, "en", evidence=True)[what == ALL :]:
        if line.heading:
            match = NUMBER.match(line.text)
            assert match, line
            number = [int(step) for step in match[1].split(".")]
            assert number in followers(before)
            before = number


def test_blocks_of_linear_text_are_separated_by_one_blank_line() -> None:
    found = [line.text for line in lines(ALL, "fr", evidence=True, width=80)]
    assert found[0]
    assert found[-1]
    assert all(one or other for one, other in pairwise(found))
    assert not any(line.endswith(" ") for line in found)
    for number, line in enumerate(lines(ALL, "en")[1:-1], 1):
        if line.heading:
            assert not lines(ALL, "en")[number - 1].text
            assert not lines(ALL, "en")[number + 1].text


# The following tests are about the line width.


def is_narrow(line: str, width: int) -> bool:
    """Return whether a line fits the width or is a single word."""
    words = re.sub(r"^(?:- |\d+\) | +)", "", line).split(" ")
    return cell_len(line) <= width or len(words) == 1


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_linear_text_is_wider_than_the_width(language: str, width: int) -> None:
    found = [line.text for line in lines(ALL, language, evidence=True, width=width)]
    assert [line for line in found if not is_narrow(line, width)] == []
    assert max(cell_len(line) for line in found if "http" not in line) > width * 0.9


@given(st.integers(1, 200), st.sampled_from(LANGUAGES))
@settings(deadline=None, max_examples=30)
def test_wrapping_of_linear_text_splits_no_word(width: int, language: str) -> None:
    made = linear(Selection(hostile(language)), evidence=True)
    wrapped, whole = list(made.lines(width)), list(made.lines(0))
    assert [line.text for line in wrapped if not is_narrow(line.text, width)] == []
    assert text(wrapped).replace("\n", " ").split() == text(whole).replace("\n", " ").split()


def test_wide_characters_count_as_two_cells_when_wrapping() -> None:
    document = minimal_story() | {"title": "深度求索 " * 40}
    found = linear(Selection(RenderContext.of(Story.model_validate(document), "en"))).lines(30)
    heading = [line.text for line in found if "深" in line.text]
    assert len(heading) > 10
    assert max(map(cell_len, heading)) <= 30


# The following tests are about the ids of items.


@pytest.mark.parametrize("what", [ALL, *(section.value for section in Section)])
def test_item_ids_can_be_shown_in_brackets(what: str) -> None:
    found = set(ID.findall(text(lines(what, "en", evidence=True))))
    assert len(found) > (1 if what == Section.MINE else 10)
    for ref in found:
        assert Selection(reading("en"), ref).title


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_of_all_items_of_the_story_can_be_shown(language: str) -> None:
    for ref in reading(language).index.items:
        found = lines(ref, language)
        assert found[0].text.startswith("1. ")
        assert found[0].text.endswith(f"[{ref}]")
        assert len(found) > 2
        assert fold(Selection(reading(language), ref).title) in found[0].text


def test_item_named_in_a_text_is_followed_by_the_id_once() -> None:
    for pane in (pane_of(section, reading("en")) for section in Section):
        for key in filter(None, pane.keys):
            spans = [span for block in pane.document(key).blocks for span in getattr(block, "spans", ())]
            named = {span.ref for span in spans if span.ref}
            output = text(lines(key, "en"))
            assert {ref: output.count(f"[{ref}]") for ref in named} == dict.fromkeys(named, 1)


def test_context_note_is_labelled_and_is_absent_when_context_is_hidden() -> None:
    for note in bundled().notes:
        assert "Context" in text(lines(note.id, "en"))
        with pytest.raises(UnknownSelectionError):
            Selection(reading("en", context=False), note.id)
    dated = next(note for note in bundled().notes if note.when)
    assert any(
        line.text.startswith(("1.", "2.")) and "Context: " in line.text for line in lines("timeline", "en") if line.heading
    )
    assert lines(dated.id, "fr")[0].text.startswith("1. Contexte\u00a0: ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_output_without_context_has_no_text_or_web_address_of_context_notes(language: str) -> None:
    output = text(lines(ALL, language, context=False, evidence=True))
    say = reading(language).say
    assert [note.id for note in bundled().notes if f"[{note.id}]" in output or fold(say(note.text)) in output] == []
    assert "http" not in output


# The following tests are about drawings written in words.


def test_bar_styles_and_signs_are_written_as_words_in_linear_text() -> None:
    output = text(lines("overview:figures", "en"))
    assert "under 100,000 H100\u00a0GPUs (upper bound; exact value not given) (¶6.2 The article)" in output
    assert "1.3 million GPUs, by the end of 2025 (yet to come) (¶6.2 The article)" in output
    order = text(lines("overview:order", "fr"))
    assert "10 janvier, année non précisée (incomplète) (¶4.1" in order
    assert "(à venir)" in order
    assert "1) " in order


def test_cited_places_of_the_article_have_speaker_and_status() -> None:
    assert "(¶5.2 The Algorithmic Bridge, reported)" in text(lines("mla", "en"))
    assert "(¶1.1 L’article ; ¶3.2 South China Morning Post)".replace(" ;", "\u00a0;") in text(lines("timeline", "fr"))


def test_cited_place_without_other_text_is_written_once() -> None:
    assert "\nMentioned in: ¶2.1 The article" in text(lines("ai-model", "en"))


def test_quotation_in_linear_text_has_speaker_and_language() -> None:
    output = text(lines("players", "en"))
    quoted = "«\u00a0réveil\u00a0» — Donald Trump, in French in the article (¶11.2 Donald Trump, quoted)\n"
    assert f"{quoted}Our translation: “wake-up call”" in output


# The following tests are about evidence.


def test_evidence_follows_each_item_in_linear_text() -> None:
    plain, with_it = (lines("questions", "en", evidence=evidence) for evidence in (False, True))
    items = [key for key in pane_of(Section.QUESTIONS, reading("en")).keys if key]
    heading = reading("en").words.evidence.title
    assert sum(line.text.endswith(heading) for line in with_it) == len(items)
    assert sum(line.text.endswith(heading) for line in plain) == 0
    assert any(re.fullmatch(r"[\d.]+ Paragraph 13, sentence 1", line.text) for line in with_it)


def test_cited_text_in_the_story_is_shown_with_the_evidence(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "timeline", "--story", "quiet-ferry", "--lang", "en", "--width", "0", "--evidence"]) == 0
    shown = capfd.readouterr()
    assert "From the article, ¶4: “The harbour office says that she missed none.”\n" in shown.out  # This sentence is cited.
    assert "your copy" not in shown.out
    assert shown.err == ""


def test_cited_text_from_the_local_copy_is_shown_with_the_evidence(
    home: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    story, copy = write_story(tmp_path, ferry_without_text()), FERRY_ARTICLE
    command = ["show", "timeline", "--story", str(story), "--lang", "en", "--width", "0"]
    assert main([*command, "--evidence"]) == 0
    assert "From the article" not in capfd.readouterr().out
    assert main([*command, "--article", str(copy)]) == 0
    shown = capfd.readouterr()
    assert shown.err == ""
    first = copy.read_text("utf-8").split(". ")[0].split("\n")[-1]
    assert f"In your copy of the article, ¶1: “{first}" in shown.out
    assert main([*command, "--evidence"]) == 0  # The path of the local copy is remembered, so --article is no longer needed.
    assert capfd.readouterr().out == shown.out

    other = tmp_path / "other.txt"
    other.write_text("Nothing of the kind.", "utf-8")
    assert main([*command, "--article", str(other)]) == 0
    shown = capfd.readouterr()
    assert shown.err.count("\n") == 1
    assert "not the article" in shown.err
    assert "your copy" not in shown.out


# The following tests are about hostile text.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [0, 40])
def test_linear_text_of_a_story_with_control_characters_has_none(language: str, width: int) -> None:
    for what in (ALL, *(ref for ref in hostile(language).index.items)):
        found = list(linear(Selection(hostile(language), what), evidence=True).lines(width))
        for line in found:
            assert "\n" not in line.text
            assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", line.text)
            if not width:
                assert not re.match(r"\d+\.", line.text) or line.heading, line


# The following tests are about the command line.


def test_show_command_prints_the_whole_story_by_default(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--lang", "en", "--width", "0"]) == 0
    shown = capfd.readouterr()
    assert shown == (text(lines(ALL, "en", mine=False)) + "\n", "")


def test_width_is_that_of_the_option_then_the_terminal_then_80(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    for words, width in ((["--width", "60"], 60), ([], 80)):
        assert main(["show", "claims", "--lang", "fr", *words]) == 0
        assert capfd.readouterr().out == text(lines("claims", "fr", width=width)) + "\n"
    monkeypatch.setenv("COLUMNS", "70")
    assert main(["show", "claims", "--lang", "fr"]) == 0
    assert capfd.readouterr().out == text(lines("claims", "fr", width=70)) + "\n"


def on_terminal(*words: str, **environment: str) -> str:
    """Return the output of the `show` command on a terminal."""
    keyboard, screen = pty.openpty()
    command = [sys.executable, "-m", "deepseek_tui", "show", *words]
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    with subprocess.Popen(command, stdout=screen, env=kept | {"TERM": "xterm"} | environment) as running:
        os.close(screen)
        shown = b""
        try:
            while piece := os.read(keyboard, 4096):
                shown += piece
        except OSError:  # Linux raises this error when the other end of the pseudo-terminal is closed.
            pass
        assert running.wait() == 0
    os.close(keyboard)
    return shown.decode().replace("\r\n", "\n")


def test_only_headings_are_bold_in_linear_text_on_a_terminal() -> None:
    plain = text(lines("mla", "en", width=80, mine=False)) + "\n"
    shown = on_terminal("mla", "--lang", "en", "--width", "80")
    assert shown.startswith("\x1b[1m1. Multi-head Latent Attention (MLA) [mla]\x1b[0m\n")
    assert re.sub(r"\x1b\[[01]m", "", shown) == plain
    bold = re.findall(r"\x1b\[1m(.*)\x1b\[0m", shown)
    assert bold == [line.text for line in lines("mla", "en", width=80, mine=False) if line.heading]
    assert on_terminal("mla", "--lang", "en", "--width", "80", NO_COLOR="1") == plain
    assert on_terminal("mla", "--lang", "en", "--width", "80", TERM="dumb") == plain


@pytest.mark.parametrize("words", [["timelime"], ["\x1b[31mx"], ["--width", "-1"], ["--width", "x"], ["--story", "nowhere"]])
def test_unknown_section_or_id_is_refused_with_an_error_message(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", *words, "--lang", "en"]) == 2
    shown = capfd.readouterr()
    assert shown.out == ""
    assert shown.err
    assert "\x1b" not in shown.err


def test_unreadable_local_copy_of_the_article_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--article", "nowhere.txt"]) == 2
    assert "there is no such file" in capfd.readouterr().err


def test_closed_output_pipe_is_not_an_error() -> None:
    command = f"'{sys.executable}' -m deepseek_tui show | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_story_is_read_from_standard_input() -> None:
    command = [sys.executable, "-m", "deepseek_tui", "show", "overview", "--story", "-", "--lang", "en", "--width", "0"]
    done = subprocess.run(command, input=FILE.read_bytes(), capture_output=True, check=False)
    assert done.stdout.decode() == text(lines("overview", "en", mine=False)) + "\n"


# The following tests are about filters.


def headings(found: str) -> list[str]:
    """Return the item ids in the headings of linear text."""
    return [ref for line in found.splitlines() if NUMBER.match(line) for ref in ID.findall(line)]


def test_show_command_with_a_filter_prints_matching_items_and_non_empty_headings(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "players", "--filter", "kind:person", "--lang", "en", "--width", "0"]) == 0
    shown = capfd.readouterr()
    people = [player.id for player in bundled().players if player.kind.value == "person"]
    assert sorted(headings(shown.out)) == sorted(people)
    assert re.search(r"^1\.1 People", shown.out, re.MULTILINE)
    assert "Organisations" not in shown.out
    assert shown.err == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["nvidia", "by:scmp", "p:6 -meta", '"app store"'])
def test_show_command_with_a_filter_prints_the_same_items_as_the_search_finds(
    query: str, language: str, capfd: pytest.CaptureFixture[str]
) -> None:
    search, parsed = Search(reading(language)), parse(query)
    panes = [pane_of(section, reading(language)) for section in Section]
    kept = [pane.keys[row] for pane in panes for row in search.rows(pane, parsed)]
    items = [key for key in kept if key in reading(language).index.items]
    assert main(["show", "--filter", query, "--lang", language, "--width", "0"]) == 0
    assert headings(capfd.readouterr().out) == items
    assert items


@pytest.mark.parametrize(("what", "query"), [("all", "nvidja"), ("terms", "by:scmp"), ("all", "\x1b[31m")])
def test_filter_without_matches_prints_a_message_and_exits_successfully(
    what: str, query: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", what, "--filter", query, "--lang", "en"]) == 0
    shown = capfd.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("deepseek-tui: ")
    assert "\x1b" not in shown.err


def test_item_that_matches_the_filter_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    for what, query in (("deepseek-h100-ceiling", "h100"), ("nvidia", "nvidia"), ("overview:figures", "h100")):
        assert main(["show", what, "--filter", query, "--lang", "en"]) == 0
        assert capfd.readouterr().out.startswith("1. ")


@pytest.mark.parametrize("query", ["byy:scmp", "by:", "", "-"])
def test_invalid_filter_prints_one_error_message(query: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--filter", query, "--lang", "en"]) == 2
    shown = capfd.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
