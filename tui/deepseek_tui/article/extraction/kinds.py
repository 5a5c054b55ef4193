"""The kind of a player, guessed from its name and surrounding words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.gazetteer import is_known_place
from deepseek_tui.article.extraction.kind_cues import AFTER, BEFORE, Cue
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.name_lists import (
    COMPASS,
    GEOGRAPHIC_HEADS,
    LEADING_HEADS,
    LEGAL_FORMS,
    OCCUPATIONS,
    OFFICES,
    ORGANISATION_HEADS,
)

KNOWN_PLACE, FULL_NAME, CAPITALS = "known place", "full name", "capitals"
"""Reasons that are not words of the text."""

_LEAST_SCORE = 1.5
"""The least total weight of cues for a guess: one clear cue, or two weak ones."""
_LEAST_LEAD = 0.5
_MOST_OF_A_CUE = 2
"""The most times that the same cue is counted."""
_WINDOW = 60
_ARTICLE_BEFORE = re.compile(r"\b(?:the|le|la|les|du|des|au|aux) \Z|\bl[’'‘]\Z", re.IGNORECASE)
_VILLAGE = re.compile(r"-(?:sur|en|lès|les|sous|la|le|aux|upon|on)-|\ASainte?-")
"""Forms of the names of towns and villages."""
_CONNECTORS = frozenset(("of", "for", "de", "du", "des", "and"))
_LAST_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\.?,? \Z")


@dataclass(frozen=True, slots=True)
class NameUse:
    """One use of a name: the text before and after it in its sentence."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The guessed kind of a player, and the words that show it.

    Both are empty without a clear guess.
    """

    kind: str
    reason: str


def kind_of(name: str, uses: Sequence[NameUse]) -> KindGuess:
    """Return the kind of player that the cues show.

    The kind is empty if the cues are weak or contradict each other.
    """
    scores: Counter[str] = Counter()
    reasons: dict[str, tuple[float, str]] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for kind, weight, reason in (*_cues_of_name(name, uses), *_cues_of_uses(uses)):
        seen[kind, folded(reason)] += 1
        if seen[kind, folded(reason)] > _MOST_OF_A_CUE:
            continue
        scores[kind] += weight  # type: ignore[assignment]
        if weight > reasons.get(kind, (0.0, ""))[0]:
            reasons[kind] = (weight, reason)
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < _LEAST_SCORE or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAST_LEAD):
        return KindGuess("", "")
    return KindGuess(ranked[0][0], reasons[ranked[0][0]][1])


def is_person_shaped(name: str) -> bool:
    """Return whether a name looks like first name and surname."""
    words = re.split(r"[ \u00a0]", name)
    capitals = [word for word in words if word[:1].isupper()]
    keys = {folded(word).rstrip(".") for word in words}
    return (
        2 <= len(capitals) <= 4
        and not any(char.isdigit() for char in name)
        and not keys & (ORGANISATION_HEADS | GEOGRAPHIC_HEADS | LEGAL_FORMS | COMPASS | {"of", "for", "and", "&", "the"})
        and words[0] not in {"La", "Le", "Les", "The"}
        and all(not word.isupper() or len(word) == 1 or "." in word for word in words)
        and not is_known_place(name)
        and not is_known_place(words[0])
        and not is_known_place(words[-1])
    )


def _cues_of_name(name: str, uses: Sequence[NameUse]) -> Iterator[tuple[str, float, str]]:
    printed = re.split(r"[ \u00a0]", name)
    words = [folded(word).rstrip(".,") for word in printed]
    if is_known_place(name):
        yield "place", 3.0, KNOWN_PLACE
    elif len(words) > 1 and words[-1] in LEGAL_FORMS:
        yield "organisation", 5.0, name.rsplit(" ", 1)[-1]
    elif head := _head(words, printed, ORGANISATION_HEADS):
        yield "organisation", 3.5, head
    elif head := _head(words, printed, GEOGRAPHIC_HEADS):
        yield "place", 3.0, head
    elif len(words) > 1 and words[0] in COMPASS:
        yield "place", 2.0, words[0]
    elif _VILLAGE.search(name):
        yield "place", 2.0, name
    if printed[0] == "Les" and len(words) > 1:
        yield "organisation", 1.5, "Les"
    letters = re.sub(r"[.&’'-]", "", name)
    if letters.isalpha() and letters.isupper() and len(letters) > 1 and not is_known_place(name):
        yield "organisation", 2.5, CAPITALS
    elif re.search(r"\d", name) and not re.fullmatch(r"[A-Z]\d+", name):
        yield "product", 2.5, re.sub(r"\D", "", name)
    elif re.match(r"[a-z][A-Z]", name):
        yield "product", 2.0, CAPITALS
    if is_person_shaped(name) and not any(_ARTICLE_BEFORE.search(use.before) for use in uses):
        yield "person", 2.0, FULL_NAME


def _head(words: Sequence[str], printed: Sequence[str], heads: frozenset[str]) -> str:
    """Return the noun in a name that says what it names, such as "Bank".

    It is the last word in English, and the first in French or before "of".
    """
    of = next((place for place, word in enumerate(words) if word in _CONNECTORS), len(words))
    candidates = [words[of - 1], words[-1], words[0].split("-")[0] if "-" in words[0] else ""]
    if words[0] in LEADING_HEADS or any(word[:1].islower() for word in printed):
        candidates.append(words[0])
    return next((word for word in candidates if word in heads or word.removesuffix("s") in heads), "")


def _cues_of_uses(uses: Iterable[NameUse]) -> Iterator[tuple[str, float, str]]:
    for use in uses:
        before, after = use.before[-_WINDOW:], use.after[:_WINDOW]
        if title := _LAST_WORD.search(before):
            key = folded(title[1]).removesuffix("s")
            if key in OFFICES or (key == "m" and title[0].startswith("M.")):
                yield "person", 4.0, title[0].strip(" ,")
            elif key in OCCUPATIONS and not title[0].endswith(", "):
                yield "person", 3.0, title[1]
        yield from _matches(BEFORE, before)
        yield from _matches(AFTER, after)


def _matches(cues: Iterable[Cue], text: str) -> Iterator[tuple[str, float, str]]:
    for cue in cues:
        if found := cue.pattern.search(text):
            words = found.group().strip(" ,(’'")
            yield from ((kind, weight, words) for kind, weight in cue.weights)
