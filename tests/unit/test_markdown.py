"""Markdown exports of panes, with their footnotes."""

import json
import re
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from bundled import ANNOTATIONS, LANGUAGES, bundled
from deepseek_tui.panes.annotations import Annotation, Annotations
from deepseek_tui.panes.blocks import (
    Bar,
    Bars,
    BarStyle,
    Block,
    Bullet,
    Citing,
    Document,
    Field,
    Heading,
    Para,
    Quotation,
    Role,
    Span,
    StripEvent,
    Support,
    TimelineStrip,
)
from deepseek_tui.panes.pane import Pane, Row, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.timeline import PLANNED, UNDATED
from deepseek_tui.render.export import Export
from deepseek_tui.render.markdown import Markdown, front_matter
from deepseek_tui.render.selection import ALL, UnknownSelectionError
from deepseek_tui.story.analysis.digest import digest
from deepseek_tui.story.analysis.index import Item
from deepseek_tui.story.format.model import Citation, Story
from deepseek_tui.story.format.vocabulary import ReadExtent

PARSER = (
    MarkdownIt("commonmark", {"linkify": True})
    .enable(["table", "strikethrough", "linkify"])
    .use(footnote_plugin)
    .use(front_matter_plugin)
)
NASTY = (
    "# [x](javascript:alert(1)) <script>alert(1)</script> *a* _b_ `c` ~~d~~ &amp; | ![y](z) [^1] "
    "https://evil.example www.evil.example a@evil.example\n\n- 1. x\n\n---\n    code\x1b[31m\u202e\\"
)


@cache
def exported(what: str, language: str, context: bool = True) -> str:
    return Export.of(bundled(), language, what, context=context, mine=ANNOTATIONS).text


def hostile() -> Story:
    """Return a story in which every text contains markup."""
    proof = [{"paragraph": 1, "sentence": 1, "source": "s"}]
    citation = {
        "title": NASTY,
        "publisher": NASTY,
        "url": "https://e.example/`a|b](c)&amp;\\",
        "date": "unknown",
        "read": "excerpt",
    }
    passage = {"text": NASTY, "evidence": proof}
    editors = {"text": NASTY, "by": "editor", "sources": [citation]}
    return Story.model_validate(
        {
            "format": "deepseek-tui/story",
            "version": 1,
            "id": "hostile",
            "languages": ["en"],
            "title": NASTY,
            "identity": NASTY,
            "summary": [passage, editors],
            "edition": {"version": NASTY, "date": "2026", "by": NASTY, "licence": NASTY, "changes": NASTY},
            "article": {
                "language": "fr",
                "title": NASTY,
                "publisher": NASTY,
                "paragraphs": [{"fingerprint": "0" * 64, "sentences": ["0" * 64]}],
            },
            "sources": [{"id": "s", "name": NASTY, "kind": "article", "url": "https://e.example/*a*", "interest": NASTY}],
            "topics": [{"id": "t", "name": NASTY}],
            "players": [
                {"id": "p", "name": NASTY, "kind": "person", "role": NASTY, "about": [passage, editors], "evidence": proof}
            ],
            "events": [
                {
                    "id": "e",
                    "title": NASTY,
                    "body": NASTY,
                    "phase": "planned",
                    "wording": NASTY,
                    "players": ["p"],
                    "evidence": proof,
                }
            ],
            "innovations": [
                {
                    "id": "i",
                    "name": NASTY,
                    "problem": passage,
                    "idea": editors,
                    "effect": passage,
                    "claims": ["c"],
                    "figures": ["f"],
                    "terms": ["w"],
                    "evidence": proof,
                }
            ],
            "questions": [
                {
                    "id": "q",
                    "question": NASTY,
                    "asked_by": "article",
                    "status": "open",
                    "why": NASTY,
                    "known": NASTY,
                    "settle": NASTY,
                    "watch": NASTY,
                    "supports": ["c"],
                    "opposes": ["n"],
                    "evidence": proof,
                }
            ],
            "claims": [
                {
                    "id": "c",
                    "text": NASTY,
                    "status": "quoted",
                    "certainty": "unhedged",
                    "speaker": "s",
                    "topic": "t",
                    "about": ["p"],
                    "quote": {"text": NASTY, "language": "fr", "translation": {"en": NASTY}},
                    "evidence": proof,
                }
            ],
            "figures": [
                {
                    "id": name,
                    "label": NASTY,
                    "value": value,
                    "bound": "less than",
                    "unit": NASTY,
                    "scope": NASTY,
                    "quantity": "things",
                    "phase": "planned",
                    "wording": NASTY,
                    "speaker": "s",
                    "caveat": NASTY,
                    "comparisons": [{"figure": other, "allowed": True, "caveat": NASTY}],
                    "evidence": proof,
                }
                for name, other, value in (("f", "g", 1), ("g", "f", 2))
            ],
            "terms": [{"id": "w", "word": NASTY, "definition": NASTY, "evidence": proof, "sources": [citation]}],
            "notes": [{"id": "n", "on": ["c", "p"], "relation": "contradicts", "text": NASTY, "sources": [citation]}],
            "links": [{"id": "l", "from": "e", "to": "p", "kind": "caused", "text": NASTY, "evidence": proof}],
        }
    )


