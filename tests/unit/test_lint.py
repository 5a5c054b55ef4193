"""Lint rules, each with a faulty and a correct story, and `check`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deepseek_tui.article.fingerprints import article_fingerprints, fingerprint, paragraphs, sentences
from deepseek_tui.article.lint.finding import Severity
from deepseek_tui.article.lint.rules import RULES
from deepseek_tui.cli import main as cli
from lint_pair import CONTENT, article, at, document, linted, put
from stories import hostile_story, many_events, write_story

FERRY = article("quiet-ferry")
Change = Callable[[dict[str, Any]], None]


def rules_of(story: dict[str, Any], text: str | None = FERRY) -> list[str]:
    return [one.rule for one in linted(story, text)]


def claim(**changes: Any) -> Change:
    """Return a mutation that replaces the text of the first paragraph's claim."""
    return lambda story: put(story, "claims/crossed-without-diesel/text", changes)


def replacing(place: str, new: Any, old: str = "") -> Change:
    return lambda story: put(story, place, new, old)


def copy_of(place: str, **changes: Any) -> Change:
    def change(story: dict[str, Any]) -> None:
        kind, nth = place.split("/")
        story[kind].append({**story[kind][int(nth)], **changes})

    return change


def drop_claims(story: dict[str, Any]) -> None:
    for kind in ("claims", "links", "notes", "questions", "innovations", "reading_paths"):
        story[kind] = []


def embed(text: str) -> Change:
    def change(story: dict[str, Any]) -> None:
        story["article"]["paragraphs"][0]["text"] = sentences(text)

    return change


def note(**changes: Any) -> Change:
    def change(story: dict[str, Any]) -> None:
        first = story["notes"][0]
        first.pop("when")
        first.update({key: value for key, value in changes.items() if key != "source"})
        first["sources"] = [{**first["sources"][0], **changes.get("source", {})}]
        if changes.get("source", {}).get("url", "") is None:
            del first["sources"][0]["url"]

    return change


CITATION = {"publisher": "Bus", "date": "unknown"}


def marked_as_draft(value: bool) -> Change:
    def change(story: dict[str, Any]) -> None:
        at(story, "claims/fuel-burned/id")[0]["draft"] = value

    return change


CASES: dict[str, tuple[Change, Change]] = {
    "number-not-in-passage": (
        replacing("claims/refit-cost-paid/text/fr", "4,7", "4,6"),
        replacing("claims/refit-cost-paid/text/en", "4,600,000 crowns", "4.6 million crowns"),
    ),
    "date-not-in-passage": (
        replacing("claims/crossed-without-diesel/text/en", "March 15, 2024", "14 March 2024"),
        replacing("claims/crossed-without-diesel/text/en", "March 14th, 2024", "14 March 2024"),
    ),
    "name-not-in-passage": (
        replacing("claims/crossed-without-diesel/text/en", "ferry Margaret", "ferry Marigold"),
        replacing("claims/crossed-without-diesel/text/en", "ferry MARIGOLD", "ferry Marigold"),
    ),
    "quote-not-as-printed": (
        replacing("claims/cheapest-lesson/quote/text", "The Cheapest Lesson"),
        replacing("claims/cheapest-lesson/quote/text", "the cheapest\u00a0lesson"),
    ),
    "copied-sentence": (
        replacing("claims/money-borrowed/text/en", "So: the cable is too thin to fill that battery in the eight minutes."),
        replacing("claims/money-borrowed/text/en", "We did not build a bigger road, we built a bigger bucket."),
    ),
    "figure-without-unit": (
        replacing("figures/crowd/unit", {"en": "people", "fr": "?"}),
        replacing("figures/crowd/unit", "%"),
    ),
    "dead-link": (copy_of("links/0", id="again"), copy_of("links/0", id="again", kind="contradicts")),
    "uncited-sentence": (drop_claims, replacing("claims/fuel-burned/text/en", "The old engines burned 310 litres a day.")),
    "unmentioned-player": (
        copy_of("players/0", id="another"),
        lambda story: (copy_of("players/0", id="another")(story), put(story, "claims/0/about", ["another", "marigold"]))[0],
    ),
    "question-without-settle": (
        replacing("questions/winter/settle", {"en": "Time.", "fr": "Un hiver entier, mesuré."}),
        replacing("questions/winter/settle", {"en": "One winter.", "fr": "Un hiver."}),
    ),
    "note-without-source": (
        note(source={"url": None, "title": "unknown", "date": "unknown"}),
        note(source={"url": None, "title": "unknown"}),
    ),
    "note-without-date": (
        note(text={"en": "A count on 14 March 2024 came to 700.", "fr": "Un compte du 14 mars 2024 donne 700."}),
        note(text={"en": "Another count came to 700.", "fr": "Un autre compte donne 700."}),
    ),
    "embedded-text-differs": (
        embed(paragraphs(FERRY)[0].replace("1,200", "1,300")),
        embed(paragraphs(FERRY)[0]),
    ),
    "hedge-not-in-claims": (
        replacing("claims/savings-hoped-for/certainty", "unhedged"),
        replacing("claims/savings-hoped-for/certainty", "left open"),
    ),
    "title-missing": (
        replacing("notes/note-bus/sources/0/title", "unknown"),
        lambda story: put(story, "notes/note-bus/sources/0", {"title": "unknown", "read": "listing"} | CITATION),
    ),
    "source-read-two-ways": (
        replacing("notes/note-ice/sources/0/url", "https://example.org/pier-gazette/counting-heads"),
        replacing("notes/note-bus/sources/0/url", "https://example.org/pier-gazette/counting-heads"),
    ),
    "unconfirmed": (marked_as_draft(True), marked_as_draft(False)),
    "lagging-language": (
        replacing("claims/money-borrowed/text", "The town borrowed the money."),
        replacing("claims/money-borrowed/text", "Wendle Quay"),
    ),
}


