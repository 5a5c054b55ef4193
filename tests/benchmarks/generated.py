"""Generator of random stories of any size, the same for each size."""

from random import Random
from typing import Any

from stories import Document, fingerprint_of, minimal_story

WORDS = {
    "en": (
        *("market", "chip", "model", "price", "launch", "report", "week", "share"),
        *("cost", "plan", "rival", "answer", "test", "source", "figure", "claim"),
    ),
    "fr": (
        *("marché", "puce", "modèle", "prix", "lancement", "rapport", "semaine", "part"),
        *("coût", "projet", "concurrent", "réponse", "essai", "origine", "été", "âge"),
    ),
}
"""The words of generated texts, equally many in each language."""
SENTENCES = 3
"""Number of sentences in each paragraph of the generated article."""


def generated(events: int) -> Document:
    """Return a valid random story with the given number of events.

    It has a claim for each event, a fifth as many players and notes, and half as many links.
    """
    return _Generator(events).story()


class _Generator:
    def __init__(self, events: int) -> None:
        self.events = events
        self.claims = events
        self.players, self.notes, self.links = max(1, events // 5), max(1, events // 5), events // 2
        self.paragraphs = max(2, -(-events // SENTENCES))
        self.random = Random(events)

    def text(self, most: int = 12) -> dict[str, str]:
        """Return a random text in both languages.

        One text in thirty is long.
        """
        length = self.random.randint(2, most) if self.random.randrange(30) else 150
        chosen = [self.random.randrange(16) for _ in range(length)]
        return {language: " ".join(words[one] for one in chosen) for language, words in WORDS.items()}

    def evidence(self) -> list[dict[str, int]]:
        """Return evidence that cites a random sentence of the article."""
        return [{"paragraph": self.random.randint(1, self.paragraphs), "sentence": self.random.randint(1, SENTENCES)}]

    def story(self) -> Document:
        """Return the complete generated story as a JSON object."""
        story = minimal_story()
        pick = self.random.randrange
        story["article"]["paragraphs"] = [
            {"fingerprint": fingerprint_of(str(one)), "sentences": [fingerprint_of(f"{one}.{s}") for s in range(SENTENCES)]}
            for one in range(self.paragraphs)
        ]
        story["summary"] = [{"text": self.text(), "evidence": self.evidence()} for _ in range(3)]
        story["players"] = [self.player(n) for n in range(self.players)]
        story["events"] = [self.event(n) for n in range(self.events)]
        story["claims"] = [
            {
                "id": f"claim-{n}",
                "text": self.text(20),
                "status": "stated",
                "certainty": "unhedged",
                "speaker": "the-article" if pick(3) else "the-paper",
                "topic": "things",
                "about": [f"event-{pick(self.events)}", f"player-{pick(self.players)}"],
                "evidence": self.claimed(n),
            }
            for n in range(self.claims)
        ]
        story["notes"] = [self.note(n) for n in range(self.notes)]
        story["links"] = [self.link(n, pick(self.claims)) for n in range(self.links)]
        story["innovations"], story["questions"] = [], []
        return story

    def player(self, number: int) -> dict[str, Any]:
        """Return a generated player (a person or organisation of the story)."""
        role = {"kind": "organisation", "role": self.text(), "evidence": self.evidence()}
        return {"id": f"player-{number}", "name": f"Player {number}", **role}

    def event(self, number: int) -> dict[str, Any]:
        """Return an event that is ordered after the previous event.

        Every tenth event has a date.
        """
        event: dict[str, Any] = {
            "id": f"event-{number}",
            "title": self.text(8),
            "body": self.text(25),
            "phase": "happened",
            "players": [f"player-{self.random.randrange(self.players)}"],
            "evidence": self.evidence(),
        }
        if number:
            event["after"] = [f"event-{number - 1}"]
        if number % 10 == 0:
            event["when"] = f"{1000 + number * 1000 // self.events}"
        return event

    def claimed(self, number: int) -> list[dict[str, int]]:
        """Return evidence that cites a sentence without any other claim."""
        return [{"paragraph": number // SENTENCES + 1, "sentence": number % SENTENCES + 1}]

    def link(self, number: int, claim: int) -> dict[str, Any]:
        """Return a generated link from an event to a claim."""
        return {
            "id": f"link-{number}",
            "from": f"event-{2 * number % self.events}",
            "to": f"claim-{claim}",
            "kind": ("caused", "supports", "qualifies")[number % 3],
            "text": self.text(),
            "evidence": self.claimed(claim),
        }

    def note(self, number: int) -> dict[str, Any]:
        """Return a generated context note; every second note has a date."""
        source = {"title": self.text(), "publisher": "The Other Paper", "date": "unknown", "read": "full"}
        note: dict[str, Any] = {
            "id": f"note-{number}",
            "on": [f"event-{self.random.randrange(self.events)}"],
            "relation": ("adds", "qualifies", "confirms")[number % 3],
            "text": self.text(),
            "sources": [source],
        }
        return note | ({"when": f"{1000 + number % 900}"} if number % 2 else {})
