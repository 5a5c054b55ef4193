"""Placeholders: the mark on every guess in a draft story, and the draft's fixed texts.

The format has no field for a guess, so the mark is in the text itself, where readers see it. A text that begins with the
mark is a guess, and so is everything else in the same object.
"""

from dataclasses import dataclass

MARKS = {"en": "[to confirm]", "fr": "[à confirmer]"}
"""The mark, by the story's language."""


def mark_unconfirmed(words: str, language: str) -> str:
    """Return a text with the mark of an unconfirmed guess in front."""
    return f"{MARKS[language]} {words}"


def is_unconfirmed(text: str | dict[str, str]) -> bool:
    """Return whether a text starts with the mark of a guess, in any language."""
    written = (text,) if isinstance(text, str) else text.values()
    return any(words.startswith(tuple(MARKS.values())) for words in written)


@dataclass(frozen=True)
class DraftTexts:
    """The fixed texts of a draft story in one language."""

    colon: str
    semicolon: str
    title: str
    identity: str
    summary: str
    editor: str
    licence: str
    changes: str
    article: str
    topic: str
    role: str
    event: str
    body: str
    quoted: str
    nothing: str
    numbers: str
    dates: str
    names: str
    unit: str
    scope: str


DRAFT_TEXTS = {
    "en": DraftTexts(
        colon=": ",
        semicolon="; ",
        title="the story’s title",
        identity="who and what, in one line, for a reader who knows nothing",
        summary="what happened, in about three sentences",
        editor="who edits this story",
        licence="the licence of the story’s text",
        changes="a starting story, made from the article’s text by program. Whatever begins with these words is a guess, "
        "and so is all that stands beside it: status, certainty, speaker, kind, phase, bound, unit",
        article="The article",
        topic="topics, to be sorted",
        role="its part in the story, and what kind of player it is",
        event="what happened",
        body="what happened, in words of your own",
        quoted="what these printed words say",
        nothing="what this sentence says",
        numbers="numbers",
        dates="dates",
        names="names",
        unit="unit",
        scope="what is counted, of what, where",
    ),
    "fr": DraftTexts(
        colon="\u00a0: ",
        semicolon="\u202f; ",
        title="le titre de l’histoire",
        identity="qui et quoi, en une ligne, pour qui ne sait rien de l’affaire",
        summary="ce qui s’est passé, en trois phrases environ",
        editor="qui édite cette histoire",
        licence="la licence du texte de l’histoire",
        changes="une ébauche, tirée du texte de l’article par programme. Tout ce qui commence par ces mots est une "
        "supposition, comme tout ce qui est à côté\u00a0: statut, certitude, locuteur, genre, phase, borne, unité",
        article="L’article",
        topic="sujets, à trier",
        role="son rôle dans l’histoire, et de quel genre d’acteur il s’agit",
        event="ce qui s’est passé",
        body="ce qui s’est passé, en vos propres mots",
        quoted="ce que disent ces mots imprimés",
        nothing="ce que dit cette phrase",
        numbers="nombres",
        dates="dates",
        names="noms",
        unit="unité",
        scope="ce qui est compté, de quoi, où",
    ),
}
"""The texts of a starting story, by its language."""
