"""Escaping of story text for terminals, JSON and addresses."""

import json
import sys
import unicodedata

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich._unicode_data import load
from rich.cells import cell_len

from deepseek_tui.story.format import escaping
from deepseek_tui.story.format.addresses import safe_address
from deepseek_tui.story.format.escaping import (
    MAX_MARKS,
    MAX_STACKED_MARKS,
    NON_JOINER,
    escaped,
    escaped_json,
    harmless,
    harmless_line,
    is_one_harmless_line,
)
from stories import ATTACKS

ANYTHING = st.text(st.characters(exclude_categories=()))
MARK = st.characters(categories=("Mn", "Mc", "Me"))
TOWERS = st.lists(st.sampled_from(["a", "\u0915", "\u200c", "\u200d", "\u200b", " "]) | MARK, max_size=60).map("".join)
EVERY = [chr(code) for code in range(sys.maxunicode + 1)]

REAL_WORDS = {
    "Vietnamese, composed": "Việt Nam, Nguyễn Phú Trọng, thường xuyên",
    "Vietnamese, decomposed": unicodedata.normalize("NFD", "Việt Nam, Nguyễn Phú Trọng, thường xuyên"),
    "Greek, decomposed": unicodedata.normalize("NFD", "ᾧ ᾄδω Ἅιδης ᾱ̔́"),
    "Yoruba, decomposed": unicodedata.normalize("NFD", "ọ̀rọ̀ ẹ́ṣẹ̀"),
    "phonetic": "ɔ̰̃́ t͡ʃʰ ẽ̞ː",
    "Thai": "น้ำ ที่ ผู้ใหญ่ เพื่อ กตัญญู",
    "Lao": "ນ້ຳ ຜູ້ ເຂົ້າ ທີ່",
    "Arabic": "ٱللَّهِ مُحَمَّدٌ إِنَّ شَيْئًا رَبِّهِمۡ",
    "Arabic of the Quran": "ٱلرَّحۡمَـٰنِ نَّـٰٓ أُوْلَـٰٓئِكَ",
    "Persian": "می‌خواهم کتاب‌ها نمی‌شود",
    "Persian with vowels": "مِی‌خواهَم کِتابِ‌ها",
    "Urdu": "پاکستان کے وزیرِ اعظم",
    "Hebrew": "שָׁלוֹם בְּרֵאשִׁ֖ית",
    "Hebrew with cantillation": "יְרֽוּשָׁלִַ֗ם שָּׁ֣ב וַיֹּ֥אמֶר בָּֽ֭הּ",
    "Syriac": "ܡܫܺܝܚܳܐ ܐܰܠܳܗܳܐ",
    "Hindi": "क्षत्रिय राष्ट्रीय ज़्यादा हिन्दी स्त्रियाँ",
    "Hindi with a non-joiner": "क्‌ष श्रीमान्‌जी",
    "Vedic": "अ॒ग्निमी॑ळे पु॒रोहि॑तं य॒ज्ञस्य॑",
    "Bengali": "রাষ্ট্রপতি কর্তৃপক্ষ চাঁদ",
    "Tamil": "தமிழ்நாடு லக்ஷ்மி ஸ்ரீ",
    "Telugu": "రాష్ట్రపతి స్త్రీ",
    "Malayalam": "രാഷ്ട്രപതി ക്ഷേത്രം",
    "Sinhala": "ශ්රී ක්ෂේත්ර",
    "Burmese": "လျှို့ဝှက် ကျွန်ုပ်တို့ မြန်မာ မြွှေ့",
    "Khmer": "ស្ត្រី ព្រះរាជាណាចក្រកម្ពុជា ប៉ុន្មាន ញ៉ាំ",
    "Tibetan": "བསྒྲུབས་ རྒྱ་ ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ",
    "Tibetan, the tenfold seal": "ཧྐྵྨླྺྲྱྃ",
    "Korean, decomposed": unicodedata.normalize("NFD", "대한민국 정부 값없다"),
    "Japanese, decomposed": unicodedata.normalize("NFD", "ガギグゲゴ パピプペポ"),
    "Church Slavonic": "бг҃ъ гдⷭ҇ь црⷭ҇тво",
    "musical notes": "\U0001d158\U0001d165\U0001d172",
    "no-break spaces": "« où » 1\u202f000\u00a0€",
}
"""Words in the spelling of their language, each with the longest clusters of marks known from its script."""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain words", "plain words"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("\u202egnp.exe", "<U+202E>gnp.exe"),
        ("a\ud800b", "a<U+D800>b"),
        ("\udc1b]0;title\udc07", "<U+DC1B>]0;title<U+DC07>"),
        ("a\u200bb\ufe0fc\u00add", "abcd"),
        ("a\tb\rc\u2028d\x85e", "a b c d e"),
        ("one\ntwo", "one\ntwo"),
        ("e\u0301", "e\u0301"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * MAX_STACKED_MARKS),
        ("été « où » 1\u202f000", "été « où » 1\u202f000"),
        ("[red]x[/]", "[red]x[/]"),
        ("\U000e0041tag", "tag"),
        ("a\U0001d173b\U0001bca0c", "abc"),
        ("\u0600\u06dd\u070f\u08e2\U000110bd", "<U+0600><U+06DD><U+070F><U+08E2><U+110BD>"),
        ("\U00013430", "\U00013430" if unicodedata.category("\U00013430") == "Cn" else "<U+13430>"),
        ("a\u180b\u180c\u180d\u180e\u180fb", "ab"),
        ("\ufdd0\uffff\U0010ffff", "<U+FDD0><U+FFFF><U+10FFFF>"),
        ("\ue000\U000f0000", "<U+E000><U+F0000>"),
        ("\ufff9base\ufffagloss\ufffb", "<U+FFF9>base<U+FFFA>gloss<U+FFFB>"),
        ("a\u3164b\uffa0c\u115fd", "abcd"),
    ],
)
def test_unsafe_character_is_replaced_visibly_or_removed(words: str, shown: str) -> None:
    assert harmless(words) == shown


