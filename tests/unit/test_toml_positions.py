"""Offsets of keys in TOML documents, compared with keys from `tomllib`."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.story.loading.diagnostics import KeyPath
from deepseek_tui.story.loading.positions import LineNumbers
from deepseek_tui.user_data.toml_positions import key_offsets

DOCUMENTS = {
    "plain": 'theme = "dark"\nmouse=true # no\n\n[session]\n  restore = false\n',
    "windows": 'theme = "dark"\r\n\r\n[session]\r\nrestore = false\r\n',
    "dotted": "session.restore = true\nsession.deep.er = 1\n[ keys . more ]\nx.y = 1\n",
    "quoted": '"the me" = 1\n\'lit.eral\'.b = 2\n["a.b"."c\\u00e9"]\n"" = 3\n"q\\"x" = 4\n',
    "inline": 'layout = { medium = 80, "wide" = 150, in.ner = { x = [1, { y = 2 }] } }\nafter = 1\n',
    "lists": "keys = [\n  'a', # one, [two]\n  [1, 2],\n  {x = 1},\n]\nafter = 1.5e3\n",
    "tables": "[[a]]\nx = 1\n[[a]]\nx = 2\n[a.b]\ny = 3\n[[a.c]]\nz = 4\n",
    "strings": 'a = """\nb = 1 # ""\nc = "x"\n"""\nd = \'\'\'\ne = 1\n\'\'\'\nf = "# no \\" = 1"\ng = 1\n',
    "ends": "a = \"\"\"x\"\"\"\"\nb = '''y''''\nc = \"\"\nd = ''\ne = 1",
    "values": "a = 1979-05-27 07:32:00\nb = -inf\nc = 0xf\nd = []\ne = {}\nf = +1_000.5\n",
}


def all_paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of each key and each item of a list."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inside in steps:
        yield (*path, step)
        yield from all_paths(inside, (*path, step))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_toml_key_is_found_at_the_correct_offset(name: str) -> None:
    text = DOCUMENTS[name]
    found = key_offsets(text)
    for path in all_paths(tomllib.loads(text)):
        if isinstance(path[-1], str):
            at = text[found[path] :]
            written = at[1:] if at[0] in "\"'" else at
            assert written.startswith(path[-1][:1]), path
        elif path in found or name != "tables":  # The parser gives no offset for the items of an array of tables.
            assert found[path] < len(text)


def test_toml_key_is_not_confused_with_the_same_name_in_another_table() -> None:
    text = 'a = 1\ns = """\nb = 1\n"""\n# b = 2\n[t]\nb = 3\n[u]\nb = 4\n'
    found, lines = key_offsets(text), LineNumbers(text)
    assert lines.place(found["t", "b"]) == (7, 1)
    assert lines.place(found["u", "b"]) == (9, 1)
    assert ("b",) not in found


@given(st.text(alphabet="ab.=[]{}\"'#,\n\\ 1", max_size=60))
def test_toml_position_scanner_accepts_any_text(text: str) -> None:
    assert all(0 <= at < len(text) for at in key_offsets(text).values())
