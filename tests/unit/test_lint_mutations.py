"""Mutated stories, whose faults the lint must report.

The Quiet Ferry story is always tested, the DeepSeek story only where its article is available.
"""

from dataclasses import dataclass
from typing import Any

import pytest

from lint_pair import article as article_of
from lint_pair import at, document, linted, put

NUMBER, DATE, NAME = "number-not-in-passage", "date-not-in-passage", "name-not-in-passage"
BOUND, HEDGE = "bound-not-as-printed", "hedge-not-in-claims"
TITLE, TWO_WAYS = "title-missing", "source-read-two-ways"
QUOTE, COPY, LANGUAGE = "quote-not-as-printed", "copied-sentence", "lagging-language"
SENTENCE, UNMENTIONED, LINK = "uncited-sentence", "unmentioned-player", "dead-link"


@dataclass(frozen=True)
class Fault:
    """A faulty value for a path, and the rule that reports it.

    With `old`, only that substring is replaced.
    """

    description: str
    place: str
    new: Any
    rule: str
    old: str = ""

    def __str__(self) -> str:
        return f"{self.description}: {self.place}"


FERRY = (
    Fault("changed number, en", "claims/crowd-counted/text/en", "1,300", NUMBER, "1,200"),
    Fault("changed number, fr", "claims/crowd-counted/text/fr", "1 300", NUMBER, "1\u202f200"),
    Fault("decimals moved, fr", "claims/refit-cost-paid/text/fr", "46\u00a0millions", NUMBER, "4,6\u00a0millions"),
    Fault("million made a thousand, en", "claims/refit-cost-paid/text/en", "4.6 thousand", NUMBER, "4.6 million"),
    Fault("another number word, fr", "claims/nineteen-months/text/fr", "dix-huit", NUMBER, "dix-neuf"),
    Fault("another number word, en", "claims/nineteen-months/text/en", "ninety", NUMBER, "nineteen"),
    Fault("another unit of time, en", "claims/nineteen-months/text/en", "years", NUMBER, "months"),
    Fault("another unit of time, fr", "claims/nineteen-months/text/fr", "semaines", NUMBER, "mois"),
    Fault("changed value", "figures/fuel-a-day/value", 311, NUMBER),
    Fault("changed value of a nought", "figures/missed-by-office/value", 1, NUMBER),
    Fault("wrong paragraph of a figure", "figures/fuel-a-day/evidence/0/paragraph", 1, NUMBER),
    Fault("changed number in a wording", "events/refit/wording/en", "nine months", NUMBER, "nineteen months"),
    Fault("changed date, en", "claims/crossed-without-diesel/text/en", "15 March", DATE, "14 March"),
    Fault("changed date, fr", "claims/crossed-without-diesel/text/fr", "14\u00a0mai", DATE, "14\u00a0mars"),
    Fault("changed year, fr", "claims/crossed-without-diesel/text/fr", "2023", DATE, "2024"),
    Fault("changed day of an event", "events/first-crossing/when", "2024-03-15", DATE),
    Fault("changed year of an event", "events/first-crossing/when", "2023-03-14", DATE),
    Fault("a year that is not printed", "events/engines-out/when", "2023-11-09", DATE),
    Fault("another end", "events/second-ferry/when", "[..2028]", DATE),
    Fault("a date where none is printed", "events/bell-hung/when", "2024-05", DATE),
    Fault("invented name, en", "claims/second-battery-ashore/text/en", "Olga Brandt", NAME, "Ilse Tavarin"),
    Fault("invented name, fr", "claims/second-battery-ashore/text/fr", "Ilse Tamarin", NAME, "Ilse Tavarin"),
    Fault("a name from another paragraph", "claims/crossed-without-diesel/text/en", "ferry Juniper", NAME, "ferry Marigold"),
    Fault("invented name in an event", "events/first-crossing/body/fr", "la Baie de Fundy", NAME, "Ansel Bay"),
    Fault("invented player", "players/maud-ferrick/name", "Maude Ferris", NAME),
    Fault("another speaker", "claims/charge-in-six-minutes/evidence/0/source", "tavarin", NAME),
    Fault("number from another sentence, en", "claims/fuel-burned/text/en", "420", NUMBER, "310"),
    Fault("number from another sentence, fr", "claims/battery-in-their-place/text/fr", "310", NUMBER, "420"),
    Fault("value from another sentence", "figures/fuel-a-day/value", 420, NUMBER),
    Fault("wrong sentence of a figure", "figures/fuel-a-day/evidence/0/sentence", 1, NUMBER),
    Fault("another first name of a player", "players/maud-ferrick/name", "Maude Ferrick", NAME),
    Fault("another first name of a speaker", "sources/tavarin/name", "Elsa Tavarin", NAME),
    Fault("false quote", "claims/cheapest-lesson/quote/text", "a very good bargain", QUOTE),
    Fault("quote with another word", "claims/cheapest-lesson/quote/text", "dearest", QUOTE, "cheapest"),
    Fault("words that are no quote", "claims/cheapest-lesson/quote/text", "plans to refit a second ferry", QUOTE),
    Fault(
        "copied sentence",
        "claims/money-borrowed/text/en",
        "Ice: how the batteries will bear a winter is not known, and ice has closed the bay",
        COPY,
    ),
    Fault("language copied", "claims/money-borrowed/text/fr", "The town borrowed the money for the refit.", LANGUAGE),
    Fault("language cut short", "questions/pays-for-itself/settle/fr", "Le taux.", LANGUAGE),
    Fault("blank unit", "figures/crowd/unit", " ", "figure-without-unit"),
    Fault("nothing settles it", "questions/winter/settle/en", "Wait", "question-without-settle"),
    Fault("a link to itself", "links/0/to", None, LINK),
    Fault("a player nobody needs", "players/juniper/id", "juniper-2", UNMENTIONED),
    Fault("a note without its date", "notes/note-engines-year/when", None, "note-without-date"),
    Fault("hedge lost", "claims/savings-hoped-for/certainty", "unhedged", HEDGE),
    Fault("unknown title of a whole text", "notes/note-bus/sources/0/title", "Unknown", TITLE),
    Fault("title unknown in one language", "notes/note-bus/sources/0/title", {"en": "Notice", "fr": "inconnu"}, TITLE),
    Fault(
        "one address read in two ways",
        "notes/note-ice/sources/0/url",
        "https://example.org/pier-gazette/counting-heads",
        TWO_WAYS,
    ),
    Fault("a removed claim", "claims/fuel-burned", None, SENTENCE),
)

