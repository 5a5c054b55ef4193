"""French date phrases: names of months and seasons, and prepositions."""

from typing import ClassVar

from deepseek_tui.i18n.dates import DateWords, Kind, Names
from deepseek_tui.story.format.edtf import Qualifier


class _FrenchDates(DateWords):
    """Date phrases in French."""

    months: ClassVar[Names] = (
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    )
    short_months: ClassVar[Names] = (
        "janv",
        "févr",
        "mars",
        "avr",
        "mai",
        "juin",
        "juil",
        "août",
        "sept",
        "oct",
        "nov",
        "déc",
    )
    seasons: ClassVar[Names] = ("printemps", "été", "automne", "hiver")
    short_seasons: ClassVar[Names] = ("print.", "été", "automne", "hiver")
    quarters: ClassVar[Names] = ("premier trimestre", "deuxième trimestre", "troisième trimestre", "quatrième trimestre")
    short_quarters: ClassVar[Names] = ("T1", "T2", "T3", "T4")
    halves: ClassVar[Names] = ("premier semestre", "second semestre")
    short_halves: ClassVar[Names] = ("S1", "S2")
    not_stated: ClassVar[dict[str, str]] = {
        "y": "année non précisée",
        "m": "mois non précisé",
        "d": "jour non précisé",
        "md": "mois et jour non précisés",
        "ym": "année et mois non précisés",
        "yd": "année et jour non précisés",
        "ymd": "date non précisée",
    }
    qualities: ClassVar[dict[Qualifier, tuple[str, str, str]]] = {
        "?": ("année incertaine", "mois incertain", "jour incertain"),
        "~": ("année approximative", "mois approximatif", "jour approximatif"),
        "%": ("année incertaine et approximative", "mois incertain et approximatif", "jour incertain et approximatif"),
    }
    around, uncertain, either, all_of = "vers {}", "{} (incertain)", "ou", "et"
    day_alone, part_open = "jour {}", "{}, X non précisé"
    decade, short_decade, era, short_era = "années {}", "ann. {}", "{} av. J.-C.", "{} av. JC"
    later_era, short_later_era, part_of_year = "{} apr. J.-C.", "{} apr. JC", "{} {}"
    begins, ends, end_unknown, start_unknown = "début : {}", "fin : {}", "fin inconnue", "début inconnu"
    at_the_latest, or_later, or_earlier = "au plus tard : {}", "{} ou plus tard", "{} ou plus tôt"
    each, unknown, short_unknown = "chaque date : {}", "date inconnue", "inconnue"

    def day(self, number: int) -> str:
        return "1er" if number == 1 else str(number)

    def noun(self, words: str, kind: Kind) -> str:
        if kind == "season":
            return f"l’{words}" if words[0] in "éah" else f"le {words}"
        return f"le {words}" if kind == "day" and words[0].isdigit() and words[:4].strip("0123456789") else words

    def _of(self, words: str, kind: Kind) -> str:
        if kind == "day":
            return f"du {words}"
        if kind == "season":
            return f"de l’{words}" if words[0] in "éah" else f"du {words}"
        return f"d’{words}" if words[0] in "ao" else f"de {words}"

    def _to(self, words: str, kind: Kind) -> str:
        if kind == "day":
            return f"au {words}"
        if kind == "season":
            return f"à l’{words}" if words[0] in "éah" else f"au {words}"
        return f"à {words}"

    def since(self, words: str, kind: Kind) -> str:
        return f"à partir {self._of(words, kind)}"

    def until(self, words: str, kind: Kind) -> str:
        return f"jusqu’à fin {words}" if kind == "year" else f"jusqu’{self._to(words, kind)}"

    def by(self, words: str, kind: Kind) -> str:
        if kind == "year":
            return f"d’ici à la fin de {words}"
        return f"d’ici à {words}" if kind == "month" else f"d’ici {self._to(words, kind)}"

    def range(self, first: str, last: str, kinds: tuple[Kind, Kind]) -> str:
        return f"{self._of(first, kinds[0])} {self._to(last, kinds[1])}"

    def between(self, first: str, last: str, kinds: tuple[Kind, Kind]) -> str:
        return f"entre {self.noun(first, kinds[0])} et {self.noun(last, kinds[1])}"

    def century(self, first: int) -> tuple[str, str]:
        tens, ones = divmod(first // 100 + 1, 10)
        roman = "X" * tens if tens < 10 else "C"
        roman += ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
        roman = roman.replace("XXXXXXXXX", "XC").replace("XXXXX", "L").replace("XXXX", "XL")
        return (
            f"{roman}{'er' if first == 0 else 'e'} siècle ({first}–{first + 99})",
            f"{roman}{'er' if first == 0 else 'e'} s.",
        )

    def grouped(self, year: int) -> str:
        return f"{year:,}".replace(",", "\u202f")


WORDS = _FrenchDates()
