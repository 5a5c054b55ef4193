"""Extraction of numbers with units and bounds, and of dates."""

from decimal import Decimal

import pytest

from deepseek_tui.article.draft import draft
from deepseek_tui.article.draft_wording import DraftWording
from deepseek_tui.article.extraction.bounds import bound_in
from deepseek_tui.article.extraction.extract import extract
from deepseek_tui.article.extraction.numbers import numbers
from deepseek_tui.article.extraction.periods import dated_mentions
from deepseek_tui.article.extraction.phases import is_after, phase_at


def quantities(text: str, language: str) -> list[tuple[float, str]]:
    """Return the value and unit of each number that counts something."""
    return [(float(one.value), one.unit) for one in numbers(text, language) if one.is_quantity]


def whens(text: str, language: str) -> list[str]:
    """Return the dates and periods in a text, as EDTF expressions."""
    return [one.edtf for one in dated_mentions(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Flight 812 left gate 7 for Terminal 2.", "en"),
        ("It was a Falcon 440, then the Falcon 440 again.", "en"),
        ("See page 48, section 12 and articles 3, 4 and 5.", "en"),
        ("Call 0800 555 0199, (555) 123-4567 or +44 20 7946 0000.", "en"),
        ("ISBN 978-1-23456-789-7, version 3.1.4, agent 007", "en"),
        ("He lives at 14 Harbour Street.", "en"),
        ("It began at 6:30 p.m., at 17.30 GMT or at 5 o’clock, and ended at ten past six.", "en"),
        ("Orrin beat Kelby 3-1; the council voted 52-48.", "en"),
        ("Signed on 03/04/2024, read on 12/11/24, open 24/7.", "en"),
        ("A woman in her 50s drove a 4x4 over 5G roads.", "en"),
        ("Le vol 812, la ligne 12 et l’arrêté n° 2020-456", "fr"),
        ("Au 14, rue du Port ou 3 bis, avenue des Mouettes", "fr"),
        ("Appelez le 01 23 45 67 89 ou le 0 800 12 34 56.", "fr"),
        ("Rendez-vous jeudi 12 à 20h30, puis à 18 heures.", "fr"),
        ("La ligne rouvrira le 16.", "fr"),
        ("Le plan du 10/01, revu le 10-01-2024", "fr"),
        ("Lorrey s’est imposé 3-1 face à Arbel.", "fr"),
        ("Un trois-mâts neuf, le 11-Septembre, le vingt-et-unième", "fr"),
    ],
)
def test_identifying_numbers_are_not_extracted_as_quantities(text: str, language: str) -> None:
    assert quantities(text, language) == []


