"""The invented Quiet Ferry story matches its article and is recognisably invented."""

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

NAMED_SOURCES = {
    (1, 2): "harbour-staff",
    (3, 3): "tavarin",
    (4, 1): "courier",
    (4, 2): "lantern",
    (4, 3): "harbour-staff",
    (5, 1): "passengers",
    (6, 2): "council-members",
    (6, 3): "ferrick",
}
"""The sentences for which the article names a source, and that source."""


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every nested value with its path."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = inner.get("id", number) if isinstance(inner, dict) else number
            yield from walk(inner, f"{path}/{name}")


def texts() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every text in several languages with its path."""
    for path, value in walk(RAW):
        if isinstance(value, dict) and value and {"fr", "en"}.issuperset(value) and not path.endswith("/translation"):
            yield path, value


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of eight words outside quotations."""
    found = set()
    for part in re.split(r"“[^”]*”|\n", unicodedata.normalize("NFKC", text).casefold()):
        found_texts = re.findall(r"\w+", part)
        found |= {tuple(found_texts[start : start + 8]) for start in range(len(found_texts) - 7)}
    return found


def test_quiet_ferry_story_is_bundled_with_the_article() -> None:
    assert bundled()["quiet-ferry"].read_bytes() == FILE.read_bytes()
    assert load(find("quiet-ferry")).id == "quiet-ferry"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert {"*.json", "*.txt"} <= set(project["tool"]["setuptools"]["package-data"]["deepseek_tui.content"])


def test_quiet_ferry_story_states_that_the_events_are_invented() -> None:
    for language, word in {"en": "nvented", "fr": "inventé"}.items():
        assert all(word in text[language] for text in (RAW["title"], RAW["identity"], RAW["edition"]["changes"]))


def test_sources_of_the_invented_story_are_recognisably_invented() -> None:
    cited = [source for note in STORY.notes for source in note.sources]
    assert all("invented" in source.publisher["en"] for source in cited if isinstance(source.publisher, dict))
    assert [source.title for source in cited if isinstance(source.publisher, str)] == []
    addresses = [value for path, value in walk(RAW) if path.endswith("/url")]
    assert len(addresses) > 2
    assert [each for each in addresses if not each.startswith("https://example.org/")] == []


def test_story_file_has_the_canonical_json_formatting() -> None:
    assert FILE.read_bytes() == orjson.dumps(RAW, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def test_sentence_fingerprints_match_the_article() -> None:
    printed = [{key: each[key] for key in ("fingerprint", "sentences")} for each in RAW["article"]["paragraphs"]]
    assert printed == article_fingerprints(ARTICLE)
    assert LocalCopy(ARTICLE, STORY.article).recognition is Recognition.FULL


def test_text_of_every_sentence_of_the_article_is_embedded() -> None:
    printed = [sentences(paragraph) for paragraph in paragraphs(ARTICLE)]
    assert [each["text"] for each in RAW["article"]["paragraphs"]] == printed


def test_every_sentence_of_the_article_has_a_claim_in_reading_order() -> None:
    there = {
        (number, place)
        for number, paragraph in enumerate(paragraphs(ARTICLE), 1)
        for place in range(1, len(sentences(paragraph)) + 1)
    }
    places = [(at.paragraph, at.sentence) for claim in STORY.claims for at in claim.evidence]
    assert len(there) == 18
    assert set(places) == there
    assert [pair for pair in pairwise(places) if pair[0] > pair[1]] == []


def test_claims_of_a_speaker_cite_sentences_that_name_the_speaker() -> None:
    for claim in STORY.claims:
        for place in claim.evidence:
            assert place.source == (claim.speaker if claim.speaker != "the-article" else None), claim.id
            assert place.source in (None, NAMED_SOURCES.get((place.paragraph, place.sentence))), claim.id
    for path, value in walk(RAW):
        if isinstance(value, dict) and "sentence" in value and "source" in value:
            assert value["source"] == NAMED_SOURCES[value["paragraph"], value["sentence"]], path


def test_each_quotation_occurs_in_the_cited_sentence_of_the_article() -> None:
    quotations = {claim.speaker: claim for claim in STORY.claims if claim.quote}
    assert set(quotations) == {"tavarin", "ferrick"}
    for claim in quotations.values():
        place = claim.evidence[0]
        assert claim.quote
        assert claim.quote.text in sentences(paragraphs(ARTICLE)[place.paragraph - 1])[place.sentence - 1]


def test_names_of_players_occur_in_the_article() -> None:
    found_texts = [player.name for player in STORY.players if isinstance(player.name, str)]
    assert len(found_texts) == 8
    assert [name for name in found_texts if name not in ARTICLE] == []


def test_dates_in_the_story_are_no_more_exact_than_in_the_article() -> None:
    dated = {item["id"]: item["when"] for item in (*RAW["events"], *RAW["figures"]) if "when" in item}
    assert dated == {
        "engines-out": "XXXX-11-09",
        "first-crossing": "2024-03-14",
        "second-ferry": "[..2027]",
        "crowd": "2024-03-14",
    }


def test_every_text_exists_in_both_languages_and_the_two_differ() -> None:
    assert [path for path, text in texts() if set(text) != {"fr", "en"} or text["fr"] == text["en"]] == []


def test_typography_follows_the_rules_of_each_language() -> None:
    plain = re.compile(r"[^\u00a0\u202f][;!?»]|[^\u00a0\u202f\d]:(?!/)|«[^\u00a0]")
    assert [path for path, text in texts() if plain.search(text["fr"])] == []
    assert [path for path, text in texts() for each in text.values() if "'" in each or '"' in each] == []


COPIED = re.compile(r"/quote/|^/article/paragraphs/\d+/text/")
"""The paths of the article's own words: quotations and the embedded text."""


def test_no_eight_consecutive_words_are_copied_from_the_article() -> None:
    article_runs = runs(ARTICLE)
    found_texts = [(path, value) for path, value in walk(RAW) if isinstance(value, str) and not COPIED.search(path)]
    assert [path for path, value in found_texts if article_runs & runs(value)] == []


@pytest.mark.parametrize(
    ("list_", "field", "wanted"),
    [
        ("claims", "status", {"stated", "reported", "quoted", "opinion", "prediction", "question"}),
        ("claims", "certainty", {"unhedged", "hedged", "left open"}),
        ("sources", "kind", {"article", "outlet", "person", "organisation", "group"}),
        ("players", "kind", {"person", "organisation", "product", "place"}),
        ("events", "phase", {"happened", "planned"}),
        ("questions", "asked_by", {"article", "editor"}),
        ("notes", "relation", {"confirms", "qualifies", "contradicts", "adds"}),
        ("links", "kind", {"caused", "enabled", "reacted to", "contradicts", "supports", "qualifies"}),
    ],
)
def test_example_story_uses_every_vocabulary_word_that_an_author_needs(list_: str, field: str, wanted: set[str]) -> None:
    assert {item[field] for item in RAW[list_]} == wanted


def test_story_has_allowed_and_forbidden_comparisons_and_an_unknown_date() -> None:
    assert {other.allowed for figure in STORY.figures for other in figure.comparisons} == {True, False}
    assert "unknown" in {source.date for note in STORY.notes for source in note.sources}
