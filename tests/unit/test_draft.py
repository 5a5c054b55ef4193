"""Drafts of stories, which mark every guess and invent or copy nothing."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deepseek_tui.article.draft import draft, slug
from deepseek_tui.article.extraction.language import language_of
from deepseek_tui.article.extraction.mention_list import mention_list
from deepseek_tui.article.fingerprints import article_fingerprints, paragraphs, sentences
from deepseek_tui.article.lint.finding import Severity
from deepseek_tui.article.lint.rules import findings
from deepseek_tui.article.local_copy import LocalCopy
from deepseek_tui.cli import main as cli
from deepseek_tui.story.format.model import Story, is_id
from deepseek_tui.story.loading.library import find
from deepseek_tui.story.loading.loader import load

ROOT = Path(__file__).parents[2]
ARTICLES = {
    "agence": (ROOT / "tests/articles/agence.txt", "fr"),
    "feature": (ROOT / "tests/articles/feature.txt", "en"),
    "quiet-ferry": (ROOT / "content/quiet-ferry.txt", "en"),
}


PIECES = ("The ", "de ", "Mme ", "says ", "1999 ", "30 February ", "million ", "Ada Brell", "“It ", "9" * 30)


def drafted(text: str, language: str = "en") -> dict[str, Any]:
    return draft(text, language=language, name="a-story", today="2026-01-02")


def loaded(document: dict[str, Any]) -> Story:
    """Load a document as a story. Raises InvalidInput if it is invalid."""
    return load(orjson.dumps(document))


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string in a value with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts(inner, f"{path}/{number}")
    elif isinstance(value, str):
        yield path, value


def runs(text: str) -> set[tuple[str, ...]]:
    words_found = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    return {tuple(words_found[start : start + 8]) for start in range(len(words_found) - 7)}


@pytest.mark.parametrize("name", ARTICLES)
def test_draft_is_a_valid_story_with_a_claim_for_every_sentence(name: str) -> None:
    path, language = ARTICLES[name]
    text = path.read_text("utf-8")
    assert language_of(text) == language
    document = drafted(text, language)
    story = loaded(document)
    assert document["article"] == {"language": language, "paragraphs": article_fingerprints(text)}
    there = {
        (number, place)
        for number, paragraph in enumerate(paragraphs(text), 1)
        for place in range(1, len(sentences(paragraph)) + 1)
    }
    assert {(at.paragraph, at.sentence) for claim in story.claims for at in claim.evidence} == there


@pytest.mark.parametrize("name", ARTICLES)
def test_draft_copies_no_eight_consecutive_words_outside_quotations(name: str) -> None:
    path, language = ARTICLES[name]
    text = path.read_text("utf-8")
    article_runs = runs(text)
    assert [at for at, words in texts(drafted(text, language)) if "/quote/" not in at and article_runs & runs(words)] == []


def test_long_list_of_names_in_the_article_is_not_copied_into_the_draft() -> None:
    text = "Alder Bay, Birch Bay, Cedar Bay, Damson Bay, Elder Bay and Fir Bay agreed."
    document = drafted(text)
    loaded(document)
    article_runs = runs(text)
    assert [at for at, words in texts(document) if article_runs & runs(words)] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_every_item_of_a_draft_is_marked_as_a_guess_with_its_reason(name: str) -> None:
    path, language = ARTICLES[name]
    document = drafted(path.read_text("utf-8"), language)
    for kind in ("claims", "figures", "events", "players"):
        assert document[kind]
        assert [item["id"] for item in document[kind] if not (item["draft"] and item["guess"][language])] == [], kind
    assert [source["id"] for source in document["sources"] if not source.get("draft")] == ["the-article"]
    for part in (document, document["edition"], document["summary"][0]):
        assert part["draft"]
        assert part["guess"][language]
    assert document["topics"][0]["draft"]


@pytest.mark.parametrize("name", ARTICLES)
def test_rows_of_a_draft_can_be_told_apart_by_their_key_words(name: str) -> None:
    path, language = ARTICLES[name]
    document = drafted(path.read_text("utf-8"), language)
    shown = [claim["text"][language] for claim in document["claims"]]
    assert len(set(shown)) == len(shown)


def test_claim_of_a_draft_has_the_key_words_of_its_sentence() -> None:
    document = drafted("The old ferry will cross the bay of Ansel in a quarter of an hour, with forty people aboard.")
    assert document["claims"][0]["text"]["en"] == "old ferry cross bay Ansel quarter hour forty …"


def test_key_words_of_a_french_sentence_have_no_elided_articles() -> None:
    document = drafted("L’ancien bac d’Ansel traverse la baie qu’aucun pont n’enjambe.", "fr")
    assert document["claims"][0]["text"]["fr"] == "ancien bac Ansel traverse baie pont enjambe"


def test_check_counts_the_unconfirmed_guesses_of_a_draft() -> None:
    text = (ROOT / "content/quiet-ferry.txt").read_text("utf-8")
    document = drafted(text)
    found = [finding for rule, finding in findings(loaded(document)) if rule.name == "unconfirmed"]
    marked = sum(1 for path, _ in texts_and_flags(document) if path.endswith("/draft"))
    assert [str(finding.message).split()[0] for finding in found] == [str(marked)]
    assert not [rule for rule, _ in findings(load(find("quiet-ferry"))) if rule.name == "unconfirmed"]


def test_embedded_text_of_a_draft_has_the_sentences_as_printed() -> None:
    text = (ROOT / "content/quiet-ferry.txt").read_text("utf-8")
    document = draft(text, language="en", name="a-story", today="2026-01-02", embed_text=True)
    printed = [paragraph["text"] for paragraph in document["article"]["paragraphs"]]
    assert printed == [sentences(paragraph) for paragraph in paragraphs(text)]
    assert not [rule for rule, _ in findings(loaded(document)) if rule.name == "embedded-text-differs"]


def texts_and_flags(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every string and every `true` in a value with its path."""
    yield from texts(value, path)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from ([(f"{path}/{key}", inner)] if inner is True else [])
            yield from (each for each in texts_and_flags(inner, f"{path}/{key}") if each[1] is True)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from (each for each in texts_and_flags(inner, f"{path}/{number}") if each[1] is True)


