"""The DeepSeek story matches its article: nothing missing, added or copied."""

import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path
from typing import Any

import orjson
import pytest

from deepseek_tui.article.fingerprints import article_fingerprints, paragraphs, sentences
from deepseek_tui.story.analysis.index import LISTS, Index
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.format.vocabulary import ReadExtent

FILE = Path(__file__).parents[2] / "content" / "deepseek.json"

SENTENCES = (1, 1, 2, 1, 2, 2, 2, 3, 2, 1, 3, 1, 4, 1, 1, 2)
"""The number of sentences in each paragraph of the article."""

NAMED_SOURCES = {
    (3, 2): "scmp",
    (5, 2): "algorithmic-bridge",
    (7, 2): "algorithmic-bridge",
    (8, 2): "scmp",
    (9, 2): "observers",
    (10, 1): "andreessen",
    (11, 2): "trump",
}
"""The sentences for which the article names a source, and that source."""

SPEAKERS = {
    "the-article": "article",
    "scmp": "outlet",
    "algorithmic-bridge": "outlet",
    "andreessen": "person",
    "trump": "person",
    "observers": "group",
}

NAMES = {
    "deepseek-company": "DeepSeek",
    "deepseek-app": "application d’assistant",
    "nvidia": "Nvidia",
    "microsoft": "Microsoft",
    "meta": "Meta",
    "apple": "Apple",
    "us-app-store": "App Store américain",
    "openai": "OpenAI",
    "chatgpt": "ChatGPT",
    "south-china-morning-post": "South China Morning Post",
    "the-algorithmic-bridge": "The Algorithmic Bridge",
    "marc-andreessen": "Marc Andreessen",
    "donald-trump": "Donald Trump",
    "h100": "H100",
    "ios": "iOS",
    "android": "Android",
    "silicon-valley": "Silicon Valley",
    "beijing": "Beijing",
    "united-states": "États-Unis|américain",
    "china": "Chine|chinois",
    "american-market": "marché américain",
}
"""Every player, with a pattern for the name in the article."""

INDIRECT_MENTIONS = {
    "deepseek-company": {(2, 1), (3, 1), (4, 1), (5, 2), (9, 1), (10, 1), (13, 4), (16, 2)},
    "donald-trump": {(11, 3)},
}
"""The sentences that mean a player without its name: the newcomer, the company, he."""

NOTES = {
    "note-hangzhou": "contradicts",
    "note-beijing-office": "qualifies",
    "note-founded-2023": "adds",
    "note-app-sensor-tower": "confirms",
    "note-app-announcement": "adds",
    "note-top-on-sunday": "confirms",
    "note-top-by-monday": "confirms",
    "note-nvidia-close": "confirms",
    "note-nvidia-prices": "adds",
    "note-nvidia-value": "adds",
    "note-microsoft-close": "qualifies",
    "note-meta-before-opening": "qualifies",
    "note-meta-close": "contradicts",
    "note-v3-cluster": "adds",
    "note-v3-hours": "adds",
    "note-v3-cost": "qualifies",
    "note-v3-published": "adds",
    "note-r1-licence": "confirms",
    "note-data-unpublished": "qualifies",
    "note-llama-weights": "qualifies",
    "note-meta-plan": "qualifies",
    "note-meta-investment": "adds",
    "note-andreessen-r1": "qualifies",
    "note-andreessen-english": "adds",
    "note-trump-florida": "adds",
    "note-trump-positive": "adds",
    "note-limits-day": "confirms",
    "note-attacks": "qualifies",
    "note-wang-count": "adds",
    "note-semianalysis-count": "qualifies",
    "note-papers-name-h800": "qualifies",
    "note-tariffs-china": "qualifies",
    "note-tariffs-raised": "adds",
    "note-tariffs-global": "confirms",
    "note-llama-hours": "adds",
    "note-llama-unlike": "qualifies",
    "note-scmp-owner": "adds",
    "note-alibaba-qwen": "adds",
    "note-v3-cache": "adds",
    "note-v2-cache-saving": "adds",
    "note-dr-grpo": "qualifies",
}
"""The context notes, one fact each, and their relation to the article."""