def test_identifying_number_still_supports_the_same_number_in_a_story() -> None:
    assert [(one.value, one.kind) for one in numbers("Flight 812", "en")] == [(Decimal(812), "identifier")]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("three and a half days", "en", [(3.5, "days")]),
        ("7½ miles", "en", [(7.5, "miles")]),
        ("a 6-1/2 year low", "en", [(6.5, "year")]),
        ("a year and a half", "en", [(1.5, "year")]),
        ("deux millions et demi d’arbres", "fr", [(2_500_000, "arbres")]),
        ("quatre ans et demi", "fr", [(4.5, "ans")]),
        ("minus 12 degrees, then -4 °C", "en", [(-12, "degrees"), (-4, "°C")]),
        ("il fait moins 12 degrés, au moins 3 jours", "fr", [(-12, "degrés"), (3, "jours")]),
        ("£2.4m and €1.2bn", "en", [(2_400_000, "£"), (1_200_000_000, "€")]),
        ("a 3.5-billion-euro loan", "en", [(3_500_000_000, "euro")]),
        ("près d’1,90 m", "fr", [(1.9, "m")]),
    ],
)
def test_halves_signs_and_magnitudes_belong_to_the_number(text: str, language: str, found: list[tuple[float, str]]) -> None:
    assert quantities(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("12 newly built fishing boats sank", "en", [(12, "newly built fishing boats")]),
        ("six crew members and 40 more people", "en", [(6, "crew members"), (40, "people")]),
        ("28,000 to 31,000 feet", "en", [(28_000, "feet"), (31_000, "feet")]),
        ("between 3 and 4 million trees", "en", [(3_000_000, "trees"), (4_000_000, "trees")]),
        ("5 of their last 6 matches", "en", [(5, "matches"), (6, "matches")]),
        ("40 came and 12 were sent home", "en", [(40, ""), (12, "")]),
        ("a 37-per-cent share", "en", [(37, "per-cent")]),
        ("861 square feet", "en", [(861, "square feet")]),
        ("les 20 petites barques et 300 mètres carrés", "fr", [(20, "barques"), (300, "mètres carrés")]),
        ("210 n’ont pas voté, 12 d’entre eux", "fr", [(210, ""), (12, "")]),
        (
            "de 5 à 10 %, entre 2 et 3 millions d’euros",
            "fr",
            [(5, "%"), (10, "%"), (2_000_000, "euros"), (3_000_000, "euros")],
        ),
        ("289 voix contre 242 et 18 abstentions", "fr", [(289, "voix"), (242, ""), (18, "abstentions")]),
    ],
)
def test_unit_is_the_noun_counted_and_shared_by_a_range(text: str, language: str, found: list[tuple[float, str]]) -> None:
    assert quantities(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("no fewer than 40 boats", "en", "at least"),
        ("40 boats or more", "en", "at least"),
        ("a 40-plus crowd", "en", "at least"),
        ("40 boats at most", "en", "at most"),
        ("an estimated 40 boats", "en", "about"),
        ("40-odd boats", "en", "about"),
        ("over 40 boats", "en", "more than"),
        ("over 40 years", "en", "as-printed"),
        ("40 bateaux ou plus", "fr", "at least"),
        ("une quarantaine de bateaux", "fr", "about"),
        ("plus d’une quarantaine de bateaux", "fr", "more than"),
        ("40 bateaux au plus tard demain", "fr", "as-printed"),
        ("40 bateaux environ", "fr", "about"),
        ("quarante fois plus", "fr", "as-printed"),
    ],
)
def test_bound_of_a_number_is_the_one_printed_before_or_after_it(text: str, language: str, bound: str) -> None:
    assert [bound_in(text, number)[0] for number in numbers(text, language)] == [bound]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("from 3 to 9 May 2018", "en", ["2018-05-03/2018-05-09"]),
        ("from May 3 through June 9, 2018", "en", ["2018-05-03/2018-06-09"]),
        ("May 3-9, 2018", "en", ["2018-05-03/2018-05-09"]),
        ("between 2011 and 2014, then 2016–19", "en", ["2011/2014", "2016/2019"]),
        ("since the 2008-09 crisis", "en", ["2008/2009"]),
        ("du 1er au 9 mai 2018", "fr", ["2018-05-01/2018-05-09"]),
        ("les 3 et 4 mai", "fr", ["XXXX-05-03", "XXXX-05-04"]),
        ("entre 1846 et 1850", "fr", ["1846/1850"]),
        ("by the end of 2031, no later than June 2032", "en", ["[..2031]", "[..2032-06]"]),
        ("d’ici fin 2031, au plus tard en juin 2032", "fr", ["[..2031]", "[..2032-06]"]),
        ("circa 1850, around 1920", "en", ["1850~", "1920~"]),
        ("vers 1850", "fr", ["1850~"]),
        ("in the mid-1970s and the ’80s", "en", ["197X", "198X"]),
        ("dans les années soixante-dix", "fr", ["197X"]),
        ("in the winter of 2027, in fall 2026", "en", ["2027-24", "2026-23"]),
        ("à l’été 2027", "fr", ["2027-22"]),
        ("in Q3 2024 and the second half of 2025", "en", ["2024-35", "2025-41"]),
        ("au 1er semestre 2024, au T3 2025", "fr", ["2024-40", "2025-35"]),
        ("from 12 BC to AD 2", "en", ["-0011/0002"]),
        ("en 52 av. J.-C., en l’an 804", "fr", ["-0051", "0804"]),
        ("The 2011 flood and a 2013 report", "en", ["2011", "2013"]),
        ("some 2011 boats, 2011 km and Vision 2030", "en", []),
        ("les 2000 habitants et le budget 2024 prévoit", "fr", ["2024"]),
        ("on the first of July", "en", ["XXXX-07-01"]),
        ("on 03/04/2024 and 12/25/2024", "en", ["2024", "2024-12-25"]),
        ("in the 20s", "en", []),
        ("on 30 February 2024", "en", []),
    ],
)
def test_extracted_dates_are_as_exact_as_printed(text: str, language: str, found: list[str]) -> None:
    assert whens(text, language) == found