@pytest.mark.parametrize("rule", CASES)
def test_each_lint_rule_reports_a_faulty_story_and_accepts_a_correct_one(rule: str) -> None:
    bad, good = document("quiet-ferry"), document("quiet-ferry")
    CASES[rule][0](bad)
    CASES[rule][1](good)
    assert rule in rules_of(bad)
    assert rule not in rules_of(good)


def test_every_lint_rule_has_a_test_case_and_a_description() -> None:
    elsewhere = {"uncited-paragraph", "article-not-recognised", "article-edited", "fingerprints-outdated"}
    elsewhere.add("bound-not-as-printed")
    assert {rule.name for rule in RULES} == {*CASES, *elsewhere}
    assert all(rule.definition and rule.find.__doc__ for rule in RULES)


def test_paragraph_of_the_article_that_no_item_cites_is_reported() -> None:
    text = f"{FERRY.rstrip()}\n\nOne more thing was said.\n"
    story = document("quiet-ferry")
    story["article"]["paragraphs"] = article_fingerprints(text)
    found = [(one.rule, one.path) for one in linted(story, text)]
    assert found == [
        ("uncited-paragraph", "article.paragraphs[7]"),
        ("uncited-sentence", "article.paragraphs[7].sentences[0]"),
    ]


def test_wrong_article_is_reported_and_not_compared_with_the_story() -> None:
    found = linted(document("quiet-ferry"), "Something else. Quite another thing.")
    assert [(one.rule, one.severity) for one in found] == [("article-not-recognised", Severity.ERROR)]


def test_edited_paragraph_of_the_article_is_reported_and_not_compared() -> None:
    found = linted(document("quiet-ferry"), FERRY.replace("4.6 million", "4.9 million"))
    assert [(one.rule, one.severity, one.path) for one in found] == [
        ("article-edited", Severity.WARNING, "article.paragraphs[1]")
    ]


def removed(text: str, sentence: str) -> str:
    return text.replace(sentence, "", 1)


def moved_to_next_paragraph(text: str, sentence: str) -> str:
    return removed(text, sentence).replace("\n\n", f"\n\n{sentence} ", 1)


