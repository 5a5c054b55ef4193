"""Differences between two editions: every edit is reported, and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bundled import FILE, LANGUAGES, bundled
from deepseek_tui.cli.main import main
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.i18n.changes import ChangeWords
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.changes import ChangeRows, summary
from deepseek_tui.panes.pane import PANES
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.story.analysis.diff import PARTS, TEXT_FIELDS, Change, ChangeKind, Changes, ItemChange
from deepseek_tui.story.analysis.index import LISTS
from deepseek_tui.story.format.model import (
    Article,
    Claim,
    Edition,
    Event,
    Figure,
    Innovation,
    Link,
    Note,
    Player,
    Question,
    Source,
    Story,
    Term,
    Topic,
)
from deepseek_tui.story.format.text import Text
from stories import at, both, hostile_story, many_events, minimal_story, write_story

MODELS = (Source, Topic, Player, Event, Innovation, Question, Claim, Figure, Term, Note, Link, Edition, Article)


def story(document: dict[str, Any]) -> Story:
    return Story.model_validate(document)


def changes(old: dict[str, Any], new: dict[str, Any]) -> Changes:
    return Changes(story(old), story(new))


def texts(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of the English words of every text."""
    if isinstance(value, dict):
        found = [(*path, "en")] if isinstance(value.get("en"), str) else []
        return found + [place for key, inner in value.items() for place in texts(inner, (*path, key))]
    if isinstance(value, list):
        return [place for number, inner in enumerate(value) for place in texts(inner, (*path, number))]
    return []


TEXTS = texts(minimal_story())


def put(document: dict[str, Any], path: tuple[str | int, ...], words: str) -> None:
    value: Any = document
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = words


@pytest.mark.parametrize("document", [minimal_story(), hostile_story()], ids=["small", "hostile"])
def test_comparing_a_story_with_itself_finds_no_differences(document: dict[str, Any]) -> None:
    found = changes(document, document)
    assert (len(found), dict(found.counts())) == (0, {})
    assert summary(found, RenderContext.of(found.new, "en")) == "no changes"


@given(st.data())
@settings(deadline=None)
def test_changed_order_of_items_is_not_reported_as_a_change(data: st.DataObject) -> None:
    document = minimal_story()
    for name in LISTS:
        document[name] = data.draw(st.permutations(document[name]))
    assert list(changes(minimal_story(), document)) == []


@given(st.sets(st.sampled_from(TEXTS), min_size=1))
@settings(deadline=None)
def test_diff_reports_exactly_the_edited_texts(paths: set[tuple[str | int, ...]]) -> None:
    document = minimal_story()
    for path in paths:
        put(document, path, "other words")
    found = {
        (change.part, change.id, field.name) for change in changes(minimal_story(), document) for field in change.fields
    }
    expected = set()
    for first, *rest in paths:
        if first in LISTS:
            expected.add((first, minimal_story()[first][rest[0]]["id"], rest[1]))
        else:
            expected.add((first, "", first if first in ("title", "identity", "summary") else rest[0]))
    assert found == expected


@given(st.sampled_from(LISTS), st.data())
@settings(deadline=None)
def test_added_item_is_reported_as_removed_in_the_reverse_comparison(name: str, data: st.DataObject) -> None:
    with_it, without = minimal_story(), minimal_story()
    gone = without[name].pop(data.draw(st.integers(0, len(without[name]) - 1)))["id"]
    assert list(changes(with_it, without)) == [Change(name, gone, ItemChange.REMOVED)]
    assert list(changes(without, with_it)) == [Change(name, gone, ItemChange.ADDED)]


