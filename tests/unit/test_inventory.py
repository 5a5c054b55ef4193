"""How much of an article a starting story lays out, measured on three articles of different style, labelled by hand.

`pytest -n0 -s tests/unit/test_inventory.py` prints the table. The labels stand in tests/articles, one file an article:
for each paragraph

- numbers: what counts or measures, in digits or in words, by value; not ordinals, fractions in words, times of day,
  parts of a date or of a name;
- dates: a year, a decade, a month, a day, as EDTF, as far as it is printed; not "Tuesday", not "last year";
- quotes: what stands between quotation marks;
- names: of persons, bodies, products and places, each once a paragraph, without title or article.
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

LEAST = {"numbers": (1.0, 0.90), "dates": (0.95, 0.95), "quotes": (1.0, 1.0), "names": (0.97, 0.97)}
"""The recall and the precision reached over the three articles together, and not to be lost again."""


def labelled(path: Path) -> tuple[str, str, list[dict[str, Counter[Any]]]]:
    """An article, its language, and what each paragraph holds by hand."""
    labels = orjson.loads(path.read_bytes())
    article = (ROOT / labels["article"]).read_text("utf-8")
    wanted = [
        {
            **{kind: Counter(paragraph[kind]) for kind in ("numbers", "dates", "quotes")},
            "names": Counter(map(bare, paragraph["names"])),
        }
        for paragraph in labels["paragraphs"]
    ]
    return article, labels["language"], wanted


def found(article: str, language: str) -> dict[int, dict[str, Counter[Any]]]:
    """The same, as the inventory has it."""
    taken: dict[int, dict[str, Counter[Any]]] = {}
    for said in extract(article, language):
        here = taken.setdefault(said.paragraph, {kind: Counter() for kind in KINDS})
        here["numbers"].update(float(counted.number.value) for counted in said.numbers)
        here["dates"].update(date.edtf for date in said.dates)
        here["quotes"].update(spoken.words for spoken in said.quotations)
        here["names"] |= Counter(map(bare, said.names))
    return taken


def bare(name: str) -> str:
    """A name without the article or the particle before it."""
    words = folded(name).split()
    while len(words) > 1 and words[0] in LEADS:
        words = words[1:]
    return " ".join(words)


def scores(paths: list[Path]) -> dict[str, tuple[int, int, int]]:
    """By kind: how many are both labelled and found, how many are labelled, how many are found."""
    sums = dict.fromkeys(KINDS, (0, 0, 0))
    for path in paths:
        article, language, wanted = labelled(path)
        taken = found(article, language)
        for number, paragraph in enumerate(wanted, 1):
            for kind in KINDS:
                there, here = paragraph[kind], taken[number][kind]
                counts = ((there & here).total(), there.total(), here.total())
                sums[kind] = tuple(map(sum, zip(sums[kind], counts, strict=True)))  # type: ignore[assignment]
    return sums


def test_as_much_is_found_as_ever_was_and_as_little_else() -> None:
    assert len(ARTICLES) == 3
    lines = [f"\n{'':14}" + "".join(f"{kind:>20}" for kind in KINDS)]
    for name, paths in {**{path.stem: [path] for path in ARTICLES}, "together": ARTICLES}.items():
        rates = {kind: (both / there, both / here) for kind, (both, there, here) in scores(paths).items()}
        lines.append(f"{name:14}" + "".join(f"{recall:>12.2f} / {precision:.2f}" for recall, precision in rates.values()))
    print("\n".join(lines), "\n", "recall / precision")  # noqa: T201 - the table is asked for with -s
    together = {kind: (both / there, both / here) for kind, (both, there, here) in scores(ARTICLES).items()}
    short = {kind: rates for kind, rates in together.items() if rates[0] < LEAST[kind][0] or rates[1] < LEAST[kind][1]}
    assert short == {}


def test_words_in_capitals_that_name_a_kind_of_thing_are_no_names() -> None:
    said = extract("L’IA tourne chez Calvac sur un GPU H100, et le PDG le dit.", "fr")
    assert [name for each in said for name in each.names] == ["Calvac", "GPU H100"]


def test_a_paragraph_of_a_thousand_sentences_is_taken_stock_of() -> None:
    told = extract("Ada Brell paid 12 crowns on 9 May. " * 1000, "en")
    assert len(told) == 1000
    assert {(len(said.numbers), len(said.dates), said.names) for said in told} == {(1, 1, ("Ada Brell",))}
