"""Recall and precision of the extraction, on three articles labelled by hand.

`pytest -n0 -s tests/unit/test_extract.py` prints the table. The labels are in tests/articles, one file per article, with
for each paragraph:

- numbers: quantities in digits or words, by value; not ordinals, fractions in words, times of day, or parts of a date or
  a name;
- dates: a year, a decade, a month or a day in EDTF, as exact as printed; not "Tuesday" or "last year";
- quotes: text between quotation marks;
- names: of persons, organisations, products and places, once per paragraph, without title or article.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import orjson

from deepseek_tui.article.extraction.extract import extract
from deepseek_tui.article.extraction.mention import folded

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "tests" / "articles").glob("*.json"))
KINDS = ("numbers", "dates", "quotes", "names")
LEADS = frozenset(("the", "la", "le", "les", "l", "de", "du"))

LEAST = {"numbers": (1.0, 0.90), "dates": (0.95, 0.95), "quotes": (1.0, 1.0), "names": (1.0, 1.0)}
"""Minimum recall and precision over the three articles: the values reached so far."""


def labelled(path: Path) -> tuple[str, str, list[dict[str, Counter[Any]]]]:
    """Return an article, its language, and the labels of each paragraph."""
    labels = orjson.loads(path.read_bytes())
    article = (ROOT / labels["article"]).read_text("utf-8")
    wanted = [
        {
            **{kind: Counter(paragraph[kind]) for kind in ("numbers", "dates", "quotes")},
            "names": Counter(map(core_name, paragraph["names"])),
        }
        for paragraph in labels["paragraphs"]
    ]
    return article, labels["language"], wanted


def found(article: str, language: str) -> dict[int, dict[str, Counter[Any]]]:
    """Return the extracted mentions of each paragraph."""
    extracted: dict[int, dict[str, Counter[Any]]] = {}
    for sentence in extract(article, language):
        here = extracted.setdefault(sentence.paragraph, {kind: Counter() for kind in KINDS})
        here["numbers"].update(float(number.number.value) for number in sentence.numbers)
        here["dates"].update(date.edtf for date in sentence.dates)
        here["quotes"].update(quotation.words for quotation in sentence.quotations)
        here["names"] |= Counter(map(core_name, sentence.names))
    return extracted


def core_name(name: str) -> str:
    """Return a folded name without a leading article or particle."""
    words = folded(name).split()
    while len(words) > 1 and words[0] in LEADS:
        words = words[1:]
    return " ".join(words)


def scores(paths: list[Path]) -> dict[str, tuple[int, int, int]]:
    """Return how many mentions match, are labelled and are found, by kind."""
    sums = dict.fromkeys(KINDS, (0, 0, 0))
    for path in paths:
        article, language, wanted = labelled(path)
        extracted = found(article, language)
        for number, paragraph in enumerate(wanted, 1):
            for kind in KINDS:
                there, here = paragraph[kind], extracted[number][kind]
                counts = ((there & here).total(), there.total(), here.total())
                sums[kind] = tuple(map(sum, zip(sums[kind], counts, strict=True)))  # type: ignore[assignment]
    return sums


def test_recall_and_precision_of_the_extraction_do_not_decrease() -> None:
    assert len(ARTICLES) == 3
    lines = [f"\n{'':14}" + "".join(f"{kind:>20}" for kind in KINDS)]
    for name, paths in {**{path.stem: [path] for path in ARTICLES}, "together": ARTICLES}.items():
        rates = {kind: (both / there, both / here) for kind, (both, there, here) in scores(paths).items()}
        lines.append(f"{name:14}" + "".join(f"{recall:>12.2f} / {precision:.2f}" for recall, precision in rates.values()))
    print("\n".join(lines), "\n", "recall / precision")  # noqa: T201 - the table is asked for with -s
    together = {kind: (both / there, both / here) for kind, (both, there, here) in scores(ARTICLES).items()}
    short = {kind: rates for kind, rates in together.items() if rates[0] < LEAST[kind][0] or rates[1] < LEAST[kind][1]}
    assert short == {}


def test_common_acronyms_are_not_extracted_as_names() -> None:
    sentence = extract("L’IA tourne chez Calvac sur un GPU H100, et le PDG le dit.", "fr")
    assert [name for each in sentence for name in each.names] == ["Calvac", "GPU H100"]


def test_paragraph_of_a_thousand_sentences_is_extracted_in_reasonable_time() -> None:
    sentences = extract("Ada Brell paid 12 crowns on 9 May. " * 1000, "en")
    assert len(sentences) == 1000
    assert {(len(sentence.numbers), len(sentence.dates), sentence.names) for sentence in sentences} == {
        (1, 1, ("Ada Brell",))
    }
