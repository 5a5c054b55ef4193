"""Definition of the interface texts of the MLA lab."""

from typing import NamedTuple


class MlaWords(NamedTuple):
    """The interface texts of the MLA lab."""

    title: str
    runs: str
    labels: dict[str, str]
    abouts: dict[str, str]
    units: dict[str, str]
    own: str
    bytes: dict[str, str]
    steps: tuple[str, ...]
    sizes: tuple[str, ...]
    cache: str
    schemes: dict[str, str]
    as_built: str
    caption: str
    dashed: str
    beyond: str
    versus: str
    versus_short: str
    versus_more: str
    what_if: str
    fits: str
    head: tuple[str, ...]
    fits_caveat: str
    cost: str
    ways: dict[str, str]
    trade: str
    proof_hint: str
    headline: str
    factors: dict[str, str]
    headline_caveat: str
    proof: str
    proof_head: tuple[str, ...]
    proof_rows: str
    same: str
    control: str
    shows: str
    sources: tuple[str, ...]
    uneven: str
    odd: str
