"""Changed JSON documents in the formatting of their file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bundled import FERRY, FILE
from deepseek_tui.editing.json_rewrite import FormattedJson
from deepseek_tui.editing.steps import Insert, Replace, apply_steps, value_at
from deepseek_tui.story.loading.diagnostics import KeyPath
from deepseek_tui.story.loading.document import BOM
from drafts import draft_story
from stories import minimal_story


def rewritten(text: str, document: Any) -> str:
    """Return a JSON text after its document was replaced."""
    return FormattedJson(text.encode(), orjson.loads(text)).with_document(document).decode()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.sampled_from((0.5, -0.0, 1.0, 1e300))
    | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(("id", "text", "é", "a", "b")), inner, max_size=4)
    ),
    max_leaves=14,
)
SPACE = st.text(" \t\r\n", max_size=3)


@st.composite
def formatted(draw: st.DrawFn, value: Any) -> str:
    """Draw a JSON text of a value with any white space between its tokens."""
    text = json.dumps(value, ensure_ascii=draw(st.booleans()))
    if draw(st.booleans()):
        return json.dumps(value, indent=draw(st.sampled_from((0, 1, 2, 4, "\t"))), ensure_ascii=draw(st.booleans()))
    tokens, in_string, before = [], False, ""
    for char in text:
        if char == '"' and before != "\\":
            in_string = not in_string
        before = "" if before == "\\" else char
        if in_string or char == " ":
            tokens.append(char if in_string else "")
        else:
            tokens.append(f"{draw(SPACE)}{char}{draw(SPACE)}" if char in "[]{},:" else char)
    return "".join(tokens)


def same_json(one: Any, other: Any) -> bool:
    return json.dumps(one) == json.dumps(other)


@settings(max_examples=100)
@given(st.data())
def test_rewritten_file_holds_the_new_document(data: st.DataObject) -> None:
    old, new = data.draw(JSON), data.draw(JSON)
    text = data.draw(formatted(old))
    newline = data.draw(st.sampled_from(("\n", "\r\n")))
    bom = data.draw(st.sampled_from((b"", BOM)))
    file = bom + text.replace("\n", newline).encode()
    result = FormattedJson(file, json.loads(text)).with_document(new)
    assert same_json(json.loads(result.removeprefix(BOM)), new)
    assert result.startswith(bom)


@given(st.data())
def test_rewriting_a_file_with_an_equal_document_changes_no_byte(data: st.DataObject) -> None:
    document = data.draw(JSON)
    text = data.draw(formatted(document))
    assert rewritten(text, json.loads(text)) == text


@st.composite
def local_change(draw: st.DrawFn, value: Any, new: st.SearchStrategy[Any]) -> Any:
    """Draw a value in which one part is replaced, removed or added."""
    if isinstance(value, dict) and value and draw(st.integers(0, 3)):
        key = draw(st.sampled_from(sorted(value)))
        return {**value, key: draw(local_change(value[key], new))}
    if isinstance(value, list) and value:
        place = draw(st.integers(0, len(value) - 1))
        kind = draw(st.integers(0, 4))
        if kind == 0:
            return value[:place] + value[place + 1 :]
        if kind == 1:
            return [*value[:place], draw(new), *value[place:]]
        return [*value[:place], draw(local_change(value[place], new)), *value[place + 1 :]]
    return draw(new)


SAFE = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text('abé "\\', max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("id", "text", "é")), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100)
@given(st.data(), st.sampled_from((1, 2, 4, "\t")), st.sampled_from(("\n", "\r\n")))
def test_indented_file_is_rewritten_as_its_program_would_write_it(data: st.DataObject, indent: Any, newline: str) -> None:
    old = data.draw(st.sampled_from((minimal_story(), draft_story())))
    new = data.draw(local_change(old, SAFE))
    before, after = (json.dumps(one, indent=indent, ensure_ascii=False).replace("\n", newline) for one in (old, new))
    assert FormattedJson(before.encode(), old).with_document(new) == after.encode()


@pytest.mark.parametrize("path", [FILE, FERRY], ids=lambda path: path.name)
def test_edit_of_one_word_is_a_diff_of_one_line(path: Path) -> None:
    text = path.read_text("utf-8")
    document = orjson.loads(text)
    file, lines = FormattedJson(text.encode(), document), text.splitlines(keepends=True)
    for place in list(string_paths(document))[::10]:
        result = file.with_document(apply_steps(document, [Replace(place, "a word")])[0]).decode()
        changed = [(old, new) for old, new in zip(lines, result.splitlines(keepends=True), strict=True) if old != new]
        assert [new.strip(" ,\n").rpartition(": ")[2] for _, new in changed] == ['"a word"'], place


def string_paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    if isinstance(value, str):
        yield path
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from string_paths(value[key], (*path, key))


INLINE = """{
    "id": "a",   "list": [1, 2,
        3],
    "items": [
        { "id": "one", "text": {"fr": "un", "en": "one"}, "evidence": [{"paragraph": 1}] },
        { "id": "two", "text": {"fr": "deux", "en": "two"},
          "when": "2025" }
    ],
    "empty": [],
    "nothing": {}
}
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("id",), "b", '"id": "a"', '"id": "b"'),
        (("list",), [1, 3], "[1, 2,\n        3]", "[1,\n        3]"),
        (("list",), [2, 3], "[1, 2,\n        3]", "[2,\n        3]"),
        (("list",), [1, 2], "[1, 2,\n        3]", "[1, 2]"),
        (("list",), [0, 1, 2, 3], "[1, 2,\n        3]", "[0, 1, 2,\n        3]"),
        (("list",), [1, 2, 3, 4], "[1, 2,\n        3]", "[1, 2,\n        3,\n        4]"),
        (("list",), [], "[1, 2,\n        3]", "[]"),
        (("items", 0, "text", "en"), "1", '"en": "one"', '"en": "1"'),
        (("items", 1, "evidence"), [{"paragraph": 2}], '"2025" }', '"2025",\n          "evidence": [{"paragraph": 2}] }'),
        (("items", 0, "other"), {"a": "b"}, '"paragraph": 1}] }', '"paragraph": 1}], "other": {"a": "b"} }'),
        (("empty",), [1], "[]", "[1]"),
        (("empty",), [{"a": 1}], "[]", '[\n        { "a": 1 }\n    ]'),
        (("nothing",), {"a": {"b": 1}}, "{}", '{\n        "a": {\n            "b": 1\n        }\n    }'),
        (("items", 1, "text"), "x", '{"fr": "deux", "en": "two"}', '"x"'),
    ],
)
def test_value_in_a_file_formatted_by_hand_is_changed_in_place(path: KeyPath, value: Any, old: str, new: str) -> None:
    document = orjson.loads(INLINE)
    parent = value_at(document, path[:-1])
    step = Replace(path, value) if path[-1] in parent else Insert(path, value)
    assert rewritten(INLINE, apply_steps(document, [step])[0]) == INLINE.replace(old, new)