@pytest.mark.parametrize("sentence", [each for part in paragraphs(FERRY) for each in sentences(part)])
def test_copy_that_lacks_a_sentence_is_reported_as_edited(sentence: str) -> None:
    found = linted(document("quiet-ferry"), removed(FERRY, sentence))
    number = next(place for place, part in enumerate(paragraphs(FERRY)) if sentence in part)
    assert [(one.rule, one.path) for one in found] == [("article-edited", f"article.paragraphs[{number}]")]


@pytest.mark.parametrize("sentence", sentences(paragraphs(FERRY)[0]))
def test_sentence_moved_to_the_next_paragraph_of_the_copy_is_reported_as_edited(sentence: str) -> None:
    found = linted(document("quiet-ferry"), moved_to_next_paragraph(FERRY, sentence))
    assert (found[0].rule, found[0].path) == ("article-edited", "article.paragraphs[0]")
    assert {one.rule for one in found} == {"article-edited"}


def test_copy_that_lacks_one_of_two_identical_sentences_is_reported_as_edited() -> None:
    text = f"It rained. {FERRY.rstrip()} It rained."
    story = document("quiet-ferry")
    story["article"]["paragraphs"] = article_fingerprints(text)
    found = [one.path for one in linted(story, removed(text, "It rained. ")) if one.rule == "article-edited"]
    assert found == ["article.paragraphs[0]"]


def test_lint_says_how_to_renew_the_fingerprints_of_a_story_with_outdated_ones() -> None:
    story = document("quiet-ferry")
    del story["article"]["paragraphs"][2]["text"]
    parts = story["article"]["paragraphs"][2]["sentences"]
    parts[2:] = [fingerprint("“We did not build a bigger road,"), fingerprint("we built a bigger bucket,” she said.")]
    found = linted(story, FERRY)
    assert [(one.rule, one.path) for one in found if one.rule != "uncited-sentence"] == [
        ("fingerprints-outdated", "article.paragraphs[2].sentences")
    ]
    assert "deepseek-tui fingerprint FILE --into STORY" in found[0].hint


def test_embedded_text_is_checked_against_its_fingerprints_without_a_copy() -> None:
    story = document("quiet-ferry")
    for fingerprints, part in zip(story["article"]["paragraphs"], paragraphs(FERRY), strict=True):
        fingerprints["text"] = sentences(part)
    assert rules_of(story, None) == []
    story["article"]["paragraphs"][1]["text"][1] += " More."
    story["article"]["paragraphs"][2]["fingerprint"] = "0" * 64
    found = linted(story, None)
    assert [(one.rule, one.path) for one in found if one.rule == "embedded-text-differs"] == [
        ("embedded-text-differs", "article.paragraphs[1].text[1]"),
        ("embedded-text-differs", "article.paragraphs[2].fingerprint"),
    ]


def test_embedded_text_that_was_split_by_older_rules_is_reported_without_a_copy() -> None:
    story = document("quiet-ferry")
    first, second = sentences(paragraphs(FERRY)[0])
    parts = [first, *second.split(" on ", maxsplit=1)]
    story["article"]["paragraphs"][0] |= {"sentences": [fingerprint(part) for part in parts], "text": parts}
    found = [(one.rule, one.path) for one in linted(story, None) if one.path.startswith("article.paragraphs[0].sentences")]
    assert ("fingerprints-outdated", "article.paragraphs[0].sentences") in found


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("about", "about"),
        ("some", "about"),
        ("nearly", "about"),
        ("less than", "less than"),
        ("under", "less than"),
        ("more than", "more than"),
        ("over", "more than"),
        ("at least", "at least"),
        ("no fewer than", "at least"),
        ("at most", "at most"),
        ("up to", "at most"),
        ("no more than", "at most"),
        ("", "as-printed"),
    ],
)
def test_bound_of_a_figure_must_match_the_words_of_the_article(words: str, bound: str) -> None:
    text = FERRY.replace("310 litres", f"{words} 310 litres".strip())
    story = document("quiet-ferry")
    story["article"]["paragraphs"] = article_fingerprints(text)
    figure = next(each for each in story["figures"] if each["id"] == "fuel-a-day")
    for other in ("about", "less than", "more than", "at least", "at most", "as-printed"):
        figure["bound"] = other
        found = linted(story, text, "bound-not-as-printed")
        assert bool(found) is (words != "" and other != bound), other
        assert all(f'"{words} 310"' in one.message and f'"{bound}"' in one.hint for one in found)