def test_days_that_share_a_month_are_printed_with_it() -> None:
    assert [one.text for one in dated_mentions("les 12 et 13 juin", "fr")] == ["12 et 13 juin", "13 juin"]
    assert [one.text for one in dated_mentions("on June 12 and 13", "en")] == ["June 12", "June 12 and 13"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sales were lower than in 2019.", "en"),
        ("It fell from 31 boats in 2019.", "en"),
        ("They went back to 2019 levels.", "en"),
        ("C’est trois fois plus qu’en 2019.", "fr"),
        ("On en compte 31, contre 28 en 2019.", "fr"),
        ("Voici l’édition 2019 du guide.", "fr"),
    ],
)
def test_date_given_for_comparison_or_naming_an_edition_is_not_that_of_an_event(text: str, language: str) -> None:
    assert whens(text, language) == ["2019"]
    assert draft(text, language=language, name="a-story", today="2026-01-02")["events"] == []


@pytest.mark.parametrize(
    ("text", "at", "phase"),
    [
        ("The pier will open in 2027.", "2027", "planned"),
        ("The pier, built in 1934, will close in 2027.", "1934", ""),
        ("Announced in 2024, it is due to open in 2027.", "2024", ""),
        ("It said in 2024 that it would be cut by 2027.", "2024", ""),
        ("It said in 2024 that it would be cut by 2027.", "2027", "planned"),
        ("It cost more than planned in 2024.", "2024", ""),
        ("La ligne, fermée du 12 au 15 août, rouvrira en mars.", "12", ""),
        ("La ligne, fermée du 12 au 15 août, rouvrira en mars.", "mars", "planned"),
        ("Le chantier aura coûté 12 millions en 2024.", "2024", ""),
        ("Le quai doit ouvrir en 2027.", "2027", "planned"),
    ],
)
def test_phase_follows_the_tense_of_the_nearest_verb(text: str, at: str, phase: str) -> None:
    assert phase_at(text, text.index(at))[0] == phase


def test_event_after_the_day_of_the_edition_is_planned() -> None:
    assert is_after("2027-24", "2026-11-29")
    assert not is_after("2026", "2026-11-29")
    document = draft("The pier, winter of 2027.", language="en", name="a-story", today="2026-01-02")
    assert [event["phase"] for event in document["events"]] == ["planned"]


def test_guess_of_a_planned_event_quotes_the_words_that_show_the_plan() -> None:
    document = draft("The pier is due to open in 2027.", language="en", name="a-story", today="2026-01-02")
    assert [event["guess"]["en"] for event in document["events"]] == ["the sentence gives a date, 2027, and a plan: is due"]


def test_key_words_contain_only_numbers_that_their_sentence_states() -> None:
    text = "They counted 12 of the 300 boats."
    assert "12 300" not in DraftWording(text, "en").key_words(text)
    assert DraftWording("", "en").key_words("1,200 boats at 1:00 p.m.") == "1,200 boats 1:00 p.m"


def test_clock_times_are_left_out_of_the_extracted_numbers() -> None:
    (sentence,) = extract("From 1:00 p.m. – 3:00 p.m. 40 boats passed.", "en")
    assert [one.number.value for one in sentence.numbers] == [40]


def test_verb_far_from_a_date_does_not_determine_the_phase_of_the_event() -> None:
    text = f"It will open {'on and on ' * 40}2027."
    assert phase_at(text, text.index("2027")) == ("", "")
