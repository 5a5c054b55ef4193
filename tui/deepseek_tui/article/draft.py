"""A draft: the starting story that an article's text yields, every guess in it marked as one.

Nothing is invented: a number, a date, a name or a quotation is there because the text has it, and what the text does
not say waits for its author. The article's sentences are not copied: a claim is laid out as a skeleton of what its
sentence mentions.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from typing import Any

from deepseek_tui.article.extraction.extract import (
    ExtractedDate,
    ExtractedNumber,
    ExtractedQuotation,
    ExtractedSentence,
    extract,
)
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.word_lists import PARTICLES
from deepseek_tui.article.fingerprints import article_fingerprints
from deepseek_tui.article.placeholders import WORDS, DraftTexts, mark_unconfirmed
from deepseek_tui.story.format.model import SLUG
from deepseek_tui.story.format.sections import RESERVED

COPIED = 8
"""So many words in a row are a copy."""
LISTED = 6
"""How many mentions of a kind a claim lists."""
LONGEST_SLUG, LONGEST_ID = 60, 80
LARGEST = 10**18
"""From here on a whole number is kept to about sixteen figures."""

_BOUNDS = {
    bound: re.compile(rf"(?:^|\W)(?:{leads})(?: (?:the|an?|les?|une?))?\Z")
    for bound, leads in {
        "exact": "(?:no|not|nor) (?:more|less|fewer) than|pas (?:plus|moins) d(?:e|')",
        "less than": "less than|fewer than|under|below|moins d(?:e|')",
        "more than": "more than|over|above|plus d(?:e|')",
        "about": "about|around|some|nearly|almost|roughly|approximately|environ|quelque|pres d(?:e|')|presque",
    }.items()
}
_AS_PLANNED = re.compile(
    r"\b(?:than|as|que|comme) (?:(?:was|were|had been|it|originally|initialement) )*(?:planned|prevue?s?)\b"
)
_PLANS = re.compile(
    r"\b(?:(?<!the )(?<!his )(?<!her )will|wants?|plans|planning|planned|hopes to|intends? to|aims? to|is due to|are due to"
    r"|veut|veulent|souhaite(?:nt)?|prevoi(?:t|ent)|prevue?s?|sera|seront|aura|auront|ira|iront|fera|feront"
    r"|(?!opera|camera|libera)\w{3,}(?:era|dra|rra|vra|eront|iront|dront|rront|vront)|ouvrira|finira|investira)\b"
)
_DEADLINE = re.compile(r"(?:\bby|\bd'ici(?: a| en)?)\Z")
_BY = re.compile(r"\bby (?:the end of |end of |late |early |mid-)?(?:1[0-9]|20)\d\d\b|\bd'ici\b")
_OVER = re.compile(r"\b(?:had|was|were|has|have|avait|avaient|etait|etaient|a ete|ont ete)\b")
_PERSON = re.compile(r"\b(?:M|MM|Mr|Mrs|Ms|Mme|Mlle|Dr|Prof|Pr)\.?\s+(?:d[eu]\s)?\Z")


def draft(article: str, *, language: str, name: str, today: str) -> dict[str, Any]:
    """The document of a starting story named `name`, from an article in English or French.

    `today` is the date of the story file itself, the only one that does not come from the text.
    """
    told = extract(article, language)
    return _Draft(told, article, language).document(name, today)


def slug(words: str) -> str:
    """An id made of the words; empty where there is none to make."""
    plain = unicodedata.normalize("NFKD", folded(words))
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_SLUG].strip("-")


def is_id(word: str) -> bool:
    """Whether the word can be an id."""
    return len(word) <= LONGEST_ID and re.fullmatch(SLUG, word) is not None


@dataclass
class _Called:
    """Somebody or something that the article names, and where."""

    name: str
    places: list[tuple[int, int]]
    person: bool = False


class _Draft:
    """One article on its way to a story."""

    def __init__(self, told: Sequence[ExtractedSentence], article: str, language: str) -> None:
        self._told, self._article, self._language = told, article, language
        self._words: DraftTexts = WORDS[language]
        self._copied = set(_runs(_plain(article)))
        self._ids: set[str] = set(RESERVED)
        self._figures: list[dict[str, Any]] = []
        self._events: list[dict[str, Any]] = []
        self._claims: list[dict[str, Any]] = []
        self._voices: dict[str, dict[str, Any]] = {}
        self._about: dict[tuple[int, int], list[str]] = {}
        self._people = _gathered(told)
        self._player_ids: dict[str, str] = {}
        self._article_id = self._id("the-article")
        self._topic_id = self._id("to-sort")

    def document(self, name: str, today: str) -> dict[str, Any]:
        words = self._words
        players = self._players()
        for said in self._told:
            self._count(said)
            self._date(said)
            self._claim(said)
        return {
            "$schema": "story.schema.json",
            "format": "deepseek-tui/story",
            "version": 1,
            "id": name,
            "languages": [self._language],
            "title": self._guess(words.title),
            "summary": [{"text": self._guess(words.summary), "by": "editor"}],
            "edition": {
                "version": "0.1.0",
                "date": today,
                "by": self._guess(words.editor),
                "licence": self._guess(words.licence),
                "changes": self._guess(words.changes),
            },
            "article": {"language": self._language, "paragraphs": article_fingerprints(self._article)},
            "sources": [
                {"id": self._article_id, "name": self._plain(words.article), "kind": "article"},
                *self._voices.values(),
            ],
            "topics": [{"id": self._topic_id, "name": self._guess(words.topic)}],
            "players": players,
            "events": self._events,
            "claims": self._claims,
            "figures": self._figures,
        }

    # Texts and ids

    def _guess(self, words: str) -> dict[str, str]:
        return {self._language: mark_unconfirmed(words, self._language)}

    def _plain(self, words: str) -> dict[str, str]:
        return {self._language: words}

    def _id(self, wanted: str) -> str:
        identity, count = wanted, 1
        while identity in self._ids:
            count += 1
            identity = f"{wanted}-{count}"
        self._ids.add(identity)
        return identity

    def _own(self, words: str) -> str:
        """The words, cut before they would repeat eight of the article's in a row."""
        tokens = list(re.finditer(r"\w+", words))
        for start, run in enumerate(_runs([_folded(token.group()) for token in tokens])):
            if run in self._copied:
                return words[: tokens[start + COPIED - 2].end()] + "…"
        return words

    # What is found

    def _players(self) -> list[dict[str, Any]]:
        """The names that two sentences at least repeat; a last name alone belongs to the one longer name it ends."""
        players = []
        for person in self._people:
            if len(person.places) < 2:
                continue
            identity = self._id(slug(person.name) or "player")
            players.append(
                {
                    "id": identity,
                    "name": self._guess(self._own(person.name)),
                    "kind": "person" if person.person else "organisation",
                    "role": self._guess(self._words.role),
                    "evidence": [_place(*place) for place in person.places],
                }
            )
            self._player_ids[folded(person.name)] = identity
            for place in person.places:
                self._about.setdefault(place, []).append(identity)
        return players

    def _count(self, said: ExtractedSentence) -> None:
        for number, counted in enumerate(said.numbers, 1):
            value = _kept(counted.number.value)
            if value is None:
                continue
            identity = self._id(f"figure-{said.paragraph}-{said.sentence}-{number}")
            unit = self._plain(self._own(counted.unit)) if counted.unit else self._guess(self._words.unit)
            self._figures.append(
                {
                    "id": identity,
                    "label": self._guess(self._own(counted.text)),
                    "value": value,
                    "bound": _bound(counted),
                    "unit": unit,
                    "scope": self._guess(self._words.scope),
                    "quantity": identity,  # no two are about the same thing until somebody says so
                    "phase": _phase(said),
                    "speaker": self._article_id,
                    "evidence": [_place(said.paragraph, said.sentence)],
                }
            )
            self._about.setdefault((said.paragraph, said.sentence), []).append(identity)

    def _date(self, said: ExtractedSentence) -> None:
        for number, date in enumerate(said.dates, 1):
            identity = self._id(f"event-{said.paragraph}-{said.sentence}-{number}")
            self._events.append(
                {
                    "id": identity,
                    "title": self._guess(f"{self._words.event}{self._words.colon}{date.text}"),
                    "body": self._guess(self._words.body),
                    "phase": "planned" if _phase(said) == "planned" else "happened",
                    "when": _when(date),
                    "wording": self._plain(date.text),
                    "evidence": [_place(said.paragraph, said.sentence)],
                }
            )
            self._about.setdefault((said.paragraph, said.sentence), []).append(identity)

    def _claim(self, said: ExtractedSentence) -> None:
        if not any(spoken.whole for spoken in said.quotations):
            asks = said.text.rstrip(" \u00a0\u202f").endswith("?")
            self._add(
                f"claim-{said.paragraph}-{said.sentence}",
                self._skeleton(said),
                ("asked", "open") if asks else ("claimed", "flat"),
                [_place(said.paragraph, said.sentence)],
            )
        for number, spoken in enumerate(said.quotations, 1):
            speaker = self._voice(spoken)
            named = {} if speaker == self._article_id else {"source": speaker}
            self._add(
                f"quote-{said.paragraph}-{said.sentence}-{number}",
                self._words.quoted,
                ("quoted", "flat"),
                [{**_place(said.paragraph, place), **named} for place in range(said.sentence, spoken.last + 1)],
                speaker=speaker,
                quote={"text": spoken.words, "language": self._language},
            )

    def _add(
        self,
        identity: str,
        words: str,
        kind: tuple[str, str],
        evidence: list[dict[str, Any]],
        *,
        speaker: str = "",
        quote: dict[str, str] | None = None,
    ) -> None:
        about = self._about.get((evidence[0]["paragraph"], evidence[0]["sentence"]), [])
        self._claims.append(
            {
                "id": self._id(identity),
                "text": self._guess(words),
                "status": kind[0],
                "certainty": kind[1],
                "speaker": speaker or self._article_id,
                "topic": self._topic_id,
                **({"about": list(about)} if about else {}),
                **({"quote": quote} if quote else {}),
                "evidence": evidence,
            }
        )

    def _skeleton(self, said: ExtractedSentence) -> str:
        words = self._words
        found = (
            (words.numbers, [counted.text for counted in said.numbers]),
            (words.dates, [date.text for date in said.dates]),
            (words.names, list(said.names)),
        )
        parts = [f"{kind}{words.colon}{_listed(items)}" for kind, items in found if items]
        return self._own(words.semicolon.join(parts)) if parts else words.nothing

    def _voice(self, spoken: ExtractedQuotation) -> str:
        """The source that says it; the article, where nobody stands plainly beside the words."""
        if not spoken.speaker:
            return self._article_id
        name = next((one.name for one in self._people if _belongs(spoken.speaker, one.name)), spoken.speaker)
        key = folded(name)
        if key not in self._voices:
            identity = self._id(f"says-{slug(name) or 'somebody'}")
            player = {"player": self._player_ids[key]} if key in self._player_ids else {}
            self._voices[key] = {"id": identity, "name": self._guess(self._own(name)), "kind": "person", **player}
        found: str = self._voices[key]["id"]
        return found


