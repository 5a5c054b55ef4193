"""What the bundled story owes to the article that it tells: nothing missing, nothing added, nothing copied."""

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
from deepseek_tui.story.analysis.index import LISTS
from deepseek_tui.story.format.model import Story

FILE = Path(__file__).parents[2] / "content" / "deepseek.json"

SENTENCES = (1, 1, 2, 1, 2, 2, 2, 3, 2, 1, 3, 1, 4, 1, 1, 2)
"""How many sentences each of the article's paragraphs has."""

SPOKEN = {
    (3, 2): "scmp",
    (5, 2): "algorithmic-bridge",
    (7, 2): "algorithmic-bridge",
    (8, 2): "scmp",
    (9, 2): "observers",
    (10, 1): "andreessen",
    (11, 2): "trump",
}
"""The sentences for which the article names somebody, and whom."""

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
"""Every player, and the words by which the article prints it."""

MEANT = {
    "deepseek-company": {(2, 1), (3, 1), (4, 1), (5, 2), (9, 1), (10, 1), (13, 4), (16, 2)},
    "donald-trump": {(11, 3)},
}
"""The sentences that mean a player without its name: the newcomer, the company, he."""

NOTES = {
    "note-hangzhou": "contradicts",
    "note-beijing-office": "qualifies",
    "note-founded-2023": "adds",
    "note-app-sensor-tower": "confirms",
    "note-app-announcement": "qualifies",
    "note-top-on-sunday": "confirms",
    "note-top-by-monday": "confirms",
    "note-nvidia-close": "confirms",
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
    "note-meta-plan": "qualifies",
    "note-meta-investment": "adds",
    "note-andreessen-r1": "qualifies",
    "note-trump-florida": "confirms",
    "note-trump-positive": "qualifies",
    "note-limits-day": "confirms",
    "note-attacks": "qualifies",
    "note-wang-count": "qualifies",
    "note-semianalysis-count": "qualifies",
    "note-papers-name-h800": "qualifies",
    "note-tariffs-china": "qualifies",
    "note-tariffs-global": "adds",
    "note-llama-hours": "adds",
    "note-llama-unlike": "qualifies",
}
"""The context that is known, one fact a note, and what each does to what the article says."""

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
"""Words of the command line, which an id would hide."""

PROSE = {"text", "body", "role", "interest", "definition", "why", "settle", "watch", "scope", "caveat", "wording", "changes"}
"""Fields that hold sentences, which no two languages write alike."""

LONGEST = {("events", "title"): 70, ("questions", "question"): 70, ("claims", "text"): 150, ("figures", "label"): 45}
"""How many characters a line of the dashboard's lists can take, by list and field."""


@cache
def raw() -> Any:
    return orjson.loads(FILE.read_bytes())


@cache
def story() -> Story:
    return Story.model_validate(raw())


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
    """Every text that is written once per language, with its path; a quotation's translation is none."""
    for path, value in walk(raw()):
        if isinstance(value, dict) and value and {"fr", "en"}.issuperset(value) and not path.endswith("/translation"):
            yield path, value


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words in the text, none of which reaches across a line's end or into a quotation."""
    found = set()
    for part in re.split(r"«[^»]*»|\n", text):
        told = words(part)
        found |= {tuple(told[start : start + length]) for start in range(len(told) - length + 1)}
    return found


@pytest.fixture(name="article")
def the_readers_own_copy() -> str:
    path = os.environ.get("DEEPSEEK_TUI_ARTICLE")
    if not path:
        pytest.skip("the article is not part of the repository: DEEPSEEK_TUI_ARTICLE says where a copy of it is")
    return Path(path).read_text("utf-8")


# ---- the file


