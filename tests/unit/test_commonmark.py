"""Escaped text survives a CommonMark parser with GitHub's extensions."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from deepseek_tui.render.commonmark import autolink, block_start, emphasised, heading, inline, with_references
from deepseek_tui.story.format.text import harmless

PARSER = MarkdownIt("commonmark", {"linkify": True}).enable(["table", "strikethrough", "linkify"]).use(footnote_plugin)

NASTY = [
    "# no heading",
    "#",
    "a title #",
    "a title ##",
    "*no* emphasis, _none_ here, __none__ there, **nor** here",
    "snake_case_name and _x_y_",
    "a | b",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "<?php ?>",
    "</p>",
    "a <b and c> d, 1 < 2",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "![",
    "[^1]",
    "[^1]: a note",
    "^[an inline note]",
    "[x]: https://example.org",
    "`code` and ``more``",
    "```\nfence\n```",
    "~~~\nfence\n~~~",
    "~~gone~~ and ~this~",
    "&amp; &lt;b&gt; &#35; &#x23; R&D",
    "1. first",
    "1) first",
    "2024. A year",
    "- bullet",
    "-",
    "---",
    "- - -",
    "+ plus",
    "+",
    "> quote",
    ">",
    "= under",
    "===",
    "    four spaces",
    "\ta tab",
    "trailing spaces  \nthen more",
    "a backslash at the end\\",
    "a backslash\\\nand a line",
    "\\*already escaped\\*",
    "::: warning",
    ":::",
    "two lines\n# one a heading",
    "two lines\n\n- one a list",
    "www.example.com and WWW.EXAMPLE.COM",
    "http://example.org/a?b=c and https://localhost and ftp://x.org",
    "//localhost ///x",
    "deepseek.com, x.рф, node.js",
    "someone@example.org",
    "mailto:someone@example.org",
    "xmpp:a@b.c/d",
    "wow!",
    "caret^",
    "$x$ and $5",
    ":smile:",
    "[ ] a task",
    "\x00\x1b[31mred\x1b[0m",
    "\u202eover",
    "\u00a0no-break\u00a0;",
    "[@click=app.quit]q[/]",
    "{#id .class}",
]

texts = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="\\`*_{}[]()#+-.!|<>~=:^&;@/$ \n\t1aw", max_size=40),
    st.lists(st.sampled_from([*NASTY, " ", "\n", "a", "é", "\u00a0", "\\", "*", "_", "."]), min_size=1, max_size=4).map(
        "".join
    ),
)


def folded(words: str) -> str:
    return " ".join(harmless(words).split())


def only_inline(tokens: list[Token], *outer: str) -> Token:
    """Return the only inline token of a text with these block tokens."""
    assert [token.type for token in tokens if token.type != "inline"] == list(outer)
    (found,) = (token for token in tokens if token.type == "inline")
    return found


def words_of(token: Token) -> str:
    """Return the text of an inline token without markup."""
    assert {child.type for child in token.children or []} <= {"text"}, token.children
    assert len(token.children or []) <= 1
    return " ".join("".join(child.content for child in token.children or []).split())


def nasty(function: Callable[[str], None]) -> Callable[[], None]:
    """Decorate a property test with random texts and every text in NASTY."""
    for words in NASTY:
        function = example(words)(function)
    return given(texts)(function)


@nasty
def test_paragraph_text_is_unchanged_after_markdown_rendering(words: str) -> None:
    written = block_start(words)
    assert "\n" not in written
    if folded(words):
        assert words_of(only_inline(PARSER.parse(written), "paragraph_open", "paragraph_close")) == folded(words)


@nasty
def test_bullet_text_is_unchanged_after_markdown_rendering(words: str) -> None:
    outer = (
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    )
    if folded(words):
        for sign in "-*":
            assert words_of(only_inline(PARSER.parse(f"{sign} {block_start(words)}"), *outer)) == folded(words)


@nasty
def test_quotation_text_is_unchanged_after_markdown_rendering(words: str) -> None:
    outer = ("blockquote_open", "paragraph_open", "paragraph_close", "blockquote_close")
    if folded(words):
        assert words_of(only_inline(PARSER.parse(f"> {block_start(words)}"), *outer)) == folded(words)


@nasty
def test_heading_text_is_unchanged_after_markdown_rendering(words: str) -> None:
    written = PARSER.parse(f"## {heading(words)}")
    assert words_of(only_inline(written, "heading_open", "heading_close")) == (folded(words) or words_of(written[1]))


@nasty
def test_text_after_a_field_label_is_unchanged_after_markdown_rendering(words: str) -> None:
    found = only_inline(PARSER.parse(f"**Label:** {inline(words)}"), "paragraph_open", "paragraph_close")
    children = [child for child in found.children or [] if child.content or child.type != "text"]
    assert [child.type for child in children[:3]] == ["strong_open", "text", "strong_close"]
    assert {child.type for child in children[3:]} <= {"text"}
    assert " ".join("".join(child.content for child in children[3:]).split()) == folded(words)


@nasty
def test_footnote_reference_after_any_text_stays_a_footnote_in_markdown(words: str) -> None:
    tokens = PARSER.parse(f"Words {with_references(inline(words), '[^1][^2]')}\n\n[^1]: One.\n\n[^2]: Two.")
    first = next(token for token in tokens if token.type == "inline")
    *text, one, two = first.children or []
    assert [one.type, two.type] == ["footnote_ref", "footnote_ref"]
    assert {child.type for child in text} <= {"text"}
    assert "".join(child.content for child in text).split() == ["Words", *folded(words).split()]


@given(st.lists(st.tuples(texts, st.booleans()), max_size=5))
@example([("a_", False), ("b c", True), ("_d", False)])
@example([("a", True), ("_b c_", False), ("d", True)])
@example([("www", False), (".", True), ("example.com", True)])
@example([("1", True), (". x", False)])
@example([("a", True), ("b", True), ("c", True)])
@example([("- ", False), ("a", True)])
def test_emphasised_text_is_unchanged_after_markdown_rendering(stretches: list[tuple[str, bool]]) -> None:
    words = folded(" ".join("".join(harmless(text) for text, _ in stretches).split()))
    written = emphasised(stretches)
    if words:
        found = only_inline(PARSER.parse(written), "paragraph_open", "paragraph_close")
        assert {child.type for child in found.children or []} <= {"text", "strong_open", "strong_close"}
        assert " ".join("".join(child.content for child in found.children or []).split()) == words


def test_emphasised_words_are_rendered_as_strong() -> None:
    assert emphasised([("before ", False), (" strong words ", True), ("after", False)]) == "before **strong words** after"
    assert emphasised([("1", True), (". x", False)]) == "**1**\\. x"
    assert emphasised([("« x ».", True)]) == "**« x ».**"
    assert emphasised([("(", False), ("« x »", True), (")", False)]) == "(« x »)"
    assert emphasised([("one", True), (" and", True)]) == "**one** **and**"
    assert emphasised([("o", True), ("ne", True)]) == "**one**"


@pytest.mark.parametrize(
    "words",
    [
        "Moins de 100\u202f000 puces H800\u00a0; l’article, lui, dit «\u00a0environ\u00a0».",
        "Multi-head Latent Attention (MLA), R&D, U.S. – 5.6 M$, 3 < 4 > 2, c’est-à-dire 50 %",
        "DeepSeek-V3.1 & co. : 10/12, n° 1, 14:30, C#, a+b=c, snake_case! ^",
        "— Qui le dit ? -5 °C, 1.5, 2)",
    ],
)
def test_ordinary_prose_needs_no_markdown_escapes(words: str) -> None:
    assert block_start(words) == words


def test_nonbreaking_space_is_unchanged_in_markdown() -> None:
    assert inline("100\u202f000\u00a0puces\n  en tout") == "100\u202f000\u00a0puces en tout"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a_b?c=d&e=f#g",
        "https://example.org/a>b<c",
        "https://example.org/é\\`|^",
        "https://example.org/?a&copy;&#35;=1",
        "https://example.org/100%",
        "https://example.org/[x](y)*z*",
        "https://xn--e1afmkfd.example/~me/%C3%A9",
    ],
)
def test_web_address_is_rendered_as_exactly_one_link(url: str) -> None:
    children = PARSER.parseInline(f"before {autolink(url)} after")[0].children or []
    assert [child.type for child in children] == ["text", "link_open", "text", "link_close", "text"]
    assert autolink(url).isascii()
    assert str(children[1].attrs["href"]).startswith("https://")


def test_ordinary_web_address_is_unchanged_in_markdown() -> None:
    assert autolink("https://example.org/a_b?c=d&e=f#g") == "<https://example.org/a_b?c=d&e=f#g>"
    assert autolink("https://example.org/?a&copy;") == "<https://example.org/?a&copy%3B>"