def test_bound_before_one_of_two_equal_numbers_is_accepted_for_both() -> None:
    text = FERRY.replace("310 litres", "about 310, or exactly 310 litres")
    story = document("quiet-ferry")
    story["article"]["paragraphs"] = article_fingerprints(text)
    for bound, is_accepted in (("about", True), ("as-printed", True), ("more than", False)):
        put(story, "figures/fuel-a-day/bound", bound)
        assert ("bound-not-as-printed" not in rules_of(story, text)) is is_accepted


@pytest.mark.parametrize(
    ("words", "is_hedge"),
    [
        ("may burn", True),
        ("perhaps burned", True),
        ("reportedly burned", True),
        ("burned", False),
        ("could not burn", False),
    ],
)
def test_sentence_with_a_hedge_needs_a_claim_that_is_hedged_or_left_open(words: str, is_hedge: bool) -> None:
    text = FERRY.replace("used to burn", words)
    story = document("quiet-ferry")
    story["article"]["paragraphs"] = article_fingerprints(text)
    assert ("hedge-not-in-claims" in rules_of(story, text)) is is_hedge
    put(story, "claims/fuel-burned/certainty", "hedged")
    assert "hedge-not-in-claims" not in rules_of(story, text)


def test_numbers_that_change_places_between_claims_of_one_paragraph_are_reported() -> None:
    story = document("quiet-ferry")
    put(story, "claims/fuel-burned/text/en", "420", "310")
    put(story, "claims/battery-in-their-place/text/en", "310", "420")
    found = linted(story, FERRY)
    assert [(one.rule, one.path, one.hint) for one in found] == [
        ("number-not-in-passage", found[0].path, "it stands in ¶2.3: cite that sentence as well"),
        ("number-not-in-passage", found[1].path, "it stands in ¶2.2: cite that sentence as well"),
    ]


@pytest.mark.parametrize(
    ("text", "is_accepted"),
    [
        ("Julian Vane and Ada Roe came.", True),
        ("J. Vane came.", True),
        ("Vane came.", True),
        ("Ada Vane came.", False),
        ("Julia Vane came.", False),
        ("Julian Roe came.", False),
    ],
)
def test_first_name_must_be_the_one_printed_with_the_surname(text: str, is_accepted: bool) -> None:
    article_text = FERRY.replace("she told", "she, Julian Vane and Ada Roe told")
    story = document("quiet-ferry")
    story["article"]["paragraphs"] = article_fingerprints(article_text)
    for person in ("Julian Vane", "Ada Roe"):
        story["players"].append({**story["players"][0], "id": person[:3].lower(), "name": person, "kind": "person"})
        story["players"][-1]["evidence"] = [{"paragraph": 3, "sentence": 3}]
    put(story, "claims/bigger-bucket/text", {"en": text, "fr": "Elle est venue."})
    path = f"claims[{[one['id'] for one in story['claims']].index('bigger-bucket')}].text.en"
    found = [one.path for one in linted(story, article_text) if one.rule == "name-not-in-passage"]
    assert (path not in found) is is_accepted


def test_translated_first_name_of_a_person_is_accepted() -> None:
    story = document("quiet-ferry")
    put(story, "players/maud-ferrick/name", {"en": "Maud Ferrick", "fr": "Mathilde Ferrick"})
    assert "name-not-in-passage" not in rules_of(story)


def test_lint_rules_that_need_the_article_are_skipped_without_one() -> None:
    story = document("quiet-ferry")
    put(story, "claims/refit-cost-paid/text/fr", "9,9", "4,6")
    put(story, "figures/crowd/unit", " ")
    assert rules_of(story, None) == ["figure-without-unit"]


