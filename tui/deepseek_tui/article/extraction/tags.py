"""Tags: words beside a quotation that say who speaks.

An example is “It is late,” said Anna Tamm.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.clauses import Token
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.reasons import ReasonTexts
from deepseek_tui.article.extraction.speakers import Speaker
from deepseek_tui.article.extraction.speech import SpeechEvent
from deepseek_tui.article.extraction.speech_words import CONTINUATIONS, FILLERS, PRONOUNS

MAX_TAG_WORDS = 12
"""The most words beside a quotation for them to be only a tag."""


@dataclass
class SentenceTokens:
    """One sentence with its tokens and speech events."""

    start: int
    text: str
    tokens: list[Token]
    events: list[SpeechEvent]

    def without_quotations(self) -> str:
        """Return the sentence with each quotation replaced by an ellipsis."""
        text = self.text
        for token in reversed(self.tokens):
            if token.kind == "quote":
                first, last = max(0, token.start - self.start), max(0, token.end - self.start)
                text = f"{text[:first]}…{text[last:]}"
        return text

    def contains(self, position: int) -> bool:
        """Return whether a character of the paragraph belongs to the sentence."""
        return self.start <= position < self.start + len(self.text)


def speaker_beside(line: SentenceTokens, speakers: Sequence[Speaker], place: int, texts: ReasonTexts) -> Speaker | None:
    """Return the speaker that the sentence names before or after a quotation."""
    after = _tag_after(line, place)
    before = _event_before(line, place)
    if after is None or before is None:
        chosen = after if after is not None else before
        return speakers[chosen] if chosen is not None else None
    one, other = speakers[before], speakers[after]
    if folded(one.name) == folded(other.name):
        return one
    event = line.events[after]
    if line.events[before].last < place - 2 or event.follows_verb:
        return other
    if any(token.kind == "quote" for token in line.tokens[event.last : event.last + 6]):
        return one
    names = tuple(speaker.name for speaker in (one, other) if speaker.name)
    return other if len(names) < 2 else Speaker(reason=texts.several.format(texts.choice(names)))


def _tag_after(line: SentenceTokens, place: int) -> int | None:
    """Return the speech event that begins directly after a quotation."""
    start = place + 1
    while start < len(line.tokens) and line.tokens[start].kind == "mark":
        start += 1
    latest = start
    while latest < len(line.tokens) and line.tokens[latest].key in FILLERS - PRONOUNS.keys():
        latest += 1
    for number, event in enumerate(line.events):
        if event.at >= start and event.first <= latest and (event.subject or event.verb in CONTINUATIONS):
            return number if _is_near(line.tokens, latest, event) else None
    return None


def _event_before(line: SentenceTokens, place: int) -> int | None:
    """Return the last speech event before a quotation and after any earlier quotation."""
    found = [number for number, event in enumerate(line.events) if event.last <= place]
    return found[-1] if found else None


def only_quotes(line: SentenceTokens) -> bool:
    """Return whether a sentence has only quotations and the words that say who speaks."""
    rest = [token for token in line.tokens if token.kind in ("word", "name")]
    if not any(token.kind == "quote" for token in line.tokens):
        return False
    tagged = any(event.subject or event.verb in CONTINUATIONS for event in line.events)
    return not rest or (tagged and len(rest) <= MAX_TAG_WORDS and line.tokens[0].kind == "quote")


def _is_near(tokens: Sequence[Token], start: int, event: SpeechEvent) -> bool:
    """Return whether a tag begins with its verb or subject."""
    return event.at == start or (
        event.first <= start and not any(token.kind == "quote" for token in tokens[start : event.at])
    )
