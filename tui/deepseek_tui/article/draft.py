"""Drafts: an initial story made from an article's text, with every guess marked.

Every number, date, name and quotation in a draft comes from the text. The author fills in what the text does not state.
Each object has the field `draft`, and `guess` says why it was made. The article's sentences are not copied: a claim has
the key words of its sentence.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from math import isfinite
from typing import Any

from deepseek_tui.article.draft_wording import DraftWording
from deepseek_tui.article.extraction.attribution import ClaimAttribution
from deepseek_tui.article.extraction.extract import (
    ExtractedSentence,
    extract,
)
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.phases import is_after
from deepseek_tui.article.extraction.players import players_of
from deepseek_tui.article.extraction.speakers import Speaker
from deepseek_tui.article.extraction.speech_words import TITLES
from deepseek_tui.article.fingerprints import article_fingerprints, paragraphs, sentences
from deepseek_tui.story.format.sections import RESERVED

MAX_SLUG_LENGTH = 60
MAX_EXACT_INTEGER = 10**18
"""Larger whole numbers become floats, which have about sixteen digits."""


def draft(article: str, *, language: str, name: str, today: str, embed_text: bool = False) -> dict[str, Any]:
    """Return a draft story as a JSON document, for an English or French article.

    `name` is the story's id. `today` is the date of the edition, the only date that does not come from the text. With
    `embed_text`, the story includes the article's sentences.
    """
    document = _Draft(extract(article, language), article, language, today).document(name)
    if embed_text:
        for printed, paragraph in zip(document["article"]["paragraphs"], paragraphs(article), strict=True):
            printed["text"] = sentences(paragraph)
    return document


def slug(words: str) -> str:
    """Return an id made of the given words, or "" if impossible."""
    plain = unicodedata.normalize("NFKD", folded(words))
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:MAX_SLUG_LENGTH].strip("-")


class _Draft:
    """Builds the draft story of one article."""

    def __init__(self, sentences: Sequence[ExtractedSentence], article: str, language: str, today: str) -> None:
        self._sentences, self._article, self._language, self._today = sentences, article, language, today
        self._wording = DraftWording(article, language)
        self._paragraphs = paragraphs(article)
        self._places = [(extracted.paragraph, extracted.sentence) for extracted in sentences]
        self._ids: set[str] = set(RESERVED)
        self._figures: list[dict[str, Any]] = []
        self._events: list[dict[str, Any]] = []
        self._claims: list[dict[str, Any]] = []
        self._speakers: dict[str, dict[str, Any]] = {}
        self._about: dict[tuple[int, int], list[str]] = {}
        self._names = players_of(sentences)
        self._player_ids: dict[str, str] = {}
        self._article_id = self._id("the-article")
        self._topic_id = self._id("to-sort")

    def document(self, name: str) -> dict[str, Any]:
        words = self._wording.texts
        players = self._players()
        for extracted in self._sentences:
            self._add_figures(extracted)
            self._add_events(extracted)
            self._add_claims(extracted)
        return {
            "$schema": "story.schema.json",
            "format": "deepseek-tui/story",
            "version": 1,
            "id": name,
            "languages": [self._language],
            **self._wording.guess(words.to_write),
            "title": self._wording.text(words.title),
            "identity": self._wording.text(words.identity),
            "summary": [{**self._wording.guess(words.to_write), "text": self._wording.text(words.summary), "by": "editor"}],
            "edition": {
                **self._wording.guess(words.to_write),
                "version": "0.1.0",
                "date": self._today,
                "by": self._wording.text(words.editor),
                "licence": self._wording.text(words.licence),
                "changes": self._wording.text(words.changes),
            },
            "article": {"language": self._language, "paragraphs": article_fingerprints(self._article)},
            "sources": [
                {"id": self._article_id, "name": self._wording.text(words.article), "kind": "article"},
                *self._speakers.values(),
            ],
            "topics": [{"id": self._topic_id, "draft": True, "name": self._wording.text(words.topic)}],
            "players": players,
            "events": self._events,
            "claims": self._claims,
            "figures": self._figures,
        }

    # The following methods make texts and ids.

    def _id(self, wanted: str) -> str:
        identity, count = wanted, 1
        while identity in self._ids:
            count += 1
            identity = f"{wanted}-{count}"
        self._ids.add(identity)
        return identity

    # The following methods make story items from the names, numbers, dates and quotations in the sentences.

    def _players(self) -> list[dict[str, Any]]:
        """Return the players: names of known kind in at least two sentences.

        The format has no kind for a player that nothing is known of, so its name stays in the claims alone.
        """
        players = []
        for player in self._names:
            guess = player.guess
            if len(player.places) < 2 or not guess.kind:
                continue
            identity = self._id(slug(player.name) or "player")
            players.append(
                {
                    "id": identity,
                    **self._wording.guess(self._wording.kind_reason(len(player.places), guess)),
                    "name": self._wording.text(self._wording.without_copying(player.name)),
                    "kind": guess.kind,
                    "role": self._wording.text(self._wording.texts.role),
                    "evidence": [_place(*place) for place in player.places],
                }
            )
            self._player_ids[folded(player.name)] = identity
            for place in player.places:
                self._about.setdefault(place, []).append(identity)
        return players

    def _add_figures(self, extracted: ExtractedSentence) -> None:
        for number, extracted_number in enumerate(extracted.numbers, 1):
            value = _json_number(extracted_number.number.value)
            if value is None:
                continue
            identity = self._id(f"figure-{extracted.paragraph}-{extracted.sentence}-{number}")
            unit = (
                self._wording.text(self._wording.without_copying(extracted_number.unit))
                if extracted_number.unit
                else self._wording.text(self._wording.texts.unit)
            )
            self._figures.append(
                {
                    "id": identity,
                    **self._wording.guess(
                        self._wording.texts.numbered.format(self._wording.without_copying(extracted_number.text))
                    ),
                    "label": self._wording.text(self._wording.key_words(extracted.text)),
                    "value": value,
                    "bound": extracted_number.bound,
                    "unit": unit,
                    "scope": self._wording.text(self._wording.texts.scope),
                    # The draft does not decide which figures measure the same quantity; the author does.
                    "quantity": identity,
                    "phase": extracted_number.phase or "ongoing",
                    "speaker": self._article_id,
                    "evidence": [_place(extracted.paragraph, extracted.sentence)],
                }
            )
            self._about.setdefault((extracted.paragraph, extracted.sentence), []).append(identity)

    def _add_events(self, extracted: ExtractedSentence) -> None:
        for number, date in enumerate((date for date in extracted.dates if date.is_event), 1):
            identity = self._id(f"event-{extracted.paragraph}-{extracted.sentence}-{number}")
            self._events.append(
                {
                    "id": identity,
                    **self._wording.guess(self._wording.dated(date.text, date.reason)),
                    "title": self._wording.text(self._wording.key_words(extracted.text)),
                    "body": self._wording.text(self._wording.texts.body),
                    "phase": "planned" if date.phase or is_after(date.edtf, self._today) else "happened",
                    "when": date.edtf,
                    "wording": self._wording.text(date.text),
                    "evidence": [_place(extracted.paragraph, extracted.sentence)],
                }
            )
            self._about.setdefault((extracted.paragraph, extracted.sentence), []).append(identity)

    def _add_claims(self, extracted: ExtractedSentence) -> None:
        here = (extracted.paragraph, extracted.sentence)
        if not extracted.is_quotation:
            self._add_claim(
                f"claim-{extracted.paragraph}-{extracted.sentence}",
                self._wording.key_words(extracted.text),
                extracted.attribution,
                [here],
            )
        for number, quotation in enumerate(extracted.quotations, 1):
            self._add_claim(
                f"quote-{extracted.paragraph}-{extracted.sentence}-{number}",
                self._wording.key_words(quotation.words),
                quotation.attribution,
                self._places[self._places.index(here) : self._places.index(quotation.last) + 1],
                quote={"text": quotation.words, "language": self._language},
            )

    def _add_claim(
        self,
        identity: str,
        words: str,
        attribution: ClaimAttribution,
        places: Sequence[tuple[int, int]],
        *,
        quote: dict[str, str] | None = None,
    ) -> None:
        about = self._about.get(places[0], [])
        speaker = self._speaker_id(attribution.speaker)
        self._claims.append(
            {
                "id": self._id(identity),
                **self._wording.guess(self._wording.without_copying(attribution.reason)),
                "text": self._wording.text(words),
                "status": attribution.status,
                "certainty": attribution.certainty,
                "speaker": speaker,
                "topic": self._topic_id,
                **({"about": list(about)} if about else {}),
                **({"quote": quote} if quote else {}),
                "evidence": [{**_place(*place), **self._named_in(place, speaker, attribution.speaker)} for place in places],
            }
        )

    def _named_in(self, place: tuple[int, int], identity: str, speaker: Speaker) -> dict[str, str]:
        """Return the source of a cited sentence if its paragraph names it.

        A pronoun does not name the source.
        """
        paragraph = self._paragraphs[place[0] - 1]
        named = speaker.name and (
            folded(speaker.name) in folded(paragraph) or (speaker.kind == "person" and _has_surname(paragraph, speaker.name))
        )
        return {"source": identity} if named else {}

    def _speaker_id(self, speaker: Speaker) -> str:
        """Return the id of the speaker's source; without a speaker, the article's."""
        if not speaker.name:
            return self._article_id
        key = folded(speaker.name)
        if key not in self._speakers:
            identity = self._id(f"says-{slug(speaker.name) or 'somebody'}")
            player = {"player": self._player_ids[key]} if key in self._player_ids else {}
            self._speakers[key] = {
                "id": identity,
                **self._wording.guess(self._wording.without_copying(speaker.reason)),
                "name": self._wording.text(self._wording.without_copying(speaker.name)),
                "kind": speaker.kind,
                **player,
            }
        found: str = self._speakers[key]["id"]
        return found


def _has_surname(paragraph: str, name: str) -> bool:
    """Return whether a paragraph has a person's surname.

    The surname with another person's first name before it does not count.
    """
    surname = re.escape(name.rsplit(maxsplit=1)[-1])
    before = (match[1] or "" for match in re.finditer(rf"(?:(\S+)\s+)?\b{surname}\b", paragraph))
    return any(not word[:1].isupper() or word[-1] in ".,;:!?" or folded(word) in {*TITLES, "m"} for word in before)


def _place(paragraph: int, sentence: int) -> dict[str, int]:
    return {"paragraph": paragraph, "sentence": sentence}


def _json_number(value: Decimal) -> int | float | None:
    """Return a decimal value as a JSON number; None if too large."""
    if value == value.to_integral_value() and abs(value) < MAX_EXACT_INTEGER:
        return int(value)
    return float(value) if isfinite(float(value)) else None