def _place(paragraph: int, sentence: int) -> dict[str, int]:
    return {"paragraph": paragraph, "sentence": sentence}


def _plain(text: str) -> list[str]:
    return [_folded(word) for word in re.findall(r"\w+", text)]


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + COPIED]) for start in range(len(words) - COPIED + 1))


def _listed(items: Iterable[str]) -> str:
    shown = list(dict.fromkeys(items))
    return ", ".join(shown[:LISTED]) + (", …" if len(shown) > LISTED else "")


def _kept(value: Decimal) -> int | float | None:
    """The value as JSON can keep it; none for one that is too large."""
    if value == value.to_integral_value() and abs(value) < LARGEST:
        return int(value)
    return float(value) if isfinite(float(value)) else None


def _bound(counted: ExtractedNumber) -> str:
    """What the words right before a number make of it; one that nothing qualifies is exact."""
    return next((bound for bound, leads in _BOUNDS.items() if leads.search(counted.before)), "exact")


def _when(date: ExtractedDate) -> str:
    """A date; any time up to it, where it is a deadline."""
    if "X" in date.edtf or not _DEADLINE.search(date.before):
        return date.edtf
    return f"[..{date.edtf}]"


def _phase(said: ExtractedSentence) -> str:
    """Planned where the sentence tells a plan or a wish; what came out otherwise than planned is none."""
    told = _AS_PLANNED.sub("", folded(said.text))
    plan = _PLANS.search(told) or (_BY.search(told) and not _OVER.search(told))
    return "planned" if plan else "ongoing"