@pytest.mark.parametrize("name", ARTICLES)
def test_draft_has_no_number_date_or_name_missing_from_the_article(name: str) -> None:
    path, language = ARTICLES[name]
    text = path.read_text("utf-8")
    document = drafted(text, language)
    del document["edition"], document["article"]
    words_found = [words for at, words in texts(document) if re.search(rf"/({language}|quote/text)$", at)]
    assert [(digits, words) for words in words_found for digits in re.findall(r"\d+", words) if digits not in text] == []
    assert [year for event in document["events"] for year in re.findall(r"\d{4}", event["when"]) if year not in text] == []
    names = [player["name"][language] for player in document["players"]]
    assert names
    assert [name for name in names if name not in text] == []


def test_drafted_quotation_has_a_speaker_if_the_article_names_one() -> None:
    text = (
        "“It floats,” said Ada Brell. “It sinks,” she added. Bo Carn says it is “neither here nor there”. A “buffer” helps."
    )
    story = loaded(drafted(text))
    speakers = {claim.quote.text: claim.speaker for claim in story.claims if claim.quote}
    assert speakers == {
        "It floats,": "says-ada-brell",
        "It sinks,": "says-ada-brell",
        "neither here nor there": "says-bo-carn",
        "buffer": "the-article",
    }
    assert {claim.status.value for claim in story.claims if claim.quote} == {"quoted"}


def test_quotation_of_two_sentences_becomes_one_claim_that_cites_both() -> None:
    story = loaded(drafted("“It floats. It sinks.” The end was near for the boat."))
    quoted = [claim for claim in story.claims if claim.quote]
    assert [[(at.paragraph, at.sentence) for at in claim.evidence] for claim in quoted] == [[(1, 1), (1, 2)]]


def test_drafted_figures_have_bound_unit_and_currency() -> None:
    story = loaded(
        drafted("It cost $1.2 million. Fewer than 400 people came. A week has about 7 days. It will last 2.5 years.")
    )
    assert [
        (figure.value, figure.bound.value, figure.unit["en"], figure.phase.value)
        for figure in story.figures
        if isinstance(figure.unit, dict)
    ] == [
        (1_200_000, "as-printed", "$", "ongoing"),
        (400, "less than", "people", "ongoing"),
        (7, "about", "days", "ongoing"),
        (2.5, "as-printed", "years", "planned"),
    ]
    assert len({figure.quantity for figure in story.figures}) == 4