DEEPSEEK = (
    Fault("wrong paragraph", "claims/meta-will-deploy/evidence/0/paragraph", 5, NUMBER),
    Fault("wrong paragraph of a name", "claims/nvidia-fell/evidence/0/paragraph", 5, NAME),
    Fault("wrong sentence", "claims/meta-will-deploy/evidence/0/sentence", 1, NUMBER),
    Fault("wrong sentence of a figure", "figures/meta-gpu-fleet/evidence/0/sentence", 1, NUMBER),
    Fault("another first name of a player", "players/marc-andreessen/name", "Mark Andreessen", NAME),
    Fault("another first name of a speaker", "sources/trump/name", "Ronald Trump", NAME),
    Fault("changed number, fr", "claims/fewer-than-100000-h100/text/fr", "10\u202f000", NUMBER, "100\u202f000"),
    Fault("changed number, en", "claims/fewer-than-100000-h100/text/en", "150,000", NUMBER, "100,000"),
    Fault("changed million, fr", "claims/meta-will-deploy/text/fr", "1,4", NUMBER, "1,3"),
    Fault("changed million, en", "claims/meta-will-deploy/text/en", "1.3 billion", NUMBER, "1.3\u00a0million"),
    Fault("changed factor, fr", "claims/tenfold-gain/text/fr", "facteur douze", NUMBER, "facteur dix"),
    Fault("changed factor, en", "claims/tenfold-gain/text/en", "twentyfold", NUMBER, "tenfold"),
    Fault("changed span, fr", "claims/under-two-years/text/fr", "trois ans", NUMBER, "deux ans"),
    Fault("changed span, en", "claims/under-two-years/text/en", "two months", NUMBER, "two years"),
    Fault("changed value", "figures/meta-gpu-fleet/value", 1_350_000, NUMBER),
    Fault("changed value of a span", "figures/two-years-figure/value", 3, NUMBER),
    Fault("changed number in a title", "events/meta-gpu-plan/title/fr", "2,3", NUMBER, "1,3"),
    Fault("changed number in the summary", "summary/1/text/en", "130,000", NUMBER, "100,000"),
    Fault(
        "changed number in what a player is", "players/meta/about/1/text/en", "13\u00a0million", NUMBER, "1.3\u00a0million"
    ),
    Fault("changed day, fr", "claims/app-launched-10-january/text/fr", "11", DATE, "10"),
    Fault("changed month, en", "claims/app-launched-10-january/text/en", "June", DATE, "January"),
    Fault("an invented year", "events/app-launch/when", "2025-01-10", DATE),
    Fault("another day", "events/app-launch/when", "XXXX-01-15", DATE),
    Fault("another end", "events/meta-gpu-plan/when", "[..2026]", DATE),
    Fault("changed year in words", "events/meta-gpu-plan/wording/fr", "2026", DATE, "2025"),
    Fault("a date from a note", "events/sign-up-limits/when", "2025-01-27", DATE),
    Fault("invented name, fr", "claims/andreessen-is-an-investor/text/fr", "Marcel Andrieu", NAME, "Marc Andreessen"),
    Fault("invented name, en", "claims/chatgpt-displaced/text/en", "Anthropic’s", NAME, "OpenAI’s"),
    Fault("another product", "claims/fewer-than-100000-h100/text/en", "H800", NAME, "H100"),
    Fault("another company", "claims/nvidia-fell/text/fr", "action Oracle", NAME, "action Nvidia"),
    Fault("another city", "claims/based-in-beijing/text/en", "Hangzhou", NAME, "Beijing"),
    Fault("another city, fr", "claims/based-in-beijing/text/fr", "Hangzhou", NAME, "Beijing"),
    Fault("a country that is not there", "claims/trump-is-president/text/en", "Canada", NAME, "the United States"),
    Fault("an acronym that is not there", "claims/grpo-in-use/text/fr", "(PPO)", NAME, "(GRPO)"),
    Fault("invented player", "players/nvidia/name", "Envidia", NAME),
    Fault("another speaker", "claims/tech-shares-fell/evidence/0/source", "algorithmic-bridge", NAME),
    Fault("false quote", "claims/trump-quote/quote/text", "cauchemar", QUOTE),
    Fault("quote with another word", "claims/andreessen-quote/quote/text", "inquiétantes", QUOTE, "impressionnantes"),
    Fault("words that are no quote", "claims/trump-quote/quote/text", "concurrence technologique", QUOTE),
    Fault("quoted word in a title", "events/trump-wake-up/title/fr", "sursaut", QUOTE, "réveil"),
    Fault("language copied", "claims/market-shaken/text/en", "La percée de DeepSeek a ébranlé le marché.", LANGUAGE),
    Fault("blank unit", "figures/tenfold-figure/unit/en", "–", "figure-without-unit"),
    Fault("nothing settles it", "questions/new-norm/settle/fr", "Attendre", "question-without-settle"),
    Fault("bound lost", "figures/deepseek-h100-ceiling/bound", "as-printed", BOUND),
    Fault("another bound", "figures/deepseek-h100-ceiling/bound", "at most", BOUND),
    Fault("opposite bound", "figures/deepseek-h100-ceiling/bound", "more than", BOUND),
    Fault("bound of a span lost", "figures/two-years-figure/bound", "as-printed", BOUND),
    Fault("hedge lost", "claims/local-ai-preferred/certainty", "unhedged", HEDGE),
    Fault("hedge lost beside unhedged claims", "claims/results-perhaps-better/certainty", "unhedged", HEDGE),
    Fault("unknown title of a whole text", "notes/note-v3-published/sources/0/title", "unknown", TITLE),
    Fault("unknown title in a term", "terms/mixture-of-experts/sources/0/title", "unknown", TITLE),
    Fault("one address read in two ways", "notes/note-v3-hours/sources/0/read", "full", TWO_WAYS),
    Fault("one title read in two ways", "notes/note-trump-positive/sources/0/read", "listing", TWO_WAYS),
    Fault("a removed claim", "claims/politics-matter", None, SENTENCE),
)


