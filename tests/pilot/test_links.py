"""Tests of following links and opening definitions."""

from collections.abc import Iterator
from functools import cache

import orjson
import pytest

from bundled import FILE, bundled
from deepseek_tui.panes.catalogue import pane_of, shown_at
from deepseek_tui.panes.links import LETTERS, followable, is_term
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.panes.render_context import RenderContext
from deepseek_tui.panes.used_by import used_by_blocks
from deepseek_tui.story.format.model import Story
from deepseek_tui.story.loading.library import bundled as all_bundled
from deepseek_tui.story.loading.loader import from_bytes
from deepseek_tui.ui.dialogs.chooser import LinkPicker
from deepseek_tui.ui.dialogs.dialog import Dialog
from deepseek_tui.ui.widgets.item_list import ItemList
from deepseek_tui.ui.widgets.page_view import PageView
from pilot.opened import MEDIUM, NARROW, WIDE, Opened, Size, open_app
from pilot.test_history import here
from stories import minimal_story

STORIES = ("deepseek", "quiet-ferry")


@cache
def story_named(name: str) -> Story:
    """Return a bundled story."""
    return from_bytes(all_bundled()[name].read_bytes(), name)


def named(view: PageView) -> list[str]:
    """Return the ids that a page links to, in order."""
    return list(dict.fromkeys(span.ref for y in range(view.count) for span in view.line(y).spans if span.ref))


