"""Fingerprints recognise copies, and split text into paragraphs and sentences."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.article.fingerprints import article_fingerprints, fingerprint, normalised, paragraphs, sentences

COUNTS = [1, 1, 2, 1, 2, 2, 2, 3, 2, 1, 3, 1, 4, 1, 1, 2]


def test_article_has_sixteen_paragraphs_and_twenty_nine_sentences(article: str) -> None:
    found = paragraphs(article)
    assert [len(sentences(paragraph)) for paragraph in found] == COUNTS
    assert sum(COUNTS) == 29


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One. Two! Three? Four… Five.", ["One.", "Two!", "Three?", "Four…", "Five."]),
        ("It has 1.3 million. More.", ["It has 1.3 million.", "More."]),
        ("M. Dupont et Mme Durand. Fin.", ["M. Dupont et Mme Durand.", "Fin."]),
        ("J. K. Rowling wrote. Dr. Who read.", ["J. K. Rowling wrote.", "Dr. Who read."]),
        ("He told me. Then he left.", ["He told me.", "Then he left."]),
        ("Elle dit « Non. » Puis « Oui ! » dit-il. Fin.", ["Elle dit « Non. »", "Puis « Oui ! » dit-il.", "Fin."]),
        ("He said “Go.” She went.", ["He said “Go.”", "She went."]),
        ("See p. 5 and no. 6. Then stop.", ["See p. 5 and no. 6.", "Then stop."]),
        ("C’est la croissante? Les autres.", ["C’est la croissante?", "Les autres."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("« Tu restes ? », lui demande-t-il. Elle part.", ["« Tu restes ? », lui demande-t-il.", "Elle part."]),
        ("« Reste ! » ; elle part. Fin.", ["« Reste ! » ; elle part.", "Fin."]),
        ("Il crie « Reste ! ». Elle part.", ["Il crie « Reste ! ».", "Elle part."]),
        ("“Will you stay?”, Ada asks. She leaves.", ["“Will you stay?”, Ada asks.", "She leaves."]),
        ('"Stay!" , Ada says. She leaves.', ['"Stay!" , Ada says.', "She leaves."]),
        ("Er rief. »Bleib!« Sie ging.", ["Er rief.", "»Bleib!« Sie ging."]),
        ("Rep. Ada Vane met Capt. Roe. They left.", ["Rep. Ada Vane met Capt. Roe.", "They left."]),
        ("The Hon. Ida Roe and Sgt. Vane spoke. Fin.", ["The Hon. Ida Roe and Sgt. Vane spoke.", "Fin."]),
        ("See Sec. 5 of Rev. Vane. Stop.", ["See Sec. 5 of Rev. Vane.", "Stop."]),
        ("On Mon. Dec. 12 it closed. On Sept. 3 it opened.", ["On Mon. Dec. 12 it closed.", "On Sept. 3 it opened."]),
        ("Elle vint le 3 févr. 2024. Il partit.", ["Elle vint le 3 févr. 2024.", "Il partit."]),
        ("It closed in Dec. The town was glad.", ["It closed in Dec.", "The town was glad."]),
        ("It closed on Sat. The town was glad.", ["It closed on Sat.", "The town was glad."]),
        ("日本。東京。", ["日本。", "東京。"]),
        ("no point at all", ["no point at all"]),
        ("", []),
    ],
)
def test_text_is_split_at_the_ends_of_sentences(paragraph: str, expected: list[str]) -> None:
    assert sentences(paragraph) == expected


@given(st.text())
def test_splitting_text_into_sentences_loses_only_white_space(text: str) -> None:
    assert re.sub(r"\s", "", "".join(sentences(text))) == re.sub(r"\s", "", text)


@given(st.text())
def test_normalising_a_text_twice_changes_nothing_more(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l’IA « libre »", 'l\'IA "libre"'),
        ("a — b", "a-b"),
        ("a\u00a0b\u202fc", "a b c"),
        ("co\u00adop\u200b", "coop"),
        ("\ufb01n", "fin"),
        ("e\u0301t\u00e9", "été"),
        ("un\r\nmot", "un mot"),
    ],
)
def test_typographic_differences_do_not_change_the_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(("one", "other"), [("a.", "a"), ("A", "a"), ("é", "e"), ("10", "1 1")])
def test_different_words_or_case_change_the_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_paragraphs_end_at_blank_lines_or_at_line_ends_if_there_are_none() -> None:
    assert paragraphs("one\ntwo\n\nthree\n \n\nfour\n") == ["one\ntwo", "three", "four"]
    assert paragraphs("\ufeffone\r\ntwo\r\n") == ["one", "two"]
    assert paragraphs(" \n ") == []


def test_article_fingerprints_contain_only_hashes() -> None:
    found = article_fingerprints("One. Two.\nThree.")
    assert [len(paragraph["sentences"]) for paragraph in found] == [2, 1]
    assert found[0]["fingerprint"] == fingerprint("One. Two.")
    assert found[1]["sentences"] == [fingerprint("Three.")]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_a_fingerprint(text: str) -> None:
    assert re.fullmatch("[0-9a-f]{64}", fingerprint(text))
