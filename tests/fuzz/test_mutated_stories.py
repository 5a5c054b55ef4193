"""Mutated stories, which are refused with a message or rendered completely."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.evidence import evidence
from deepseek_tui.panes.grouping import grouped_by, groupings
from deepseek_tui.panes.links import LinkTargets, addresses, followable
from deepseek_tui.panes.page_layout import PageLayout
from deepseek_tui.panes.pane import PANES
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.render.export import Export
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.loader import load
from hostile import assert_harmless
from stories import ATTACKS, minimal_story

Path = tuple[str | int, ...]


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value in a JSON document.

    The root is left out.
    """
    if path:
        yield path
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from places(value[key], (*path, key))


GOOD = minimal_story()
PLACES = sorted(places(GOOD), key=str)
IDS = sorted(
    {
        item["id"]
        for items in GOOD.values()
        if isinstance(items, list)
        for item in items
        if isinstance(item, dict) and "id" in item
    }
)

words = st.text(max_size=60) | st.sampled_from(ATTACKS) | st.text("\u0301\u202e\x1b[]m\u4e16 \n\t\u200bW", max_size=200)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | words | st.sampled_from(IDS)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4), max_leaves=8
)
kind_changes = st.sampled_from([None, True, 0, -1, 1e300, 10**25, "", "x", [], {}, [[]], {"fr": {}}, {"fr": "x", "en": "y"}])


@st.composite
def changed(draw: st.DrawFn) -> Any:
    """Return a story with up to four random mutations."""
    story = copy.deepcopy(GOOD)
    for _ in range(draw(st.integers(1, 4))):
        path = draw(st.sampled_from(PLACES))
        inner: Any = story
        try:
            for step in path[:-1]:
                inner = inner[step]
            old = inner[path[-1]]
        except (KeyError, IndexError, TypeError):
            continue  # An earlier mutation removed this part of the story.
        if isinstance(inner, str):
            continue  # An earlier mutation replaced the parent object or list by a string.
        match draw(st.sampled_from(["leave out", "double", "exchange", "other kind", "other words", "poison"])):
            case "leave out":
                del inner[path[-1]]
            case "double" if isinstance(inner, list):
                inner.append(copy.deepcopy(old))
            case "exchange":
                inner[path[-1]] = draw(values)
            case "other kind":
                inner[path[-1]] = draw(kind_changes)
            case "poison" if isinstance(old, str):
                inner[path[-1]] = f"{old} {draw(words)}"
            case _:
                inner[path[-1]] = draw(words) if isinstance(old, str) else draw(values)
    return story


def everything(story: Story) -> None:
    """Render a story in every pane, language, grouping and width.

    The story is also exported.
    """
    for language in ("fr", "en"):
        for context in (True, False):
            reading = RenderContext.of(story, language, context=context)
            assert_harmless(Export(reading).text)
            for section in PANES:
                for lens in groupings(section):
                    pane = grouped_by(pane_of(section, reading), reading, lens)
                    for number, key in enumerate(pane.keys):
                        row = pane.row(number)
                        assert_harmless("".join((row.title, row.lead, row.rail, row.second, row.tail)))
                        if key:
                            document = pane.document(key)
                            blocks = document.main + document.side + evidence(reading, pane.places(key), key)
                            followed = followable(document, reading)
                            LinkTargets.to_items(followed, reading)
                            addresses(document, reading)
                            for width in (12, 80):
                                for line in PageLayout(reading, width).lines(blocks):
                                    assert_harmless(line.plain)
                                    assert width == 12 or cell_len(line.plain) <= width


def outcome(data: bytes) -> None:
    """Check that a file is fully rendered, or refused with printable problems."""
    try:
        story = load(data, "story.json")
    except InvalidInput as unusable:
        assert unusable.problems  # noqa: PT017 - a story is as good an answer
        for problem in unusable.problems:
            assert_harmless(str(problem))
            json.dumps(problem.as_json())
        return
    everything(story)


@given(changed())
def test_randomly_mutated_story_is_refused_or_fully_rendered(story: Any) -> None:
    outcome(json.dumps(story).encode())


WHOLE = json.dumps(GOOD, ensure_ascii=False).encode()


@given(
    st.integers(0, len(WHOLE)),
    st.integers(0, 40),
    st.binary(max_size=40) | st.sampled_from([b"{", b"[", b'"', b",", b"\\", b"\0"]),
)
def test_story_file_with_spliced_bytes_is_refused_or_fully_rendered(start: int, length: int, put: bytes) -> None:
    outcome(WHOLE[:start] + put + WHOLE[start + length :])


@given(st.sampled_from(PLACES), words.filter(bool))
@settings(max_examples=60)
def test_story_with_replaced_text_is_refused_or_fully_rendered(path: Path, said: str) -> None:
    story = copy.deepcopy(GOOD)
    inner: Any = story
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = said
    outcome(json.dumps(story).encode())


@pytest.mark.fuzz
@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_story_with_a_missing_or_mistyped_field_is_refused_or_fully_rendered(path: Path) -> None:
    for value in ("left out", None, True, 0, -1, 1e300, 10**25, "", "x", [], {}, [[]], {"fr": {}}, {"fr": "x", "en": "y"}):
        story = copy.deepcopy(GOOD)
        inner: Any = story
        for step in path[:-1]:
            inner = inner[step]
        if value == "left out":
            del inner[path[-1]]
        else:
            inner[path[-1]] = value
        outcome(json.dumps(story).encode())