@pytest.mark.parametrize(
    ("text", "language", "figures", "events"),
    [
        (
            "Under half a dozen turn. By 2030 Lissel wants twelve of them. It cost €2.4 million, 15% more than planned.",
            "en",
            [
                (6, "less than", "unit", "ongoing"),
                (12, "as-printed", "unit", "planned"),
                (2_400_000, "as-printed", "€", "ongoing"),
                (15, "as-printed", "%", "ongoing"),
            ],
            [("[..2030]", "planned")],
        ),
        (
            "Moins d’une demi-douzaine de bacs passent. D’ici 2030 le port en veut près de douze. Le quai a plus de 40 ans.",
            "fr",
            [
                (6, "less than", "bacs", "ongoing"),
                (12, "about", "unité", "planned"),
                (40, "more than", "ans", "ongoing"),
            ],
            [("[..2030]", "planned")],
        ),
        ("It stood until 1999, and by 2003 it had gone.", "en", [], [("1999", "happened"), ("[..2003]", "happened")]),
        ("Il n’y a pas plus de 12 bacs.", "fr", [(12, "at most", "bacs", "ongoing")], []),
        (
            "Au moins 12 bacs et jusqu’à 300 marins, une quinzaine de quais, à peine 20 grues.",
            "fr",
            [
                (12, "at least", "bacs", "ongoing"),
                (300, "at most", "marins", "ongoing"),
                (15, "about", "quais", "ongoing"),
                (20, "about", "grues", "ongoing"),
            ],
            [],
        ),
        (
            "At least 40 came, up to 300 left, no fewer than 9 stayed.",
            "en",
            [
                (40, "at least", "unit", "ongoing"),
                (300, "at most", "unit", "ongoing"),
                (9, "at least", "unit", "ongoing"),
            ],
            [],
        ),
        (
            "Nearly 30 came; moreover 5 left.",
            "en",
            [(30, "about", "unit", "ongoing"), (5, "as-printed", "unit", "ongoing")],
            [],
        ),
    ],
)
def test_bounds_plans_and_deadlines_in_the_article_are_recognised(
    text: str, language: str, figures: list[Any], events: list[tuple[str, str]]
) -> None:
    story = loaded(drafted(text, language))
    found = []
    for figure in story.figures:
        assert isinstance(figure.unit, dict)
        found.append((figure.value, figure.bound.value, figure.unit[language], figure.phase.value))
    assert found == figures
    assert [(event.when, event.phase.value) for event in story.events] == events


def test_drafted_dates_are_no_more_exact_than_in_the_article() -> None:
    text = "It began in the 1950s. On 9 November it closed. It burned on 14 March 2024. By the end of 2027 it will open."
    story = loaded(drafted(f"{text} On 30 February nothing happened."))
    assert [event.when for event in story.events] == ["195X", "XXXX-11-09", "2024-03-14", "[..2027]"]
    assert [event.phase.value for event in story.events] == ["happened", "happened", "happened", "planned"]


def test_last_name_is_merged_into_the_full_name_but_a_place_name_is_not() -> None:
    text = "Dr Ada Brell came. Brell left. The Corporation of Wick paid. Wick was glad, and Wick said so."
    players = {player.id: len(player.evidence) for player in loaded(drafted(text)).players}
    assert players == {"ada-brell": 2}
    text = "Ada Brell came to Wick. The Corporation of Wick paid. In Wick people were glad of it."
    assert {player.id for player in loaded(drafted(text)).players} == {"wick"}


def test_question_in_the_article_becomes_an_open_claim() -> None:
    claims = loaded(drafted("Will it float? It floats.")).claims
    assert [(claim.status.value, claim.certainty.value) for claim in claims] == [
        ("question", "left open"),
        ("stated", "unhedged"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "certainty"),
    [
        ("It may float. It floats.", "en", ["hedged", "unhedged"]),
        ("It could not be seen. In May it floats.", "en", ["unhedged", "unhedged"]),
        ("Il pourrait flotter. Il flotte.", "fr", ["hedged", "unhedged"]),
        ("“It will perhaps float.” “It floats.”", "en", ["hedged", "unhedged"]),
    ],
)
def test_drafted_claim_is_hedged_if_its_sentence_is_hedged(text: str, language: str, certainty: list[str]) -> None:
    assert [claim.certainty.value for claim in loaded(drafted(text, language)).claims] == certainty


