"""Checks of changed stories: same result as a full check, with less work."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generated import generated
from deepseek_tui.editing.deletion import DeleteObject, References
from deepseek_tui.editing.edited_story import EditedStory
from deepseek_tui.editing.errors import EditError
from deepseek_tui.editing.operation import Operation, Steps
from deepseek_tui.editing.operations import AddObject, DuplicateObject, MoveObject, SetField
from deepseek_tui.editing.renaming import RenameId
from deepseek_tui.editing.steps import Insert, Remove, Replace, Step, apply_steps, value_at
from deepseek_tui.editing.targets import Target
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.diagnostics import InvalidInput, KeyPath
from deepseek_tui.story.loading.integrity import ObjectCheck
from deepseek_tui.story.loading.loader import from_bytes
from drafts import opened
from stories import Document, at, both, minimal_story

Problems = list[tuple[str, str, str]]


def paths_of(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    inner = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in inner:
        yield from paths_of(value[key], (*path, key))


def problems_of(document: Document) -> Problems:
    """Return the problems that a full check finds in a document, without positions."""
    try:
        from_bytes(json.dumps(document).encode(), "story.json")
    except InvalidInput as error:
        return sorted((problem.path, problem.message, problem.hint) for problem in error.problems)
    return []


def refused(error: EditError) -> Problems:
    return sorted((problem.path, problem.message, problem.hint) for problem in error.problems)


def applied(story: EditedStory, *change: Step) -> Problems:
    """Apply steps to a story, and return the problems if they are refused."""
    try:
        story.apply(Steps(change))
    except EditError as error:
        return refused(error)
    return []


def story_with_order() -> Document:
    """Return a story with more references and a longer order of events than the minimal story."""
    story = minimal_story()
    story["events"].insert(0, {**story["events"][1], "id": "first", "before": ["launch"], "when": "2024", "after": []})
    story["events"].append({**story["events"][1], "id": "last", "after": ["praise", "plan"], "when": "2026"})
    story["reading_paths"] = [{"length": "full", "items": ["launch", "made-it"]}]
    story["players"][0]["about"][0]["evidence"][0]["source"] = "the-paper"
    return story


STORY = story_with_order()
PATHS = list(paths_of(STORY))
VALUES = [value_at(STORY, path) for path in PATHS] + [None, 5, "", [], {}, "x", "2025-13", ["launch"], "2023", "overview"]


@st.composite
def steps(draw: st.DrawFn) -> Step:
    path = draw(st.sampled_from(PATHS))
    kind = draw(st.sampled_from(("replace", "remove", "insert")))
    if kind == "replace":
        return Replace(path, copy.deepcopy(draw(st.sampled_from(VALUES))))
    if kind == "remove":
        return Remove(path)
    key = path[-1] if isinstance(path[-1], int) else draw(st.sampled_from(("when", "after", "before", "draft", "titel")))
    return Insert((*path[:-1], key), copy.deepcopy(draw(st.sampled_from(VALUES))), draw(st.integers(-1, 3)))


@settings(max_examples=100)
@given(st.lists(st.lists(steps(), min_size=1, max_size=3), min_size=1, max_size=4))
def test_check_of_a_change_finds_the_same_problems_as_a_check_of_the_whole_document(changes: list[list[Step]]) -> None:
    story = opened(STORY)
    for change in changes:
        before, model = story.document, story.story
        try:
            document, _ = apply_steps(before, change)
        except LookupError:
            continue
        problems = applied(story, *change)
        assert problems == problems_of(document)
        if problems:
            assert story.document is before
            assert story.story is model
        else:
            assert story.document == document
            assert story.story == Story.model_validate(document)
    assert story.places == opened(story.document).places


EVENT = st.fixed_dictionaries(
    {},
    optional={
        "when": st.sampled_from(["2023", "2024-05", "2024", "2024~", "XXXX-01-10", "[..2023]", "2023/2025", "20x"]),
        "after": st.lists(st.integers(0, 4).map("e{}".format), max_size=2),
        "before": st.lists(st.integers(0, 5).map("e{}".format), max_size=2),
    },
)


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, 4), EVENT), min_size=1, max_size=12))
def test_check_of_a_changed_event_order_finds_the_same_problems_as_a_whole_check(
    changes: list[tuple[int, Document]],
) -> None:
    plain = {"title": "x", "body": "x", "phase": "happened", "evidence": at(1)}
    document = minimal_story() | {"events": [plain | {"id": f"e{row}"} for row in range(5)]}
    document |= {key: [] for key in ("notes", "links", "claims", "innovations", "questions")}
    story = opened(document)
    for row, fields in changes:
        change = Replace(("events", row), plain | {"id": f"e{row}"} | fields)
        expected = problems_of(apply_steps(story.document, [change])[0])
        assert applied(story, change) == expected


def test_invalid_value_is_refused_with_the_message_of_the_check_command_and_changes_nothing() -> None:
    story = opened(minimal_story())
    before = copy.deepcopy(story.document)
    with pytest.raises(EditError) as caught:
        story.apply(SetField(Target("events", "launch"), ("when",), "2025-13"))
    (problem,) = caught.value.problems
    assert str(problem).startswith('events[0].when: "2025-13": ')
    assert story.document == before
    assert story.story == Story.model_validate(before)


def test_change_of_the_languages_checks_every_text() -> None:
    story = opened(minimal_story())
    with pytest.raises(EditError) as caught:
        story.apply(SetField(Target(), ("languages",), ["fr", "en", "de"]))
    assert refused(caught.value) == problems_of({**story.document, "languages": ["fr", "en", "de"]})


def test_removed_paragraph_is_refused_while_evidence_cites_it() -> None:
    story = opened(minimal_story())
    with pytest.raises(EditError) as caught:
        story.apply(DeleteObject(Target(inside=("article", "paragraphs", 1))))
    assert any("no paragraph 2" in problem.message for problem in caught.value.problems)
    assert len(story.document["article"]["paragraphs"]) == 2


def test_model_is_updated_when_only_the_title_of_the_article_changes() -> None:
    story = opened(minimal_story())
    story.apply(SetField(Target(inside=("article",)), ("title",), both("A title")))
    assert story.story.article.title == both("A title")
    assert story.story == Story.model_validate(story.document)


CHANGES = [
    SetField(Target("events", "event-5"), ("title", "fr"), "Un titre"),
    SetField(Target("events", "event-50"), ("when",), "1500~"),
    DuplicateObject(Target("claims", "claim-3")),
    MoveObject(Target("claims", "claim-3"), 0),
    DeleteObject(Target("notes", "note-1"), References.REMOVE),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: type(change).__name__)
def test_number_of_checked_objects_does_not_grow_with_the_story(change: Operation, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[KeyPath] = []
    check = ObjectCheck.check_object

    def counted(self: ObjectCheck, value: Any, structure: Any, path: KeyPath) -> None:
        checked.append(path)
        check(self, value, structure, path)

    monkeypatch.setattr(ObjectCheck, "check_object", counted)
    numbers = []
    for size in (100, 400):
        story = opened(generated(size))
        checked.clear()
        story.apply(change)
        numbers.append(len(checked))
    assert 0 < numbers[0] == numbers[1]


def test_order_of_events_is_examined_only_when_a_change_concerns_it() -> None:
    story = opened(minimal_story())
    story.apply(SetField(Target("events", "launch"), ("phase",), "ongoing"))
    assert story._order is None
    story.apply(SetField(Target("events", "launch"), ("when",), "2025-01-10"))
    assert story._order is not None


def test_prepared_story_makes_no_index_at_the_first_change() -> None:
    story = opened(minimal_story())
    story.prepare()
    index, order = story._index, story._order
    assert index is not None
    assert order is not None
    story.apply(RenameId("launch", "start"))
    assert story._index is index
    assert story._order is order


def test_rename_of_an_event_with_many_references_in_the_order_is_accepted() -> None:
    document = generated(60)
    for event in document["events"][1:]:
        event["after"] = ["event-0"]
    story = opened(document)
    story.apply(RenameId("event-0", "the-beginning"))
    assert all(event.after == ("the-beginning",) for event in story.story.events[1:])
    assert problems_of(story.document) == []


def test_item_with_an_id_that_is_taken_is_refused_with_its_place() -> None:
    story = opened(minimal_story())
    with pytest.raises(EditError, match=r'terms\[1\].id: the id "acme" is taken already, by players\[0\]'):
        story.apply(AddObject("terms", {"id": "acme", "word": "x", "definition": "y"}))


def test_value_nested_too_deep_is_refused() -> None:
    value: Any = "x"
    for _ in range(2000):
        value = [value]
    story = opened(minimal_story())
    with pytest.raises(EditError):
        story.apply(Steps((Replace(("title",), value),)))


@pytest.mark.parametrize(
    "step",
    [
        Replace(("events", 0, "title", 3), "x"),
        Replace(("events", 99), {}),
        Remove(("title", "fr", "x")),
        Remove(("gone",)),
        Insert(("events", 9), {}),
        Insert(("title", "fr"), "x"),
        Insert(("id", 0), "x"),
    ],
)
def test_step_that_does_not_fit_the_document_raises_a_lookup_error(step: Step) -> None:
    document = minimal_story()
    with pytest.raises(LookupError):
        apply_steps(document, [step])
    assert document == minimal_story()