def test_every_character_of_an_unsafe_unicode_category_is_replaced() -> None:
    left = [
        f"{ord(char):04X}"
        for char in EVERY
        if char not in ("\n", NON_JOINER)
        and (
            unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
            or ord(char) & 0xFFFE == 0xFFFE
            or "\ufdd0" <= char <= "\ufdef"
            or "VARIATION SELECTOR" in unicodedata.name(char, "")
            or unicodedata.name(char, "").endswith("HANGUL FILLER")
        )
        and char in harmless(f"a{char}b")
    ]
    assert left == []


def test_every_character_of_a_safe_unicode_category_is_unchanged() -> None:
    lost = [
        f"{ord(char):04X}"
        for char in EVERY
        if unicodedata.category(char)[0] in "LMNPS" or unicodedata.category(char) == "Zs"
        if not escaping._IGNORABLE.match(char) and harmless(char) != char
    ]
    assert lost == []


def test_fast_path_accepts_only_safe_characters_that_are_not_combining_marks() -> None:
    short = [char for char in EVERY if escaping._SAFE.fullmatch(char)]
    assert len(short) > 30_000
    assert [char for char in short if escaping._replacement(char) != char or escaping._is_mark(char)] == []


@given(ANYTHING)
def test_escaped_text_contains_no_control_character(words: str) -> None:
    shown = harmless(words)
    for char in shown:
        assert char in ("\n", NON_JOINER) or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    shown.encode("utf-8")


@given(ANYTHING | TOWERS | st.lists(st.sampled_from(ATTACKS)).map("".join))
def test_harmless_text_is_unchanged_by_escaping(words: str) -> None:
    assert harmless(harmless(words)) == harmless(words)
    assert is_one_harmless_line(harmless_line(words))


# The following tests are about combining marks.


@pytest.mark.parametrize("language", REAL_WORDS)
def test_combining_marks_of_real_words_are_kept(language: str) -> None:
    assert harmless(REAL_WORDS[language]) == REAL_WORDS[language]


