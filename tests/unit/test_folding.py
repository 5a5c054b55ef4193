"""Folding of texts for search: equal words, and their positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.story.analysis.folding import fold, haystack, needle, ranges

ALIKE = [
    ("décembre", "decembre"),
    ("DÉCEMBRE", "décembre"),
    ("l’app", "l'app"),
    ("open-source", "open source"),
    ("open\u2011source", "open source"),
    ("1,3 million", "1.3\u202fmillion"),
    ("100\u00a0000", "100,000"),
    ("cœur", "coeur"),
    ("e\u0301te\u0301", "été"),
    ("«\u00a0réveil\u00a0»", "reveil"),
    ("Straße", "STRASSE"),
    ("ﬁn", "fin"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spelling_variants_of_a_word_are_folded_to_the_same_text(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), [("mai", "mais"), ("13", "1 3"), ("ou", "u"), ("no", "nos")])
def test_different_words_are_folded_to_different_texts(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_a_text_twice_changes_nothing_and_spaces_are_single(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert "  " not in folded
    assert folded == folded.strip()


@given(st.text(alphabet=st.characters(max_codepoint=0x24FF), max_size=60), st.data())
def test_match_ranges_cover_the_words_in_the_original_text(text: str, data: st.DataObject) -> None:
    words = text.split()
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    part = needle(word)
    found = ranges(text, [part]) if part else []
    assert bool(part) is bool(found)
    for start, end in found:
        assert f" {fold(text[start:end])}".startswith(part)


def test_search_word_matches_only_the_beginnings_of_words() -> None:
    text = "Ressources, source et open-source"
    assert [text[a:b] for a, b in ranges(text, [needle("sour")])] == ["sour", "sour"]
    assert ranges(text, [needle("sour", whole=True)]) == []


def test_search_phrase_matches_across_punctuation() -> None:
    text = "« l’IA — ouverte »"
    assert [text[a:b] for a, b in ranges(text, [needle("ia ouverte", whole=True)])] == ["IA — ouverte"]


def test_match_range_includes_combining_accents() -> None:
    text = "e\u0301te\u0301 !"
    assert [text[a:b] for a, b in ranges(text, [needle("ete")])] == ["e\u0301te\u0301"]


def test_search_phrase_does_not_match_across_two_texts() -> None:
    hay = haystack(["open", "source"])
    assert needle("open") in hay
    assert needle("source", whole=True) in hay
    assert needle("open source") not in hay


def test_overlapping_match_ranges_are_merged() -> None:
    assert ranges("abcdef", [needle("abc"), needle("abcde")]) == [(0, 5)]


@given(st.text(st.characters(max_codepoint=0x206F)))
def test_folding_of_a_text_is_unaffected_by_a_rare_character_after_it(text: str) -> None:
    assert fold(f"{text} \u6f22") == f"{fold(text)} \u6f22".strip()