@given(st.lists(st.sampled_from([*'aA1 .,?!’«»“”"-éÉ&$£0\n\u00a0\u202e\x1b', *PIECES]), max_size=60))
@settings(deadline=None)
def test_draft_of_any_text_is_a_valid_story(pieces: list[str]) -> None:
    text = "".join(pieces)
    if text.strip():
        for language in ("en", "fr"):
            loaded(drafted(text, language))


@pytest.mark.parametrize("word", ["overview", "all", "the-article"])
def test_player_name_equal_to_a_reserved_word_gets_another_id(word: str) -> None:
    name = word.title()
    story = loaded(drafted(f"We met {name} today. We met {name} again, and {name} spoke to us."))
    assert word not in {player.id for player in story.players}


def test_id_made_from_any_text_is_valid() -> None:
    assert slug("Hélène de l’Été — 2") == "helene-de-l-ete-2"
    assert slug("«»") == ""
    assert is_id("a-b-2")
    assert not any(map(is_id, ("", "A", "a--b", "-a", "a b", "a" * 81)))


# The following tests are about the command new.


@pytest.fixture(name="article")
def an_article(tmp_path: Path) -> Path:
    path = tmp_path / "Some News.txt"
    path.write_text("The ferry is on the bay. It cost 12 crowns, and the people were glad of it.", "utf-8")
    return path


