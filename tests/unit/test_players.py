"""Names and kinds of players, with precision and recall on labelled texts.

`pytest -n0 -s tests/unit/test_players.py` prints them, with every difference.
"""

from pathlib import Path

import orjson
import pytest

from deepseek_tui.article.extraction.extract import extract
from deepseek_tui.article.extraction.names import name_key, names
from deepseek_tui.article.extraction.players import NamedPlayer, players_of

ARTICLES = sorted((Path(__file__).parents[1] / "articles" / "names").glob("*.json"))
"""News texts with the kind of each name; the kind is empty if no word of the text shows it."""

LEAST = (0.98, 0.97, 0.97, 0.85)
"""Minimum precision and recall of names, and minimum precision and recall of their kinds."""


def players(text: str, language: str = "en") -> dict[str, NamedPlayer]:
    return {player.name: player for player in players_of(extract(text, language))}


def test_precision_and_recall_of_names_and_kinds_do_not_decrease() -> None:
    both = labelled = found = right = guessed = shown = 0
    wrong = []
    for path in ARTICLES:
        one = orjson.loads(path.read_bytes())
        style, text = path.stem, "\n\n".join(one["paragraphs"])
        wanted = {name_key(name): kind for name, kind in one["names"].items()}
        got = {name_key(name): player for name, player in players(text, one["language"]).items()}
        both, labelled, found = both + len(wanted.keys() & got), labelled + len(wanted), found + len(got)
        for key in wanted.keys() & got:
            kind = got[key].guess.kind
            guessed += bool(kind)
            shown += bool(wanted[key])
            right += bool(kind) and kind == wanted[key]
            wrong += [(style, key, kind)] if kind != wanted[key] else []
        wrong += [(style, key, "missing") for key in wanted.keys() - got] + [
            (style, key, "extra") for key in got.keys() - wanted
        ]
    rates = (both / found, both / labelled, right / guessed, right / shown)
    table = "names {:.2f} / {:.2f}, kinds {:.2f} of those guessed, {:.2f} of all".format(*rates)
    print(table, *wrong, sep="\n")  # noqa: T201 - the table is asked for with -s
    assert all(rate >= least for rate, least in zip(rates, LEAST, strict=True))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He read it in the Palestinian Authority and on the Indian Ocean.", ["Palestinian Authority", "Indian Ocean"]),
        ("It went to the U.N. General Assembly in May.", ["U.N. General Assembly"]),
        ("They asked Robert M. Tamm of the Bank of Varn.", ["Robert M. Tamm", "Bank of Varn"]),
        ("the Merrow-bound ship, the Varn-based club", ["Merrow", "Varn"]),
        ("an anti-Torvik march by pro-Russian and Franco-Italian groups", ["Torvik"]),
        ("She wrote to @nellf, news@bay.org or bay.org/story; #Denmoor trends.", []),
        ("the firm, Merrow (MRW.NS), and Pell (NYSE: PLL)", ["Merrow", "Pell"]),
        ("so READ MORE of Denmoor", ["Denmoor"]),
        ("the Department of Health and Human Services", ["Department of Health and Human Services"]),
        ("the Sudanese and the Kenyans on Monday", []),
        ("said Secretary of State Ann Roe", ["Ann Roe"]),
        ("the Children’s Hospital and Denmoor’s Library", ["Children’s Hospital", "Denmoor", "Library"]),
        ("a T-shirt and an X-ray of Roe", ["Roe"]),
        ("Theresa May in May", ["Theresa May"]),
        ("BREAKING NEWS FROM THE COAST\nthe town of Denmoor", ["Denmoor"]),
    ],
)
def test_english_names_are_extracted_completely_and_without_other_words(text: str, found: list[str]) -> None:
    assert [name.text for name in names(text, "en")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("le Quai d’Orsay et le Parti socialiste", ["Quai d’Orsay", "Parti socialiste"]),
        (
            "l’Académie d’agriculture et la Mutualité sociale agricole",
            ["Académie d’agriculture", "Mutualité sociale agricole"],
        ),
        ("l’Assemblée nationale indique que", ["Assemblée nationale"]),
        ("la Commission explique mardi", ["Commission"]),
        ("le Conseil de mardi", ["Conseil"]),
        ("le ministère de l’Éducation nationale", ["ministère de l’Éducation nationale"]),
        ("la ministre de la Santé, Anna Roe", ["Anna Roe"]),
        ("la Banque centrale de Varn", ["Banque centrale de Varn"]),
        ("Médecins sans frontières et Humane World for Animals", ["Médecins", "Humane World for Animals"]),
        ("l’Institut national des sciences de l’eau du CNRV", ["Institut national des sciences de l’eau", "CNRV"]),
        ("les Parisiens et un Américain à 13H30", []),
        ("le quotidien La Dépêche de la Lorve", ["La Dépêche de la Lorve"]),
        ("la procureure de la République de Malvire", ["Malvire"]),
        ("le XXe siècle en Lozère", ["Lozère"]),
        ("des taureaux.Après le Sénat", ["Sénat"]),
    ],
)
def test_french_names_are_extracted_completely_and_without_other_words(text: str, found: list[str]) -> None:
    assert [name.text for name in names(text, "fr")] == found


def test_place_with_south_before_its_name_is_not_merged_into_that_place() -> None:
    found = players("In Vardia it rained. South Vardia was dry. Then South Vardia thanked Vardia.")
    assert {name: len(player.places) for name, player in found.items()} == {"Vardia": 2, "South Vardia": 2}


def test_surname_and_first_name_are_short_forms_of_the_only_person_with_them() -> None:
    found = players("It was Edda Tamm, 40. Mr. Tamm left. Then Edda said so to Ida Roe.")
    assert {name: len(player.places) for name, player in found.items()} == {"Edda Tamm": 3, "Ida Roe": 1}


def test_surname_of_two_persons_is_merged_into_neither() -> None:
    found = players("It was Edda Tamm. It was Jorn Tamm. Mr. Tamm left.")
    assert {name: len(player.places) for name, player in found.items()} == {"Edda Tamm": 1, "Jorn Tamm": 1, "Tamm": 1}


def test_company_and_institution_are_merged_with_their_short_forms() -> None:
    text = "He left Acme Corp. for the Varn Energy Board (VEB). The firm Acme sued, and the VEB paid."
    found = players(text)
    assert {name: len(player.places) for name, player in found.items()} == {"Acme Corp.": 2, "Varn Energy Board": 2}


@pytest.mark.parametrize(
    ("text", "language", "kind", "reason"),
    [
        ("They asked President Roe.", "en", "person", "President"),
        ("It was in Roe that it rained.", "en", "place", "in"),
        ("Roe, the capital of the north, is quiet, and Roe’s people know.", "en", "place", "the capital"),
        ("He works for the airline Roe.", "en", "organisation", "airline"),
        ("They sailed on the ferry Roe.", "en", "product", "ferry"),
        ("Il a parlé à M. Roe.", "fr", "person", "M."),
        ("Il travaille chez Roe.", "fr", "organisation", "chez"),
        ("C’est le maire de Roe qui parle.", "fr", "place", "maire de"),
        ("On le vend avec le logiciel Roe.", "fr", "product", "logiciel"),
        ("They like Roe.", "en", "", ""),
    ],
)
def test_kind_of_a_player_is_guessed_from_the_words_beside_its_name(
    text: str, language: str, kind: str, reason: str
) -> None:
    guess = players(text, language)["Roe"].guess
    assert (guess.kind, guess.reason) == (kind, reason)
