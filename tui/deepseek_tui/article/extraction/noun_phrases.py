"""Noun phrases that may name a speaker."""

from collections.abc import Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.clauses import Token
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.people import People
from deepseek_tui.article.extraction.speech_words import (
    AUXILIARIES,
    BODIES,
    DETERMINERS,
    FILLERS,
    GROUPS,
    OBJECT_PRONOUNS,
    OFFICES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPEECH_VERBS,
    SUBORDINATORS,
    TITLES,
    is_office,
)

NAME, PRONOUN, OFFICE, BODY, UNNAMED, SEVERAL = "name", "pronoun", "office", "body", "unnamed", "several"
SAME = "same"
"""The kind of a subject that stands for the last speaker."""
JOINING = frozenset(("and", "et", "&"))
"""Words between two names that speak together."""
_MAX_BODY = 6
"""The most words of the name of a body."""
_MAX_APPOSITION = 4
"""The most words of a phrase before a name in apposition."""
_OF = frozenset(("of", "for", "de", "d'", "du", "des", "\u00e0", "au", "aux"))
"""Prepositions within the name of a body."""


@dataclass(frozen=True)
class Subject:
    """A noun phrase that may say who speaks."""

    kind: str
    text: str
    names: tuple[str, ...] = ()
    title: str = ""
    """The title or office directly before the name, folded."""
    head: str = ""
    """The noun of an office or body, folded."""


