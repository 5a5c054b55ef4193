"""Speakers of quotations and sentences, or the reason why they are unclear."""

from collections.abc import Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.clauses import Token, TokenizedParagraph
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.noun_phrases import BODY, NAME, OFFICE, PRONOUN, SAME, SEVERAL, Subject
from deepseek_tui.article.extraction.people import People, Person, unnamed_people
from deepseek_tui.article.extraction.reasons import REASONS
from deepseek_tui.article.extraction.speech import SpeechEvent
from deepseek_tui.article.extraction.speech_words import ANAPHORIC_BODIES, BODIES, CONTINUATIONS, PRONOUNS

_MAX_PARAGRAPHS_BACK = 3
"""The most paragraphs between a pronoun and the name it replaces."""
_MAX_BODY_LENGTH = 60
_MASCULINE = frozenset(("ministere", "groupe", "musee", "observatoire", "comite", "organisme"))
"""Bodies that are masculine in French despite their ending."""


@dataclass(frozen=True)
class Speaker:
    """The speaker of a quotation or sentence. Its name is empty if the article speaks."""

    name: str = ""
    kind: str = ""
    """The kind of source: person, outlet or organisation."""
    reason: str = ""
    """The reason for this choice of speaker, in the language of the article."""


class SpeakerResolver:
    """Finds the speaker that the subject of a verb of speech refers to.

    Paragraphs must be resolved in order, because pronouns refer to earlier speakers.
    """

    def __init__(self, passages: Sequence[TokenizedParagraph], people: People, language: str) -> None:
        self._passages, self._people, self._texts = passages, people, REASONS[language]
        self._is_french = language == "fr"
        self._last: tuple[int, Speaker] | None = None
        self._spoke_at = (-1, -1)
        self._unclear_at = -1
        """The last paragraph in which somebody spoke who could not be named."""
        self._resolved: dict[int, list[Person]] = {}

    @property
    def nobody(self) -> Speaker:
        """The article as the speaker, because nobody else is named."""
        return Speaker(reason=self._texts.no_speaker)

    def resolve(self, event: SpeechEvent, tokens: Sequence[Token], paragraph: int) -> Speaker:
        """Return the speaker of a speech event, given the tokens of its sentence."""
        subject = event.subject
        if subject is None:
            return self.nobody
        speaker = self._by_kind(subject, event, tokens, paragraph)
        if speaker.kind == "person" and (person := self._people.person(speaker.name)):
            self._resolved.setdefault(paragraph, []).append(person)
        if speaker.name:
            self._last = (paragraph, speaker)
            if event.last <= len(tokens):
                self._spoke_at = (paragraph, tokens[event.last - 1].end)
        elif subject.kind != PRONOUN:
            self._unclear_at = paragraph
        return speaker

    def remember(self, speaker: Speaker, paragraph: int) -> None:
        """Remember the speaker of the last quotation, for pronouns that follow."""
        self._last = (paragraph, speaker) if speaker.name else None

    def _by_kind(self, subject: Subject, event: SpeechEvent, tokens: Sequence[Token], paragraph: int) -> Speaker:
        if subject.kind == NAME:
            return self._named(subject, event.cue)
        if subject.kind == SEVERAL:
            return self._unclear(subject.names)
        if subject.kind == OFFICE:
            return self._by_office(subject)
        if subject.kind == BODY:
            return self._body(subject, event.cue)
        if subject.kind == SAME:
            return self._same(event, paragraph)
        if subject.kind == PRONOUN:
            return self._pronoun(subject, event, tokens, paragraph)
        return Speaker(reason=self._texts.unnamed.format(self._texts.words(subject.text)))

    def _named(self, subject: Subject, cue: str) -> Speaker:
        found = self._people.candidates(subject.names[0], subject.title)
        if len(found) > 1:
            return self._unclear(found)
        name = found[0]
        kind = self._people.kind(name)
        if name.split()[0] in ("Le", "La", "Les") or name.startswith(("L’", "L'")):
            # Only newspapers keep the capital of their article within a French sentence.
            return Speaker(name, "outlet", self._texts.named.format(self._texts.words(cue), name))
        name = name if kind == "person" else self._people.body(name)
        return Speaker(name, self._people.kind(name), self._texts.named.format(self._texts.words(cue), name))

    def _unclear(self, names: tuple[str, ...]) -> Speaker:
        return Speaker(reason=self._texts.several.format(self._texts.choice(names)))

    def _by_office(self, subject: Subject) -> Speaker:
        """Return the only person who has an office named with a definite article."""
        first = folded(subject.text).split("'")[0].split()[0]
        takes_up = first in ("this", "ce", "cet", "cette")
        found = self._people.of_office(subject.head) if takes_up or first in ("the", "le", "la", "l") else ()
        words = self._texts.words(subject.text)
        is_short = takes_up or len(subject.text.split()) <= 2
        if len(found) == 1 and is_short:
            return Speaker(found[0], "person", self._texts.alone.format(words, found[0]))
        return self._unclear(found) if len(found) > 1 and is_short else Speaker(reason=self._texts.unnamed.format(words))

    def _body(self, subject: Subject, cue: str) -> Speaker:
        words = self._texts.words(subject.text)
        known = self._people.bodies_called(subject.head)
        if known and subject.head in ANAPHORIC_BODIES and len(subject.text.replace("’", " ").split()) <= 2:
            if len(known) > 1:
                return self._unclear(known)
            return Speaker(known[0], "organisation", self._texts.alone.format(words, known[0]))
        name = subject.text if len(subject.text) <= _MAX_BODY_LENGTH else ""
        return Speaker(name, "organisation" if name else "", self._texts.named.format(self._texts.words(cue), words))

    def _same(self, event: SpeechEvent, paragraph: int) -> Speaker:
        """Return the last speaker, as the subject of an infinitive such as "Et d'ajouter"."""
        if self._last is None or paragraph - self._last[0] > 1:
            return self.nobody
        last = self._last[1]
        return Speaker(last.name, last.kind, self._texts.continued.format(self._texts.words(event.cue), last.name))

    def _pronoun(self, subject: Subject, event: SpeechEvent, tokens: Sequence[Token], paragraph: int) -> Speaker:
        words = self._texts.words(subject.text)
        if subject.head == "it":
            return self._body_meant(words, tokens[: event.at])
        gender = PRONOUNS[subject.head]
        # In French, a pronoun may also replace the body that spoke last.
        if self._is_french and self._last and self._last[0] >= paragraph - 1 and self._last[1].kind != "person":
            return self._body_or_nobody(words, gender, paragraph)
        if event.verb in CONTINUATIONS and (last := self._last_person(gender, paragraph)):
            cue = self._texts.words(f"{subject.text} {event.cue}" if not event.follows_verb else event.cue)
            return Speaker(last, "person", self._texts.continued.format(cue, last))
        found = self._people_meant(gender, tokens[: event.at], paragraph)
        if len(found) == 1:
            return Speaker(found[0], "person", self._texts.alone.format(words, found[0]))
        return self._unclear(found) if found else Speaker(reason=self._texts.unclear_pronoun.format(words))

    def _body_or_nobody(self, words: str, gender: str, paragraph: int) -> Speaker:
        """Return the organisation that "elle" or "il" means, or no speaker if that is unclear.

        It is the last organisation that spoke in the paragraph, if its gender fits the pronoun and no person is named.
        """
        spoke, last = self._last or (-1, self.nobody)
        noun = folded(last.name).replace("'", " ").split()
        noun = noun[1:] if noun and noun[0] in ("le", "la", "l", "un", "une") else noun
        is_feminine = bool(noun) and noun[0].endswith(("e", "ion", "te")) and noun[0] not in _MASCULINE
        passage = self._passages[paragraph]
        people = self._people.mentioned(passage.tokens(0, len(passage.text)))
        if spoke == paragraph and not people and noun and noun[0] in BODIES and is_feminine == (gender == "f"):
            return Speaker(last.name, last.kind, self._texts.alone.format(words, last.name))
        return Speaker(reason=self._texts.unclear_pronoun.format(words))

    def _body_meant(self, words: str, before: Sequence[Token]) -> Speaker:
        found = {token.text for token in before if token.kind == "name" and not self._people.person(token.text)}
        if len(found) != 1:
            return Speaker(reason=self._texts.unclear_pronoun.format(words))
        name = self._people.body(found.pop())
        return Speaker(name, self._people.kind(name), self._texts.alone.format(words, name))

    def _last_person(self, gender: str, paragraph: int) -> str:
        if self._last is None or paragraph - self._last[0] > 1 or self._last[1].kind != "person":
            return ""
        person = self._people.person(self._last[1].name)
        return person.name if person and person.gender in ("", gender) else ""

    def _people_meant(self, gender: str, before: Sequence[Token], paragraph: int) -> tuple[str, ...]:
        """Return the people of a pronoun's gender in the nearest paragraph that names any."""
        start = self._passages[paragraph].spans[0][0]
        position = before[-1].end if before else start
        tokens = self._passages[paragraph].tokens(start, position)
        for back in range(_MAX_PARAGRAPHS_BACK + 1):
            resolved = self._resolved.get(paragraph - back, [])
            people = [*self._people.mentioned(tokens), *resolved]
            evident = [person for person in people if person.is_evident] or people
            fitting = dict.fromkeys(person.name for person in evident if person.gender in ("", gender))
            if unnamed_people(self._after_last_name(tokens, paragraph - back)):
                return ()
            if fitting:
                return tuple(fitting)
            if paragraph - back == 0 or paragraph - back <= self._unclear_at:
                break
            earlier = self._passages[paragraph - back - 1]
            tokens = earlier.tokens(0, len(earlier.text))
        return ()

    def _after_last_name(self, tokens: Sequence[Token], paragraph: int) -> Sequence[Token]:
        """Return the tokens after the last person named or the last speaker."""
        spoke_at = self._spoke_at[1] if self._spoke_at[0] == paragraph else -1
        places = [
            place
            for place, token in enumerate(tokens)
            if token.start < spoke_at or (token.kind == "name" and self._people.person(token.text))
        ]
        return tokens[places[-1] :] if places else tokens
