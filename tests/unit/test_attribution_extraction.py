"""Precision and recall of speakers, statuses and certainties, on labelled articles.

`pytest -n0 -s tests/unit/test_attribution_extraction.py` prints the table and each difference. In the folder
tests/articles/attribution, a line "S" has the status, certainty and speaker of a sentence ("-" if it only holds
quotations), and the lines "Q" after it have the speaker and the words of its quotations. An empty speaker is the article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from deepseek_tui.article.extraction.extract import ExtractedSentence, extract
from deepseek_tui.article.extraction.mention import folded

FOLDER = Path(__file__).parents[1] / "articles" / "attribution"
LEAST = {
    "quotations": (1.0, 1.0),
    "speakers": (1.0, 0.97),
    "said": (0.97, 0.92),
    "status": (0.97, 0.97),
    "certainty": (0.98, 0.98),
}
"""Minimum precision and recall over all articles: the values reached so far."""


@dataclass
class Labelled:
    """One sentence with its labels for status, certainty and speakers."""

    text: str
    status: str
    certainty: str
    speaker: str
    quotations: list[tuple[str, str]] = field(default_factory=list)


def labelled(path: Path) -> list[list[Labelled]]:
    """Return the labelled sentences of an article, by paragraph."""
    paragraphs: list[list[Labelled]] = []
    for block in path.read_text("utf-8").strip().split("\n\n"):
        sentences: list[Labelled] = []
        for line in block.splitlines():
            if line.startswith("S|"):
                _, status, certainty, speaker, text = line.split("|", 4)
                sentences.append(Labelled(text, status, certainty, speaker))
            else:
                _, speaker, words = line.split("|", 2)
                sentences[-1].quotations.append((speaker, words))
        paragraphs.append(sentences)
    return paragraphs


def pairs(path: Path) -> Iterator[tuple[Labelled, ExtractedSentence]]:
    """Yield each labelled sentence with what was extracted."""
    paragraphs = labelled(path)
    text = "\n\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in paragraphs)
    wanted = [sentence for paragraph in paragraphs for sentence in paragraph]
    found = extract(text, path.stem[:2])
    yield from zip(wanted, found, strict=True)


def same(one: str, other: str) -> bool:
    """Return whether two names are the same, apart from leading articles."""
    plain = [re.sub(r"\A(?:the |le |la |l')", "", folded(name)) for name in (one, other)]
    return plain[0] == plain[1]


def outcomes(path: Path) -> Iterator[tuple[str, bool, bool, bool, str]]:
    """Yield the outcome of the extraction for each label.

    It has the kind, whether it is right, wanted and found, and a description.
    """
    for wanted, found in pairs(path):
        here = f"{path.stem}: {wanted.text[:60]}"
        words = [folded(one.words) for one in found.quotations]
        for speaker, quoted in wanted.quotations:
            right = folded(quoted) in words
            yield "quotations", right, True, right, f"{here}: {quoted}"
            if right:
                given = found.quotations[words.index(folded(quoted))].speaker
                yield "speakers", bool(given) and same(given, speaker), bool(speaker), bool(given), f"{here}: {given}"
        for one in found.quotations:
            if folded(one.words) not in {folded(quoted) for _, quoted in wanted.quotations}:
                yield "quotations", False, False, True, f"{here}: {one.words}"
        if wanted.status != "-":
            given, why = found.attribution.speaker.name, found.attribution.reason
            yield "said", bool(given) and same(given, wanted.speaker), bool(wanted.speaker), bool(given), f"{here}: {given}"
            for kind in ("status", "certainty"):
                value = getattr(found.attribution, kind)
                yield kind, value == getattr(wanted, kind), True, True, f"{here}: {value} ({why})"


def rates(paths: list[Path]) -> dict[str, tuple[float, float]]:
    """Return the precision and recall of each kind."""
    counts: dict[str, list[int]] = {}
    for path in paths:
        for kind, *flags, description in outcomes(path):
            counts[kind] = [total + flag for total, flag in zip(counts.get(kind, [0, 0, 0]), flags, strict=True)]
            if flags[0] != (flags[1] or flags[2]):
                print(f"  {kind:11}{description}")  # noqa: T201 - the differences are asked for with -s
    return {kind: (right / (found or 1), right / (wanted or 1)) for kind, (right, wanted, found) in counts.items()}


def test_precision_and_recall_of_attribution_do_not_decrease() -> None:
    paths = sorted(FOLDER.glob("*.txt"))
    assert len(paths) == 18
    found = rates(paths)
    print("  ".join(f"{kind} {precision:.2f}/{recall:.2f}" for kind, (precision, recall) in found.items()))  # noqa: T201
    assert {kind: rate for kind, rate in found.items() if rate[0] < LEAST[kind][0] or rate[1] < LEAST[kind][1]} == {}