def test_changes_between_stories_are_counted_by_kind_and_list() -> None:
    new = minimal_story()
    new["claims"][0]["status"] = "reported"
    new["claims"][0]["text"] = both("Acme makes things")
    new["claims"][1]["text"] = both("Jane Doe lauded it")
    new["events"] += [new["events"][2] | {"id": "other-plan"}, new["events"][2] | {"id": "third-plan"}]
    new["events"][2]["phase"] = "happened"
    new["players"][0]["evidence"] = at(2)
    del new["terms"][0]
    new["edition"]["version"] = "2"
    found = changes(minimal_story(), new)
    assert dict(found.counts()) == {
        (ChangeKind.ADDED, "events"): 2,
        (ChangeKind.REMOVED, "terms"): 1,
        (ChangeKind.STATUS, "events"): 1,
        (ChangeKind.STATUS, "claims"): 1,
        (ChangeKind.REWORDED, "claims"): 1,
        (ChangeKind.CHANGED, "players"): 1,
        (ChangeKind.CHANGED, "edition"): 1,
    }
    assert summary(found, RenderContext.of(found.new, "en")) == (
        "2 events added, 1 term removed, 2 statuses changed, 1 claim reworded, 1 player changed, a different edition"
    )
    assert summary(found, RenderContext.of(found.new, "fr")) == (
        "2 événements ajoutés, 1 terme retiré, 2 statuts modifiés, 1 affirmation reformulée, 1 acteur modifié, "
        "l’édition est différente"
    )


def test_removed_items_are_listed_at_the_old_position() -> None:
    old, new = minimal_story(), minimal_story()
    old["players"] = [old["players"][0] | {"id": name} for name in ("first", "gone", "last", "gone-too")]
    new["players"] = [old["players"][2], old["players"][0] | {"id": "new"}, old["players"][0]]
    assert [(change.id, change.action.value) for change in changes(old, new) if change.part == "players"] == [
        ("gone-too", "removed"),
        ("new", "added"),
        ("gone", "removed"),
    ]


def test_item_moved_to_another_list_is_reported_as_removed_and_added() -> None:
    old, new = minimal_story(), minimal_story()
    old["topics"].append({"id": "moved", "name": "Moved"})
    new["terms"].append({"id": "moved", "word": "Moved", "definition": "x", "evidence": []})
    found = [(change.part, change.id, change.action.value) for change in changes(old, new)]
    assert found == [("topics", "moved", "removed"), ("terms", "moved", "added")]


# The following tests are about the rows and the summary of the list of changes.


def test_row_of_a_change_shows_old_and_new_values_and_leads_to_the_item() -> None:
    new = minimal_story()
    new["claims"][0]["status"] = "reported"
    new["events"][2] |= {"when": "2026", "players": ["acme", "jane-doe"]}
    new["figures"][0]["value"] = 90000
    del new["notes"][0]
    new["questions"][0]["opposes"] = []
    found = changes(minimal_story(), new)
    rows = ChangeRows(found, RenderContext.of(found.new, "en"))
    numbered = [(number, rows.row(number)) for number in range(len(found))]
    assert not any(row.tail for _, row in numbered), "a tail would be cut where a title is long"
    shown = [(row.title, *row.second.partition(" · ")[::2], rows.target(number)) for number, row in numbered]
    assert shown == [
        (
            "The plan (en)",
            "event changed",
            "when: by the end of 2025 → 2026 · players: none → Acme, Jane Doe".replace(
                "by the end of 2025", RenderContext.of(found.new, "en").date("[..2025-12]")
            ),
            "plan",
        ),
        ("Will it last? (en)", "question changed", "arguments against: It broke once (en) → none", "will-it-last"),
        ("Acme made a thing (en)", "claim changed", "status: stated → reported", "made-it"),
        ("Things made (en)", "figure changed", "value: 100,000 → 90,000", "overview:figures"),
        ("It broke once (en)", "context note removed", "", ""),
    ]


@pytest.mark.parametrize("context", [True, False])
def test_every_change_leads_to_an_existing_row_of_a_pane(context: bool) -> None:
    empty = minimal_story() | {name: [] for name in LISTS if name != "sources"}
    found, reading = Changes(story(empty), bundled()), RenderContext.of(bundled(), "en", context=context)
    rows = ChangeRows(found, reading)
    keys = {key for section in PANES for key in pane_of(section, reading).keys}
    for number, change in enumerate(rows.changes):
        if change.part == "topics" or change.action is ItemChange.REMOVED:
            assert rows.target(number) == ""
        else:
            assert rows.target(number) in keys, change