def mutated(story: dict[str, Any], fault: Fault) -> dict[str, Any]:
    """Return a story with a fault."""
    holder, key = at(story, fault.place)
    if fault.rule == LINK:
        holder[key] = holder["from"]
    elif fault.rule == UNMENTIONED:
        story["players"].append({**holder, "id": fault.new})
    elif fault.rule == SENTENCE:
        where = holder[key]["evidence"][0]
        remove_claims_of(story, where["paragraph"], where["sentence"])
    elif fault.new is None:
        del holder[key]
    else:
        put(story, fault.place, fault.new, fault.old)
    return story


def assert_reported(name: str, text: str, fault: Fault) -> None:
    """Assert that the lint reports the fault at its item."""
    story = document(name)
    kind, item = fault.place.split("/")[:2]
    place = f"{kind}[{item if item.isdigit() else [each.get('id') for each in story[kind]].index(item)}]"
    if fault.rule == UNMENTIONED:
        place = f"players[{len(story['players'])}]"
    elif fault.rule == SENTENCE:
        place = f"article.paragraphs[{at(story, fault.place + '/evidence/0/paragraph')[0]['paragraph'] - 1}]"
    elif fault.rule == HEDGE:
        place = "claims["  # The rule cannot tell to which of the sentence's claims the hedge belongs.
    found = linted(mutated(story, fault), text, fault.rule)
    assert [one for one in found if one.path.startswith(place)], [str(one) for one in found]
    assert all(one.line > 1 and one.column > 1 for one in found)