def tokens(text: str) -> list[Token]:
    """Return all block and inline tokens."""
    return [inner for token in PARSER.parse(text) for inner in (token, *(token.children or ()))]


def links(text: str) -> set[str]:
    return {str(token.attrs["href"]) for token in tokens(text) if token.type == "link_open"}


def check_footnotes(text: str) -> list[str]:
    """Return the footnotes after checking their definitions, uses and numbers."""
    notes = re.split(r"^\[\^\d+\]: ", text, flags=re.MULTILINE)[1:]
    defined = re.findall(r"^\[\^(\d+)\]: ", text, flags=re.MULTILINE)
    used = list(dict.fromkeys(token.meta["label"] for token in tokens(text) if token.type == "footnote_ref"))
    assert defined == used == [str(number) for number in range(1, len(notes) + 1)]
    assert len(set(notes)) == len(notes)
    assert sum(token.type == "footnote_open" for token in PARSER.parse(text)) == len(notes)
    return notes


def small_reading(language: str = "en", *, context: bool = True) -> RenderContext:
    return RenderContext.of(bundled(), language, context=context)


SOURCE = Citation(
    title={"en": "A *title*", "fr": "Un *titre*"},
    publisher="A publisher",
    url="https://example.org/a_b",
    date="unknown",
    read=ReadExtent.EXCERPT,
)


def words(text: str, role: Role = Role.PLAIN) -> tuple[Span, ...]:
    return (Span(text, role),)


def rendered(*blocks: Block, language: str = "en") -> str:
    body = Markdown(small_reading(language))
    body.document(Document("key", "Title", (Heading("Title", 1), *blocks)), 1)
    return body.text().removeprefix("# Title\n\n")


def article() -> str:
    return small_reading().index.article


# The following tests are about single blocks.


def test_document_is_written_in_markdown_as_title_and_blocks() -> None:
    assert rendered(Heading("Part"), Para(words("Words."))) == "## Part\n\nWords.\n"
    assert rendered(Heading("Part", 3)) == "### Part\n"


def test_markdown_headings_have_at_most_six_levels() -> None:
    body = Markdown(small_reading())
    body.document(Document("key", "Title", (Heading("Title", 1), Heading("Part", 3))), 5)
    assert body.text() == "##### Title\n\n###### Part\n"


def edition() -> str:
    """Return the end of every footnote: story, edition and short digest."""
    story = small_reading().story
    return f"{story.id} {story.edition.version}, sha256:{digest(story)[:12]}"