def test_changes_of_context_notes_are_hidden_when_context_is_hidden() -> None:
    old, new = minimal_story(), minimal_story()
    del new["notes"][0]
    new["questions"][0]["opposes"] = []
    found = changes(old, new)
    reading = RenderContext.of(found.new, "en", context=False)
    rows = ChangeRows(found, reading)
    assert [rows.row(number).title for number in range(len(rows.keys))] == ["Will it last? (en)"]
    assert rows.row(0).second == "question changed · arguments against"
    assert summary(found, reading) == "1 question changed"


def test_summary_of_more_kinds_than_fit_is_the_number_of_changes() -> None:
    old, new = minimal_story(), minimal_story()
    for name, field in (("claims", "text"), ("events", "body"), ("players", "role"), ("terms", "word"), ("topics", "name")):
        new[name][0][field] = both("Other words")
    few = changes(old, new)
    assert summary(few, RenderContext.of(few.new, "en"), 5).count(",") == 4
    new["figures"][0]["label"] = both("Other words")
    many = changes(old, new)
    assert summary(many, RenderContext.of(many.new, "en"), 5) == "6 changes"
    assert summary(many, RenderContext.of(many.new, "fr"), 5) == "6 changements"
    assert summary(many, RenderContext.of(many.new, "en")).count(",") == 5


@pytest.mark.parametrize("words", [words_in(language).changes for language in LANGUAGES], ids=LANGUAGES)
def test_every_field_and_list_of_a_story_has_a_translated_name(words: ChangeWords) -> None:
    names = {about.alias or name for model in MODELS for name, about in model.model_fields.items()} - {"id"}
    assert names | {"title", "languages", "summary"} <= set(words.fields)
    assert set(words.nouns) == set(LISTS)
    assert set(words.parts) == set(words.part_titles) == set(words.part_changed) == set(PARTS)
    assert words.feminine <= set(LISTS)


def test_list_of_text_fields_matches_the_fields_of_the_models() -> None:
    def holds_text(annotation: object) -> bool:
        return annotation is Text or any(holds_text(part) for part in get_args(annotation))

    found = {name for model in MODELS for name, about in model.model_fields.items() if holds_text(about.annotation)}
    assert found | {"title", "by", "identity"} == TEXT_FIELDS


def test_stories_with_ten_thousand_items_are_compared_in_reasonable_time() -> None:
    document = many_events(10_000)
    old, new = story(document), story(many_events(10_000) | {"players": document["players"][::-1]})
    edited = many_events(10_000)
    for event in edited["events"][::2]:
        event["title"] = "x"
    other = story(edited)
    assert len(Changes(old, new)) == 0
    found = Changes(old, other)
    assert found.counts() == {(ChangeKind.REWORDED, "events"): 5000}
    rows = ChangeRows(found, RenderContext.of(other, "en"))
    assert rows.row(4999).title == "x"


# The following tests are about the command diff.


