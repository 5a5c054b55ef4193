"""Layout of pages: bars, context marks, fields and quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bundled import LANGUAGES, reading
from deepseek_tui.panes.blocks import (
    Bar,
    Bars,
    BarStyle,
    Bullet,
    Citing,
    Field,
    Heading,
    Para,
    Quotation,
    Role,
    Span,
    Support,
)
from deepseek_tui.panes.catalogue import pane_of
from deepseek_tui.panes.common_blocks import plain
from deepseek_tui.panes.page_layout import CONTEXT, PageLayout, bar_span
from deepseek_tui.panes.pane import Section

LONG = "word " * 40


def plain_lines(*blocks: object, width: int = 40, language: str = "en") -> list[str]:
    """Return the laid out lines of blocks."""
    return [line.plain for line in PageLayout(reading(language), width).lines(blocks)]  # type: ignore[arg-type]


@given(st.floats(0, 1), st.integers(1, 120), st.sampled_from([BarStyle.SOLID, BarStyle.OPEN]))
def test_bar_length_is_proportional_to_the_value(share: float, width: int, stroke: BarStyle) -> None:
    assert len(bar_span(Bar("", "", share, stroke), width).text) == max(1, round(share * width))


@given(st.floats(0, 1), st.integers(1, 120))
def test_dashed_bar_does_not_end_with_a_gap(share: float, width: int) -> None:
    cells = max(1, round(share * width))
    assert cells - 1 <= len(bar_span(Bar("", "", share, BarStyle.DASHED), width).text) <= cells


def test_bar_styles_are_distinguishable_without_colour() -> None:
    bars = [bar_span(Bar("", "", 0.5, stroke), 20).text for stroke in BarStyle]
    assert len(set(bars)) == len(BarStyle)
    assert bars[1].endswith("▓▒░")


def test_bars_are_drawn_to_the_same_scale_with_values_and_caveats() -> None:
    lines = plain_lines(Bars((Bar("Few", "10", 0.1), Bar("Many", "100", 1.0)), "A comparison.", ("Mind the gap.",)))
    assert [len(line) for line in lines if set(line) <= {"█"}] == [4, 40]
    assert lines[0].startswith("Few")
    assert lines[0].endswith("10")
    assert lines[-1] == "A comparison. Mind the gap."


def test_value_that_does_not_fit_is_shortened_or_moved_to_a_separate_line() -> None:
    shorter = ("less than 100,000 chips", "less than 100,000")
    whole = Bar("A label of some length", "less than 100,000 chips in all", 1, shorter=shorter)
    assert plain_lines(Bars((whole,), ""), width=60)[0].endswith("chips in all")
    assert plain_lines(Bars((whole,), ""), width=50)[0].endswith("100,000 chips")
    assert plain_lines(Bars((whole,), ""), width=45)[0].endswith("less than 100,000")
    assert plain_lines(Bars((whole,), ""), width=30)[:2] == ["A label of some length", "  less than 100,000 chips in"]


@pytest.mark.parametrize("block", [Para(plain(LONG), context=True), Bullet(plain(LONG), mark="qualifies", context=True)])
def test_each_line_of_a_context_note_is_marked(block: Para | Bullet) -> None:
    lines = plain_lines(block)
    assert len(lines) > 3
    assert all(line.startswith(CONTEXT) for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sources_of_a_context_note_are_marked_as_context(language: str) -> None:
    note = reading(language).story.notes[0]
    lines = plain_lines(Bullet(plain("Words"), Support(sources=note.sources), context=True), language=language)
    assert len(lines) > 1
    assert all(line.startswith(CONTEXT) for line in lines)


def test_article_text_is_not_marked_as_context() -> None:
    assert not any(
        CONTEXT.strip() in line for line in plain_lines(Para(plain(LONG)), Bullet(plain(LONG)), Heading("Title", 1))
    )


def test_values_of_consecutive_fields_are_vertically_aligned() -> None:
    lines = plain_lines(Field("When", plain("some day")), Field("Stage", plain(LONG)), Field("As told", plain("then")))
    assert lines[0] == "When     some day"
    assert lines[-1] == "As told  then"
    assert all(line[:9] in ("Stage    ", " " * 9) and line[9] != " " for line in lines[1:-1])


def test_long_field_label_is_above_the_value_on_a_narrow_page() -> None:
    assert plain_lines(Field("A label of many words", plain("words")), width=30) == ["A label of many words", "  words"]


@pytest.mark.parametrize(
    ("language", "ours"), [("fr", "« Un réveil » (notre traduction)"), ("en", "“Un réveil” (our translation)")]
)
def test_quotation_has_the_original_text_and_a_marked_translation(language: str, ours: str) -> None:
    quotation = Quotation("A wake-up call", "en", "Donald Trump", "Un réveil")
    lines = [line.removeprefix("▏ ").replace("\u00a0", " ") for line in plain_lines(quotation, width=60, language=language)]
    assert lines[0] == "“A wake-up call”"
    assert lines[1].startswith("Donald Trump · ")
    assert lines[2] == ours


def test_quotation_in_the_interface_language_has_no_translation() -> None:
    assert len(plain_lines(Quotation("A wake-up call", "en", "Donald Trump"), width=60)) == 2


def test_reference_names_the_speaker_unless_the_article_itself_speaks() -> None:
    page = PageLayout(reading("en"), 80)
    article = reading("en").index.article
    assert page.cites(Support((Citing(4, 1, article), Citing(4, 2, article))))[0].text == "  ¶4.1, ¶4.2"
    named = page.cites(Support((Citing(4, 1, article), Citing(7, 2, "the-algorithmic-bridge"))))[0].text
    assert named.startswith("  ¶4.1 · ¶7.2\u00a0")
    assert " " not in named.removeprefix("  ¶4.1 · ")


def test_styles_of_text_spans_are_kept_across_line_breaks() -> None:
    lines = PageLayout(reading("en"), 20).lines([Para((Span("plain "), Span("strong " * 8, Role.STRONG)))])
    assert {span.role for span in lines[0].spans} == {Role.PLAIN, Role.STRONG}
    assert {span.role for line in lines[1:] for span in line.spans} == {Role.STRONG}


def test_word_longer_than_a_line_is_split_and_marked_as_cut() -> None:
    first, second = PageLayout(reading("en"), 20).lines([Para(plain("https://a.example/" + "b" * 15))])
    assert (first.cut, second.cut, second.continued) == (False, True, True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [12, 26, 56, 92])
def test_no_line_of_text_is_wider_than_the_page(width: int, language: str) -> None:
    page = PageLayout(reading(language), width)
    for section in Section:
        pane = pane_of(section, reading(language))
        for key in filter(None, pane.keys):
            for line in page.lines(pane.document(key).blocks):
                assert cell_len(line.plain) <= width, (key, line.plain)
                assert line.plain == "" or line.plain.strip(), key
