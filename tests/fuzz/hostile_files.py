"""Malformed story files with descriptions, generated on demand because some are large."""

import json
from collections.abc import Callable
from typing import Any

from stories import Document, many_events, minimal_story

MANY = 100_000


def _with(change: Callable[[Document], object]) -> bytes:
    story = minimal_story()
    change(story)
    return json.dumps(story).encode("utf-8", "surrogatepass")


def _text(old: str, new: str) -> bytes:
    text = json.dumps(minimal_story())
    assert old in text
    return text.replace(old, new).encode("utf-8", "surrogatepass")


def _circle(events: int) -> bytes:
    story = many_events(events)
    story["events"][0]["after"] = [f"event-{events - 1}"]
    return json.dumps(story).encode()


def _one_claim_with(key: str, value: Any) -> bytes:
    return _with(lambda story: story["claims"][0].update({key: value}))


def _crossed(story: Document) -> None:
    story["links"] = [
        {"id": f"link-{n}", "from": a, "to": b, "kind": "contradicts", "by": "editor"}
        for n, (a, b) in enumerate([("launch", "praise"), ("praise", "launch"), ("launch", "launch"), ("praise", "made-it")])
    ]


HOSTILE_FILES: dict[str, Callable[[], bytes]] = {
    "a bomb of lists": lambda: b"[" * 1_000_000,
    "a bomb of lists that are closed": lambda: b"[" * 100_000 + b"]" * 100_000,
    "a bomb of objects": lambda: b'{"a":' * 500_000,
    "a bomb within a story": lambda: _text('"topics": [', '"topics": [' + "[" * 50_000 + "]" * 50_000 + ", "),
    "a bomb in a key that is not known": lambda: _text('"format"', '"x": ' + '{"a":' * 900 + "1" + "}" * 900 + ', "format"'),
    "a number of a million digits": lambda: _text('"value": 100000', f'"value": {"9" * 1_000_000}'),
    "a fraction of a million digits": lambda: _text('"value": 100000', f'"value": 0.{"9" * 1_000_000}'),
    "a paragraph of a million digits": lambda: _text('"paragraph": 1,', f'"paragraph": {"1" * 1_000_000},'),
    "a number beyond all numbers": lambda: _text('"value": 100000', '"value": 1e400'),
    "not a number": lambda: _text('"value": 100000', '"value": NaN'),
    "minus infinity": lambda: _text('"value": 100000', '"value": -Infinity'),
    "half a character, escaped": lambda: _text("Acme made a thing", "Acme \\ud800 thing"),
    "half a character, raw": lambda: _text("Acme made a thing", "Acme \ud800 thing"),
    "a null character, escaped": lambda: _text("Acme made a thing", "Acme \\u0000 thing"),
    "null characters": lambda: b"\0" * 1_000_000,
    "null characters in a story": lambda: _text("Acme made a thing", "Acme \0 thing"),
    "a key given a hundred thousand times": lambda: b"{" + b'"id": "x", ' * MANY + b'"id": "y"}',
    "as many keys that are not known": lambda: _with(lambda story: story.update({f"key-{n}": n for n in range(MANY)})),
    "as many references that lead nowhere": lambda: _one_claim_with("about", [f"nothing-{n}" for n in range(MANY)]),
    "as many references to one item": lambda: _one_claim_with("about", ["acme"] * MANY),
    "as many languages": lambda: _with(lambda story: story.update(languages=["fr", "en"] * (MANY // 2))),
    "one text of ten million letters": lambda: _one_claim_with("text", "w" * 10_000_000),
    "one text of a million combining marks": lambda: _one_claim_with("text", "e" + "\u0301" * 1_000_000),
    "one text of a million line breaks": lambda: _one_claim_with("text", "a\n" * 1_000_000),
    "an id of a million letters": lambda: _one_claim_with("id", "a" * 1_000_000),
    "a date of a hundred thousand signs": lambda: _with(lambda story: story["events"][0].update(when="[" + "2025," * MANY)),
    "ids that only their composition tells apart": lambda: _with(
        lambda story: story.update(topics=[{"id": "caf\u00e9", "name": "a"}, {"id": "cafe\u0301", "name": "b"}])
    ),
    "one id for two items": lambda: _with(lambda story: story["topics"].append(story["topics"][0])),
    "links in a circle": lambda: _with(_crossed),
    "events in a circle": lambda: _circle(10_000),
    "an event after itself": lambda: _with(lambda story: story["events"][0].update(after=["launch"])),
    "UTF-16": lambda: json.dumps(minimal_story()).encode("utf-16"),
    "two stories": lambda: json.dumps(minimal_story()).encode() * 2,
    "an archive": lambda: b"PK\x03\x04" + bytes(range(256)) * 100,
    "nothing": lambda: b"",
}
"""One file of each kind; each is refused with a message, or valid."""

HUGE_FILES: dict[str, Callable[[], bytes]] = {
    "a million ids": lambda: _with(lambda s: s["topics"].extend({"id": f"t-{n}", "name": "x"} for n in range(1_000_000))),
    "a million equal ids": lambda: _with(lambda s: s["topics"].extend({"id": "t", "name": "x"} for n in range(1_000_000))),
    "a million times the same two languages": lambda: _with(lambda s: s.update(languages=["fr", "en"] * 500_000)),
    "a hundred thousand events in a line": lambda: json.dumps(many_events(100_000)).encode(),
    "a hundred thousand events in a circle": lambda: _circle(100_000),
    "a hundred megabytes of one text": lambda: _one_claim_with("text", "word " * 20_000_000),
    "a hundred megabytes of lists": lambda: b"[" * 100_000_000,
}
"""Larger files, only for `make fuzz`."""
