"""Stories for tests as JSON documents, one of them with control characters."""

import copy
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

Document = dict[str, Any]

ATTACKS = (
    "[/]",
    "[red]x[/red]",
    "[@click=app.quit]q[/]",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x9b31m",
    "\u202egnp.exe",
    "\u2066\u2067",
    "a\u200bb",
    "`code` **bold** # no heading",
    "<script>alert(1)</script>",
    "[link](javascript:alert(1))",
    "| a | b |",
    "1. one\n2. two",
    "e" + "\u0301" * 40,
    "\t\r\n",
)
"""Strings that a terminal, Textual, Rich, Markdown or HTML could execute."""


def fingerprint_of(words: str) -> str:
    """Return a made-up fingerprint that no real article has."""
    return sha256(words.encode()).hexdigest()


def paragraphs(*counts: int) -> list[Document]:
    """Return made-up fingerprints for paragraphs with the given numbers of sentences."""
    return [
        {
            "fingerprint": fingerprint_of(f"{place}"),
            "sentences": [fingerprint_of(f"{place}.{sentence}") for sentence in range(1, count + 1)],
        }
        for place, count in enumerate(counts, 1)
    ]


def at(paragraph: int, sentence: int = 1) -> list[Document]:
    """Return evidence that cites one sentence of the article."""
    return [{"paragraph": paragraph, "sentence": sentence}]


def both(words: str) -> Document:
    """Return a text with a French and an English version."""
    return {"fr": f"{words} (fr)", "en": f"{words} (en)"}


def minimal_story() -> Document:
    """Return a new valid story with a few items of every kind."""
    return copy.deepcopy(_MINIMAL)


def hostile_story() -> Document:
    """Return the minimal story with markup and control characters in every text."""
    return _with_attacks(minimal_story(), " ".join(ATTACKS))


def write_story(folder: Path, document: Any, name: str = "story.json") -> Path:
    """Write a story document to a file and return its path."""
    path = folder / name
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def many_events(count: int) -> Document:
    """Return a valid story with many events in a fixed order.

    A tenth of them have dates.
    """
    document = minimal_story()
    document["events"] = [
        {
            "id": f"event-{number}",
            "title": both(f"Event {number}"),
            "body": both(f"What happened the {number}th time"),
            "phase": "happened",
            "after": [f"event-{number - 1}"] if number else [],
            "players": ["acme"],
            "evidence": at(number % 2 + 1),
        }
        | ({"when": f"{1000 + number // 1000}"} if number % 10 == 0 else {})
        for number in range(count)
    ]
    for key in ("notes", "links", "claims", "innovations", "questions"):
        document[key] = []
    return document


_FIELDS = frozenset(
    (
        *(
            "text",
            "title",
            "name",
            "role",
            "body",
            "wording",
            "question",
            "why",
            "settle",
            "known",
            "identity",
            "watch",
            "label",
            "unit",
            "scope",
        ),
        *("caveat", "word", "definition", "by", "licence", "changes", "interest", "publisher", "author", "translation"),
    )
)


def _with_attacks(value: Any, poison: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _with_attacks(inner, poison, _field(name, key)) for name, inner in value.items()}
    if isinstance(value, list):
        return [_with_attacks(inner, poison, key) for inner in value]
    if isinstance(value, str) and key in _FIELDS and value not in ("article", "editor"):
        return f"{value} {poison}"
    return value


def _field(name: str, outer: str) -> str:
    """Return the name of the field that contains a nested key.

    A nested key is for example the language "fr" of a text.
    """
    return outer if name in ("fr", "en") else "text" if name == "translation" else name


