"""Highlighting of search matches."""

from hypothesis import given
from hypothesis import strategies as st

from deepseek_tui.panes.blocks import Role, Span
from deepseek_tui.panes.highlight import first_match, highlighted
from deepseek_tui.panes.page_layout import Line, flow
from deepseek_tui.story.analysis.folding import needle, ranges


def find(*words: str):
    return lambda text: ranges(text, [needle(word) for word in words])


def marked(lines: list[Line]) -> list[str]:
    return [span.text for line in lines for span in line.spans if span.role is Role.MATCH]


def test_highlighted_word_keeps_the_link_to_an_item() -> None:
    lines = list(flow([Span("Les actions de "), Span("Nvidia", Role.STRONG, "nvidia")], 40))
    (line,) = highlighted(lines, find("nvidia"))
    assert [(span.text, span.role, span.ref) for span in line.spans][-1] == ("Nvidia", Role.MATCH, "nvidia")


def test_matching_phrase_is_highlighted_across_a_line_break() -> None:
    lines = list(flow([Span("one open source model")], 9))
    assert [line.plain for line in lines] == ["one open", "source", "model"]
    assert marked(highlighted(lines, find("open source"))) == ["open", "source"]


def test_web_address_split_over_lines_is_searched_as_one_word() -> None:
    lines = list(flow([Span("https://example.org/a-long-path")], 16))
    assert "".join(marked(highlighted(lines, find("long path")))) == "long-path"


def test_indentation_and_bullets_before_a_line_are_not_searched() -> None:
    lines = list(flow([Span("words")], 30, "x  "))
    assert marked(highlighted(lines, find("x"))) == []


def test_first_line_with_a_search_match_is_found() -> None:
    lines = [Line((Span("one"),)), Line((Span("two"),))]
    assert first_match(highlighted(lines, find("two"))) == 1
    assert first_match(highlighted(lines, find("three"))) == -1


@given(
    st.lists(st.text(alphabet="ab é-’", max_size=12), max_size=4), st.integers(4, 12), st.text(alphabet="abe", min_size=1)
)
def test_highlighting_changes_no_word_and_no_layout(texts: list[str], width: int, word: str) -> None:
    lines = list(flow([Span(text) for text in texts], width, "> "))
    after = highlighted(lines, find(word))
    assert [line.plain for line in after] == [line.plain for line in lines]
    assert [(line.continued, line.cut, line.indent) for line in after] == [(x.continued, x.cut, x.indent) for x in lines]