class NounPhraseParser:
    """Reads the noun phrase that begins at a token of a sentence."""

    def __init__(self, tokens: Sequence[Token], language: str, people: People) -> None:
        self._tokens, self._language, self._people = tokens, language, people
        self._determiners = DETERMINERS[language]

    def phrase(self, start: int, limit: int | None = None) -> tuple[Subject | None, int]:
        """Return the noun phrase that begins at a token, and the position after it."""
        tokens, stop = self._tokens, len(self._tokens) if limit is None else limit
        if start >= stop or tokens[start].key in SUBORDINATORS | RELATIVES:
            return None, start
        if tokens[start].key in OBJECT_PRONOUNS and (start + 1 >= stop or tokens[start + 1].kind != "word"):
            return Subject(PRONOUN, tokens[start].text, head=OBJECT_PRONOUNS[tokens[start].key]), start + 1
        if tokens[start].key in PRONOUNS or tokens[start].key == "it":
            return Subject(PRONOUN, tokens[start].text, head=tokens[start].key), start + 1
        heads, end = self._heads(start, stop)
        # "The Merrow manager": a name before the noun of the phrase is no head.
        heads = [head for head in heads if not (head + 1 < end and self._is_noun_after_name(head + 1))]
        if heads:
            return self._named(heads, end, stop)
        words = [token for token in tokens[start:end] if token.kind in ("word", "name")]
        if not words:
            return None, start
        noun = self._noun(words)
        following = tokens[end + 1] if end + 1 < stop and tokens[end].key == "," else None
        # "said the coxswain, Jory Tregear": a short definite phrase before a full name says what the person is.
        is_said_of = is_office(noun) or (len(words) <= _MAX_APPOSITION and words[0].key in ("the", "le", "la", "l'"))
        if following and following.kind == "name" and is_said_of and self._people.person(following.text):
            return Subject(NAME, following.text, (following.text,), head=noun), end + 2
        text = " ".join(f"{token.text}’s" if token.kind == "name" and token.is_possessive else token.text for token in words)
        text = text.replace("’ ", "’").replace("' ", "'")
        if noun in BODIES:
            text = self._without_adjuncts(words)
        kind = BODY if noun in BODIES and len(text.split()) <= _MAX_BODY else OFFICE if is_office(noun) else UNNAMED
        kind = UNNAMED if noun in GROUPS else kind
        return Subject(kind, text, head=noun), end

    def _is_noun_after_name(self, at: int) -> bool:
        token = self._tokens[at]
        following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        if token.kind != "word" or not (is_office(token.key) or token.key in BODIES):
            return False
        return following is None or following.kind != "name"

    def _without_adjuncts(self, words: Sequence[Token]) -> str:
        """Return a body's name without words such as "in a statement" after it."""
        kept = list(words)
        for place, token in enumerate(words):
            if place and token.key in PREPOSITIONS and token.key not in _OF:
                kept = kept[:place]
                break
        return " ".join(token.text for token in kept).replace("’ ", "’").replace("' ", "'")

    def _heads(self, start: int, stop: int) -> tuple[list[int], int]:
        """Return the positions of a noun phrase's main names, and the phrase's end."""
        tokens, at = self._tokens, start
        heads: list[int] = []
        while at < stop:
            token = tokens[at]
            if token.kind in ("mark", "quote") or (at > start and self._ends_phrase(at, heads)):
                break
            if token.kind == "name" and not token.is_possessive and not self._is_governed(start, at):
                heads.append(at)
            at += 1
        return heads, at

    def _ends_phrase(self, at: int, heads: Sequence[int]) -> bool:
        token = self._tokens[at]
        if token.kind != "word":
            return False
        if token.key in AUXILIARIES and token.key not in self._determiners:
            return True
        if token.key in SUBORDINATORS | RELATIVES or (
            token.key in FILLERS and token.key not in PREPOSITIONS | self._determiners
        ):
            return True
        is_noun = self._tokens[at - 1].key in self._determiners | PREPOSITIONS
        if not is_noun and token.key in SPEECH_VERBS[self._language] and token.key not in OFFICES | BODIES:
            return True
        after_name = bool(heads) and token.key not in PREPOSITIONS and self._tokens[at - 1].kind == "name"
        return after_name and not is_office(token.key) and not token.text[0].isupper()

    def _is_governed(self, start: int, at: int) -> bool:
        """Return whether a name follows a preposition: "the mayor of Merrow"."""
        tokens, between = self._tokens, at - 1
        while between >= start and tokens[between].key not in PREPOSITIONS:
            between -= 1
        if between < start:
            return False
        inner = [token.key for token in tokens[between + 1 : at] if token.key not in self._determiners]
        if not inner or any(is_office(word) or word in BODIES or word in TITLES for word in inner):
            return True
        has_office = any(is_office(token.key) for token in tokens[start:between])
        return not (has_office and self._people.person(tokens[at].text))

    def _named(self, heads: list[int], end: int, stop: int) -> tuple[Subject | None, int]:
        tokens = self._tokens
        names = tuple(tokens[head].text for head in heads)
        if len(heads) > 1:
            before = tokens[heads[-1] - 1].key
            people = [head for head in heads if self._people.person(tokens[head].text)]
            if is_office(before) or before in TITLES:
                heads = heads[-1:]
            elif len(people) == 1:
                heads = people
            else:
                return Subject(SEVERAL, ", ".join(names), names), end
        head = heads[0]
        if end + 1 < stop and tokens[end].key in JOINING and tokens[end + 1].kind == "name" and end == head + 1:
            both = (tokens[head].text, tokens[end + 1].text)
            return Subject(SEVERAL, " & ".join(both), both), end + 2
        title = tokens[head - 1] if head else None
        name = tokens[head].text
        if title and self._language == "fr" and title.text in ("Le", "La", "L’", "L'", "Les") and head > 1:
            space = "" if title.key == "l'" else " "
            name = f"{title.text}{space}{name}"
        name = self._with_rest(name, head)
        return Subject(NAME, name, (name,), title.key if title else ""), end

    def _with_rest(self, name: str, head: int) -> str:
        """Return a body's name with the noun after it: "Agence de l'eau"."""
        rest = self._tokens[head + 1 : head + 4]
        last = folded(name.rsplit(maxsplit=1)[-1])
        if self._language != "fr" or len(rest) < 2 or rest[0].key not in ("de", "d'", "du", "des"):
            return name
        if not (last in BODIES or name.startswith(("Le ", "La ", "L’", "L'", "Les "))):
            return name
        size = 3 if len(rest) == 3 and rest[1].key in self._determiners else 2
        if any(token.kind != "word" or token.text[0].isupper() for token in rest[:size]):
            return name
        return f"{name} " + " ".join(token.text for token in rest[:size]).replace("’ ", "’").replace("' ", "'")

    def _noun(self, words: Sequence[Token]) -> str:
        """Return the main noun of a phrase that has no name.

        It is the last noun before a preposition in English, and the first in French.
        """
        before: list[str] = []
        for token in words:
            if token.key in PREPOSITIONS and before:
                break
            if token.key not in self._determiners and token.key not in PREPOSITIONS:
                before.append(token.key)
        known = [word for word in before if is_office(word) or word in BODIES or word in GROUPS]
        if self._language == "fr":
            return known[0] if known else ""
        return before[-1] if before and before[-1] in known else ""
