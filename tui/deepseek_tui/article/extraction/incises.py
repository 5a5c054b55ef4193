"""Incises: a reporter's words that interrupt a French quotation.

An example is "dit-elle" in « Oui, dit-elle, demain ».
"""

import re
from collections.abc import Iterator, Sequence

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.speech_words import INVERTED_PRONOUN, PARTICIPLES_FR, SPEECH_VERBS, is_office

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_ELIDED = re.compile(r"(?:[sl]|[nm])[’']|se\s|lui\s|leur\s|nous\s|me\s", re.IGNORECASE)
_START = re.compile(r"(?:,|[?!…]|\s[—–-])\s+(?=\S)")
_REST = re.compile(r"(?:\b(?:M|MM|Dr|Pr)\.|[^,.;:!?…«»])*")
_SUBJECT = re.compile(r"(?:le|la|les|l[’']|un|une|son|sa|ce|cet|cette|M\.|Mme|Me|Mgr)\s?", re.IGNORECASE)
_APPOSITION = re.compile(r",\s+(?:le\s|la\s|l[’']|un\s|une\s|son\s|sa\s|ex-)?([^\W_]+(?:-[^\W_]+)*)")
_MANNER = re.compile(
    r",\s+(?:[^\W\d_]+(?:ée?s?|ise?s?|ant)|en|dans|depuis|devant|avec|sans|sur|à)\s[^,.;:!?…«»]*(?=[.!?…]|\s*\Z)"
)
"""A phrase up to the end of a sentence on how or where somebody speaks, as in ", attablée dans un café"."""
_NAME = re.compile(r",(?:\s+[A-ZÀ-Ý][\w’'-]*)+(?=\s*(?:[.,!?…]|\Z))")
"""A name after an office, as in ", la directrice, Anne Vignal."."""
_AGE = re.compile(r",\s+\d{1,3}\sans\b")
_MAX_WORDS_BEFORE_SUBJECT = 6


def incises(words: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of a reporter's words inside a French quotation.

    Each begins at the comma before it, or after a question or exclamation mark, and ends before the comma or stop after it.
    """
    found: list[tuple[int, int]] = []
    at = 0
    while start := _START.search(words, at):
        at = start.end()
        end = _end(words, start.end())
        if end:
            found.append((start.start() if words[start.start()] not in "?!…" else start.start() + 1, end))
            at = end
    return tuple(found)


def without_spans(words: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return a quotation without the given interruptions and their closing commas.

    After a question mark, the full stop that closes the interruption goes too.
    """
    kept, at = [], 0
    for start, end in spans:
        kept.append(words[at:start])
        closing = ",." if words[start - 1 : start] in ("?", "!", "…") else ","
        at = end + 1 if words[end : end + 1] and words[end] in closing else end
    return "".join([*kept, words[at:]])


def _end(words: str, start: int) -> int:
    """Return the end of the interruption that begins at a position, or 0."""
    elided = _ELIDED.match(words, start)
    verb = _WORD.match(words, elided.end() if elided else start)
    if not verb:
        return 0
    rest = _REST.match(words, verb.end())
    end = rest.end() if rest else verb.end()
    if _inverted(verb.group(), words[verb.end() : end]):
        return end
    after = _after_verb(words, verb, end)
    if after < 0 or not _has_subject(words[after:end]):
        return 0
    return _after_appositions(words, after, end)


def _inverted(verb: str, after: str) -> bool:
    """Return whether a word is an inverted verb of speech or its auxiliary.

    Examples are "dit-il" and "a-t-il".
    """
    found = INVERTED_PRONOUN.match(folded(verb))
    if not found:
        return False
    if found[1] in ("a", "avait", "est", "ont", "avaient"):
        return any(word in PARTICIPLES_FR for word in _folded_words(after))
    return found[1] in SPEECH_VERBS["fr"]


def _after_verb(words: str, verb: re.Match[str], end: int) -> int:
    """Return the position after a verb of speech, or -1 without one.

    Examples are "explique" and "a expliqué".
    """
    if folded(verb.group()) in SPEECH_VERBS["fr"]:
        return verb.end()
    if folded(verb.group()) in ("a", "ont", "avait", "avaient", "est"):
        for word in list(_WORD.finditer(words, verb.end(), end))[:3]:
            if folded(word.group()) in PARTICIPLES_FR:
                return word.end()
    return -1


def _has_subject(text: str) -> bool:
    """Return whether a name, or an office with an article, follows a verb."""
    tokens = list(_WORD.finditer(text))[:_MAX_WORDS_BEFORE_SUBJECT]
    for token in tokens:
        if token.group()[0].isupper():
            return True
        if is_office(folded(token.group())) and _SUBJECT.search(text[: token.start()]):
            return True
    return False


def _after_appositions(words: str, start: int, end: int) -> int:
    """Return the position after the appositions (offices, ages) that follow a name."""
    while True:
        age, office = _AGE.match(words, end), _APPOSITION.match(words, end)
        manner, name = _MANNER.match(words, end), _NAME.match(words, end)
        if name and not any(char.isupper() for char in words[start:end]):
            end = name.end()
            continue
        if manner and words[manner.end() : manner.end() + 1] != ",":
            return manner.end()
        if age or (office and (office[1].startswith("ex-") or is_office(folded(office[1])))):
            rest = _REST.match(words, end + 1)
            end = rest.end() if rest else end
        else:
            return end


def _folded_words(text: str) -> Iterator[str]:
    return (folded(word.group()) for word in _WORD.finditer(text))