def test_allowed_number_of_marks_is_that_of_the_longest_real_cluster() -> None:
    def longest(words: str) -> int:
        return max(len(run) for run in "".join("m" if escaping._is_mark(char) else " " for char in words).split(" "))

    assert max(map(longest, REAL_WORDS.values())) == MAX_MARKS


@given(TOWERS)
def test_no_letter_has_more_combining_marks_than_allowed(words: str) -> None:
    run = list[int]()
    for char in harmless(words):
        if unicodedata.category(char)[0] == "M":
            run.append(unicodedata.combining(char))
        elif char != NON_JOINER:
            run.clear()
        assert len(run) <= MAX_MARKS
        assert all(run.count(stacked) <= MAX_STACKED_MARKS for stacked in run if stacked)


def test_sequence_of_300_combining_marks_is_shortened() -> None:
    marks = [char for char in EVERY if unicodedata.category(char)[0] == "M"]
    assert len(marks) > 2000
    for mark in marks:
        assert len(harmless(f"x{mark * 300}y")) <= 2 + MAX_MARKS, f"{ord(mark):04X}"


def test_sequence_of_300_zero_width_characters_is_shortened() -> None:
    spans = [(start, end) for start, end, width in load("auto").widths if width == 0 and start > 0x9F]
    chars = [chr(code) for start, end in spans for code in range(start, end + 1)]
    assert len(chars) > 2000
    for char in chars:
        assert sum(cell_len(shown) == 0 for shown in harmless(f"x{char * 300}y")) <= MAX_MARKS, f"{ord(char):04X}"


# The following tests are about joiners and soft hyphens.


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("می\u200c\u200c\u200cخواهم", "می\u200cخواهم"),
        ("مِ\u200cی", "مِ\u200cی"),
        ("क्\u200cष", "क्\u200cष"),
        ("pay\u200cpal", "paypal"),
        ("\u200cخ", "خ"),
        ("خ\u200c", "خ"),
        ("خ\u200c a", "خ a"),
        ("خ\u200ca", "خa"),
        ("क\u200cष", "कष"),
    ],
)
def test_zero_width_non_joiner_is_kept_only_between_letters(words: str, shown: str) -> None:
    assert harmless(words) == shown


def test_zero_width_joiner_and_soft_hyphen_are_removed() -> None:
    assert harmless("क्\u200dष") == "क्ष"
    assert harmless("\U0001f468\u200d\U0001f469") == "\U0001f468\U0001f469"
    assert harmless("Donau\u00addampf") == "Donaudampf"


@pytest.mark.parametrize("language", REAL_WORDS)
def test_width_of_an_escaped_text_is_the_sum_of_the_character_widths(language: str) -> None:
    words = harmless(REAL_WORDS[language])
    assert cell_len(words) == sum(map(cell_len, words))


# The following tests are about JSON and addresses.


@given(st.recursive(ANYTHING.map(lambda words: words.encode("utf-8", "replace").decode()) | TOWERS, st.lists))
def test_escaped_json_has_the_same_value_and_no_control_characters(value: object) -> None:
    text = escaped_json(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
    assert json.loads(text) == value
    assert orjson.loads(text) == value
    assert harmless(text) == text
    assert NON_JOINER not in text


def test_escaped_json_keeps_accented_letters_and_escapes_control_characters() -> None:
    text = '{"a": "été\x7f\x9b\u202e\U000e0041"}'
    assert escaped_json(text) == '{"a": "été\\u007f\\u009b\\u202e\\udb40\\udc41"}'


@given(TOWERS)
def test_escaped_text_is_not_changed_by_escaping_again(words: str) -> None:
    assert harmless(escaped(words, lambda _: "?")) == escaped(words, lambda _: "?")


def test_many_combining_marks_in_a_web_address_are_percent_encoded() -> None:
    address = safe_address("https://example.org/e" + "\u0301" * 300)
    assert address.startswith("https://example.org/e" + "\u0301" * MAX_STACKED_MARKS + "%CC%81")
    assert harmless(address) == address