def test_the_file_is_in_its_canonical_form():
    assert FILE.read_bytes() == orjson.dumps(raw(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def test_every_id_is_used_once_and_none_is_a_word_of_the_command_line():
    ids = [item["id"] for name in LISTS for item in raw()[name]]
    assert sorted(ids) == sorted(set(ids))
    assert RESERVED.isdisjoint(ids)


def test_every_prose_is_written_in_both_languages_and_differs():
    assert [path for path, text in texts() if set(text) != {"fr", "en"} or text["fr"] == text["en"]] == []


def test_no_sentence_is_left_in_one_language():
    alike = [
        path
        for path, value in walk(raw())
        if isinstance(value, str) and path.rpartition("/")[2] in PROSE and not path.endswith("/quote/text")
    ]
    assert alike == []


def test_what_stands_in_a_list_is_short_enough_for_it():
    long = [
        f"{item['id']} {language}: {len(words)}"
        for (name, field), most in LONGEST.items()
        for item in raw()[name]
        for language, words in ({"": item[field]} if isinstance(item[field], str) else item[field]).items()
        if len(words) > most
    ]
    long += [words for passage in raw()["summary"] for words in passage["text"].values() if len(words) > 170]
    assert long == []


def test_the_typography_is_that_of_each_language():
    plain = re.compile(r"[^\u00a0\u202f][;!?»]|[^\u00a0\u202f\d]:(?!/)|«[^\u00a0]")
    assert [path for path, text in texts() if plain.search(text["fr"])] == []
    assert [path for path, text in texts() for each in text.values() if "'" in each or '"' in each] == []


# ---- what the article does not say


def test_what_the_article_does_not_state_about_itself_stays_absent():
    article = story().article
    assert article.language == "fr"
    assert [article.title, article.publisher, article.author, article.url, article.published] == [None] * 5


def test_nobody_speaks_whom_the_article_does_not_make_speak():
    assert {source.id: source.kind.value for source in story().sources} == SPEAKERS
    assert {claim.speaker for claim in story().claims} == set(SPEAKERS)


def test_nobody_plays_whom_the_article_does_not_name():
    assert {player.id for player in story().players} == set(NAMES)


def test_no_event_has_a_more_exact_date_than_the_article_gives():
    dated = {event.id: (event.when, event.phase.value) for event in story().events if event.when}
    assert dated == {"app-launch": ("XXXX-01-10", "happened"), "meta-gpu-plan": ("[..2025]", "planned")}
    assert {figure.id: figure.when for figure in story().figures if figure.when} == {"meta-gpu-fleet": "[..2025]"}


def test_no_year_but_the_printed_one_stands_outside_the_context():
    year = re.compile(r"\b(?:19|20)\d\d\b")
    told = [each for path, text in texts() if not path.startswith("/notes/") for each in text.values()]
    assert {found for each in told for found in year.findall(each)} == {"2025"}
    month = re.compile(r"\b(\w+)\s2025\b")
    assert {found for each in told for found in month.findall(each)} <= {"fin", "de", "of"}


def test_nobody_is_named_only_in_the_context():
    outside = ("Zuckerberg", "Wang", "Liang", "Altman", "Hangzhou", "H800", "R1", "Llama")
    told = [(path, each) for path, text in texts() if not path.startswith("/notes/") for each in text.values()]
    assert [(path, name) for path, each in told for name in outside if re.search(rf"\b{name}\b", each)] == []


# ---- what it does say


def test_each_of_the_29_sentences_carries_a_claim():
    told = {(place.paragraph, place.sentence) for claim in story().claims for place in claim.evidence}
    there = {(number, place) for number, count in enumerate(SENTENCES, 1) for place in range(1, count + 1)}
    assert len(there) == 29
    assert told == there


@pytest.mark.parametrize(
    ("place", "least"),
    [((1, 1), 4), ((2, 1), 6), ((3, 2), 4), ((4, 1), 6), ((5, 2), 4), ((6, 1), 3), ((8, 2), 4), ((14, 1), 3)],
)
def test_a_compound_sentence_carries_as_many_claims_as_it_makes(place: tuple[int, int], least: int):
    found = [claim for claim in story().claims for at in claim.evidence if (at.paragraph, at.sentence) == place]
    assert len(found) >= least


def test_claims_stand_in_reading_order():
    places = [(claim.evidence[0].paragraph, claim.evidence[0].sentence) for claim in story().claims]
    assert [pair for pair in pairwise(places) if pair[0] > pair[1]] == []


def test_every_claim_of_somebody_the_article_names_is_where_it_names_them():
    for claim in story().claims:
        for place in claim.evidence:
            assert place.source == (claim.speaker if claim.speaker != "the-article" else None), claim.id
            assert place.source in (None, SPOKEN.get((place.paragraph, place.sentence))), claim.id
    assert {claim.speaker for claim in story().claims if claim.status == "reported"} == {"scmp", "algorithmic-bridge"}


def test_no_place_in_the_article_is_given_to_somebody_it_does_not_name_there():
    places = [(path, value) for path, value in walk(raw()) if isinstance(value, dict) and "sentence" in value]
    named = [(path, at) for path, at in places if "source" in at]
    assert {at["source"] for _, at in named} == set(SPOKEN.values())
    assert [path for path, at in named if at["source"] != SPOKEN.get((at["paragraph"], at["sentence"]))] == []


def test_what_the_words_leave_open_or_hedge_is_marked_so():
    sure = {claim.id: claim.certainty.value for claim in story().claims}
    assert {name for name, how in sure.items() if how == "open"} == {
        claim.id for claim in story().claims if claim.status == "asked"
    }
    hedged = {"tenfold-gain", "local-ai-preferred", "sector-may-gain", "practices-reexamined", "better-methods-possible"}
    assert {name for name in hedged if sure[name] != "hedged"} == set()
    assert sure["meta-will-deploy"] == "flat"


def test_the_two_quotations_are_as_printed_and_their_translation_is_ours():
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


def test_three_questions_are_the_articles_own():
    asked = {question.id for question in story().questions if question.asked_by == "article"}
    assert asked == {"scaling-to-demand", "incumbents-adapted", "new-norm"}
    assert len(story().questions) >= 13


def test_events_have_an_order_without_a_circle_and_the_plan_comes_last():
    before: dict[str, set[str]] = {event.id: set(event.after) for event in story().events}
    for event in story().events:
        for later in event.before:
            before[later].add(event.id)
    assert set(TopologicalSorter(before).static_order()) == {event.id for event in story().events}
    assert [name for name, earlier in before.items() if "meta-gpu-plan" in earlier] == []
    assert before["meta-gpu-plan"] >= {event.id for event in story().events if event.phase == "ongoing"}


def test_figures_are_bounded_as_printed_and_never_derived_from_each_other():
    figures = {figure.id: figure for figure in story().figures}
    assert {name: (each.bound.value, each.value, each.speaker) for name, each in figures.items()} == {
        "deepseek-h100-ceiling": ("less than", 100_000, "the-article"),
        "meta-gpu-fleet": ("exact", 1_300_000, "the-article"),
        "tenfold-figure": ("exact", 10, "algorithmic-bridge"),
        "two-years-figure": ("less than", 2, "the-article"),
    }
    allowed = {(name, other.figure): other.allowed for name, each in figures.items() for other in each.comparisons}
    chips = ("deepseek-h100-ceiling", "meta-gpu-fleet")
    assert {pair for pair, may in allowed.items() if may} == {chips, chips[::-1]}
    assert {("tenfold-figure", chip) for chip in chips} <= allowed.keys()
    assert all(figure.caveat for figure in figures.values())


def test_the_links_that_the_story_turns_on_are_drawn():
    assert {(link.from_, link.kind.value, link.to) for link in story().links} >= LINKS


def test_the_labs_stand_beside_what_they_demonstrate():
    labs = {innovation.id: innovation.lab and innovation.lab.value for innovation in story().innovations}
    assert labs == {"mla": "mla", "grpo": "grpo", "resource-efficiency": "compute", "open-development": None}


# ---- context


def test_the_context_that_is_known_is_all_there_with_its_relation():
    assert {note.id: note.relation.value for note in story().notes} == NOTES


def test_a_note_read_in_a_reprint_gives_no_address():
    cited = [source for note in story().notes for source in note.sources]
    assert {source.seen.value for source in cited} == {"in full", "excerpt", "reprint"}
    assert [source.publisher for source in cited if source.seen == "reprint" and source.url] == []


def test_a_passage_of_the_articles_has_its_place_and_one_of_the_editors_explains_itself():
    passages = [*story().summary, *(passage for player in story().players for passage in player.about)]
    for innovation in story().innovations:
        passages += [innovation.problem, innovation.idea, innovation.effect]
        assert innovation.effect.by == "article"
    assert [passage.text for passage in passages if passage.by == "article" and not passage.evidence] == []
    editors = [passage for passage in passages if passage.by == "editor"]
    assert [passage.text for passage in editors if not (passage.sources or passage.evidence)] == []


# ---- beside the reader's own copy


def test_the_fingerprints_are_those_of_the_article(article: str):
    assert [each.model_dump() for each in story().article.paragraphs] == [
        {"fingerprint": each["fingerprint"], "sentences": tuple(each["sentences"])} for each in article_fingerprints(article)
    ]


def test_the_fingerprints_count_the_sentences():
    assert tuple(len(each.sentences) for each in story().article.paragraphs) == SENTENCES
    every = [mark for each in story().article.paragraphs for mark in each.sentences]
    assert len(set(every)) == 29


def test_quotations_appear_as_printed_in_the_paragraph_cited(article: str):
    there = paragraphs(article)
    for claim in story().claims:
        if claim.quote:
            assert f"« {claim.quote.text} »" in there[claim.evidence[0].paragraph - 1].replace("\u00a0", " "), claim.id


def test_every_player_is_listed_wherever_the_article_prints_it(article: str):
    lines = {
        (number, place): line
        for number, paragraph in enumerate(paragraphs(article), 1)
        for place, line in enumerate(sentences(paragraph), 1)
    }
    for player in story().players:
        named = {place for place, line in lines.items() if re.search(NAMES[player.id], line)}
        listed = {(place.paragraph, place.sentence) for place in player.evidence}
        assert named, player.id
        assert listed == named | MEANT.get(player.id, set()), player.id


def test_no_run_of_eight_words_is_the_articles(article: str):
    theirs = runs(article, 8)
    assert theirs & runs(paragraphs(article)[5], 8), "the article itself would not be recognised"
    assert [path for path, text in texts() for each in text.values() if theirs & runs(each, 8)] == []
