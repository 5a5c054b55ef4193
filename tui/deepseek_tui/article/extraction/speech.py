"""Speech events: where a sentence says that somebody says something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deepseek_tui.article.extraction.clauses import Token
from deepseek_tui.article.extraction.noun_phrases import NAME, OFFICE, PRONOUN, SAME, SEVERAL, UNNAMED, Subject
from deepseek_tui.article.extraction.people import People
from deepseek_tui.article.extraction.speech_words import (
    CUES,
    DETERMINERS,
    FILLERS,
    INFINITIVES_FR,
    INVERTED_PRONOUN,
    NOT_INVERTED,
    PARTICIPLES,
    PARTICIPLES_FR,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH_VERBS,
)
from deepseek_tui.article.extraction.subjects import SubjectParser

_AUXILIARIES = frozenset(("a", "ont", "avait", "avaient", "est", "sont"))
_NO_SUBJECT = {language: words | PREPOSITIONS for language, words in DETERMINERS.items()}
"""Words before a noun, so that a word after them is no verb."""


_NEGATIONS = frozenset(("not", "never", "n'", "ne", "didn't", "doesn't", "won't", "wouldn't", "don't", "hasn't", "couldn't"))
_MADE_KNOWN = frozenset(("savoir", "valoir", "remarquer", "observer", "part"))
"""Words after "faire" in French verbs of speech."""
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "got"))


@dataclass(frozen=True)
class SpeechEvent:
    """A verb or cue of speech in a sentence, with any subject."""

    cue: str
    """The verb or cue as printed."""
    verb: str
    """The folded verb, empty for a cue such as "according to"."""
    subject: Subject | None
    first: int
    """The number of the first token of the event, including its subject."""
    at: int
    """The number of the verb's or cue's token."""
    last: int
    """The number of the token after the event, including a subject after the verb."""
    follows_verb: bool
    """Whether the subject follows the verb or cue."""


def speech_events(tokens: Sequence[Token], language: str, people: People) -> list[SpeechEvent]:
    """Return the verbs and cues of speech in a sentence, outside quotations, in order."""
    return list(_events(tokens, language, SubjectParser(tokens, language, people)))


def _events(tokens: Sequence[Token], language: str, parser: SubjectParser) -> Iterator[SpeechEvent]:
    at = 0
    while at < len(tokens):
        event = _cue(tokens, at, language, parser) or _verb(tokens, at, language, parser) or _label(tokens, at, parser)
        if event:
            yield event
            at = max(event.last, at + 1)
        else:
            at += 1


def _cue(tokens: Sequence[Token], at: int, language: str, parser: SubjectParser) -> SpeechEvent | None:
    for cue in CUES[language]:
        if tuple(token.key for token in tokens[at : at + len(cue)]) == cue:
            end = at + len(cue)
            if language == "fr" and cue == ("selon",) and end < len(tokens) and tokens[end].key.startswith("qu"):
                return None
            subject, last = parser.phrase(end)
            text = " ".join(token.text for token in tokens[at:end]).replace("’ ", "’").replace("' ", "'")
            return SpeechEvent(text, "", subject, at, at, last, follows_verb=True)
    if language == "fr" and at == 0 and tokens[0].key == "pour":
        subject, last = parser.phrase(1)
        if subject and subject.kind in (NAME, OFFICE) and last < len(tokens) and tokens[last].key == ",":
            return SpeechEvent(tokens[0].text, "", subject, 0, 0, last, follows_verb=True)
    return None


def _verb(tokens: Sequence[Token], at: int, language: str, parser: SubjectParser) -> SpeechEvent | None:
    if language == "fr" and at > 1 and tokens[at].key in INFINITIVES_FR:
        if tokens[at - 1].key in ("de", "d'") and tokens[at - 2].key in ("et", "avant"):
            return SpeechEvent(tokens[at].text, "", Subject(SAME, ""), at - 2, at, at + 1, follows_verb=False)
        return None
    if tokens[at].key in PARTICIPLES and at and tokens[at - 1].key == ",":
        subject = parser.opening()
        return SpeechEvent(tokens[at].text, "", subject, at, at, at + 1, follows_verb=False) if subject else None
    end, verb, pronoun = _verb_group(tokens, at, language)
    if not end:
        return None
    printed = " ".join(token.text for token in tokens[at:end])
    if pronoun:
        subject = Subject(PRONOUN, pronoun, head=pronoun) if pronoun in ("il", "elle") else None
        if pronoun == "on" and [token.key for token in tokens[end : end + 2]] == ["aupres", "de"]:
            subject, last = parser.phrase(end + 2)
            return SpeechEvent(printed, verb, subject, at, at, last, follows_verb=True)
        if subject and not any(token.kind == "quote" for token in tokens[:at]):
            subject = parser.opening(pronoun) or subject
        return SpeechEvent(printed, verb, subject, at, at, end, follows_verb=True)
    if _is_negated(tokens, at):
        return None
    subject, first = parser.before(at)
    if verb not in NOT_INVERTED and _may_be_inverted(tokens, at):
        inverted, last = parser.after(end)
        if inverted and _prefers_inversion(tokens, at, subject, inverted, last):
            return SpeechEvent(printed, verb, inverted, at, at, last, follows_verb=True)
    return SpeechEvent(printed, verb, subject, first, at, end, follows_verb=False)


def _prefers_inversion(tokens: Sequence[Token], at: int, before: Subject | None, after: Subject, last: int) -> bool:
    """Return whether the subject of a verb is the noun phrase after it."""
    start = at - 1
    while start >= 0 and tokens[start].kind == "mark":
        start -= 1
    if start >= 0 and tokens[start].kind == "quote":
        return before is None or before.kind == UNNAMED or after.kind != UNNAMED
    is_before = before is not None and before.kind in (NAME, PRONOUN, SEVERAL)
    is_followed = last < len(tokens) and (tokens[last].kind == "quote" or tokens[last].key in ("that", "que", "qu'", "to"))
    return not is_before and after.kind != UNNAMED and not is_followed


def _is_negated(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a verb is negated, as in "did not say"."""
    return any(token.key in _NEGATIONS for token in tokens[max(0, at - 2) : at])