@pytest.mark.parametrize(
    ("text", "is_accepted"),
    [
        ("Quatre millions six cent mille couronnes.", True),
        ("4\u202f600\u202f000\u00a0couronnes.", True),
        ("4,6 millions de dollars.", True),
        ("4,6 milliards de couronnes.", False),
        ("46 millions de couronnes.", False),
        ("Un an et sept mois.", False),
        ("Ces deux sommes.", True),
        ("La première conversion.", True),
        ("19 mois.", True),
        ("19 ans.", False),
    ],
)
def test_numbers_in_the_story_and_the_article_are_compared_by_value_and_unit(text: str, is_accepted: bool) -> None:
    story = document("quiet-ferry")
    put(story, "claims/refit-cost-paid/text/fr", text)
    assert ("number-not-in-passage" not in rules_of(story)) is is_accepted


@pytest.mark.parametrize(
    ("unit", "is_accepted"),
    [
        ({"en": "crossings", "fr": "traversées"}, True),
        ("%", False),
        ({"en": "months", "fr": "mois"}, False),
        ({"en": "crowns", "fr": "couronnes"}, True),
    ],
    ids=["no-common-unit", "percent", "months", "crowns"],
)
def test_year_in_the_article_does_not_support_a_number_with_a_common_unit(
    unit: str | dict[str, str], is_accepted: bool
) -> None:
    story = document("quiet-ferry")
    figure = next(place for place, one in enumerate(story["figures"]) if one["id"] == "crowd")
    dated = [{"paragraph": 1, "sentence": 1}]  # This sentence states "14 March 2024".
    story["figures"][figure] |= {"value": 2024, "unit": unit, "evidence": dated}
    found = {one.path for one in linted(story, FERRY) if one.rule == "number-not-in-passage"}
    assert (f"figures[{figure}].value" not in found) is is_accepted


@pytest.mark.parametrize(
    ("when", "is_accepted"),
    [
        ("2024-03-14", True),
        ("2024-03", True),
        ("2024", True),
        ("XXXX-03-14", True),
        ("2024-03-14~", True),
        ("[2024-03-14,2024-03-15]", False),
        ("2024-03-14/2025", False),
        ("2024-04", False),
        ("XXXX-03-13", False),
    ],
)
def test_every_known_part_of_a_date_must_be_stated_in_the_cited_text(when: str, is_accepted: bool) -> None:
    story = document("quiet-ferry")
    put(story, "events/first-crossing/when", when)
    assert ("date-not-in-passage" not in rules_of(story)) is is_accepted


@pytest.mark.parametrize(
    ("text", "is_accepted"),
    [
        ("La Marigold traverse.", True),
        ("Le bac de l’Ansel Bay.", True),
        ("Les Marigolds.", True),
        ("Les Chinois sont venus.", True),
        ("Un mardi de mars.", True),
        ("Le Juniper traverse.", False),
        ("L’ABC traverse.", False),
        ("Le modèle X300 traverse.", False),
        ("D’après Olaf Brandt.", False),
    ],
)
def test_names_in_the_story_and_the_article_are_compared_with_aliases(text: str, is_accepted: bool) -> None:
    story = document("quiet-ferry")
    put(story, "claims/crossed-without-diesel/text/fr", text)
    assert ("name-not-in-passage" not in rules_of(story)) is is_accepted


def test_translated_name_is_accepted_in_paragraphs_that_the_player_cites() -> None:
    story = document("quiet-ferry")
    put(story, "players/wendle-quay/name", {"en": "Wendle Quay", "fr": "Port-Vendel"})
    put(story, "claims/half-the-town-came/text/fr", "Port-Vendel est à moitié venu.")
    assert "name-not-in-passage" not in rules_of(story)
    put(story, "claims/battery-in-their-place/text/fr", "La batterie de Port-Vendel a 420 kilowattheures.")
    # The French name is accepted because the player cites this paragraph of the article.
    assert "name-not-in-passage" not in rules_of(story)
    put(story, "claims/charge-in-six-minutes/text/fr", "À Port-Vendel, une charge prend six minutes.")
    assert "name-not-in-passage" in rules_of(story)


def test_lint_findings_of_a_story_with_control_characters_have_none() -> None:
    text = "One. \x1b[31m[/] «« 10 janvier.\n\nTwo « three. Four » \u202e99999999999999999999 %."
    story = hostile_story()
    story["article"]["paragraphs"] = article_fingerprints(text)
    found = linted(story, text)
    assert found
    assert all(str(one).isprintable() and one.line for one in found)