def test_diff_command_lists_changes_and_exits_with_status_1(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    new = minimal_story()
    new["claims"][0]["status"] = "reported"
    new["events"].append(new["events"][2] | {"id": "other-plan"})
    new["title"] = both("Acme")
    paths = [str(write_story(tmp_path, minimal_story(), "old.json")), str(write_story(tmp_path, new, "new.json"))]
    assert main(["diff", *paths, "--lang", "en"]) == 1
    shown = capfd.readouterr()
    assert shown.out == (
        "1 event added, 1 status changed, the title changed\n"
        "\n"
        "Title changed\n"
        "  title: The story of Acme (en) → Acme (en)\n"
        "Event added: The plan (en) [other-plan]\n"
        "Claim changed: Acme made a thing (en) [made-it]\n"
        "  status: stated → reported\n"
    )
    assert shown.err == ""


def test_diff_command_prints_nothing_and_exits_with_status_0_for_equal_stories(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "deepseek", str(FILE)]) == 0
    assert capfd.readouterr() == ("", "")
    assert main(["diff", "deepseek", "deepseek", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["changes"] == []


def test_json_output_of_the_diff_command_has_complete_values(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    new = minimal_story()
    new["claims"][0]["status"] = "reported"
    new["links"][0] |= {"from": "plan", "text": "x"}
    del new["topics"][0]
    for claim in new["claims"]:
        claim["topic"] = "other"
    new["topics"] = [{"id": "other", "name": "Other"}]
    paths = [str(write_story(tmp_path, minimal_story(), "old.json")), str(write_story(tmp_path, new, "new.json"))]
    assert main(["diff", *paths, "--json"]) == 1
    found = json.loads(capfd.readouterr().out)
    assert set(found) == {"old", "new", "same_story", "counts", "changes"}
    assert set(found["old"]) == {"id", "edition", "date", "sha256"}
    assert found["same_story"] is True
    assert {"list": "claims", "manner": "status", "count": 1} in found["counts"]
    by_id = {change["id"]: change for change in found["changes"]}
    assert by_id["other"] == {"list": "topics", "id": "other", "what": "added", "manner": "added", "fields": []}
    assert by_id["made-it"]["fields"] == [
        {"name": "status", "old": "stated", "new": "reported"},
        {"name": "topic", "old": "things", "new": "other"},
    ]
    assert by_id["launch-praise"]["fields"] == [
        {"name": "from", "old": "launch", "new": "plan"},
        {"name": "text", "old": both("People saw it"), "new": "x"},
    ]


def test_comparing_stories_with_different_ids_prints_a_warning(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "deepseek", "quiet-ferry", "--lang", "en"]) == 1
    shown = capfd.readouterr()
    assert "two different stories: deepseek and quiet-ferry" in shown.err
    assert "events added" in shown.out


def test_diff_command_with_unusable_arguments_exits_with_status_2(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    broken = str(write_story(tmp_path, {}))
    for words in (["-", "-"], ["deepseek", "nowhere.json"], [broken, "deepseek"], ["deepseek"], ["deepseek", broken]):
        assert main(["diff", *words]) == 2
        shown = capfd.readouterr()
        assert shown.out == ""
        assert shown.err
        assert "Traceback" not in shown.err


def test_diff_command_reads_either_story_from_standard_input() -> None:
    for words in (["-", "deepseek"], ["deepseek", "-"]):
        command = [sys.executable, "-m", "deepseek_tui", "diff", *words]
        done = subprocess.run(command, input=FILE.read_bytes(), capture_output=True, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_closed_output_pipe_causes_no_traceback() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        command = [sys.executable, "-m", "deepseek_tui", "diff", "deepseek", "quiet-ferry", "--lang", "en"]
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"pipe" not in done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_diff_of_a_story_with_control_characters_prints_none(
    tmp_path: Path, language: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    paths = [str(write_story(tmp_path, make(), f"{make.__name__}.json")) for make in (minimal_story, hostile_story)]
    for words in (paths, paths[::-1]):
        assert main(["diff", *words, "--lang", language]) == 1
        shown = capfdbinary.readouterr().out.decode()
        assert not any(ord(char) < 32 and char != "\n" for char in shown)
        assert "\u202e" not in shown
        assert "\x9b" not in shown


@pytest.mark.parametrize(
    ("language", "before", "now"), [("en", "before: ", "now: "), ("fr", "avant\u00a0: ", "maintenant\u00a0: ")]
)
def test_full_view_of_a_change_shows_the_old_text_above_the_new_text(language: str, before: str, now: str) -> None:
    old, new = minimal_story(), minimal_story()
    common = "The firm says that " + "it went on and on and " * 8
    old["claims"][0]["text"], new["claims"][0]["text"] = both(common + "won"), both(common + "lost")
    found = changes(old, new)
    rows = ChangeRows(found, RenderContext.of(found.new, language))
    lines = rows.whole(0).splitlines()
    assert lines[0] == rows.row(0).title
    assert lines[-2].startswith(before)
    assert lines[-2].endswith(f"won ({language})")
    assert lines[-1].startswith(now)
    assert lines[-1].endswith(f"lost ({language})")
    assert not rows.says_all(0)