def test_equal_references_to_the_article_share_a_footnote() -> None:
    place = Support((Citing(4, 1, article(), "stated"),))
    both = Support((Citing(4, 2, article()), Citing(4, 1, article(), "stated")))
    assert rendered(Para(words("One."), place), Para(words("Two!"), both)) == (
        "One.[^1]\n\nTwo\\![^2][^1]\n\n"
        f"[^1]: ¶4.1 · The article · stated · {edition()}\n[^2]: ¶4.2 · The article · {edition()}\n"
    )


def test_reference_without_a_speaker_becomes_a_footnote() -> None:
    assert rendered(Para(words("One."), Support((Citing(4, 1),)))).endswith(f"\n[^1]: ¶4.1 · {edition()}\n")


def test_outside_source_has_a_web_address_and_says_how_much_was_read() -> None:
    assert rendered(Bullet(words("Fact."), Support(sources=(SOURCE,)), mark="adds", context=True)) == (
        "* **Context · adds:** Fact.[^1]\n\n"
        "[^1]: Context: “A \\*title\\*”, A publisher, date unknown, <https://example.org/a_b>, read in part\n"
    )
    assert (
        "\n[^1]: Contexte\u00a0: «\u00a0Un \\*titre\\*\u00a0», A publisher, date inconnue, <https://example.org/a_b>, "
        in rendered(Para(words("Fait."), Support(sources=(SOURCE,)), context=True), language="fr")
    )


def test_unknown_publisher_or_date_of_a_source_is_mentioned() -> None:
    bare = SOURCE.model_copy(update={"title": "unknown", "url": None, "date": "2025-01-28"})
    note = rendered(Para(words("Fact."), Support(sources=(bare,)))).splitlines()[-1]
    assert "title unknown" in note
    assert "no link" in note
    assert "2025" in note


def test_text_by_the_editor_is_marked_in_the_export() -> None:
    assert rendered(Para(words("Words."), context=True)) == "**Editor:** Words.\n"


def test_fields_and_bullets_are_separate_markdown_lists() -> None:
    blocks = (Field("When", words("later")), Field("Who", words("")), Bullet(words("one")), Bullet(words("two")))
    assert rendered(*blocks) == "- **When:** later\n- **Who:**\n\n* one\n* two\n"
    assert rendered(*blocks, language="fr").startswith("- **When\u00a0:** later\n")
    assert sum(token.type == "bullet_list_open" for token in PARSER.parse(rendered(*blocks))) == 2


def test_strong_words_and_terms_are_emphasised_in_markdown() -> None:
    spans = (Span("MLA", Role.TERM), Span(" — a "), Span("fact.", Role.STRONG))
    assert rendered(Bullet(spans)) == "* **MLA** — a **fact.**\n"


def test_exported_quotation_has_language_and_translation() -> None:
    quotation = Quotation("réveil", "fr", "Donald Trump", "wake-up call", Support((Citing(11, 2),)))
    assert rendered(quotation).startswith(
        "> “réveil”[^1]\n>\n> — Donald Trump, in French in the article\n>\n> Our translation: “wake-up call”\n\n[^1]:"
    )
    assert (
        rendered(Quotation("réveil", "fr", "Donald Trump")) == "> “réveil”\n>\n> — Donald Trump, in French in the article\n"
    )


def test_bar_chart_is_exported_as_a_list() -> None:
    bars = Bars(
        (Bar("Chips", "less than 100,000", 0.1, BarStyle.OPEN), Bar("Plan", "1.3 million", 1.0, BarStyle.DASHED)),
        "The article's comparison.",
        ("Mind.",),
    )
    assert rendered(bars) == (
        "- **Chips:** less than 100,000\n- **Plan:** 1.3 million (yet to come)\n\nThe article's comparison.\n\nMind.\n"
    )


def test_timeline_strip_is_exported_as_an_ordered_list() -> None:
    stops = (StripEvent("First", "no date", UNDATED), StripEvent("Last", "by the end of 2025", PLANNED))
    assert rendered(TimelineStrip(stops, "In order.")) == (
        "1. **no date:** First\n2. **by the end of 2025 (yet to come):** Last\n\nIn order.\n"
    )
    assert rendered(TimelineStrip(stops, "In order.", whole=False)).startswith(
        "* **by the end of 2025 (yet to come):** Last\n\n"
    )
    assert rendered(TimelineStrip(stops[:1], "In order.", whole=False)).startswith("1. **no date:** First\n")