@pytest.mark.parametrize("fault", FERRY, ids=str)
def test_fault_added_to_the_quiet_ferry_story_is_reported(fault: Fault) -> None:
    assert_reported("quiet-ferry", article_of("quiet-ferry"), fault)


@pytest.mark.parametrize("fault", DEEPSEEK, ids=str)
def test_fault_added_to_the_deepseek_story_is_reported(fault: Fault, article: str) -> None:
    assert_reported("deepseek", article, fault)


def remove_claims_of(story: dict[str, Any], paragraph: int, sentence: int) -> None:
    """Remove every claim that cites a sentence, and the references to it."""
    removed = {
        claim["id"]
        for claim in story["claims"]
        if {"paragraph": paragraph, "sentence": sentence}.items() <= claim["evidence"][0].items()
    }
    story["claims"] = [claim for claim in story["claims"] if claim["id"] not in removed]
    story["links"] = [link for link in story.get("links", []) if not removed & {link["from"], link["to"]}]
    for note in story.get("notes", []):
        note["on"] = [ref for ref in note["on"] if ref not in removed] or [story["claims"][0]["id"]]
    for question in story.get("questions", []):
        for key in ("supports", "opposes", "informs"):
            question[key] = [ref for ref in question.get(key, []) if ref not in removed]
    for path in story.get("reading_paths", []):
        path["items"] = [ref for ref in path["items"] if ref not in removed]
    for innovation in story.get("innovations", []):
        innovation["claims"] = [ref for ref in innovation.get("claims", []) if ref not in removed]


def test_unchanged_deepseek_story_has_no_lint_findings(article: str) -> None:
    assert linted(document("deepseek"), article) == []


def test_unchanged_quiet_ferry_story_has_no_lint_findings() -> None:
    assert linted(document("quiet-ferry"), article_of("quiet-ferry")) == []


def test_at_least_thirty_faults_are_tested_for_each_story() -> None:
    assert len(FERRY) >= 30
    assert len(DEEPSEEK) >= 30