def _belongs(spelling: str, name: str) -> bool:
    key, whole = folded(spelling), folded(name)
    return whole == key or whole.endswith((f" {key}", f"-{key}"))


def _gathered(told: Sequence[ExtractedSentence]) -> list[_Called]:
    """The names of an article, each with its places, in the order of their first."""
    found: dict[str, _Called] = {}
    for said in told:
        for spelling in said.names:
            called = found.setdefault(folded(spelling), _Called(spelling, []))
            called.person = called.person or _person(said, spelling)
            if (said.paragraph, said.sentence) not in called.places:
                called.places.append((said.paragraph, said.sentence))
    endings: dict[str, list[str]] = {}
    for key in found:
        words = key.split()
        for start in range(1, len(words)):
            endings.setdefault(" ".join(words[start:]), []).append(key)
    for key in sorted(found, key=len):
        longer = [whole for whole in endings.get(key, []) if found[key].person or _ends_plainly(whole, key)]
        if len(longer) == 1:
            other = found[longer[0]]
            shorter = found.pop(key)
            other.places = sorted({*other.places, *shorter.places})
            other.person = other.person or shorter.person
    return sorted(found.values(), key=lambda called: called.places[0])


def _ends_plainly(whole: str, key: str) -> bool:
    """Whether a name ends in a shorter one that is no part of it only: Varcy of Hélène Varcy, not of the Port of Varcy."""
    return whole.removesuffix(key).split()[-1] not in PARTICLES


def _person(said: ExtractedSentence, spelling: str) -> bool:
    at = said.text.find(spelling)
    spoken = any(one.speaker and folded(one.speaker) == folded(spelling) for one in said.quotations)
    return spoken or (at > 0 and bool(_PERSON.search(said.text[:at])))
