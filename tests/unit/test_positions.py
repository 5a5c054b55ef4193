"""Positions of values, keys and faults in the text of a document."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.story.loading.diagnostics import KeyPath, path_text
from deepseek_tui.story.loading.positions import LineNumbers, place, scan, too_deep, with_ancestors

TEXT = """{
  "é": 1, "events": [
    {"id": "a\\"b", "when" : "x"},
    [[], {}, {"k": null}]
  ]
}
"""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def every_path(value: Any, path: KeyPath = ()) -> list[KeyPath]:
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    if isinstance(value, list):
        inner = list(enumerate(value))
    return [path, *(found for key, one in inner for found in every_path(one, (*path, key)))]


def find(value: Any, path: KeyPath) -> Any:
    for step in path:
        value = value[step]
    return value


def test_json_values_and_keys_have_line_and_column_numbers() -> None:
    wanted: list[KeyPath] = [("é",), ("events", 0, "when"), ("events", 1, 2, "k"), ("events", 0, "id")]
    layout, lines = scan(TEXT, wanted), LineNumbers(TEXT)
    assert [lines.place(place(layout, path)) for path in wanted] == [(2, 8), (3, 29), (4, 20), (3, 12)]
    assert lines.place(place(layout, ("events", 0, "when"), key=True)) == (3, 20)


@given(JSON, st.sampled_from((None, 2)), st.booleans())
def test_position_of_every_json_value_is_where_the_value_begins(document: Any, indent: int | None, escaped: bool) -> None:
    text = json.dumps(document, indent=indent, ensure_ascii=escaped)
    paths = every_path(document)
    layout = scan(text, paths)
    assert set(layout.values) == set(paths)
    assert layout.repeated == []
    for path in paths:
        value, _ = json.JSONDecoder().raw_decode(text[layout.values[path] :])
        assert value == find(document, path)
        if path and isinstance(path[-1], str):
            assert json.JSONDecoder().raw_decode(text[layout.keys[path] :])[0] == path[-1]


@given(st.text() | st.text('{}[]",:\\1a \n'))
def test_json_position_scanner_accepts_any_text(text: str) -> None:
    layout = scan(text, [("a",), (0,), ()])
    assert all(0 <= at <= len(text) for at in layout.values.values())
    too_deep(text, 3)


def test_missing_json_value_has_the_position_of_the_containing_object() -> None:
    paths = list(with_ancestors([("events", 0, "title")]))
    layout = scan(TEXT, paths)
    assert LineNumbers(TEXT).place(place(layout, ("events", 0, "title"))) == (3, 5)


def test_duplicate_json_key_is_found_even_if_written_with_escapes() -> None:
    layout = scan('{"a": {"b": 1, "\\u0062": 2}, "c": [{"b": 1}, {"b": 1}]}')
    assert layout.repeated == [(("a", "b"), 15)]


def test_json_integers_beyond_64_bits_are_found() -> None:
    layout = scan('[18446744073709551615, 18446744073709551616, -9223372036854775809, "99999999999999999999999", 1e30]')
    assert [path for path, _ in layout.large] == [(1,), (2,)]


def test_brackets_in_json_strings_do_not_count_as_nesting() -> None:
    assert too_deep("[" * 64 + "]" * 64, 64) is None
    assert too_deep(" " + "[" * 65, 64) == 65
    assert too_deep('["' + "[" * 100 + '\\"["]', 64) is None


def test_json_path_is_written_in_readable_form() -> None:
    assert path_text(("events", 3, "when")) == "events[3].when"
    assert path_text(("$schema",)) == "$schema"
    assert path_text(("a b", "\x1b")) == '["a b"]["␛"]'
    assert path_text(()) == ""