def test_new_item_is_formatted_like_its_neighbour() -> None:
    item = {"id": "three", "text": {"fr": "trois", "en": "three"}, "evidence": [{"paragraph": 3}]}
    result = rewritten(INLINE, apply_steps(orjson.loads(INLINE), [Insert(("items", 2), item)])[0])
    line = '        { "id": "three", "text": {"fr": "trois", "en": "three"}, "evidence": [{"paragraph": 3}] }'
    assert result == INLINE.replace('"when": "2025" }', f'"when": "2025" }},\n{line}')


def test_moved_item_keeps_its_formatting() -> None:
    document = orjson.loads(INLINE)
    document = {**document, "items": document["items"][::-1]}
    result = rewritten(INLINE, document)
    assert '{ "id": "two", "text": {"fr": "deux", "en": "two"},\n          "when": "2025" }' in result
    assert orjson.loads(result) == document


def test_item_of_a_new_list_is_formatted_like_those_of_other_lists() -> None:
    document = orjson.loads(INLINE) | {"more": [{"id": "x", "text": {"fr": "a", "en": "b"}}]}
    more = ',\n    "more": [\n        { "id": "x", "text": {"fr": "a", "en": "b"} }\n    ]'
    assert rewritten(INLINE, document) == INLINE.replace('"nothing": {}', f'"nothing": {{}}{more}')


def test_compact_file_stays_compact() -> None:
    text = json.dumps(minimal_story(), separators=(",", ":"))
    document = apply_steps(orjson.loads(text), [Insert(("terms", 1), {"id": "gear", "word": ["a", "b"]})])[0]
    assert rewritten(text, document) == json.dumps(document, separators=(",", ":"))


def test_new_letters_are_escaped_only_if_the_file_escapes_letters() -> None:
    assert rewritten('{"a": "\\u00e9", "b": 1}', {"a": "\u00e9", "b": "\u00e8"}) == '{"a": "\\u00e9", "b": "\\u00e8"}'
    assert rewritten('{"a": "é", "b": 1}', {"a": "é", "b": "è"}) == '{"a": "é", "b": "è"}'
    assert rewritten('{"a": "e", "b": 1}', {"a": "e", "b": "è"}) == '{"a": "e", "b": "è"}'


def test_characters_that_mislead_a_terminal_are_escaped() -> None:
    assert rewritten('{"a": "x"}', {"a": "\u202e\x1b\x85"}) == '{"a": "\\u202e\\u001b\\u0085"}'


def test_unusual_number_format_and_escapes_of_unchanged_values_are_kept() -> None:
    text = '{"a": 1.50, "b": "\\/", "c": 1e3, "d": [ ], "e": 0}'
    document = orjson.loads(text)
    assert rewritten(text, {**document, "e": 1}) == text.replace('"e": 0', '"e": 1')
    assert rewritten(text, {**document, "c": 1000}) == text.replace("1e3", "1000")


def test_line_breaks_and_byte_order_mark_are_kept() -> None:
    text = json.dumps(minimal_story(), indent=4).replace("\n", "\r\n")
    document = orjson.loads(text)
    document["terms"].append({"id": "gear", "word": "gear"})
    result = FormattedJson(BOM + text.encode(), orjson.loads(text)).with_document(document)
    assert result.startswith(BOM)
    assert result.count(b"\n") == result.count(b"\r\n") == text.count("\n") + 4


def test_file_can_be_rewritten_several_times_from_the_same_original() -> None:
    text = json.dumps(minimal_story(), indent=2)
    document = orjson.loads(text)
    file = FormattedJson(text.encode(), document)
    changed = apply_steps(document, [Replace(("title",), "x")])[0]
    assert file.with_document(changed) != text.encode()
    assert file.with_document(apply_steps(changed, [Replace(("title",), document["title"])])[0]) == text.encode()
    assert file.with_document(document) == text.encode()
