"""Number formats used by the labs, in each interface language."""

from deepseek_tui.i18n.languages import language_of
from deepseek_tui.i18n.numbers import number

MINUS = "\u2212"


def format_number(value: float, language: str) -> str:
    """Format a number with a true minus sign (U+2212).

    Numbers below 1e-6 or from 1e15 on are written with a power of ten.
    """
    if value and not 1e-6 <= abs(value) < 1e15:
        return f"{value:.3g}".replace("-", MINUS).replace(".", language_of(language).point)
    return number(value, language).replace("-", MINUS)


def format_rounded(value: float, places: int, language: str) -> str:
    """Format a number with at most `places` decimals.

    A number that would be rounded to 0 gets more decimals, up to 9.
    """
    while value and places < 9 and round(value, places) == 0:
        places += 1
    return number(round(value, places), language)


def format_scientific(value: float, language: str) -> str:
    """Format a very small number with a power of ten.

    3.6e-15 in English, 3,6e-15 in French.
    """
    return f"{value:.1e}".replace(".", language_of(language).point)


def format_fixed(value: float, places: int, language: str, *, signed: bool = False) -> str:
    """Format a number with exactly `places` decimals.

    The minus sign is U+2212. With `signed`, positive numbers get a plus: −0.577 in English, +1,732 in French.
    """
    written = f"{abs(value):.{places}f}"
    zero = not float(written)
    sign = MINUS if value < 0 and not zero else "+" if signed and not zero else ""
    return sign + written.replace(".", language_of(language).point)


def format_percent(share: float, language: str) -> str:
    """Format a share (0 to 1) as a percentage.

    12.3% in English, 12,3 % in French, with a no-break space. Only an exact 0 or 1 is shown as 0% or 100%.
    """
    written = language_of(language).percent
    for places in (1, 2, 3, 4):
        if not 0 < share < 1 or round(100 * share, places) not in (0.0, 100.0):
            return written.format(format_fixed(100 * share, places, language))
    bound = ("<", 0.0001) if share < 0.5 else (">", 99.9999)
    return f"{bound[0]}\u00a0{written.format(format_fixed(bound[1], 4, language))}"
