"""Transcripts and interviews: paragraphs that open with the name of their speaker."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.names import NameMention

_LABEL = re.compile(
    r"(?P<name>[^\W\d_](?:[^\W\d_]|[’'.\-‑ ]){0,38}?)(?:\s?\((?P<role>[^()]{1,40})\))?[\s\u00a0\u202f]?:\s+(?=\S)"
)
_QUESTIONS = frozenset(("q", "question", "interviewer", "journaliste"))
_ANSWERS = frozenset(("a", "r", "answer", "reponse"))
_ROLES = frozenset(
    (
        *("host", "anchor", "reporter", "presenter", "narrator", "moderator", "interviewer", "caller", "announcer"),
        *("presentateur", "presentatrice", "animateur", "animatrice", "journaliste", "moderateur", "auditeur", "auditrice"),
    )
)
_NO_LABELS = frozenset(
    (
        *("read more", "watch", "update", "updated", "breaking", "note", "see also", "photo", "source", "correction"),
        *(
            "lire aussi",
            "a lire",
            "a lire aussi",
            "voir aussi",
            "mise a jour",
            "sources",
            "more",
            "related",
            "advertisement",
        ),
    )
)
_MIN_TURNS = 2


@dataclass(frozen=True)
class Turn:
    """The label at the start of a paragraph that says who speaks in it."""

    label: str
    end: int
    """The position where the spoken words begin."""
    is_question: bool
    is_answer: bool
    is_role: bool
    """Whether the label is a role such as "HOST" rather than a name."""


def turns(paragraphs: Sequence[str]) -> list[Turn | None]:
    """Return the speaker label of each paragraph of a transcript, or None without one.

    Labels count if there are at least two different ones, and if they are capitals, roles, "Q", or repeated names.
    """
    found = [_turn(paragraph) for paragraph in paragraphs]
    counts = Counter(folded(turn.label) for turn in found if turn)
    kept = [turn if turn and _is_label(turn, counts) else None for turn in found]
    asked = any(turn and turn.is_question for turn in kept)
    kept = [turn if not (turn and turn.is_answer and not asked) else None for turn in kept]
    speakers = {folded(turn.label) for turn in kept if turn}
    return kept if len(speakers) >= _MIN_TURNS else [None] * len(paragraphs)


def outside_label(names: Sequence[NameMention], turn: Turn | None) -> list[NameMention]:
    """Return a paragraph's names, without those in its label.

    Names in a label that is itself a name are kept.
    """
    if turn is None or not (turn.is_role or turn.is_question or turn.is_answer):
        return list(names)
    return [name for name in names if name.start >= turn.end]


def opens_with_label(paragraph: str) -> bool:
    """Return whether a paragraph opens with a word that may name its speaker."""
    return _turn(paragraph) is not None


def _turn(paragraph: str) -> Turn | None:
    match = _LABEL.match(paragraph)
    if not match or len(match["name"].split()) > 4:
        return None
    label = match["name"].strip()
    key = folded(label).strip(".")
    return Turn(label, match.end(), key in _QUESTIONS, key in _ANSWERS, key in _ROLES)


def _is_label(turn: Turn, counts: Counter[str]) -> bool:
    if folded(turn.label) in _NO_LABELS:
        return False
    if turn.is_question or turn.is_role or turn.is_answer:
        return True
    words = turn.label.split()
    has_capitals = all(word[0].isupper() or len(word) <= 3 for word in words)
    in_capitals = turn.label.isupper() and len(turn.label.replace(".", "")) > 1
    return in_capitals or (has_capitals and counts[folded(turn.label)] > 1)
