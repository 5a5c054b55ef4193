"""Fast validation of stories, which never accepts an invalid story."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from benchmarks.generated import generated
from bundled import FILE
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.sections import RESERVED
from deepseek_tui.story.loading.fast_validation import EVENTS_PER_STEP, is_valid, order_checks
from deepseek_tui.story.loading.integrity import violations
from stories import Document, at, both, hostile_story, many_events, minimal_story


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [*([path] if path else []), *(place for key in inner for place in places(value[key], (*path, key)))]


GOOD = minimal_story()
PLACES = places(GOOD)


def value_at(document: Document, path: tuple[str | int, ...]) -> Any:
    value: Any = document
    for step in path:
        value = value[step]
    return value


VALUES = [value_at(GOOD, path) for path in PLACES]
"""Every value of a valid story.

Moved to another place, a value often has the right type there and is still wrong.
"""


def assert_no_false_acceptance(document: Document) -> None:
    """Assert that a document accepted by fast validation has no violations."""
    try:
        story = Story.model_validate(document)
    except ValidationError:
        return
    if is_valid(document, story):
        assert violations(document) == []


@pytest.mark.parametrize(
    "document", [minimal_story(), hostile_story(), many_events(50), generated(30), json.loads(FILE.read_text("utf-8"))]
)
def test_fast_validation_accepts_a_valid_story(document: Document) -> None:
    assert is_valid(document, Story.model_validate(document))


@pytest.mark.parametrize("path", PLACES, ids=str)
def test_fast_and_full_validation_agree_if_a_value_is_missing(path: tuple[str | int, ...]) -> None:
    document = copy.deepcopy(GOOD)
    del value_at(document, path[:-1])[path[-1]]
    try:
        story = Story.model_validate(document)
    except ValidationError:
        return
    assert is_valid(document, story) is (violations(document) == [])


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(VALUES)), min_size=1, max_size=3))
def test_fast_validation_never_accepts_an_invalid_story_with_moved_values(changes: list[Any]) -> None:
    document = copy.deepcopy(GOOD)
    for path, value in changes:
        try:
            value_at(document, path[:-1])[path[-1]] = copy.deepcopy(value)
        except (KeyError, IndexError, TypeError):
            continue  # An earlier mutation removed this part of the document.
    assert_no_false_acceptance(document)


def changed(path: tuple[str | int, ...], value: Any) -> Document:
    document = minimal_story()
    value_at(document, path[:-1])[path[-1]] = value
    return document


@pytest.mark.parametrize(
    "document",
    [
        changed(("terms", 0, "id"), "acme"),
        *(changed(("topics", 0, "id"), word) for word in RESERVED),
        changed(("claims", 0, "about"), ["nobody"]),
        changed(("claims", 0, "about"), ["acme", "nobody"]),
        changed(("claims", 0, "topic"), "acme"),
        changed(("events", 0, "players"), ["launch"]),
        changed(("events", 0, "evidence"), at(99)),
        changed(("events", 0, "evidence"), at(1, 99)),
        changed(("events", 0, "title"), {"fr": "x"}),
        changed(("events", 0, "title"), {"fr": "x", "en": "x", "de": "x"}),
        changed(("languages",), ["fr", "en", "fr"]),
        changed(("questions", 0, "informs"), ["acme"]),
        changed(("article", "paragraphs", 0, "text"), ["One.", "Two."]),
        changed(("reading_paths",), [{"length": "full", "items": ["nobody"]}]),
        changed(("summary", 0), {"text": both("x")}),
        changed(("links", 0), {"id": "x", "from_": "acme", "to": "launch", "kind": "caused", "evidence": at(1)}),
        changed(("links", 0), {"id": "x", "from": "acme", "to": "launch", "kind": "caused"}),
    ],
    ids=lambda document: json.dumps([value for key, value in document.items() if value != GOOD.get(key)])[:60],
)
def test_fast_validation_does_not_accept_inconsistent_fields(document: Document) -> None:
    story = Story.model_validate(document)
    assert violations(document)
    assert not is_valid(document, story)


def events(*raw_events: Document) -> list[Any]:
    """Return the events of a story with the given fields."""
    plain = {"title": "x", "body": "x", "phase": "happened", "evidence": at(1)}
    story = minimal_story() | {"events": [plain | {"id": f"e{row}"} | one for row, one in enumerate(raw_events)]}
    return list(Story.model_validate(story).events)


@pytest.mark.parametrize(
    "raw_events",
    [
        [{"when": "2024"}, {"after": ["e0"], "when": "2023"}],
        [{"before": ["e1"], "when": "2024"}, {"when": "2023"}],
        [{"when": "2024"}, {"after": ["e0"]}, {"after": ["e1"], "when": "2023"}],
        [{"after": ["e1"]}, {"after": ["e0"]}],
        [{"after": ["e0"]}],
        [{"before": ["e0"]}],
    ],
    ids=str,
)
def test_fast_validation_does_not_accept_an_impossible_order_of_events(raw_events: list[Document]) -> None:
    assert not all(order_checks(events(*raw_events)))


def test_fast_validation_accepts_events_in_reverse_order() -> None:
    document = generated(30)
    document["events"].reverse()
    assert is_valid(document, Story.model_validate(document))


@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "when": st.sampled_from(["2023", "2024-05", "2024", "2024~", "XXXX-01-10", "[..2023]", "2023/2025"]),
                "after": st.lists(st.integers(0, 4).map("e{}".format), max_size=2),
                "before": st.lists(st.integers(0, 4).map("e{}".format), max_size=2),
            },
        ),
        min_size=5,
        max_size=5,
    )
)
def test_fast_validation_never_accepts_an_order_of_events_with_violations(raw_events: list[Document]) -> None:
    plain = {"title": "x", "body": "x", "phase": "happened", "evidence": at(1)}
    document = minimal_story() | {"events": [plain | {"id": f"e{row}"} | one for row, one in enumerate(raw_events)]}
    document |= {key: [] for key in ("notes", "links", "claims", "innovations", "questions")}
    assert_no_false_acceptance(document)


def test_order_checks_of_many_events_are_split_into_steps() -> None:
    assert len(list(order_checks(events(*({} for _ in range(EVENTS_PER_STEP + 1)))))) == 2