LINKS = {
    ("app-launch", "enabled", "app-store-lead"),
    ("western-surge", "caused", "server-outages"),
    ("server-outages", "caused", "sign-up-limits"),
    ("breakthrough-shock", "caused", "share-falls"),
    ("mla", "enabled", "resource-efficiency"),
    ("grpo", "enabled", "resource-efficiency"),
    ("server-outages", "qualifies", "resource-efficiency"),
    ("efficiency-does-not-spare", "qualifies", "tenfold-gain"),
    ("local-ai-preferred", "supports", "open-development"),
    ("norm-or-one-of-many", "qualifies", "algorithms-replace-power"),
    ("norm-or-one-of-many", "qualifies", "openness-replaces-secrecy"),
    ("americans-published-too", "qualifies", "achievements-remarkable"),
}

RESERVED = {"overview", "timeline", "all", *LISTS}
"""Section names on the command line, which cannot be ids."""

PROSE = {"text", "body", "role", "interest", "definition", "why", "settle", "watch", "scope", "caveat", "wording", "changes"}
"""Fields that hold sentences, which differ between languages."""

LONGEST = {("events", "title"): 70, ("questions", "question"): 70, ("claims", "text"): 150, ("figures", "label"): 45}
"""The most characters that a line of the dashboard's lists shows, by list and field."""


@cache
def raw() -> Any:
    return orjson.loads(FILE.read_bytes())


@cache
def story() -> Story:
    return Story.model_validate(raw())


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
    """Yield every multilingual text with its path, except translations of quotations."""
    for path, value in walk(raw()):
        if isinstance(value, dict) and value and {"fr", "en"}.issuperset(value) and not path.endswith("/translation"):
            yield path, value


CONTEXT = re.compile(r"/(?:notes|terms|edition|background|known|interest)\b|/questions/when-was-it-written/")
"""The paths of texts by the editor that may state facts from outside the article."""


def texts_of_the_article() -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the texts that may state only what the article says."""
    by_editor = [path for path, value in walk(raw()) if isinstance(value, dict) and value.get("by") == "editor"]
    for path, text in texts():
        if not CONTEXT.search(path) and not any(path.startswith(f"{other}/") for other in by_editor):
            yield path, text


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Return every run of `length` words outside quotations, within one line."""
    found = set()
    for part in re.split(r"«[^»]*»|\n", text):
        found_texts = words(part)
        found |= {tuple(found_texts[start : start + length]) for start in range(len(found_texts) - length + 1)}
    return found


@pytest.fixture(name="article")
def article_text() -> str:
    path = os.environ.get("DEEPSEEK_TUI_ARTICLE")
    if not path:
        pytest.skip("the article is not part of the repository: DEEPSEEK_TUI_ARTICLE says where a copy of it is")
    return Path(path).read_text("utf-8")


# The following tests are about the format of the story file.