class Two(Pane):
    """Test pane with two groups of rows."""

    section = Section.PLAYERS
    title = "Players"
    keys = ("", "a", "", "b")

    def row(self, number: int) -> Row:
        """Return a row with a title."""
        return Row(f"Group {number}")

    def document(self, key: str) -> Document:
        """Return a document with a paragraph."""
        return Document(key, f"Item {key}", (Heading(f"Item {key}", 1), Heading("Part"), Para(words(key))))


def test_pane_is_exported_as_groups_of_items() -> None:
    body = Markdown(small_reading())
    body.pane(Two(), 1, without=["b"])
    assert body.text() == "# Players\n\n## Group 0\n\n### Item a\n\n#### Part\n\na\n\n## Group 2\n"


def test_any_value_in_the_yaml_front_matter_is_quoted() -> None:
    written = front_matter({"title": 'a: "b" # c\n---\n\\ é', "context": False})
    assert written == '---\ntitle: "a: \\"b\\" # c\\n---\\n\\\\ é"\ncontext: false\n---\n\n'


# The following tests are about the bundled story.


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", [ALL, *Section])
def test_every_footnote_is_defined_and_used(what: str, language: str) -> None:
    assert check_footnotes(exported(what, language)) or what == Section.MINE
    check_footnotes(exported(what, language, False))


@pytest.mark.parametrize("language", LANGUAGES)
def test_export_of_the_whole_story_refers_to_all_paragraphs_of_the_article(language: str) -> None:
    notes = check_footnotes(exported(ALL, language))
    named = {int(found.group(1)) for note in notes if (found := re.match(r"¶(\d+)\.\d", note))}
    assert named == set(range(1, 17))


@pytest.mark.parametrize("language", LANGUAGES)
def test_export_of_the_whole_story_has_all_items(language: str) -> None:
    text = " ".join(token.content for token in tokens(exported(ALL, language)) if token.type == "text")
    reading = small_reading(language)
    story = bundled()
    items: tuple[Item, ...] = (*story.claims, *story.events, *story.players, *story.questions, *story.terms)
    for item in items:
        assert reading.title(item) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_export_has_only_links_of_sources_and_no_html(language: str) -> None:
    text = exported(ALL, language)
    story = bundled()
    known = {str(source.url) for note in story.notes for source in note.sources if source.url}
    known |= {str(source.url) for term in story.terms for source in term.sources if source.url}
    known |= {
        str(source.url)
        for passage in (
            *story.summary,
            *(passage for player in story.players for passage in player.about),
            *(passage for new in story.innovations for passage in (new.problem, new.idea, new.effect)),
        )
        for source in passage.sources
        if source.url
    }
    assert links(text) <= known
    check_tokens(text)


