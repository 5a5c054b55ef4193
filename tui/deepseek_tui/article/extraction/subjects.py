"""Subjects of verbs of speech: noun phrases that name the speaker."""

from collections.abc import Sequence

from deepseek_tui.article.extraction.clauses import Token
from deepseek_tui.article.extraction.noun_phrases import (
    BODY,
    JOINING,
    NAME,
    OFFICE,
    PRONOUN,
    SEVERAL,
    UNNAMED,
    NounPhraseParser,
    Subject,
)
from deepseek_tui.article.extraction.people import People
from deepseek_tui.article.extraction.speech_words import (
    ADVERBIAL_STARTS,
    BODIES,
    DETERMINERS,
    FILLERS,
    OFFICES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SPEECH_VERBS,
    SUBORDINATORS,
    TITLES,
)

_CLOSING = frozenset(".!?…;:")
_MAX_CLAUSE = 80
"""The most tokens of a clause before a verb."""
_MAX_WORDS = 8
"""The most words of a noun phrase before a name."""
_MAX_ADJUNCT_WORDS = 14
"""The most words between a French verb and the subject that follows it."""


class SubjectParser:
    """Finds the subject of a verb of speech among the tokens of a sentence."""

    def __init__(self, tokens: Sequence[Token], language: str, people: People) -> None:
        self._tokens, self._language, self._people = tokens, language, people
        self._determiners = DETERMINERS[language]
        self.phrase = NounPhraseParser(tokens, language, people).phrase

    def before(self, verb: int) -> tuple[Subject | None, int]:
        """Return the subject before a verb and the position where its clause begins."""
        start = verb
        while start > max(0, verb - _MAX_CLAUSE) and not self._is_boundary(self._tokens[start - 1]):
            start -= 1
        end = verb
        while end > start and self._tokens[end - 1].key in FILLERS and self._tokens[end - 1].key not in PRONOUNS:
            end -= 1
        if end > start and self._tokens[end - 1].key in RELATIVES:
            return self._antecedent(start, end - 1), start
        groups = self._groups(start, end)
        if not groups:
            return None, start
        first, last = groups[-1]
        if first < last:
            return self._own_subject(first, last), start
        return self._across_commas([group for group in groups if group[0] < group[1]]), start

    def opening(self, pronoun: str = "") -> Subject | None:
        """Return a sentence's first noun phrase, if a pronoun can refer to it."""
        first = self._tokens[0].key in SUBORDINATORS
        subject, _ = self.phrase(1 if first else 0)
        if self._language == "en":
            # The parser does not know this verb and may read on after it: "The league declined an appeal".
            body = next((at for at, token in enumerate(self._tokens[:4]) if at and token.key in BODIES), 0)
            if body and (subject is None or subject.kind == UNNAMED):
                subject = self.phrase(0, body + 1)[0]
        if subject is None or subject.kind not in (NAME, BODY):
            return None
        article = self._tokens[0].key
        agrees = {"il": ("le", "un"), "elle": ("la", "une")}.get(pronoun)
        return subject if agrees is None or article in agrees else None

    def after(self, verb_end: int) -> tuple[Subject | None, int]:
        """Return the subject after an inverted verb, and its end position.

        An example is "said Anna Tamm".
        The result is None before a clause, as in "said Anna Tamm was".
        """
        at = verb_end
        limit = min(len(self._tokens), verb_end + _MAX_ADJUNCT_WORDS)
        while at < limit:
            token = self._tokens[at]
            if token.kind == "word" and token.key in FILLERS and not self._is_noun(at):
                at += 1
            elif self._language == "fr" and token.key in PREPOSITIONS:
                at = self._after_adjunct(at)
            elif self._language == "fr" and token.key == "," and at > verb_end and self._tokens[at - 1].key != ",":
                at += 1
            else:
                break
        if at >= limit or self._tokens[at].key in PREPOSITIONS:
            return None, verb_end
        subject, end = self.phrase(at)
        if subject is None or subject.kind == PRONOUN or not self._ends_clause(end):
            return None, verb_end
        return subject, end

    def _antecedent(self, start: int, relative: int) -> Subject | None:
        at = relative - 1
        if at >= start and self._tokens[at].key == ",":
            at -= 1
        if at < start or self._tokens[at].kind != "name":
            return None
        return Subject(NAME, self._tokens[at].text, (self._tokens[at].text,))

    def _own_subject(self, first: int, last: int) -> Subject | None:
        """Return the subject between a comma and the verb."""
        cut = first
        for at in range(first, last):
            token = self._tokens[at]
            is_verb = token.key in SPEECH_VERBS[self._language] and token.key not in OFFICES | BODIES
            if token.kind == "word" and (token.key in SUBORDINATORS | RELATIVES or (is_verb and at > first)):
                cut = at + 1
        if cut == last:
            if cut - first < 2 or self._tokens[last - 1].key not in JOINING | {"but", "mais"}:
                return None
            subject, end = self.phrase(first, last)
            return subject if subject and end > first and subject.kind in (NAME, PRONOUN) else None
        if self._tokens[last - 1].key in PRONOUNS:
            return Subject(PRONOUN, self._tokens[last - 1].text, head=self._tokens[last - 1].key)
        subject = self._whole(cut, last)
        joined = cut - first >= 2 and self._tokens[cut - 1].key in JOINING and self._tokens[cut - 2].kind == "name"
        if joined and subject and subject.kind == NAME:
            names = (self._tokens[cut - 2].text, *subject.names)
            return Subject(SEVERAL, " & ".join(names), names)
        return subject

    def _whole(self, first: int, last: int) -> Subject | None:
        """Return the noun phrase that fills a part of a sentence, or None."""
        if self._tokens[first].key in PREPOSITIONS or last - first > _MAX_WORDS + 4:
            return None
        subject, end = self.phrase(first, last)
        return subject if end == last else None

    def _across_commas(self, groups: list[tuple[int, int]]) -> Subject | None:
        """Return the subject before appositions and the verb: "Anna Tamm, 45, said"."""
        while groups and self._is_adverbial(groups[0]):
            groups = groups[1:]
        if not groups:
            return None
        first, last = groups[0]
        if self._tokens[first].key in SUBORDINATORS:
            first += 1
        subject = self._whole(first, last) if first < last else None
        if subject and subject.kind in (OFFICE, UNNAMED) and len(groups) > 1:
            apposition = self._whole(*groups[1])
            if apposition and apposition.kind == NAME:
                return apposition
        return subject

    def _is_adverbial(self, group: tuple[int, int]) -> bool:
        token = self._tokens[group[0]]
        ending = ("ing", "ant") if token.kind == "word" else ()
        return token.key in ADVERBIAL_STARTS or token.key.isdigit() or token.key.endswith(ending or ("\0",))

    def _groups(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the parts of a clause between its commas."""
        groups, first = [], start
        for at in range(start, end):
            if self._tokens[at].key == ",":
                groups.append((first, at))
                first = at + 1
        return [*(group for group in groups if group[0] < group[1]), (first, end)] if start < end else []

    def _after_adjunct(self, at: int) -> int:
        """Return the position after a French prepositional phrase, as "à l'AFP" before the subject."""
        at += 1
        while at < len(self._tokens) and self._tokens[at].key in self._determiners:
            at += 1
        at += 1
        while at < len(self._tokens) and self._tokens[at].kind == "word" and not self._starts_phrase(at):
            at += 1
        return at

    def _starts_phrase(self, at: int) -> bool:
        return self._tokens[at].key in self._determiners | PREPOSITIONS | TITLES or self._tokens[at].key in ("m", "mme")

    def _is_noun(self, at: int) -> bool:
        return (
            self._tokens[at].key in self._determiners and at + 1 < len(self._tokens) and self._tokens[at + 1].kind == "word"
        )

    def _ends_clause(self, at: int) -> bool:
        """Return whether an inverted subject may end before a token."""
        if at >= len(self._tokens):
            return True
        token = self._tokens[at]
        if token.kind in ("mark", "quote"):
            return True
        return token.key in PREPOSITIONS | SUBORDINATORS | RELATIVES or token.key.endswith(("ing", "day", "ant", "di"))

    def _is_boundary(self, token: Token) -> bool:
        return token.kind == "quote" or (token.kind == "mark" and token.key in _CLOSING)
