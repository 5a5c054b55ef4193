"""Pseudo-language words and prepositions for dates."""

from typing import Any

from deepseek_tui.i18n.dates import DateWords, Kind
from deepseek_tui.i18n.en.dates import WORDS as ENGLISH
from pseudo_language.wording import pseudo


def _wording() -> dict[str, Any]:
    return {name: pseudo(getattr(ENGLISH, name)) for name in DateWords.__annotations__}


class _PseudoDates(DateWords):
    """Formatter of dates in the pseudo-language."""

    locals().update(_wording())

    def since(self, words: str, kind: Kind) -> str:
        return f"⟦since~⟧ {words}"

    def until(self, words: str, kind: Kind) -> str:
        return f"⟦until~⟧ {words}"

    def by(self, words: str, kind: Kind) -> str:
        return f"⟦by⟧ {words}"

    def range(self, first: str, last: str, kinds: tuple[Kind, Kind]) -> str:
        return f"{first} ⟦to⟧ {last}"

    def between(self, first: str, last: str, kinds: tuple[Kind, Kind]) -> str:
        return f"⟦between~⟧ {first} ⟦and⟧ {last}"

    def century(self, first: int) -> tuple[str, str]:
        return f"⟦century~⟧ {first // 100 + 1}", f"{first // 100 + 1} ⟦c⟧"

    def grouped(self, year: int) -> str:
        return f"{year:,}".replace(",", "’")


WORDS = _PseudoDates()