def _verb_group(tokens: Sequence[Token], at: int, language: str) -> tuple[int, str, str]:
    """Return a verb of speech: end position, folded form, inverted pronoun.

    The position is 0 if there is no such verb.
    """
    token = tokens[at]
    if token.kind != "word":
        return 0, "", ""
    previous = tokens[at - 1].key if at else ""
    if language == "en":
        found = token.key in SPEECH_VERBS["en"] and token.text[0].islower() and not _is_noun_or_passive(tokens, at)
        return (at + 1, token.key, "") if found else (0, "", "")
    if (inverted := INVERTED_PRONOUN.match(token.key)) and (
        not at or tokens[at - 1].kind in ("mark", "quote") or previous in ("s'", "se", "lui", "leur", "l'", "nous")
    ):
        if inverted[1] in _AUXILIARIES:
            end = _participle(tokens, at + 1)
            return (end, tokens[end - 1].key, inverted[2]) if end else (0, "", "")
        return (at + 1, inverted[1], inverted[2]) if inverted[1] in SPEECH_VERBS["fr"] else (0, "", "")
    if token.key in _AUXILIARIES and token.text[0].islower():
        end = _participle(tokens, at + 1)
        reflexive = previous in ("s'", "se")
        return (end, tokens[end - 1].key, "") if end and (token.key not in ("est", "sont") or reflexive) else (0, "", "")
    if token.key in ("fait", "font") and at + 1 < len(tokens) and tokens[at + 1].key in _MADE_KNOWN:
        return at + 2, tokens[at + 1].key, ""
    is_noun = previous in _NO_SUBJECT["fr"] and not (at > 1 and tokens[at - 2].key == "comme")
    is_participle = token.text.endswith(("é", "és", "ée", "ées"))
    if token.key in SPEECH_VERBS["fr"] and not is_noun and not is_participle and token.text[0].islower():
        return at + 1, token.key, ""
    return 0, "", ""


def _is_noun_or_passive(tokens: Sequence[Token], at: int) -> bool:
    """Return whether an English verb form is a noun or passive participle.

    An example of the passive is "was asked".
    """
    if not at:
        return False
    if tokens[at - 1].key == "to" and at > 1 and tokens[at - 2].key in ("used", "on", "likes", "liked"):
        return False
    if tokens[at - 1].key in _NO_SUBJECT["en"] or tokens[at - 1].is_possessive:
        return True
    before = at - 1
    while before > 0 and tokens[before].key in FILLERS and tokens[before].key not in _BE:
        before -= 1
    return tokens[before].key in _BE


def _participle(tokens: Sequence[Token], at: int) -> int:
    """Return the position after the participle of a French compound tense, or 0."""
    for place in range(at, min(at + 3, len(tokens))):
        key = tokens[place].key
        if key == "fait" and place + 1 < len(tokens) and tokens[place + 1].key in _MADE_KNOWN:
            return place + 2
        if any(key.removesuffix(ending) in PARTICIPLES_FR for ending in ("", "e", "s", "es")):
            return place + 1
        if key not in FILLERS:
            return 0
    return 0


def _may_be_inverted(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a verb's position allows a subject after it.

    That is after a quotation, after a comma or at the start of a sentence.
    """
    before = at - 1
    while before >= 0 and tokens[before].key in FILLERS and tokens[before].key not in PRONOUNS:
        before -= 1
    if before < 0:
        return True
    token = tokens[before]
    return token.kind in ("quote", "mark") or token.key in ("comme", "as", "que", "qu'", "ainsi")


def _label(tokens: Sequence[Token], at: int, parser: SubjectParser) -> SpeechEvent | None:
    """Return the speech event of a name, colon and quotation: "Anna Tamm: “…”"."""
    if at or len(tokens) < 3:
        return None
    subject, last = parser.phrase(0)
    rest = tokens[last : last + 2]
    if subject and subject.kind == NAME and len(rest) == 2 and rest[0].key == ":" and rest[1].kind == "quote":
        return SpeechEvent(":", "", subject, 0, last, last + 1, follows_verb=False)
    return None
