"""Names and kinds of players in invented news texts of several styles, labelled by hand."""

from dataclasses import dataclass

import pytest

from deepseek_tui.article.extraction.extract import extract
from deepseek_tui.article.extraction.names import name_key, names
from deepseek_tui.article.extraction.players import Player, players_of


@dataclass(frozen=True)
class Labelled:
    """A text with the kinds of all its names; an empty kind where the text does not show it."""

    language: str
    text: str
    kinds: dict[str, str]


TEXTS = {
    "wire, English": Labelled(
        "en",
        "TORRENT QUAY, Ostrel (Coast Wire) — Prime Minister Halma Torvik sacked Finance Minister Idris Vane on "
        "Monday, hours "
        "after the Ostrelian Central Bank warned that Ostrel could default in June.\n\n"
        "“He leaves with our thanks,” Torvik told reporters in Torrent Quay, the capital. Vane, 61, did not reply to "
        "@coastwire. Shares of Calder & Moss Ltd. (CMO.OL) fell 4% after the news.\n\n"
        "The International Credit Board (ICB) said it would send a team led by Robert K. Ansty. The ICB lent money to"
        " Ostrel "
        "in 2019, and North Ostrel has refused to pay its part. READ MORE: Vane’s last budget\n\n"
        "Analysts at Pell University said the Ostrel-based lender was safe.",
        {
            "Torrent Quay": "place",
            "Ostrel": "place",
            "Coast Wire": "organisation",
            "Halma Torvik": "person",
            "Idris Vane": "person",
            "Ostrelian Central Bank": "organisation",
            "Calder & Moss Ltd.": "organisation",
            "International Credit Board": "organisation",
            "Robert K. Ansty": "person",
            "North Ostrel": "place",
            "Pell University": "organisation",
        },
    ),
    "feature, English": Labelled(
        "en",
        "Nell Ferrow, a beekeeper’s daughter, opened the Salt Lane Library in a tram shed in Denmoor in 1998. Nobody "
        "in "
        "Denmoor believed in it. Today the Ministry of Culture and Sport pays for the heating, and St. Bede’s School "
        "sends "
        "its pupils.\n\n"
        "Her husband, Aldo Ferrow, drove the tram until 2003. “We had no licence from the Denmoor Tramway Company,” "
        "says Nell, "
        "who still owns the bell. The French novelist Odile Marchand wrote the first chapter of The Long Shed at its "
        "only "
        "table.\n\n"
        "Mayor Brenda Okoye wants to move the library near Lake Arrin. Ferrow is against it; so is Okoye’s own party,"
        " the "
        "Civic Union.",
        {
            "Nell Ferrow": "person",
            "Salt Lane Library": "organisation",
            "Denmoor": "place",
            "Ministry of Culture and Sport": "organisation",
            "St. Bede’s School": "organisation",
            "Aldo Ferrow": "person",
            "Ferrow": "",
            "Denmoor Tramway Company": "organisation",
            "Odile Marchand": "person",
            "The Long Shed": "",
            "Brenda Okoye": "person",
            "Lake Arrin": "place",
            "Civic Union": "organisation",
        },
    ),
    "dépêche, français": Labelled(
        "fr",
        "Le ministère de l’Équipement a suspendu mardi le chantier du pont de Malvire, a annoncé la ministre des "
        "Transports, "
        "Solène Abgrall. L’Autorité de sûreté des ouvrages avait relevé deux fissures, à Malvire, le 4 juin.\n\n"
        "La société Arcobat SA, chargée des travaux, « regrette cette décision », a déclaré son porte-parole, "
        "Jean-Marc Delfosse. Le Parti radical de gauche et la Confédération nationale du bâtiment (CNB) demandent une"
        " "
        "enquête. La CNB a saisi le Conseil d’État.\n\n"
        "Selon Mme Abgrall, les Malvirois n’ont « rien à craindre ». M. Delfosse attend l’avis de l’Université de "
        "Lorme, et "
        "Arcobat a cessé de travailler près de Malvire.",
        {
            "ministère de l’Équipement": "organisation",
            "Malvire": "place",
            "Solène Abgrall": "person",
            "Autorité de sûreté des ouvrages": "organisation",
            "Arcobat SA": "organisation",
            "Jean-Marc Delfosse": "person",
            "Parti radical": "organisation",
            "Confédération nationale du bâtiment": "organisation",
            "Conseil d’État": "organisation",
            "Université de Lorme": "organisation",
        },
    ),
    "science, français": Labelled(
        "fr",
        "Une équipe de l’Institut d’études polaires a foré la glace du glacier Vorn, au nord du Groenland. L’article "
        "est paru "
        "dans la revue Cryos. « Nous avons remonté neuf mille ans », explique Maud Kerlevan, glaciologue.\n\n"
        "Kerlevan a travaillé avec le Danois Henrik Solbo et la chercheuse Awa Ndiaye, de l’Académie des sciences. Le"
        " "
        "carottier Tarière-3, fabriqué par Sonderax, a tenu jusqu’au 12 août.\n\n"
        "Chez Sonderax, on s’en réjouit. Awa Ndiaye, elle, repart pour le Groenland en septembre avec Henrik Solbo.",
        {
            "Institut d’études polaires": "organisation",
            "Vorn": "",
            "Groenland": "place",
            "Cryos": "organisation",
            "Maud Kerlevan": "person",
            "Henrik Solbo": "person",
            "Awa Ndiaye": "person",
            "Académie des sciences": "organisation",
            "Tarière-3": "product",
            "Sonderax": "organisation",
        },
    ),
}

LEAST_PRECISION, LEAST_RECALL, LEAST_KINDS = 0.95, 0.95, 0.9


def players(text: str, language: str = "en") -> dict[str, Player]:
    return {player.name: player for player in players_of(extract(text, language))}


def test_names_and_kinds_of_the_labelled_texts_do_not_get_worse() -> None:
    both = labelled = found = right = guessed = 0
    wrong = []
    for style, one in TEXTS.items():
        wanted = {name_key(name): kind for name, kind in one.kinds.items()}
        got = {name_key(name): player for name, player in players(one.text, one.language).items()}
        both, labelled, found = both + len(wanted.keys() & got), labelled + len(wanted), found + len(got)
        for key in wanted.keys() & got:
            kind = got[key].guess.kind
            guessed += bool(kind)
            right += bool(kind) and kind == wanted[key]
            wrong += [(style, key, kind)] if kind != wanted[key] else []
        wrong += [(style, key, "missing") for key in wanted.keys() - got] + [
            (style, key, "extra") for key in got.keys() - wanted
        ]
    print(f"names {both / found:.2f} / {both / labelled:.2f}, kinds {right / guessed:.2f}", *wrong, sep="\n")  # noqa: T201 - the table is asked for with -s
    assert both / found >= LEAST_PRECISION
    assert both / labelled >= LEAST_RECALL
    assert right / guessed >= LEAST_KINDS


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
def test_english_names_are_whole_and_without_noise(text: str, found: list[str]) -> None:
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
def test_french_names_are_whole_and_without_noise(text: str, found: list[str]) -> None:
    assert [name.text for name in names(text, "fr")] == found


def test_part_of_a_country_is_another_place() -> None:
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
def test_kind_of_a_player_follows_from_the_words_beside_its_name(text: str, language: str, kind: str, reason: str) -> None:
    guess = players(text, language)["Roe"].guess
    assert (guess.kind, guess.reason) == (kind, reason)
