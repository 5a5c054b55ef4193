"""Tests of the narrow, medium and wide layouts."""

from random import Random

import pytest

from deepseek_tui.commands import COMMANDS
from deepseek_tui.story.format.model import Story
from pilot.opened import MEDIUM, NARROW, WIDE, Opened, Size, open_app

SIZES = [(40, 12), (30, 5), (20, 5), (3, 2), (1, 1), (79, 24), (149, 30), (250, 70)]
PARTS = ("list", "detail", "side")


@pytest.mark.parametrize("size", [NARROW, MEDIUM, WIDE], ids=["narrow", "medium", "wide"])
async def test_enter_opens_the_detail_and_escape_returns_to_the_same_list_item(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        await opened.press("2", "j", "j")
        item = opened.key
        await opened.press("enter")
        assert opened.focused == "detail"
        await opened.press("escape")
        assert (opened.focused, opened.key) == ("list", item)


async def test_narrow_layout_shows_one_panel_at_a_time(story: Story) -> None:
    async with open_app(story, size=NARROW) as opened:
        assert opened.shown == ("list",)
        for key in ("enter", "tab", "shift+tab"):
            await opened.press(key)
            assert opened.shown == (opened.focused,)
        assert opened.shown == ("detail",)
        await opened.press("escape")
        assert opened.shown == ("list",)


async def test_opening_a_pane_focuses_the_list(story: Story) -> None:
    async with open_app(story, size=NARROW) as opened:
        await opened.press("enter", "l")
        assert (opened.shown, opened.focused) == (("list",), "list")


async def test_tab_key_cycles_through_the_visible_panels(story: Story) -> None:
    async with open_app(story, size=WIDE) as opened:
        await opened.press("4")
        assert opened.shown == PARTS
        for key, order in (("tab", ["detail", "side", "list", "detail"]), ("shift+tab", ["list", "side", "detail", "list"])):
            for part in order:
                await opened.press(key)
                assert opened.focused == part
        await opened.resize(MEDIUM)
        for part in ("detail", "list", "detail"):
            await opened.press("tab")
            assert opened.focused == part


async def test_empty_side_panel_is_hidden(story: Story) -> None:
    async with open_app(story, size=WIDE) as opened:
        await opened.press("G")
        assert opened.shown == ("list", "detail")
        await opened.press("shift+tab")
        assert opened.focused == "detail"


@pytest.mark.parametrize("out", ["z", "escape"])
@pytest.mark.parametrize("part", PARTS)
async def test_zoom_key_shows_only_the_focused_panel_until_it_is_pressed_again(story: Story, part: str, out: str) -> None:
    async with open_app(story, size=WIDE) as opened:
        await opened.press("4", *["tab"] * PARTS.index(part), "z")
        assert opened.shown == (part,)
        assert opened.dashboard.query_one(f"#{part}").outer_size.width == WIDE[0]
        await opened.press(out)
        assert opened.shown == PARTS
        assert opened.focused == part


async def test_tab_key_reaches_other_panels_when_one_panel_is_zoomed(story: Story) -> None:
    async with open_app(story, size=WIDE) as opened:
        await opened.press("4", "z")
        for part in ("detail", "side", "list"):
            await opened.press("tab")
            assert (opened.shown, opened.focused) == ((part,), part)


async def test_item_focus_and_scroll_are_kept_when_terminal_is_resized(story: Story) -> None:
    async with open_app(story, size=WIDE) as opened:
        await opened.press("6", "j", "j", "j", "enter")
        item = opened.key
        for size in (MEDIUM, NARROW, (40, 12), WIDE):
            await opened.resize(size)
            assert (opened.key, opened.focused) == (item, "detail")
            assert "detail" in opened.shown
            document = opened.document
            assert document is not None
            assert document.key == item


async def test_context_notes_are_in_the_detail_when_there_is_no_side_panel(story: Story) -> None:
    heading = "Paragraph 1, sentence 1"
    async with open_app(story, size=WIDE) as opened:
        await opened.press("2")
        assert heading in words(opened, "side")
        assert heading not in words(opened, "detail")
        await opened.resize(MEDIUM)
        assert heading in words(opened, "detail")
        await opened.resize(WIDE)
        assert heading not in words(opened, "detail")


async def test_current_item_stays_visible_when_terminal_shrinks(story: Story) -> None:
    async with open_app(story, size=(100, 40)) as opened:
        await opened.press("6", "G")
        title = opened.dashboard.navigator.pane.document(opened.key).title.split()[0]
        for size in ((100, 14), (90, 10), (60, 12)):
            await opened.resize(size)
            items = opened.dashboard.panels.items
            top = items._tops[items.cursor] - items.scroll_y
            assert 0 <= top < items.size.height
            assert title in opened.seen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_dashboard_works_at_very_small_and_unusual_terminal_sizes(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        for key in (
            "2",
            "j",
            "enter",
            "j",
            "z",
            "escape",
            "escape",
            "question_mark",
            "escape",
            "p",
            "escape",
            "e",
            "escape",
        ):
            await opened.press(key)
        assert opened.dialog == ""
        width, height = size
        assert len(opened.lines) == height
        assert all(len(line) <= width for line in opened.lines)


@pytest.mark.parametrize("size", [(60, 20), (40, 12)], ids=["60x20", "40x12"])
async def test_small_terminal_shows_the_overview_and_the_help_and_quit_keys(story: Story, size: Size) -> None:
    async with open_app(story, size=size) as opened:
        assert "Overview" in opened.seen
        assert "At a glance" in opened.seen
        assert "help" in opened.lines[-1]
        assert "quit" in opened.lines[-1]


@pytest.mark.parametrize("seed", range(3))
async def test_focus_item_and_title_are_consistent_after_random_keys(story: Story, seed: int) -> None:
    chance = Random(seed)
    keys = [key for command in COMMANDS if command.id not in ("quit", "palette", "export") for key in command.keys]
    async with open_app(story, size=MEDIUM) as opened:
        for _ in range(8):
            if chance.random() < 0.5:
                await opened.resize(chance.choice([NARROW, MEDIUM, WIDE, (40, 12)]))
            pressed = chance.choices(keys, k=8)
            await opened.rush(*pressed)
            for _ in range(2):  # A dialog and its help screen need one escape each.
                if opened.dialog:
                    await opened.press("escape")
            here = (seed, pressed, opened.app.size)
            assert opened.focused in (*opened.shown, "filter"), here
            document = opened.document
            assert (document.key if document else "") == opened.key, here  # The list is empty if the filter matches nothing.
            assert opened.dashboard.reading.say(opened.dashboard.reading.story.title) in (
                opened.lines[0],
                opened.app.title,
            ), here


def words(opened: Opened, part: str) -> str:
    """Return the text of a panel, visible or not."""
    view = opened.dashboard.query_one(f"#{part}")
    return "\n".join(view.line(y).plain for y in range(view.count))  # type: ignore[attr-defined]


async def test_text_of_an_item_is_wrapped_equally_whichever_pane_was_open_before(story: Story) -> None:
    async with open_app(story) as opened:
        seen = set()
        for way in ("6", "1", "2", "3", "4", "5"):  # The pages of some of these panes need a scroll bar.
            await opened.press(way, "6")
            seen.add(words(opened, "detail"))
        assert len(seen) == 1