def test_story_file_has_the_canonical_json_formatting():
    assert FILE.read_bytes() == orjson.dumps(raw(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def test_item_ids_are_unique_and_not_reserved():
    ids = [item["id"] for name in LISTS for item in raw()[name]]
    assert sorted(ids) == sorted(set(ids))
    assert RESERVED.isdisjoint(ids)


def test_every_text_exists_in_both_languages_and_the_two_differ():
    assert [path for path, text in texts() if set(text) != {"fr", "en"} or text["fr"] == text["en"]] == []


def test_every_text_except_quotations_has_a_translation():
    alike = [
        path
        for path, value in walk(raw())
        if isinstance(value, str) and path.rpartition("/")[2] in PROSE and not path.endswith("/quote/text")
    ]
    assert alike == []


def test_texts_shown_in_lists_are_short():
    long = [
        f"{item['id']} {language}: {len(words)}"
        for (name, field), most in LONGEST.items()
        for item in raw()[name]
        for language, words in ({"": item[field]} if isinstance(item[field], str) else item[field]).items()
        if len(words) > most
    ]
    long += [words for passage in raw()["summary"] for words in passage["text"].values() if len(words) > 260]
    assert long == []


def test_typography_follows_the_rules_of_each_language():
    plain = re.compile(r"[^\u00a0\u202f][;!?»]|[^\u00a0\u202f\d]:(?!/)|«[^\u00a0]")
    assert [path for path, text in texts() if plain.search(text["fr"])] == []
    assert [path for path, text in texts() for each in text.values() if "'" in each or '"' in each] == []


# The following tests check that the story adds nothing that the article does not say.


def test_details_that_the_article_does_not_state_are_absent():
    article = story().article
    assert article.language == "fr"
    assert [article.title, article.publisher, article.author, article.url, article.published] == [None] * 5


def test_speakers_are_the_same_as_in_the_article():
    assert {source.id: source.kind.value for source in story().sources} == SPEAKERS
    assert {claim.speaker for claim in story().claims} == set(SPEAKERS)


def test_players_are_the_same_as_in_the_article():
    assert {player.id for player in story().players} == set(NAMES)


def test_dates_in_the_story_are_no_more_exact_than_in_the_article():
    dated = {event.id: (event.when, event.phase.value) for event in story().events if event.when}
    assert dated == {"app-launch": ("XXXX-01-10", "happened"), "meta-gpu-plan": ("[..2025]", "planned")}
    assert {figure.id: figure.when for figure in story().figures if figure.when} == {"meta-gpu-fleet": "[..2025]"}


def test_only_the_year_printed_in_the_article_occurs_outside_context():
    year = re.compile(r"\b(?:19|20)\d\d\b")
    found_texts = [each for _, text in texts_of_the_article() for each in text.values()]
    assert {found for each in found_texts for found in year.findall(each)} == {"2025"}
    month = re.compile(r"\b(\w+)\s2025\b")
    assert {found for each in found_texts for found in month.findall(each)} <= {"fin", "de", "of"}


def test_names_from_context_notes_do_not_occur_outside_context():
    outside = ("Zuckerberg", "Wang", "Liang", "Altman", "Hangzhou", "H800", "R1", "Llama")
    found_texts = [(path, each) for path, text in texts_of_the_article() for each in text.values()]
    assert [(path, name) for path, each in found_texts for name in outside if re.search(rf"\b{name}\b", each)] == []


# The following tests check that the story contains what the article says.


def test_each_of_the_29_sentences_of_the_article_has_a_claim():
    found_texts = {(place.paragraph, place.sentence) for claim in story().claims for place in claim.evidence}
    there = {(number, place) for number, count in enumerate(SENTENCES, 1) for place in range(1, count + 1)}
    assert len(there) == 29
    assert found_texts == there


@pytest.mark.parametrize(
    ("place", "least"),
    [((1, 1), 4), ((2, 1), 6), ((3, 2), 4), ((4, 1), 6), ((5, 2), 4), ((6, 1), 3), ((8, 2), 4), ((14, 1), 3)],
)
def test_compound_sentence_of_the_article_has_several_claims(place: tuple[int, int], least: int):
    found = [claim for claim in story().claims for at in claim.evidence if (at.paragraph, at.sentence) == place]
    assert len(found) >= least


def test_claims_are_in_the_order_of_the_article():
    places = [(claim.evidence[0].paragraph, claim.evidence[0].sentence) for claim in story().claims]
    assert [pair for pair in pairwise(places) if pair[0] > pair[1]] == []


def test_claims_of_a_speaker_cite_sentences_that_name_the_speaker():
    for claim in story().claims:
        for place in claim.evidence:
            assert place.source == (claim.speaker if claim.speaker != "the-article" else None), claim.id
            assert place.source in (None, NAMED_SOURCES.get((place.paragraph, place.sentence))), claim.id
    assert {claim.speaker for claim in story().claims if claim.status == "reported"} == {"scmp", "algorithmic-bridge"}


def test_evidence_names_only_the_speaker_that_the_cited_sentence_names():
    places = [(path, value) for path, value in walk(raw()) if isinstance(value, dict) and "sentence" in value]
    named = [(path, at) for path, at in places if "source" in at]
    assert {at["source"] for _, at in named} == set(NAMED_SOURCES.values())
    assert [path for path, at in named if at["source"] != NAMED_SOURCES.get((at["paragraph"], at["sentence"]))] == []


def test_hedged_and_open_claims_have_the_right_certainty_and_status():
    sure = {claim.id: claim.certainty.value for claim in story().claims}
    assert {name for name, how in sure.items() if how == "left open"} == {
        claim.id for claim in story().claims if claim.status == "question"
    }
    hedged = {"tenfold-gain", "local-ai-preferred", "sector-may-gain", "practices-reexamined", "better-methods-possible"}
    assert {name for name in hedged if sure[name] != "hedged"} == set()
    assert sure["meta-will-deploy"] == "unhedged"


def test_both_french_quotations_of_the_article_have_an_english_translation():
    quoted = {
        claim.speaker: (claim.quote.text, claim.quote.language, set(claim.quote.translation))
        for claim in story().claims
        if claim.quote
    }
    assert quoted == {
        "andreessen": ("l’une des percées les plus étonnantes et impressionnantes", "fr", {"en"}),
        "trump": ("réveil", "fr", {"en"}),
    }
    assert {claim.speaker for claim in story().claims if claim.status == "quoted"} == set(quoted)


def test_three_open_questions_come_from_the_article():
    asked = {question.id for question in story().questions if question.asked_by == "article"}
    assert asked == {"scaling-to-demand", "incumbents-adapted", "new-norm"}
    assert len(story().questions) >= 13


def test_order_of_events_has_no_cycle_and_the_planned_event_is_last():
    before: dict[str, set[str]] = {event.id: set(event.after) for event in story().events}
    for event in story().events:
        for later in event.before:
            before[later].add(event.id)
    assert set(TopologicalSorter(before).static_order()) == {event.id for event in story().events}
    assert Index(story()).order[-1].id == "meta-gpu-plan"
    assert Index(story()).order[-1].phase == "planned"


def test_figures_have_the_values_and_bounds_printed_in_the_article():
    figures = {figure.id: figure for figure in story().figures}
    assert {name: (each.bound.value, each.value, each.speaker) for name, each in figures.items()} == {
        "deepseek-h100-ceiling": ("less than", 100_000, "the-article"),
        "meta-gpu-fleet": ("as-printed", 1_300_000, "the-article"),
        "tenfold-figure": ("as-printed", 10, "algorithmic-bridge"),
        "two-years-figure": ("less than", 2, "the-article"),
    }
    allowed = {(name, other.figure): other.allowed for name, each in figures.items() for other in each.comparisons}
    chips = ("deepseek-h100-ceiling", "meta-gpu-fleet")
    assert {pair for pair, may in allowed.items() if may} == {chips, chips[::-1]}
    assert {("tenfold-figure", chip) for chip in chips} <= allowed.keys()
    assert all(figure.caveat for figure in figures.values())


def test_links_between_central_items_exist():
    assert {(link.from_, link.kind.value, link.to) for link in story().links} >= LINKS


def test_each_innovation_has_the_expected_lab():
    labs = {innovation.id: innovation.lab and innovation.lab.value for innovation in story().innovations}
    assert labs == {"mla": "mla", "grpo": "grpo", "resource-efficiency": "compute", "open-development": None}


# The following tests are about context notes.


def test_all_expected_context_notes_exist_with_the_right_relation():
    assert {note.id: note.relation.value for note in story().notes} == NOTES


def test_source_of_which_only_a_copy_was_read_has_no_web_address():
    cited = [source for note in story().notes for source in note.sources]
    assert {source.read.value for source in cited} == set(ReadExtent)
    assert [source.publisher for source in cited if source.read == "copy" and source.url] == []


def test_every_passage_of_text_has_evidence_or_sources():
    passages = [*story().summary, *(passage for player in story().players for passage in player.about)]
    for innovation in story().innovations:
        passages += [innovation.problem, innovation.idea, innovation.effect]
        assert innovation.effect.by == "article"
    assert [passage.text for passage in passages if passage.by == "article" and not passage.evidence] == []
    editors = [passage for passage in passages if passage.by == "editor"]
    assert [passage.text for passage in editors if not (passage.sources or passage.evidence)] == []


# The following tests compare the story with a copy of the article.


def test_sentence_fingerprints_match_the_article(article: str):
    assert raw()["article"]["paragraphs"] == article_fingerprints(article)


def test_every_sentence_of_the_article_has_a_fingerprint():
    assert tuple(len(each.sentences) for each in story().article.paragraphs) == SENTENCES
    every = [mark for each in story().article.paragraphs for mark in each.sentences]
    assert len(set(every)) == 29


def test_each_quotation_occurs_in_the_cited_paragraph_of_the_article(article: str):
    there = paragraphs(article)
    for claim in story().claims:
        if claim.quote:
            assert f"« {claim.quote.text} »" in there[claim.evidence[0].paragraph - 1].replace("\u00a0", " "), claim.id


def test_evidence_of_a_player_includes_every_sentence_that_mentions_the_player(article: str):
    lines = {
        (number, place): line
        for number, paragraph in enumerate(paragraphs(article), 1)
        for place, line in enumerate(sentences(paragraph), 1)
    }
    for player in story().players:
        named = {place for place, line in lines.items() if re.search(NAMES[player.id], line)}
        listed = {(place.paragraph, place.sentence) for place in player.evidence}
        assert named, player.id
        assert listed == named | INDIRECT_MENTIONS.get(player.id, set()), player.id


def test_no_eight_consecutive_words_are_copied_from_the_article(article: str):
    article_runs = runs(article, 8)
    assert article_runs & runs(paragraphs(article)[5], 8), "the article itself would not be recognised"
    assert [path for path, text in texts() for each in text.values() if article_runs & runs(each, 8)] == []
