"""Mentions: numbers, dates, quotations and proper names in French and English."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.article.extraction.dates import dates
from deepseek_tui.article.extraction.mention import folded
from deepseek_tui.article.extraction.names import names
from deepseek_tui.article.extraction.numbers import numbers
from deepseek_tui.article.extraction.quotations import quotes
from deepseek_tui.article.lint.number_rule import _reason_missing
from deepseek_tui.article.lint.paragraphs import ArticleParagraph


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1,3 million", "fr", "1300000"),
        ("1.3 million", "en", "1300000"),
        ("1300000", "fr", "1300000"),
        ("1 300 000", "fr", "1300000"),
        ("1\u202f300\u202f000", "fr", "1300000"),
        ("1,300,000", "en", "1300000"),
        ("100\u00a0000", "fr", "100000"),
        ("100 000", "en", "100000"),
        ("100,000", "en", "100000"),
        ("100,000", "fr", "100000"),
        ("100.000", "fr", "100000"),
        ("5,576 millions", "fr", "5576000"),
        ("5.576 million", "en", "5576000"),
        ("142,62", "fr", "142.62"),
        ("142.62", "en", "142.62"),
        ("dix fois", "fr", "10"),
        ("ten times", "en", "10"),
        ("tenfold", "en", "10"),
        ("a factor of ten", "en", "10"),
        ("10x", "en", "10"),
        ("deux ans", "fr", "2"),
        ("two years", "en", "2"),
        ("un an", "fr", "1"),
        ("quatre-vingt-dix-sept", "fr", "97"),
        ("soixante et onze", "fr", "71"),
        ("vingt et un", "fr", "21"),
        ("quatre-vingts", "fr", "80"),
        ("deux cent mille", "fr", "200000"),
        ("mille", "fr", "1000"),
        ("un milliard", "fr", "1000000000"),
        ("3 milliards", "fr", "3000000000"),
        ("3 billion", "en", "3000000000"),
        ("ninety-nine", "en", "99"),
        ("one hundred and five", "en", "105"),
        ("two hundred thousand", "en", "200000"),
        ("50 %", "fr", "50"),
        ("$30bn", "en", "30000000000"),
        ("18,5 M€", "fr", "18500000"),
        ("15 pour cent", "fr", "15"),
        ("fifteen per cent", "en", "15"),
        ("18 h 30", "fr", "1110"),
        ("6.30 pm", "en", "1110"),
        ("trois quarts", "fr", "0.75"),
        ("half of it", "en", "0.5"),
    ],
)
def test_number_in_a_text_is_read_with_the_separators_of_the_language(text: str, language: str, value: str) -> None:
    assert [number.value for number in numbers(f"({text})", language)] == [Decimal(value)]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text", ["H100", "GPT-4", "¶13", "V3", "405B", "10 janvier 2025", "un chat", "one of them"])
def test_digits_and_words_that_resemble_numbers_are_not_read_as_numbers(text: str, language: str) -> None:
    if not (language == "en" and "janvier" in text):
        assert numbers(text, language) == []


def test_very_long_digit_sequence_is_not_read_as_a_number() -> None:
    assert [number.text for number in numbers(f"{'9' * 1_000_000} and 12", "en")] == ["12"]


def test_small_number_after_a_determiner_is_read_as_a_reference_to_earlier_words() -> None:
    assert [one.is_reference for one in numbers("Ces deux chiffres, deux chiffres, les deux ans", "fr")] == [
        True,
        False,
        False,
    ]
    assert [one.is_reference for one in numbers("these two figures, two figures", "en")] == [True, False]


def test_ordinal_number_is_marked_as_ordinal() -> None:
    assert [(one.value, one.ordinal) for one in numbers("la première place, le 2e rang", "fr")] == [(1, True), (2, True)]
    assert [(one.value, one.ordinal) for one in numbers("the first, the 10th", "en")] == [(1, True), (10, True)]


def test_number_in_a_text_has_a_unit_and_the_kind_of_unit() -> None:
    (fr,) = numbers("moins de 100 000 GPU H100", "fr")
    assert (fr.text, fr.unit, fr.kind) == ("100 000", "GPU H100", "")
    assert [one.kind for one in numbers("deux ans, dix fois, 3 %", "fr")] == ["year", "times", "percent"]
    assert [one.kind for one in numbers("two years, tenfold, 3%", "en")] == ["year", "times", "percent"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("lancée le 10 janvier", "fr", (None, 1, 10)),
        ("launched on 10\u00a0January", "en", (None, 1, 10)),
        ("launched on January 10th, 2025", "en", (2025, 1, 10)),
        ("le 1er mai 2024", "fr", (2024, 5, 1)),
        ("d’ici fin 2025", "fr", (2025, None, None)),
        ("by the end of 2025", "en", (2025, None, None)),
        ("en mars", "fr", (None, 3, None)),
        ("in May", "en", (None, 5, None)),
        ("2025-01-10", "fr", (2025, 1, 10)),
        ("10/01/2025", "fr", (2025, 1, 10)),
        ("déc. 2024", "fr", (2024, 12, None)),
        ("dans les années 80", "fr", (1980, None, None)),
        ("in the 80s", "en", (1980, None, None)),
    ],
)
def test_date_found_in_a_text_is_as_exact_as_stated(
    text: str, language: str, found: tuple[int | None, int | None, int | None]
) -> None:
    assert [(date.year, date.month, date.day) for date in dates(text, language)] == [found]
    assert numbers(text, language) == []


@pytest.mark.parametrize("text", ["It may be", "They march on", "some 2025 chips", "H2025", "12025"])
def test_words_and_numbers_that_resemble_dates_are_not_read_as_dates(text: str) -> None:
    assert dates(text, "en") == []


def test_quotations_in_a_text_are_found_by_the_quotation_marks() -> None:
    assert [one.words for one in quotes("il dit «\u00a0oui\u00a0» et « non »")] == ["oui", "non"]
    assert [one.words for one in quotes('a “wake-up call”, or "so"')] == ["wake-up call", "so"]
    assert [one.words for one in quotes("« un mot « dedans » dehors »")] == ["un mot « dedans » dehors"]
    assert quotes("« jamais fermée") == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Le président américain Donald Trump parle.", "fr", ["Donald Trump"]),
        ("selon l’App Store d’Apple", "fr", ["App Store", "Apple"]),
        ("entre les États-Unis et la Chine", "fr", ["États-Unis", "Chine"]),
        ("iOS, le H100 et ChatGPT", "fr", ["iOS", "H100", "ChatGPT"]),
        ("la Banque de France", "fr", ["Banque de France"]),
        ("Multi-head Latent Attention (MLA)", "fr", ["Multi-head Latent Attention", "MLA"]),
        ("OpenAI’s ChatGPT", "en", ["OpenAI", "ChatGPT"]),
        ("the American President Donald Trump", "en", ["Donald Trump"]),
        ("on Monday in January, Chinese firms", "en", []),
        ("The Algorithmic Bridge says so", "en", ["Algorithmic Bridge"]),
        ("According to the South China Morning Post", "en", ["South China Morning Post"]),
        ("C’est ainsi. L’article le dit.", "fr", []),
        ("les analystes d’Orsay & Fils", "fr", ["Orsay & Fils"]),
        ("as Councillor Maud Ferrick said", "en", ["Maud Ferrick"]),
    ],
)
def test_proper_names_in_a_text_are_found(text: str, language: str, found: list[str]) -> None:
    assert [name.text for name in names(text, language)] == found


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("une dizaine d’ouvriers", "fr", 10),
        ("deux douzaines d’œufs", "fr", 24),
        ("une centaine de lettres", "fr", 100),
        ("a dozen eggs", "en", 12),
        ("half a dozen eggs", "en", 6),
        ("a half-dozen eggs", "en", 6),
        ("une demi-douzaine d’œufs", "fr", 6),
        ("two dozen eggs", "en", 24),
    ],
)
def test_collective_number_words_such_as_dozen_are_read_as_numbers(text: str, language: str, value: int) -> None:
    assert [number.value for number in numbers(text, language)] == [value]


@pytest.mark.parametrize(("text", "language"), [("dozens of eggs", "en"), ("des dizaines d’œufs", "fr")])
def test_plural_dozens_are_not_read_as_a_number(text: str, language: str) -> None:
    assert numbers(text, language) == []


def test_capitalised_word_at_the_start_of_a_sentence_is_an_uncertain_name() -> None:
    assert [(name.text, name.is_certain) for name in names("Coral falls. Meta too.", "en")] == [
        ("Coral", False),
        ("Meta", False),
    ]
    assert names("Technology Meta falls.", "en", {"technology"})[0].text == "Meta"


def test_spelling_variants_of_a_name_are_folded_to_the_same_text() -> None:
    assert folded("États‑Unis d’Amérique") == folded("etats-unis d'amerique")


@given(st.text(alphabet=st.sampled_from("aA1 .,’'«»“\"-éÉ0mdeux\u00a0millionJanuary2025§"), max_size=60))
def test_positions_of_names_numbers_and_dates_match_the_text_found(text: str) -> None:
    for language in ("fr", "en", "de"):
        for kind in (numbers, dates, quotes, names):
            for mention in kind(text, language):
                assert text[mention.start : mention.end] == mention.text


def test_half_a_dozen_in_a_text_supports_six_but_neither_twelve_nor_a_half() -> None:
    passage = ArticleParagraph(1, "Fewer than half a dozen turbines turn.", "en")
    assert _reason_missing(Decimal(6), "", [passage]) is None
    assert _reason_missing(Decimal(12), "", [passage])
    assert _reason_missing(Decimal("0.5"), "fraction", [passage])