_both: Callable[[str], Document] = both
_MINIMAL: Document = {
    "format": "deepseek-tui/story",
    "version": 1,
    "id": "acme-story",
    "languages": ["fr", "en"],
    "title": _both("The story of Acme"),
    "identity": _both("Acme, a maker of things, made one"),
    "summary": [{"text": _both("Acme made a thing."), "evidence": at(1)}],
    "edition": {
        "version": "1",
        "date": "2025-02-01",
        "by": "a test",
        "licence": "CC0",
        "changes": _both("The first edition"),
    },
    "article": {"language": "fr", "paragraphs": paragraphs(1, 2)},
    "sources": [
        {"id": "the-article", "name": _both("The article"), "kind": "article"},
        {
            "id": "the-paper",
            "name": "The Paper",
            "kind": "outlet",
            "url": "https://paper.example/",
            "interest": _both("It sells copies"),
        },
    ],
    "topics": [{"id": "things", "name": _both("Things")}],
    "players": [
        {
            "id": "acme",
            "name": "Acme",
            "kind": "organisation",
            "role": _both("Makes things"),
            "about": [{"text": _both("It is praised."), "evidence": at(2)}],
            "evidence": at(1),
        },
        {"id": "jane-doe", "name": "Jane Doe", "kind": "person", "role": _both("Speaks"), "evidence": at(2, 2)},
    ],
    "events": [
        {
            "id": "launch",
            "title": _both("The launch"),
            "body": _both("The thing was launched"),
            "phase": "happened",
            "when": "XXXX-01-10",
            "wording": _both("a tenth of January"),
            "players": ["acme"],
            "evidence": at(1),
        },
        {
            "id": "praise",
            "title": _both("The praise"),
            "body": _both("The thing was praised"),
            "phase": "happened",
            "after": ["launch"],
            "evidence": at(2),
        },
        {
            "id": "plan",
            "title": _both("The plan"),
            "body": _both("More things"),
            "phase": "planned",
            "when": "[..2025-12]",
            "evidence": at(2, 2),
        },
    ],
    "innovations": [
        {
            "id": "a-thing",
            "name": _both("A thing"),
            "problem": {"text": _both("There was none"), "by": "editor"},
            "idea": {"text": _both("Make one"), "evidence": at(1)},
            "effect": {"text": _both("There is one"), "evidence": at(1)},
            "claims": ["made-it"],
            "figures": ["how-many"],
            "terms": ["thing"],
            "lab": "mla",
            "evidence": at(1),
        }
    ],
    "questions": [
        {
            "id": "will-it-last",
            "question": _both("Will it last?"),
            "asked_by": "article",
            "status": "open",
            "why": _both("Things break"),
            "known": _both("It broke once"),
            "settle": _both("Waiting"),
            "watch": _both("The thing"),
            "supports": ["made-it"],
            "opposes": ["broke-once"],
            "evidence": at(2, 2),
        }
    ],
    "claims": [
        {
            "id": "made-it",
            "text": _both("Acme made a thing"),
            "status": "stated",
            "certainty": "unhedged",
            "speaker": "the-article",
            "topic": "things",
            "about": ["acme", "launch"],
            "evidence": at(1),
        },
        {
            "id": "praised-it",
            "text": _both("Jane Doe praised it"),
            "status": "quoted",
            "certainty": "hedged",
            "speaker": "the-paper",
            "topic": "things",
            "about": ["jane-doe"],
            "quote": {"text": "une belle chose", "language": "fr", "translation": {"en": "a fine thing"}},
            "evidence": [{"paragraph": 2, "sentence": 1, "source": "the-paper"}],
        },
    ],
    "figures": [
        {
            "id": "how-many",
            "label": _both("Things made"),
            "value": 100000,
            "bound": "less than",
            "unit": _both("things"),
            "scope": _both("in all"),
            "quantity": "things-made",
            "phase": "ongoing",
            "speaker": "the-article",
            "comparisons": [{"figure": "how-many-more", "allowed": True, "caveat": _both("of another kind")}],
            "evidence": at(1),
        },
        {
            "id": "how-many-more",
            "label": _both("Things planned"),
            "value": 1300000,
            "bound": "as-printed",
            "unit": _both("things"),
            "scope": _both("in all"),
            "quantity": "things-made",
            "phase": "planned",
            "when": "[..2025]",
            "caveat": _both("a plan"),
            "speaker": "the-paper",
            "evidence": at(2, 2),
        },
    ],
    "terms": [{"id": "thing", "word": _both("Thing"), "definition": _both("What is made"), "evidence": at(1)}],
    "notes": [
        {
            "id": "broke-once",
            "on": ["launch", "made-it"],
            "relation": "contradicts",
            "text": _both("It broke once"),
            "when": "2025-01",
            "sources": [
                {
                    "title": _both("A thing breaks"),
                    "publisher": "The Other Paper",
                    "url": "https://other.example/thing",
                    "date": "unknown",
                    "read": "excerpt",
                }
            ],
        }
    ],
    "links": [
        {
            "id": "launch-praise",
            "from": "launch",
            "to": "praise",
            "kind": "caused",
            "text": _both("People saw it"),
            "evidence": at(2),
        }
    ],
}
