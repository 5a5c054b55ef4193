"""The words of the frame that the labs share, and where those of each lab are."""

from functools import cache
from typing import NamedTuple

from deepseek_tui.i18n import compute, mla
from deepseek_tui.i18n.compute import ComputeWords
from deepseek_tui.i18n.mla import MlaWords


class FrameWords(NamedTuple):
    """What the frame says around any lab; names in braces are filled in."""

    values: str
    page: str
    keys: dict[str, str]
    """What each key does, in a word or two, by the action's id."""
    to_try: str
    article_says: str
    shows: str
    sources: str
    hidden: str
    running: str
    stopped: str
    no_choice: str
    no_number: str
    out_of_range: str
    not_whole: str
    range: str
    own: str


class LabWords(NamedTuple):
    """The words of the labs, by lab."""

    frame: FrameWords
    compute: ComputeWords
    mla: MlaWords


FRAME_ENGLISH = FrameWords(
    values="Values",
    page="What follows",
    keys={
        "change": "change",
        "choose": "choose",
        "edit": "type it",
        "steps": "try",
        "reset": "reset",
        "part": "values or page",
        "close": "close",
        "apply": "take it",
        "abandon": "leave it",
    },
    to_try="What to try",
    article_says="The article says",
    shows="This shows",
    sources="Sources",
    hidden="What comes from outside the article is hidden; c on the dashboard shows it.",
    running="working, {}% · Esc stops",
    stopped="Stopped.",
    no_choice="{label}: {value} is none of {choices}.",
    no_number="{label}: {value} is not a number.",
    out_of_range="{label}: {value} is out of reason; it goes {range}.",
    not_whole="{label}: {value} has to be a whole number.",
    range="from {low} to {high} {unit}",
    own="your own",
)

FRAME_FRENCH = FrameWords(
    values="Valeurs",
    page="Ce qui en découle",
    keys={
        "change": "changer",
        "choose": "choisir",
        "edit": "saisir",
        "steps": "essayer",
        "reset": "remettre",
        "part": "valeurs ou page",
        "close": "fermer",
        "apply": "prendre",
        "abandon": "laisser",
    },
    to_try="À essayer",
    article_says="L’article dit",
    shows="On voit ici",
    sources="Sources citées",
    hidden="Ce qui vient d’ailleurs que l’article est caché\u00a0; c, sur le tableau de bord, le montre.",
    running="en cours, {}\u00a0% · Échap arrête",
    stopped="Arrêté.",
    no_choice="{label}\u00a0: {value} ne figure pas parmi {choices}.",
    no_number="{label}\u00a0: {value} n’est pas un nombre.",
    out_of_range="{label}\u00a0: {value} passe la mesure\u00a0; la valeur va {range}.",
    not_whole="{label}\u00a0: {value} devrait être un nombre entier.",
    range="de {low} à {high} {unit}",
    own="la vôtre",
)


@cache
def words_in(language: str) -> LabWords:
    """The words in a language; English where the labs do not speak it."""
    if language == "fr":
        return LabWords(FRAME_FRENCH, compute.FRENCH, mla.FRENCH)
    return LabWords(FRAME_ENGLISH, compute.ENGLISH, mla.ENGLISH)