def test_new_command_overwrites_a_file_only_with_force(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "My Story.json"
    assert cli.main(["new", str(article), "-o", str(story)]) == 0
    output = capsys.readouterr()
    assert output.out == ""
    assert "2 claims, 1 figure, 0 events" in output.err
    assert "every object marked as draft is a guess" in output.err
    assert orjson.loads(story.read_bytes())["id"] == "my-story"
    assert cli.main(["check", str(story)]) == 0
    before = story.read_bytes()
    assert cli.main(["new", str(article), "-o", str(story), "--id", "other"]) == 2
    assert story.read_bytes() == before
    assert cli.main(["new", str(article), "-o", str(story), "--id", "other", "--force"]) == 0
    assert orjson.loads(story.read_bytes())["id"] == "other"


def test_new_command_prints_the_draft_when_the_output_is_a_hyphen(
    article: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["new", str(article), "-o", "-"]) == 0
    document = orjson.loads(capsysbinary.readouterr().out)
    assert document["id"] == "some-news"
    loaded(document)


def test_markup_in_a_markdown_article_is_ignored(tmp_path: Path) -> None:
    path, story = tmp_path / "a.md", tmp_path / "s.json"
    path.write_text("The *ferry* is on\nthe [bay](https://example.org/).\n\n- It was **the** end.\n", "utf-8")
    assert cli.main(["new", str(path), "-o", str(story)]) == 0
    plain = article_fingerprints("The ferry is on the bay.\n\nIt was the end.")
    assert orjson.loads(story.read_bytes())["article"]["paragraphs"] == plain


@pytest.mark.parametrize(
    ("words", "output"),
    [
        (["nowhere.txt", "-o", "s.json"], "there is no such file"),
        (["empty.txt", "-o", "s.json"], "empty"),
        (["german.txt", "-o", "s.json"], "--lang"),
        (["a.txt", "-o", "no/folder/s.json"], "folder"),
        (["a.txt", "-o", "s.json", "--id", "No Id"], "no id"),
        (["a.txt", "-o", "a.txt"], "already exists"),
        (["a.txt", "-o", "a.txt", "--force"], "overwrite the article"),
        (["a.txt"], "-o"),
    ],
)
def test_new_command_with_unusable_arguments_exits_with_status_2_and_an_error(
    words: list[str], output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").write_text(" \n", "utf-8")
    Path("german.txt").write_text("Die Fähre fährt über die Bucht, und die Leute stehen am Ufer.", "utf-8")
    Path("a.txt").write_text("The ferry is on the bay, and the people are on the pier.", "utf-8")
    assert cli.main(["new", *words]) == 2
    assert output in capsys.readouterr().err
    assert not Path("s.json").exists()
    assert Path("a.txt").read_text("utf-8").startswith("The ferry")


def test_new_command_prints_every_mention_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("“It floats,” said Ada Brell on 3 May 2021. At least 40 people came, and the crowd was glad of it.")
    assert cli.main(["new", str(article), "--json"]) == 0
    mentions = orjson.loads(capsys.readouterr().out)["mentions"]
    found = {(one["kind"], one["text"], one["paragraph"], one["sentence"]) for one in mentions}
    assert {("name", "Ada Brell", 1, 1), ("date", "3 May 2021", 1, 1), ("quotation", "It floats,", 1, 1)} <= found
    number = next(one for one in mentions if one["kind"] == "number")
    assert (number["value"], number["bound"], number["sentence"]) == (40, "at least", 2)
    assert next(one for one in mentions if one["kind"] == "quotation")["speaker"] == "Ada Brell"
    assert not list(tmp_path.glob("*.json"))


@pytest.mark.parametrize("options", [[], ["--json", "-o", "x.json"]])
def test_new_command_needs_either_an_output_or_json(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("The ferry is on the bay and the people are on the pier.")
    assert cli.main(["new", str(tmp_path / "a.txt"), *options]) == 2
    assert "give either -o STORY or --json" in capsys.readouterr().err


def test_drafted_player_names_the_words_from_which_its_kind_is_guessed() -> None:
    text = "Mr. Brell lives in Wick. It rains in Wick. Mr. Brell swims. In Oslo it snows. Nobody likes Oslo."
    players = {player["name"]["en"]: player for player in drafted(text)["players"]}
    assert {name: player["kind"] for name, player in players.items()} == {
        "Brell": "person",
        "Wick": "place",
        "Oslo": "place",
    }
    assert players["Brell"]["guess"]["en"] == "a name in 2 sentences; its kind is guessed from “Mr.”"
    assert players["Oslo"]["guess"]["en"].endswith("guessed from a list of places")


def test_name_of_unknown_kind_is_a_mention_but_not_a_player_of_the_draft() -> None:
    text = "They like Noll. Nobody likes Noll."
    assert drafted(text)["players"] == []
    assert [one["text"] for one in mention_list(text, "en") if one["kind"] == "name"] == ["Noll", "Noll"]


def test_evidence_has_no_source_if_its_paragraph_only_has_a_pronoun_for_the_speaker() -> None:
    document = drafted("Anna Falk keeps the light of Brill.\n\n“It leaks,” she said. “It always has,” Falk added.")
    quoted = [claim for claim in document["claims"] if "quote" in claim]
    assert [claim["speaker"] for claim in quoted] == ["says-anna-falk"] * 2
    document = drafted("Anna Falk keeps the light of Brill.\n\n“It leaks,” she said.")
    quoted = [claim for claim in document["claims"] if "quote" in claim]
    assert [(claim["speaker"], claim["evidence"]) for claim in quoted] == [
        ("says-anna-falk", [{"paragraph": 2, "sentence": 1}])
    ]


def labelled_articles() -> dict[str, tuple[str, str]]:
    """Return the text and the language of every labelled article, by file name."""
    found: dict[str, tuple[str, str]] = {}
    for file in sorted((ROOT / "tests/articles").rglob("*")):
        if file.suffix == ".txt":
            text = file.read_text("utf-8")
            found[file.stem] = (text, language_of(text) or "en")
        elif file.suffix == ".json" and (labels := orjson.loads(file.read_bytes())) and "paragraphs" in labels:
            words = [one if isinstance(one, str) else one.get("text", "") for one in labels["paragraphs"]]
            if any(words):  # JSON files without texts only have the labels of a text file.
                found[file.stem + file.parent.name] = ("\n\n".join(words), labels["language"])
    return found


LABELLED = labelled_articles()


@pytest.mark.parametrize("name", LABELLED)
def test_draft_of_a_labelled_article_passes_its_own_check(name: str) -> None:
    text, language = LABELLED[name]
    story = loaded(drafted(text, language))
    found = findings(story, LocalCopy(text, story.article))
    assert [str(finding.message) for rule, finding in found if rule.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("paragraph", "is_named"),
    [
        ("Brell spoke first.", True),
        ("Then Mrs Brell spoke.", True),
        ("The house of Brell stood there.", True),
        ("Her father, Bo Brell, spoke.", False),
        ("Nobody spoke.", False),
    ],
)
def test_evidence_has_a_source_only_if_its_paragraph_has_the_speakers_own_surname(paragraph: str, is_named: bool) -> None:
    document = drafted(
        f"Ada Brell came home on Monday.\n\n{paragraph} “It floats,” she said, and so it was in the end of it all."
    )
    quoted = [claim for claim in document["claims"] if "quote" in claim]
    assert quoted[0]["speaker"] == "says-ada-brell"
    assert ("source" in quoted[0]["evidence"][0]) == is_named
