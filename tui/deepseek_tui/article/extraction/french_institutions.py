"""French institutions, whose names go on in lower case: "Parti socialiste", "Académie d’agriculture"."""

import re
from collections.abc import Sequence

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.name_lists import ORGANISATION_HEADS
from deepseek_tui.article.extraction.name_tokens import is_adjective
from deepseek_tui.article.extraction.word_lists import MONTHS, WEEKDAYS

_NO_ADJECTIVES = (
    r"accable|ailleurs|apaise|appel|appelle|applique|arrive|assiste|attaque|auquel|aux|bien|celle|combien"
    r"|communique|complique|considère|consiste|critique|demain|désormais|elle|espère|existe|explique|fabrique|faire"
    r"|fois|gère|il|implique|indique|insiste|interpelle|invoque|jamais|laquelle|leur|libère|lien|mais|mal|manque"
    r"|marque|mois|moteur|motive|opère|parfois|persiste|plaire|plusieurs|pratique|prive|provoque|préfère|quel"
    r"|quelle|rappelle|remarque|renouvelle|revendique|rien|risque|réplique|résiste|semble|signale|soutien|suggère"
    r"|suive|taire|tel|trois|vive|évoque|actuelles?"
)
"""Verbs, adverbs and nouns that end like adjectives."""
_ADJECTIVE = (
    rf"(?!(?:{_NO_ADJECTIVES})\b)[^\W\d_]*"
    r"(?:al|ale|aux|ales|el|elle|els|elles|ique|iques|aire|aires|ien|ienne|iens|iennes|aise?s?|ois|oises?|if|ive|ifs|ives"
    r"|iste|istes|aine?s?|éenn?e?s?|uni|unies?|unis|ères?|eure?s?|able|ible|eux|euse|agricole|populaire|mixte|jeune)\b"
)
_NO_COMPLEMENT = "|".join(
    (
        *sorted(WEEKDAYS),
        *MONTHS["fr"],
        "hier|demain|son|sa|ses|leurs?|cet?|cette|ces|une?|plus|moins|nouveaux?|nouvelles?|les?|la|l",
    )
)
_COMPLEMENT = (
    rf"(?:d[’'‘]|(?:de la|des|du|de|pour les?|pour la|en|aux|à la) |(?:de|à|pour) l[’'‘])(?!(?:{_NO_COMPLEMENT})\b)"
    rf"(?:(?:hautes|hauts|grandes|grands|beaux|petites|petits|jeunes) )?[a-zà-ÿœ-]{{3,}}"
    rf"(?: {_ADJECTIVE})?"
)
_LOWER_CASE_REST = re.compile(
    rf"(?: {_ADJECTIVE})*(?: {_COMPLEMENT}(?:(?:,| et|) {_COMPLEMENT}| et [a-zà-ÿ]+ie {_ADJECTIVE}| et {_ADJECTIVE})*)?"
    r"| sans frontières"
)
_ADJECTIVES = re.compile(rf"(?: {_ADJECTIVE})*")
_TO_NEXT = re.compile(r" (?:de|du|des|pour|de la)(?: l[’'‘])? | (?:d|de l)[’'‘]")
_LEADING = re.compile(
    r"\b(?:ministère(?: français)?|université|tribunal judiciaire|cour d[’']appel)"
    r"(?: (?:de|du|des|de la) | de l[’'‘]| d[’'‘])\Z"
)
_PORTFOLIO = re.compile(
    r"\b(?:[Mm]inistre|[Ss]ecrétaire d[’']État)(?: [a-zà-ÿ-]+)?"
    r"(?: (?:de|du|des|de la|à la|aux?) | (?:de|à) l[’'‘]| d[’'‘])\Z"
)
_WITHOUT_COMPLEMENT = frozenset(("parti", "region", "senat", "parlement", "police", "parquet", "armee"))


def whole_institutions(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans of names, extended by lower-case parts: "ministère de l’Intérieur"."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole and whole[-1][1] > start:
            continue
        if whole and _continues(text, whole[-1], start, end):
            start = whole.pop()[0]
        elif leading := _LEADING.search(text[max(0, start - 40) : start]):
            start -= len(leading.group())
            adjectives = _ADJECTIVES.match(text, end)
            end = adjectives.end() if adjectives else end
        elif _PORTFOLIO.search(text[max(0, start - 40) : start]):
            continue  # An example is "la ministre de la Santé".
        whole.append((start, end + _lower_case_rest(text, text[start:end], end)))
    return whole


def _continues(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    """Return whether a name continues the previous one: "Banque centrale de Katmar"."""
    institution = text[slice(*before)]
    return (
        " " in institution
        and any(folded(word) in ORGANISATION_HEADS for word in re.split(r"[ -]", institution))
        and _TO_NEXT.fullmatch(text, before[1], start) is not None
        and not is_adjective(text[start:end])
        and not text[start:end].isupper()
    )


def _lower_case_rest(text: str, name: str, end: int) -> int:
    """Return the length of the lower-case words that continue an institution's name."""
    head = folded(name.rsplit(" ", 1)[-1])
    if head not in ORGANISATION_HEADS:
        return 0
    rest = (_ADJECTIVES if head in _WITHOUT_COMPLEMENT else _LOWER_CASE_REST).match(text, end)
    return len(rest.group()) if rest else 0
