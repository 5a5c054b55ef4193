"""The texts of a draft story: placeholders, reasons of guesses, key words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from deepseek_tui.article.extraction.dates import dates
from deepseek_tui.article.extraction.kinds import CAPITALS, FULL_NAME, KNOWN_PLACE, KindGuess
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.numbers import numbers
from deepseek_tui.article.extraction.word_lists import ELISION, FUNCTION_WORDS

COPY_LENGTH = 8
"""The number of consecutive words that count as copied."""
MAX_KEY_WORDS = 8
"""The most key words of a sentence in a claim."""
MAX_FILLER = 2
"""Words of at most this many letters are no key words."""
_KEY_WORD = re.compile(r"[^\W_]+(?:(?:[-’'.]|(?<=\d)[,:/](?=\d)|(?<=\d)[ \u00a0\u202f](?=\d{3}\b))[^\W_]+)*")
"""A word, or a number with its separators."""
_ELIDED = re.compile(rf"^{ELISION.pattern}", re.IGNORECASE)


@dataclass(frozen=True)
class DraftTexts:
    """The fixed texts of a draft story in one language.

    `{}` is replaced by the words or numbers found in the article.
    """

    title: str
    identity: str
    summary: str
    editor: str
    licence: str
    changes: str
    article: str
    topic: str
    role: str
    body: str
    nothing: str
    unit: str
    scope: str
    to_write: str
    """The reason of texts that the author is to write."""
    named: str
    """Why a name is a player: the number of its sentences, and the words that show its kind."""
    kind_reasons: dict[str, str]
    """Reasons of a kind that are not words of the text."""
    beside: str
    numbered: str
    dated: str
    planned: str


DRAFT_TEXTS = {
    "en": DraftTexts(
        title="the story’s title",
        identity="who and what, in one line, for a reader who knows nothing",
        summary="what happened, in about three sentences",
        editor="who edits this story",
        licence="the licence of the story’s text",
        changes="first draft, made from the article’s text by program; every object marked as draft is a guess",
        article="The article",
        topic="topics, to be sorted",
        role="its part in the story, and what kind of player it is",
        body="what happened, in words of your own",
        nothing="what this sentence says",
        unit="unit",
        scope="what is counted, of what, where",
        to_write="to be written by the author",
        named="a name in {} sentences; its kind is guessed from {}",
        kind_reasons={
            KNOWN_PLACE: "a list of places",
            FULL_NAME: "its form, first name and surname",
            CAPITALS: "its capitals",
        },
        beside="“{}”",
        numbered="the sentence states {}",
        dated="the sentence gives a date: {}",
        planned="the sentence gives a date, {0}, and a plan: {1}",
    ),
    "fr": DraftTexts(
        title="le titre de l’histoire",
        identity="qui et quoi, en une ligne, pour qui ne sait rien de l’affaire",
        summary="ce qui s’est passé, en trois phrases environ",
        editor="qui édite cette histoire",
        licence="la licence du texte de l’histoire",
        changes="première ébauche, tirée de l’article par programme\u202f; tout objet marqué draft reste à confirmer",
        article="L’article",
        topic="sujets, à trier",
        role="son rôle dans l’histoire, et de quel genre d’acteur il s’agit",
        body="ce qui s’est passé, en vos propres mots",
        nothing="ce que dit cette phrase",
        unit="unité",
        scope="ce qui est compté, de quoi, où",
        to_write="à écrire par l’auteur",
        named="un nom dans {} phrases\u202f; son genre est supposé d’après {}",
        kind_reasons={KNOWN_PLACE: "une liste de lieux", FULL_NAME: "sa forme, prénom et nom", CAPITALS: "ses capitales"},
        beside="«\u00a0{}\u00a0»",
        numbered="la phrase indique {}",
        dated="la phrase donne une date\u00a0: {}",
        planned="la phrase donne une date, {0}, et un projet\u00a0: {1}",
    ),
}
"""The texts of a draft story, by its language."""


class DraftWording:
    """Writes the texts of the draft of one article, in the article's language."""

    def __init__(self, article: str, language: str) -> None:
        self.language = language
        self.texts = DRAFT_TEXTS[language]
        self._copied = set(_word_runs(_folded_words(article)))

    def guess(self, reason: str) -> dict[str, Any]:
        """Return the mark of an unconfirmed guess, with its reason."""
        return {"draft": True, "guess": self.text(reason)}

    def kind_reason(self, sentences: int, guess: KindGuess) -> str:
        """Return why a name is a player of its kind.

        The reason has the number of sentences with the name, and the words from which the kind is guessed.
        """
        reason = self.texts.kind_reasons.get(guess.reason) or self.texts.beside.format(guess.reason)
        return self.texts.named.format(sentences, reason)

    def dated(self, date: str, plan: str) -> str:
        """Return why a date became an event, with any words that show a plan."""
        date = self.without_copying(date)
        return self.texts.planned.format(date, plan) if plan else self.texts.dated.format(date)

    def text(self, words: str) -> dict[str, str]:
        """Return a text of the story format with words in the article's language."""
        return {self.language: words}

    def key_words(self, text: str) -> str:
        """Return a text's first key words, without function words and short words."""
        whole = (_ELIDED.sub("", word) for word in _KEY_WORD.findall(text))
        shown = list(dict.fromkeys(word for word in whole if word and self._is_key(word)))
        if self._states_more(" ".join(shown[:MAX_KEY_WORDS]), text):
            shown = [word for word in shown if not numbers(word, self.language) and not any(map(str.isdigit, word))]
        words = _joined(shown[:MAX_KEY_WORDS], text) + (" …" if len(shown) > MAX_KEY_WORDS else "")
        return self.without_copying(words) if shown else self.texts.nothing

    def _states_more(self, words: str, text: str) -> bool:
        """Return whether joined key words state a number that their text lacks.

        "12 of the 300" leaves "12 300", for instance.
        """
        found = numbers(text, self.language)
        stated = {(number.value, kind) for number in found for kind in (number.kind, "")}
        dated = {(date.year, date.month, date.day) for date in dates(text, self.language)}
        return any((number.value, number.kind) not in stated for number in numbers(words, self.language)) or any(
            (date.year, date.month, date.day) not in dated for date in dates(words, self.language)
        )

    def _is_key(self, word: str) -> bool:
        return folded(word) not in FUNCTION_WORDS and (len(word) > MAX_FILLER or word[0].isdigit() or word.isupper())

    def without_copying(self, words: str) -> str:
        """Return a text, cut off before it copies eight consecutive words of the article."""
        tokens = list(re.finditer(r"\w+", words))
        for start, run in enumerate(_word_runs([_folded(token.group()) for token in tokens])):
            if run in self._copied:
                return words[: tokens[start + COPY_LENGTH - 2].end()] + "…"
        return words


def _joined(words: Sequence[str], text: str) -> str:
    """Return key words in one line, with commas between separate names."""
    line = ""
    for word in words:
        last = line.rsplit(" ", 1)[-1]
        are_names = last[:1].isupper() and word[:1].isupper()
        line += ("" if not line else ", " if are_names and f"{last} {word}" not in text else " ") + word
    return line


def _folded_words(text: str) -> list[str]:
    return [_folded(word) for word in re.findall(r"\w+", text)]


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _word_runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + COPY_LENGTH]) for start in range(len(words) - COPY_LENGTH + 1))
