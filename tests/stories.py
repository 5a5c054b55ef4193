"""Stories for tests: the smallest that is useful, and one that means harm; both plain documents."""

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
"""Words that a terminal, Textual, Rich, Markdown or HTML could obey."""


def fingerprint_of(words: str) -> str:
    """A fingerprint that no article has."""
    return sha256(words.encode()).hexdigest()


def paragraphs(*counts: int) -> list[Document]:
    """An article's paragraphs with so many sentences each."""
    return [
        {
            "fingerprint": fingerprint_of(f"{place}"),
            "sentences": [fingerprint_of(f"{place}.{sentence}") for sentence in range(1, count + 1)],
        }
        for place, count in enumerate(counts, 1)
    ]


def at(paragraph: int, sentence: int = 1) -> list[Document]:
    """Evidence that is one sentence."""
    return [{"paragraph": paragraph, "sentence": sentence}]


def both(words: str) -> Document:
    """A text in both languages."""
    return {"fr": f"{words} (fr)", "en": f"{words} (en)"}


def minimal_story() -> Document:
    """A valid story with one item or two of every kind; every call gives a new one."""
    return copy.deepcopy(_MINIMAL)


def hostile_story() -> Document:
    """The same with every text field full of markup, control characters and other things that a screen must not obey."""
    return _poisoned(minimal_story(), " ".join(ATTACKS))


def write_story(folder: Path, document: Any, name: str = "story.json") -> Path:
    """The path of a file that holds the document."""
    path = folder / name
    path.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")
    return path


def many_events(count: int) -> Document:
    """A valid story of so many events, each after the one before, a tenth of them dated."""
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
            "watch",
            "label",
            "unit",
            "scope",
        ),
        *("caveat", "word", "definition", "by", "licence", "changes", "interest", "publisher", "author", "translation"),
    )
)


def _poisoned(value: Any, poison: str, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _poisoned(inner, poison, _field(name, key)) for name, inner in value.items()}
    if isinstance(value, list):
        return [_poisoned(inner, poison, key) for inner in value]
    if isinstance(value, str) and key in _FIELDS and value not in ("article", "editor"):
        return f"{value} {poison}"
    return value


def _field(name: str, outer: str) -> str:
    """A language's words belong to the field that they are the text of."""
    return outer if name in ("fr", "en") else "text" if name == "translation" else name


_say: Callable[[str], Document] = both
_MINIMAL: Document = {
    "format": "deepseek-tui/story",
    "version": 1,
    "id": "acme-story",
    "languages": ["fr", "en"],
    "title": _say("The story of Acme"),
    "summary": [{"text": _say("Acme made a thing."), "evidence": at(1)}],
    "edition": {
        "version": "1",
        "date": "2025-02-01",
        "by": "a test",
        "licence": "CC0",
        "changes": _say("The first edition"),
    },
    "article": {"language": "fr", "paragraphs": paragraphs(1, 2)},
    "sources": [
        {"id": "the-article", "name": _say("The article"), "kind": "article"},
        {
            "id": "the-paper",
            "name": "The Paper",
            "kind": "outlet",
            "url": "https://paper.example/",
            "interest": _say("It sells copies"),
        },
    ],
    "topics": [{"id": "things", "name": _say("Things")}],
    "players": [
        {
            "id": "acme",
            "name": "Acme",
            "kind": "organisation",
            "role": _say("Makes things"),
            "about": [{"text": _say("It is praised."), "evidence": at(2)}],
            "evidence": at(1),
        },
        {"id": "jane-doe", "name": "Jane Doe", "kind": "person", "role": _say("Speaks"), "evidence": at(2, 2)},
    ],
    "events": [
        {
            "id": "launch",
            "title": _say("The launch"),
            "body": _say("The thing was launched"),
            "phase": "happened",
            "when": "XXXX-01-10",
            "wording": _say("a tenth of January"),
            "players": ["acme"],
            "evidence": at(1),
        },
        {
            "id": "praise",
            "title": _say("The praise"),
            "body": _say("The thing was praised"),
            "phase": "happened",
            "after": ["launch"],
            "evidence": at(2),
        },
        {
            "id": "plan",
            "title": _say("The plan"),
            "body": _say("More things"),
            "phase": "planned",
            "when": "[..2025-12]",
            "evidence": at(2, 2),
        },
    ],
    "innovations": [
        {
            "id": "a-thing",
            "name": _say("A thing"),
            "problem": {"text": _say("There was none"), "by": "editor"},
            "idea": {"text": _say("Make one"), "evidence": at(1)},
            "effect": {"text": _say("There is one"), "evidence": at(1)},
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
            "question": _say("Will it last?"),
            "asked_by": "article",
            "status": "open",
            "why": _say("Things break"),
            "settle": _say("Waiting"),
            "watch": _say("The thing"),
            "supports": ["made-it"],
            "opposes": ["broke-once"],
            "evidence": at(2, 2),
        }
    ],
    "claims": [
        {
            "id": "made-it",
            "text": _say("Acme made a thing"),
            "status": "claimed",
            "certainty": "flat",
            "speaker": "the-article",
            "topic": "things",
            "about": ["acme", "launch"],
            "evidence": at(1),
        },
        {
            "id": "praised-it",
            "text": _say("Jane Doe praised it"),
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
            "label": _say("Things made"),
            "value": 100000,
            "bound": "less than",
            "unit": _say("things"),
            "scope": _say("in all"),
            "quantity": "things-made",
            "phase": "ongoing",
            "speaker": "the-article",
            "comparisons": [{"figure": "how-many-more", "allowed": True, "caveat": _say("of another kind")}],
            "evidence": at(1),
        },
        {
            "id": "how-many-more",
            "label": _say("Things planned"),
            "value": 1300000,
            "bound": "exact",
            "unit": _say("things"),
            "scope": _say("in all"),
            "quantity": "things-made",
            "phase": "planned",
            "when": "[..2025]",
            "caveat": _say("a plan"),
            "speaker": "the-paper",
            "evidence": at(2, 2),
        },
    ],
    "terms": [{"id": "thing", "word": _say("Thing"), "definition": _say("What is made"), "evidence": at(1)}],
    "notes": [
        {
            "id": "broke-once",
            "on": ["launch", "made-it"],
            "relation": "contradicts",
            "text": _say("It broke once"),
            "when": "2025-01",
            "sources": [
                {
                    "title": _say("A thing breaks"),
                    "publisher": "The Other Paper",
                    "url": "https://other.example/thing",
                    "date": "unknown",
                    "seen": "excerpt",
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
            "text": _say("People saw it"),
            "evidence": at(2),
        }
    ],
}