@pytest.mark.parametrize("what", [ALL, *Section])
@pytest.mark.parametrize("language", LANGUAGES)
def test_heading_levels_of_an_export_increase_by_one(what: str, language: str) -> None:
    levels = [int(token.tag[1]) for token in PARSER.parse(exported(what, language)) if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_context_notes_are_marked_in_the_export_and_can_be_omitted(language: str) -> None:
    reading = small_reading(language)
    context = reading.words.export.context
    with_context, without = exported(ALL, language), exported(ALL, language, False)
    plain = " ".join(token.content for token in tokens(without) if token.type == "text")
    assert f"**{context}" in with_context
    assert f"**{context}" not in without
    assert f": {context}" not in without
    assert not links(without)
    for note in bundled().notes:
        assert reading.say(note.text) not in plain
    assert "context: false\n" in without


def test_exporting_twice_gives_the_same_text() -> None:
    for language in LANGUAGES:
        assert Export.of(bundled(), language, mine=ANNOTATIONS).data == exported(ALL, language).encode()
    assert exported(ALL, "fr").endswith("\n")
    assert not exported(ALL, "fr").endswith("\n\n")


def test_front_matter_has_story_edition_and_language() -> None:
    front = next(token.content for token in PARSER.parse(exported("timeline", "en")) if token.type == "front_matter")
    fields = {name: json.loads(value) for name, value in (line.split(": ", 1) for line in front.splitlines())}
    assert fields["story"] == "deepseek"
    assert fields["edition"] == bundled().edition.version
    assert fields["language"] == "en"
    assert fields["section"] == "timeline"
    assert fields["context"] is True
    assert re.fullmatch(r"deepseek-tui \d+\.\d+\.\d+", fields["generator"])


def test_export_file_name_has_story_selection_and_language() -> None:
    reading = small_reading("fr")
    event = bundled().events[0].id
    assert Export(reading).file_name == "deepseek-all.fr.md"
    assert Export(reading, "timeline").file_name == "deepseek-timeline.fr.md"
    assert Export(reading, event).file_name == f"deepseek-{event}.fr.md"
    assert Export(reading, "overview:glance").file_name == "deepseek-overview-glance.fr.md"


def test_single_items_can_be_exported_by_id() -> None:
    reading = small_reading()
    for ref in reading.index.items:
        export = Export(reading, ref)
        assert export.part.is_item
        assert export.title
        check_footnotes(export.text)
        check_tokens(export.text)


def test_single_blocks_of_the_overview_can_be_exported() -> None:
    reading = small_reading()
    for key in ("overview:glance", "overview:edition"):
        assert Export(reading, key).part.section is Section.OVERVIEW
        assert Export(reading, key).text.count("\n# ") == 1


@pytest.mark.parametrize(
    ("name", "near"), [("timelin", "timeline"), ("Claims", "claims"), ("nobody-knows-this-at-all-x", None)]
)
def test_unknown_section_or_item_is_refused_with_a_suggestion(name: str, near: str | None) -> None:
    with pytest.raises(UnknownSelectionError) as caught:
        Export(small_reading(), name)
    assert caught.value.nearest[:1] == ((near,) if near else ())


def test_context_note_cannot_be_exported_when_context_is_hidden() -> None:
    note = bundled().notes[0].id
    assert Export(small_reading(), note).text
    with pytest.raises(UnknownSelectionError):
        Export(small_reading(context=False), note)


# The following tests are about the hostile story.


def check_tokens(text: str) -> None:
    """Check that a Markdown text has only tokens that the export writes."""
    allowed = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote", "strong", "link"}
    allowed |= {"footnote", "footnote_block"}
    single = {"inline", "text", "front_matter", "footnote_ref", "footnote_anchor", "footnote_block", "hardbreak"}
    found = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens(text)}
    assert found <= allowed | single


@pytest.mark.parametrize("context", [True, False])
@pytest.mark.parametrize("what", [ALL, *Section, "c", "f", "n", "l", "t", "p", "e", "i", "q", "w", "s"])
def test_markup_and_control_characters_of_a_story_are_escaped_in_the_export(what: str, context: bool) -> None:
    if what == "n" and not context:
        return
    mine = Annotations(
        {ref: Annotation(ref, NASTY, bookmarked=True, note=NASTY) for ref in (*"cfpe", "overview:glance", NASTY)}
    )
    text = Export.of(hostile(), "en", what, context=context, mine=mine).text
    check_footnotes(text)
    check_tokens(text)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert links(text) <= {"https://e.example/%60a%7Cb%5D(c)&amp%3B%5C"}


def test_large_story_is_exported_in_reasonable_time() -> None:
    data: dict[str, Any] = json.loads(hostile().model_dump_json(by_alias=True, exclude_none=True))
    event = data["events"][0] | {"players": []}
    data["events"] = [event | {"id": f"e{number}"} for number in range(2_000)]
    data["links"] = []
    text = Export.of(Story.model_validate(data), "en", "timeline").text
    assert text.count("\n### ") == 2_000