def test_text_with_many_unclosed_quotation_marks_is_linted_quickly() -> None:
    text = "One on 10 January by Acme.\n\nTwo. Three."
    story = many_events(3)
    story["article"]["paragraphs"] = article_fingerprints(text)
    put(story, "events/1/body", "« " * 2_000)
    assert linted(story, text)


# The following tests are about the command check.


@pytest.fixture
def pair(tmp_path: Path) -> tuple[dict[str, Any], Callable[..., int]]:
    story = document("quiet-ferry")

    def check(*options: str) -> int:
        path = write_story(tmp_path, story)
        return cli.main(["check", str(path), "--article", str(CONTENT / "quiet-ferry.txt"), *options])

    return story, check


def test_check_command_prints_lint_findings_with_positions_in_line_order(
    pair: tuple[dict[str, Any], Callable[..., int]], capsys: pytest.CaptureFixture[str]
) -> None:
    story, check = pair
    put(story, "claims/refit-cost-paid/text/fr", "4,7", "4,6")
    put(story, "questions/winter/settle", {"en": "Time", "fr": "Un an."})
    assert check() == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    written = json.dumps(story, ensure_ascii=False, indent=2).splitlines()
    for line, (severity, rule, text) in zip(
        lines, [("warning", "question-without-settle", "Time"), ("error", "number-not-in-passage", "4,7")], strict=True
    ):
        _, row, column, rest = line.split(":", 3)
        assert rest.startswith(f" {severity}: ")
        assert line.endswith(f"[{rule}]")
        assert text in written[int(row) - 1][int(column) - 1 :]


def test_lint_warnings_fail_only_a_strict_check(
    pair: tuple[dict[str, Any], Callable[..., int]], capsys: pytest.CaptureFixture[str]
) -> None:
    story, check = pair
    assert check("--strict") == 0
    put(story, "questions/winter/settle", {"en": "Time", "fr": "Un an."})
    assert (check(), check("--strict")) == (0, 1)
    assert check("--strict", "--ignore", "question-without-settle") == 0


def test_lint_rules_can_be_ignored_singly_or_as_a_list(
    pair: tuple[dict[str, Any], Callable[..., int]], capsys: pytest.CaptureFixture[str]
) -> None:
    story, check = pair
    put(story, "claims/refit-cost-paid/text/fr", "4,7", "4,6")
    put(story, "figures/crowd/unit", " ")
    assert check("--ignore", "number-not-in-passage") == 1
    assert check("--ignore", "number-not-in-passage", "--ignore", "figure-without-unit") == 0
    assert check("--ignore", "number-not-in-passage, figure-without-unit") == 0
    capsys.readouterr()
    assert check("--ignore", "number-in-passage") == 2
    assert "number-not-in-passage" in capsys.readouterr().err


def test_lint_findings_can_be_printed_as_json(
    pair: tuple[dict[str, Any], Callable[..., int]], capsys: pytest.CaptureFixture[str]
) -> None:
    story, check = pair
    assert check("--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    put(story, "figures/fuel-a-day/value", 311)
    assert check("--json") == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert set(found) == {"file", "line", "column", "severity", "rule", "path", "message", "hint"}
    assert (found["severity"], found["rule"]) == ("error", "number-not-in-passage")
    assert found["path"].endswith(".value")


def test_check_command_with_unreadable_files_exits_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "latin.txt").write_bytes(b"\xe9t\xe9")
    for article_path in ("nowhere.txt", ".", str(tmp_path / "latin.txt")):
        assert cli.main(["check", "quiet-ferry", "--article", article_path]) == 2
    assert cli.main(["check", "-", "--article", "-"]) == 2
    assert cli.main(["check"]) == 2
    assert capsys.readouterr().out == ""


def test_rules_option_lists_all_lint_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in RULES]


def test_invalid_story_is_reported_without_running_lint_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_story(tmp_path, document("quiet-ferry") | {"version": 2})
    assert cli.main(["check", str(path), "--article", str(CONTENT / "quiet-ferry.txt"), "--strict"]) == 1
    assert "version: must be 1, not 2" in capsys.readouterr().out
