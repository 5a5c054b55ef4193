"""Incremental loading returns the same story or None, and never raises."""

import copy
import json
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generated import generated
from bundled import FILE
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading import chunks as chunks_module
from deepseek_tui.story.loading.chunks import NotChunkableError, chunks
from deepseek_tui.story.loading.diagnostics import InvalidInput
from deepseek_tui.story.loading.incremental import load_incrementally
from deepseek_tui.story.loading.loader import from_bytes
from stories import Document, hostile_story, many_events, minimal_story

STORIES = {"minimal": minimal_story(), "hostile": hostile_story(), "many": many_events(40), "generated": generated(40)}
FORMS: dict[str, Any] = {
    "plain": {},
    "narrow": {"separators": (",", ":")},
    "indented": {"indent": 2},
    "ascii": {"ensure_ascii": True},
}


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make chunks of one or two items."""
    monkeypatch.setattr(chunks_module, "SIZE", 500)


def written(document: Any, form: dict[str, Any]) -> bytes:
    return json.dumps(document, **({"ensure_ascii": False} | form)).encode()


def assembled(data: bytes) -> Any:
    """Assemble a document from its chunks."""
    found: dict[str, list[Any]] = {}
    for name, content, _ in chunks(data):
        if name:
            found.setdefault(name, []).extend(content)
            continue
        for list_name, items in found.items():
            (content["article"] if list_name == "paragraphs" else content)[list_name] = items
        return content
    raise AssertionError


def read(data: bytes) -> tuple[Story | None, list[float]]:
    """Load a story incrementally, and return it with the reported progress."""
    steps, shares = load_incrementally(data), list[float]()
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as end:
            return end.value, shares


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("document", STORIES.values(), ids=STORIES)
def test_chunks_of_a_file_add_up_to_the_whole_document(document: Document, form: dict[str, Any]) -> None:
    data = written(document, form)
    assert assembled(data) == document
    assert len(list(chunks(data))) > 10


@settings(max_examples=30)
@given(st.data())
def test_chunks_of_a_file_add_up_for_any_key_order_and_strings_with_brackets(data: st.DataObject) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shuffled(value[key]) for key in data.draw(st.permutations(list(value)))}
        return [shuffled(one) for one in value] if isinstance(value, list) else value

    document = minimal_story()
    tricky = st.sampled_from(['"}, {"id"', '}, {"id": "x"}], "events": [{', "\\", '\\"', "]}", '"events": [{', "\u2028"])
    for key in ("summary", "events", "claims"):
        document[key][0]["text" if key != "events" else "body"] = data.draw(tricky) * 3
        document[key] *= 3
    document = shuffled(document)
    assert assembled(written(document, data.draw(st.sampled_from(list(FORMS.values()))))) == document


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("document", [*STORIES.values(), json.loads(FILE.read_text("utf-8"))], ids=[*STORIES, "bundled"])
def test_incremental_loading_returns_the_same_story_as_normal_loading(document: Document, form: dict[str, Any]) -> None:
    data = written(document, form)
    story, shares = read(b"\xef\xbb\xbf" + data)
    assert story == from_bytes(data, "story.json")
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_each_item_is_validated_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed_dates: list[Any] = []
    from deepseek_tui.story.format import edtf

    monkeypatch.setattr(edtf, "parse", lambda text, parse=edtf.parse: parsed_dates.append(text) or parse(text))
    document = minimal_story() | {"notes": [], "claims": [], "links": [], "questions": [], "innovations": []}
    when = "2031-07"
    document["events"] = [document["events"][0] | {"when": when, "after": [], "before": []}]
    read(written(document, {}))
    assert parsed_dates.count(when) == 1


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [*([path] if path else []), *(place for key in inner for place in places(value[key], (*path, key)))]


PLACES = places(minimal_story())
VALUES = st.sampled_from(
    [None, True, 0, -1, 1e300, 10**25, "", "x", "acme", [], {}, [[]], {"fr": {}}, {"fr": "x", "en": "y"}]
)


def assert_same_result(data: bytes) -> None:
    """Assert that an incremental load returns the plain result or None."""
    story, _ = read(data)
    try:
        whole = from_bytes(data, "story.json")
    except InvalidInput:
        assert story is None
        return
    assert story in (whole, None)


@given(st.sampled_from(PLACES), VALUES)
def test_incremental_loading_never_accepts_an_invalid_value(path: tuple[str | int, ...], value: Any) -> None:
    document = copy.deepcopy(minimal_story())
    inner: Any = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert_same_result(written(document, {}))


WHOLE = written(minimal_story(), {})


def test_incremental_loading_refuses_paragraphs_under_a_misspelt_key() -> None:
    data = WHOLE.replace(b'"article"', b'"article "', 1)
    assert data != WHOLE
    assert_same_result(data)


@given(
    st.integers(0, len(WHOLE)), st.integers(0, 40), st.binary(max_size=6) | st.sampled_from([b"]", b"}", b'"', b",", b"\\"])
)
def test_incremental_loading_never_accepts_an_invalid_file_with_changed_bytes(at: int, taken: int, put: bytes) -> None:
    assert_same_result(WHOLE[:at] + put + WHOLE[at + taken :])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b'{"events": [{',
        b'{"events": [{"id": "x"}, 1',
        b"[" * 5000 + b"]" * 5000,
        WHOLE.replace(b'"acme"', b'"acme", "id": "acme"', 1),
        WHOLE.replace(b'"events": [', b'"events": [], "events": [', 1),
        WHOLE.replace(b'"version": 1', b'"version": 100000000000000000000000', 1),
        WHOLE[:-1] + b', "terms": [{}]}',
    ],
    ids=range(10),
)
def test_incremental_loading_returns_none_for_an_invalid_or_unusual_document(data: bytes) -> None:
    assert read(data)[0] is None


def test_duplicate_json_key_in_a_chunk_is_detected() -> None:
    data = orjson.dumps(generated(40)).replace(b'"phase":"happened"', b'"phase":"happened","phase":"happened"', 1)
    with pytest.raises(NotChunkableError):
        list(chunks(data))
