"""Numbers of the labs as each language writes them, exactly or with as many decimals as asked for."""

from deepseek_tui.i18n.languages import language_of
from deepseek_tui.i18n.numbers import number

MINUS = "\u2212"


def told(value: float, language: str) -> str:
    """A number with a true minus sign; a very large or very small one by its power of ten."""
    if value and not 1e-6 <= abs(value) < 1e15:
        return f"{value:.3g}".replace("-", MINUS)
    return number(value, language).replace("-", MINUS)


def rounded(value: float, places: int, language: str) -> str:
    """A number with so many decimals at most; with more where it would be nothing."""
    while value and places < 9 and round(value, places) == 0:
        places += 1
    return number(round(value, places), language)


def tiny(value: float, language: str) -> str:
    """A very small number by its power of ten, as the language points it: 3.6e-15, 3,6e-15 in French."""
    return f"{value:.1e}".replace(".", language_of(language).point)


def fixed(value: float, places: int, language: str, *, signed: bool = False) -> str:
    """A number with so many decimals, a true minus sign, and a plus where signs are asked for: −0.577, +1,732 in French."""
    written = f"{abs(value):.{places}f}"
    zero = not float(written)
    sign = MINUS if value < 0 and not zero else "+" if signed and not zero else ""
    return sign + written.replace(".", language_of(language).point)


def percent(share: float, language: str) -> str:
    """A share in per cent: 12.3% in English, 12,3 % in French, with a no-break space; never 0 or 100 unless it is."""
    written = language_of(language).percent
    for places in (1, 2, 3, 4):
        if not 0 < share < 1 or round(100 * share, places) not in (0.0, 100.0):
            return written.format(fixed(100 * share, places, language))
    bound = ("<", 0.0001) if share < 0.5 else (">", 99.9999)
    return f"{bound[0]}\u00a0{written.format(fixed(bound[1], 4, language))}"