@pytest.mark.parametrize(
    ("name", "size"),
    [("deepseek", MEDIUM), ("deepseek", WIDE), ("quiet-ferry", NARROW)],
    ids=["deepseek-medium", "deepseek-wide", "quiet-ferry-narrow"],
)
async def test_every_link_on_every_page_can_be_followed_and_escape_returns(name: str, size: Size) -> None:
    story = story_named(name)
    followed, seen = set[str](), set[str]()
    async with open_app(story, size=size) as opened:
        dashboard = opened.dashboard
        for number in "123456":
            await opened.press(number, "g")
            for key in [key for key in dashboard.navigator.pane.keys if key]:
                dashboard.go_to(key)
                await opened.press("enter")
                assert dashboard.navigator.current is not None
                offered = followable(dashboard.navigator.with_all_blocks(dashboard.navigator.current), dashboard.reading)
                views = (dashboard.panels.detail, dashboard.panels.side) if size == WIDE else (dashboard.panels.detail,)
                refs = [ref for view in views for ref in named(view)]
                own = shown_at(key, dashboard.reading) or (Section.OVERVIEW, key)
                assert [
                    ref for ref in refs if ref not in offered and shown_at(ref, dashboard.reading) not in (None, own)
                ] == []
                before = here(opened)
                ways = [ref for ref in offered if not is_term(ref, dashboard.reading)] if size != WIDE else []
                # The target of a link does not depend on the page, so each link is followed from only one page,
                # and at least one link is followed from each page.
                for ref in [ref for ref in ways if ref not in followed] or ways[:1]:
                    followed.add(ref)
                    dashboard.item_actions.follow(ref)
                    assert (opened.section, opened.key) == shown_at(ref, dashboard.reading)
                    dashboard.action_history(-1)
                    assert here(opened)[:2] == before[:2]
                await opened.press()
                assert here(opened) == before
                seen |= set(refs)
    assert len(seen) > 40


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_letter_key_follows_the_link_in_the_row_with_that_letter(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        opened.dashboard.go_to("deepseek")
        await opened.press("f")
        ways = opened.app.screen.query_one("#ways-list")
        refs, names = list(ways.rows.keys), [ways.rows.row(number).title for number in range(len(ways.rows.keys))]  # type: ignore[attr-defined]
        await opened.press("escape")
        assert len(refs) > 5
        for letter, ref, name in list(zip(LETTERS, refs, names, strict=False))[:9]:
            assert name == opened.dashboard.reading.name(ref)
            before = here(opened)
            await opened.press("f", letter)
            if is_term(ref, opened.dashboard.reading):
                assert opened.dialog == "Definition"
                await opened.press("escape")
                continue
            assert (opened.section, opened.key) == shown_at(ref, opened.dashboard.reading)
            await opened.press("b")
            assert here(opened) == before


async def test_links_without_a_letter_key_are_reached_by_arrow_keys(story: Story) -> None:
    async with open_app(story) as opened:
        opened.dashboard.go_to("deepseek")
        await opened.press("f")
        rows = opened.app.screen.query_one("#ways-list").rows  # type: ignore[attr-defined]
        last = rows.keys[-1]
        await opened.press("end", "enter")
        assert (opened.section, opened.key) == shown_at(last, opened.dashboard.reading)


def clickable(view: PageView) -> Iterator[tuple[str, int, int]]:
    """Yield id, line and middle cell of each line of each link on a page."""
    from rich.cells import cell_len

    for y in range(view.count):
        x = 0
        for span in view.line(y).spans:
            if span.ref and span.text.strip():
                yield span.ref, y, x + cell_len(span.text) // 2
            x += cell_len(span.text)


@pytest.mark.parametrize("size", [NARROW, MEDIUM], ids=["narrow", "medium"])
async def test_click_on_any_line_of_a_wrapped_link_follows_the_link(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        dashboard = opened.dashboard
        dashboard.go_to("doing-more-with-less" if "doing-more-with-less" in dashboard.reading.index.items else "grpo")
        await opened.press("enter")
        key = opened.key
        view = dashboard.panels.detail
        places = [
            (ref, y, x) for ref, y, x in clickable(view) if shown_at(ref, dashboard.reading) not in (None, here(opened)[:2])
        ]
        lines_of = {ref: {y for other, y, _ in places if other == ref} for ref, _, _ in places}
        assert any(y + 1 in lines for lines in lines_of.values() for y in lines), "a name takes more than one line"
        for ref, y, x in places:
            view.scroll_to(y=max(0, y - 3), animate=False, immediate=True)
            await opened.press()
            before = here(opened)
            left = view.content_region.offset - view.region.offset
            await opened.click(view, x + left.x, y - int(view.scroll_y) + left.y)
            await opened.press()
            if is_term(ref, dashboard.reading):
                assert opened.dialog == "Definition"
                await opened.press("escape")
            else:
                assert (opened.section, opened.key) == shown_at(ref, dashboard.reading), (ref, y)
                await opened.press("b")
            assert here(opened) == before
            assert opened.key == key


# Tests of definitions of terms.


@pytest.mark.parametrize("closing", ["escape", "enter", "space", "f", "q"])
async def test_definition_of_a_term_opens_over_the_dashboard_and_closes_with_one_key(story: Story, closing: str) -> None:
    async with open_app(story, size=NARROW) as opened:
        innovation = next(item for item in story.innovations if item.terms)
        opened.dashboard.go_to(innovation.id)
        await opened.press("enter", "j", "j")
        before, steps = here(opened), len(opened.dashboard.navigator.history.behind)
        opened.dashboard.item_actions.follow(innovation.terms[0])
        await opened.press()
        assert opened.dialog == "Definition"
        reading = opened.dashboard.reading
        assert reading.name(innovation.terms[0]) in opened.seen
        assert reading.say(reading.index.items[innovation.terms[0]].definition).split()[0] in opened.seen  # type: ignore[union-attr]
        await opened.press(closing)
        assert (opened.dialog, here(opened)) == ("", before)
        assert len(opened.dashboard.navigator.history.behind) == steps


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_definitions_can_be_scrolled_to_the_end_on_a_small_terminal(story: Story, language: str) -> None:
    async with open_app(story, language, NARROW) as opened:
        for term in story.terms:
            opened.dashboard.item_actions.follow(term.id)
            await opened.press()
            view = opened.app.screen.query_one(PageView)
            assert view.size.width > 30
            await opened.press("G")
            assert view.scroll_y + view.size.height >= view.count
            await opened.press("escape")


async def test_link_in_the_definition_of_a_term_can_be_followed() -> None:
    async with open_app(Story.model_validate(minimal_story())) as opened:
        opened.dashboard.item_actions.follow("thing")
        await opened.press()
        opened.app.screen.query_one(PageView).post_message(PageView.FollowLink("acme"))
        await opened.press()
        assert (opened.dialog, opened.section, opened.key) == ("", Section.PLAYERS, "acme")


async def test_markup_in_the_name_of_a_term_is_shown_unchanged() -> None:
    document = minimal_story()
    document["terms"][0]["word"] = "[/] [red]thing"
    async with open_app(Story.model_validate(document)) as opened:
        opened.dashboard.item_actions.follow("thing")
        await opened.press()
        assert "[/] [red]thing" in opened.seen


# Tests of the list of items that refer to an item.


def walked(value: object) -> Iterator[str]:
    """Yield every string in a document that may be an id."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in SAID:
                yield from walked(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walked(inner)


SAID = ("evidence", "id", "text", "title", "name", "role", "body", "wording", "question", "why", "settle", "watch", "label")
"""Fields without references to other items: prose, ids and evidence."""


@pytest.mark.parametrize("name", STORIES)
def test_used_by_lists_only_referring_items_that_the_page_does_not_mention(name: str) -> None:
    document = orjson.loads(all_bundled()[name].read_bytes())
    story = story_named(name)
    reading = RenderContext.of(story, "en")
    ids = set(reading.index.items)
    pointing: dict[str, set[str]] = {ref: set() for ref in ids}
    for kind in reading.index.list_of.values():
        for item in document.get(kind, ()):
            for field, value in item.items():
                for ref in walked({field: value}):
                    if ref in ids and ref != item["id"]:
                        pointing[ref].add(item["id"])
    checked = 0
    for section in (*PANES, Section.SOURCES, Section.TERMS):
        pane = pane_of(section, reading)
        for key in (key for key in pane.keys if key in ids):
            page = pane.document(key)
            named_here = {span.ref for block in page.blocks for span in getattr(block, "spans", ())}
            named_here |= {
                part.ref for block in page.blocks for part in (*getattr(block, "bars", ()), *getattr(block, "stops", ()))
            }
            users = [span.ref for block in used_by_blocks(page, reading) for span in getattr(block, "spans", ()) if span.ref]
            assert len(users) == len(set(users))
            assert not set(users) & named_here
            wanted = {
                ref for ref in pointing[key] - named_here if reading.index.list_of[ref] != "links" and shown_at(ref, reading)
            }
            assert set(users) == wanted, key
            checked += len(users)
    assert checked > 5


async def test_links_in_the_used_by_list_can_be_followed(opened: Opened) -> None:
    reading = opened.dashboard.reading
    for section in PANES[1:]:
        for key in (key for key in pane_of(section, reading).keys if key):
            users = used_by_blocks(pane_of(section, reading).document(key), reading)
            if users:
                opened.dashboard.go_to(key)
                await opened.press("enter", "G", "f")
                assert opened.dialog == "LinkPicker"
                rows = opened.app.screen.query_one("#ways-list").rows  # type: ignore[attr-defined]
                assert {span.ref for block in users for span in getattr(block, "spans", ()) if span.ref} <= set(rows.keys)
                return
    raise AssertionError("nothing is used by anything")


def test_story_file_in_the_tests_equals_the_bundled_story() -> None:
    assert from_bytes(FILE.read_bytes(), "deepseek") == bundled()


@pytest.mark.parametrize("size", [NARROW, (80, 24), (120, 40)], ids=["60x20", "80x24", "120x40"])
async def test_truncated_link_text_is_shown_in_full_below_the_list_of_links(size: Size) -> None:
    from textual.geometry import Region

    from deepseek_tui.ui.widgets.text_view import TextView

    async with open_app(story_named("deepseek"), size=size) as opened:
        opened.dashboard.go_to("deepseek")
        await opened.press("f")
        rows, told = opened.app.screen.query_one(ItemList), opened.app.screen.query_one(TextView)
        cut = 0
        for _ in rows.rows.keys:
            await opened.press()
            name = rows.rows.row(rows.cursor).title
            assert told.display == rows.is_truncated
            if told.display:
                cut += 1
                words = " ".join(told.line(y).plain for y in range(told.count))
                assert "".join(name.split()) in "".join(words.split())
                assert Region(0, 0, *size).contains_region(told.region)
                assert told.size.height >= told.count
            await opened.press("down")
        assert cut


async def test_letter_pressed_before_the_link_dialog_is_drawn_follows_the_link(opened: Opened) -> None:
    await opened.press("2", "f")
    dialog = opened.app.screen
    assert isinstance(dialog, LinkPicker)
    first = dialog.rows.rows.keys[0]
    await opened.rush("down", "up", "a")
    assert (opened.dialog, opened.key) == ("", first)
    dialog.show_full_text()  # Textual may call this callback of a frame after the dialog has closed.


@pytest.mark.parametrize("keys", ["ab", "aa"])
async def test_only_one_link_is_followed_when_two_letters_are_pressed(story: Story, keys: str) -> None:
    async with open_app(story) as opened:
        await opened.press("3", "f")
        assert opened.dialog == "LinkPicker"
        await opened.rush(*keys)
        await opened.press("escape")
        assert opened.dialog == ""


@pytest.mark.parametrize("key", ["e", "v", "p"])
async def test_pressing_the_closing_key_twice_closes_only_the_dialog(story: Story, key: str) -> None:
    async with open_app(story) as opened:
        await opened.press("3", key, "f1")
        dialog = opened.app.screen_stack[1]
        assert isinstance(dialog, Dialog)
        dialog.dismiss(None)
        await opened.press()
        assert opened.dialog == "Help"
        await opened.press("escape")
        dialog.dismiss(None)
        dialog.dismiss(None)
        await opened.press()
        assert opened.dialog == ""
