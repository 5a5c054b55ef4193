"""What the invented story owes to its article: nothing missing, nothing added, nothing copied, no source that looks real."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson
import pytest

from deepseek_tui.article.fingerprints import article_fingerprints, paragraphs, sentences
from deepseek_tui.article.local_copy import LocalCopy, Recognition
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.library import bundled, find
from deepseek_tui.story.loading.loader import load

ROOT = Path(__file__).parents[2]
FILE = ROOT / "content" / "quiet-ferry.json"
ARTICLE = FILE.with_suffix(".txt").read_text("utf-8")
RAW: Any = orjson.loads(FILE.read_bytes())
STORY = Story.model_validate(RAW)

SPOKEN = {
    (1, 2): "harbour-staff",
    (3, 3): "tavarin",
    (4, 1): "courier",
    (4, 2): "lantern",
    (4, 3): "harbour-staff",
    (5, 1): "passengers",
    (6, 2): "council-members",
    (6, 3): "ferrick",
}
"""The sentences for which the article names somebody, and whom."""


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value under this one, with its path."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from walk(inner, f"{path}/{name}")


def texts() -> Iterator[tuple[str, dict[str, str]]]:
    """Every text that is written once per language, with its path."""
    for path, value in walk(RAW):
        if isinstance(value, dict) and value and {"fr", "en"}.issuperset(value) and not path.endswith("/translation"):
            yield path, value


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words in the text, none of which reaches into a quotation."""
    found = set()
    for part in re.split(r"“[^”]*”|\n", unicodedata.normalize("NFKC", text).casefold()):
        told = re.findall(r"\w+", part)
        found |= {tuple(told[start : start + 8]) for start in range(len(told) - 7)}
    return found


def test_it_opens_by_its_name_and_ships_with_its_article() -> None:
    assert bundled()["quiet-ferry"].read_bytes() == FILE.read_bytes()
    assert load(find("quiet-ferry")).id == "quiet-ferry"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert {"*.json", "*.txt"} <= set(project["tool"]["setuptools"]["package-data"]["deepseek_tui.content"])


def test_it_says_that_it_is_invented() -> None:
    for language, word in {"en": "invented", "fr": "inventé"}.items():
        assert all(word in text[language] for text in (RAW["title"], RAW["edition"]["changes"], RAW["summary"][0]["text"]))


def test_no_outside_source_looks_real() -> None:
    cited = [source for note in STORY.notes for source in note.sources]
    assert all("invented" in source.publisher["en"] for source in cited if isinstance(source.publisher, dict))
    assert [source.title for source in cited if isinstance(source.publisher, str)] == []
    addresses = [value for path, value in walk(RAW) if path.endswith("/url")]
    assert len(addresses) > 2
    assert [each for each in addresses if not each.startswith("https://example.org/")] == []


def test_the_file_is_in_its_canonical_form() -> None:
    assert FILE.read_bytes() == orjson.dumps(RAW, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def test_the_fingerprints_are_those_of_the_article() -> None:
    assert RAW["article"]["paragraphs"] == article_fingerprints(ARTICLE)
    assert LocalCopy(ARTICLE, STORY.article).recognition is Recognition.FULL


def test_every_sentence_carries_a_claim_and_claims_stand_in_reading_order() -> None:
    there = {
        (number, place)
        for number, paragraph in enumerate(paragraphs(ARTICLE), 1)
        for place in range(1, len(sentences(paragraph)) + 1)
    }
    places = [(at.paragraph, at.sentence) for claim in STORY.claims for at in claim.evidence]
    assert len(there) == 18
    assert set(places) == there
    assert [pair for pair in pairwise(places) if pair[0] > pair[1]] == []


def test_every_claim_of_somebody_the_article_names_is_where_it_names_them() -> None:
    for claim in STORY.claims:
        for place in claim.evidence:
            assert place.source == (claim.speaker if claim.speaker != "the-article" else None), claim.id
            assert place.source in (None, SPOKEN.get((place.paragraph, place.sentence))), claim.id
    for path, value in walk(RAW):
        if isinstance(value, dict) and "sentence" in value and "source" in value:
            assert value["source"] == SPOKEN[value["paragraph"], value["sentence"]], path


def test_quotations_appear_as_printed_in_the_sentence_cited() -> None:
    said = {claim.speaker: claim for claim in STORY.claims if claim.quote}
    assert set(said) == {"tavarin", "ferrick"}
    for claim in said.values():
        place = claim.evidence[0]
        assert claim.quote
        assert claim.quote.text in sentences(paragraphs(ARTICLE)[place.paragraph - 1])[place.sentence - 1]


def test_names_of_players_stand_in_the_article() -> None:
    told = [player.name for player in STORY.players if isinstance(player.name, str)]
    assert len(told) == 8
    assert [name for name in told if name not in ARTICLE] == []


def test_nothing_is_more_exactly_dated_than_the_article() -> None:
    dated = {item["id"]: item["when"] for item in (*RAW["events"], *RAW["figures"]) if "when" in item}
    assert dated == {
        "engines-out": "XXXX-11-09",
        "first-crossing": "2024-03-14",
        "second-ferry": "[..2027]",
        "crowd": "2024-03-14",
    }


def test_both_languages_are_written_and_differ() -> None:
    assert [path for path, text in texts() if set(text) != {"fr", "en"} or text["fr"] == text["en"]] == []


def test_the_typography_is_that_of_each_language() -> None:
    plain = re.compile(r"[^\u00a0\u202f][;!?»]|[^\u00a0\u202f\d]:(?!/)|«[^\u00a0]")
    assert [path for path, text in texts() if plain.search(text["fr"])] == []
    assert [path for path, text in texts() for each in text.values() if "'" in each or '"' in each] == []


def test_no_run_of_eight_words_is_the_articles() -> None:
    theirs = runs(ARTICLE)
    told = [(path, value) for path, value in walk(RAW) if isinstance(value, str) and "/quote/" not in path]
    assert [path for path, value in told if theirs & runs(value)] == []


@pytest.mark.parametrize(
    ("list_", "field", "wanted"),
    [
        ("claims", "status", {"claimed", "reported", "quoted", "judged", "predicted", "asked"}),
        ("claims", "certainty", {"flat", "hedged", "open"}),
        ("sources", "kind", {"article", "outlet", "person", "group"}),
        ("players", "kind", {"person", "organisation", "product", "place"}),
        ("events", "phase", {"happened", "planned"}),
        ("questions", "asked_by", {"article", "editor"}),
        ("notes", "relation", {"confirms", "qualifies", "contradicts", "adds"}),
        ("links", "kind", {"caused", "enabled", "reacted to", "contradicts", "supports", "qualifies"}),
    ],
)
def test_it_shows_the_words_that_an_author_needs(list_: str, field: str, wanted: set[str]) -> None:
    assert {item[field] for item in RAW[list_]} == wanted


def test_comparisons_are_allowed_and_forbidden_and_a_date_of_a_source_is_unknown() -> None:
    assert {other.allowed for figure in STORY.figures for other in figure.comparisons} == {True, False}
    assert "unknown" in {source.date for note in STORY.notes for source in note.sources}
