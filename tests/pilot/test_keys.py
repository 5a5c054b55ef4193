"""Tests of the key of every command."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from deepseek_tui.commands import COMMANDS
from deepseek_tui.panes.pane import PANES, Section
from deepseek_tui.render.export import Export
from deepseek_tui.story.format.model import Story
from pilot.opened import WIDE, Opened, open_app
from pilot.workspaces import workspace_of_bundled

Check = Callable[[Opened, str], Awaitable[None]]
CHECKS: dict[str, Check] = {}


def does(*ids: str) -> Callable[[Check], Check]:
    """Register a function as the test of the commands with the given ids."""

    def register(check: Check) -> Check:
        CHECKS.update(dict.fromkeys(ids, check))
        return check

    return register


@does("next-pane")
async def goes_to_the_next_pane(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.section is Section.TIMELINE


@does("previous-pane")
async def goes_to_the_pane_before(opened: Opened, key: str) -> None:
    await opened.press("3", key)
    assert opened.section is Section.TIMELINE


@does(*(f"pane-{number}" for number in range(1, 7)))
async def goes_to_the_pane_of_that_number(opened: Opened, key: str) -> None:
    await opened.press("2" if key == "1" else "1", key)
    assert opened.section is PANES[int(key) - 1]
    assert opened.dashboard.presenter.tab_bar.active == int(key) - 1


@does("down")
async def moves_down_a_row_or_a_line(opened: Opened, key: str) -> None:
    await opened.press("6", key)
    assert opened.key == items(opened)[1]
    await opened.press("tab", key)
    assert opened.dashboard.panels.detail.scroll_y == min(1, opened.dashboard.panels.detail.max_scroll_y)
    assert opened.key == items(opened)[1]


@does("up")
async def moves_up_a_row_or_a_line(opened: Opened, key: str) -> None:
    await opened.press("1", "j", "j", key)
    assert opened.key == items(opened)[1]
    await opened.press("tab", "j", "j", key)
    assert opened.dashboard.panels.detail.scroll_y == min(1, opened.dashboard.panels.detail.max_scroll_y)


@does("page-down")
async def moves_down_a_page(opened: Opened, key: str) -> None:
    await opened.press("6", key)
    moved = items(opened).index(opened.key)
    assert 1 < moved <= opened.dashboard.panels.items.size.height // 3
    await opened.press("1", "j", "tab", key)
    detail = opened.dashboard.panels.detail
    assert detail.max_scroll_y > detail.size.height
    assert detail.scroll_y == detail.size.height - 1


@does("page-up")
async def moves_up_a_page(opened: Opened, key: str) -> None:
    await opened.press("6", "G", key)
    moved = len(items(opened)) - 1 - items(opened).index(opened.key)
    assert 1 < moved <= opened.dashboard.panels.items.size.height // 3
    await opened.press("1", "j", "tab", "G")
    detail = opened.dashboard.panels.detail
    end = detail.scroll_y
    await opened.press(key)
    assert detail.scroll_y == end - (detail.size.height - 1)


@does("first")
async def goes_to_the_top(opened: Opened, key: str) -> None:
    await opened.press("6", "G", key)
    assert opened.key == items(opened)[0]
    assert opened.dashboard.panels.items.scroll_y == 0
    await opened.press("1", "j", "tab", "G", key)
    assert opened.dashboard.panels.detail.scroll_y == 0


@does("last")
async def goes_to_the_end(opened: Opened, key: str) -> None:
    await opened.press("6", key)
    assert opened.key == items(opened)[-1]
    assert opened.dashboard.panels.items.scroll_y == opened.dashboard.panels.items.max_scroll_y > 0
    await opened.press("1", "j", "tab", key)
    assert opened.dashboard.panels.detail.scroll_y == opened.dashboard.panels.detail.max_scroll_y > 0


@does("open")
async def opens_the_item(opened: Opened, key: str) -> None:
    await opened.press("2", key)
    assert opened.focused == "detail"


@does("back")
async def goes_back_out_one_step(opened: Opened, key: str) -> None:
    await opened.press("2", "enter", "z", key)
    assert not opened.dashboard.panels.zoomed
    assert opened.focused == "detail"
    await opened.press(key)
    assert opened.focused == "list"
    await opened.press(key)
    assert (opened.focused, opened.section, opened.dialog) == ("list", Section.TIMELINE, "")


@does("other-part")
async def goes_to_the_next_part(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.focused == "detail"
    await opened.press(key)
    assert opened.focused == "list"


@does("part-before")
async def goes_to_the_part_before(opened: Opened, key: str) -> None:
    await opened.resize(WIDE)
    await opened.press("4", key)
    assert opened.focused == "side"
    await opened.press(key)
    assert opened.focused == "detail"
    await opened.press(key)
    assert opened.focused == "list"


@does("evidence")
async def shows_who_says_it_and_closes_it(opened: Opened, key: str) -> None:
    await opened.press("6", key)
    assert opened.dialog == "EvidenceScreen"
    await opened.press(key)
    assert opened.dialog == ""


@does("article")
async def opens_the_dialog_for_a_copy_of_the_article(opened: Opened, key: str) -> None:
    await opened.press("6", key)
    assert opened.dialog == "LocalCopyDialog"
    await opened.press("escape")
    assert opened.dialog == ""


@does("lens")
async def sorts_the_pane_another_way_and_at_last_its_own_way_again(opened: Opened, key: str) -> None:
    await opened.press("6", "j", "j")
    item, own = opened.key, list(opened.dashboard.navigator.pane.keys)
    seen = [own]
    while seen[-1] != own or len(seen) == 1:
        await opened.press(key)
        assert opened.key == item
        seen.append(list(opened.dashboard.navigator.pane.keys))
        assert len(seen) < 9
    assert len(seen) > 2
    assert all({*keys} == {*own} for keys in seen)


@does("lab")
async def opens_the_demonstration(opened: Opened, key: str) -> None:
    await opened.press("4", key)
    assert opened.dialog == "LabScreen"


@does("follow")
async def shows_where_to_go_from_here(opened: Opened, key: str) -> None:
    await opened.press("6", key)
    assert opened.dialog == "LinkPicker"
    await opened.press("a")
    assert opened.dialog == ""


@does("source")
async def shows_an_address_before_it_opens_it(opened: Opened, key: str) -> None:
    urls: list[str] = []
    opened.app.open_url = lambda url, **_: urls.append(url)  # type: ignore[method-assign]
    claims = {claim.id for claim in opened.dashboard.reading.story.claims}
    noted = (ref for note in opened.dashboard.reading.story.notes if note.sources[0].url for ref in note.on)
    opened.dashboard.go_to(next(ref for ref in noted if ref in claims))
    await opened.press(key)
    assert (opened.dialog, urls) == ("LinkPicker", [])
    await opened.press("enter")
    assert (opened.dialog, len(urls)) == ("", 1)


@does("copy")
async def copies_the_item_as_markdown(opened: Opened, key: str) -> None:
    await opened.press("6", "j", key)
    assert opened.app.clipboard == Export(opened.dashboard.reading, opened.key).text


@does("search")
async def opens_the_search(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.dialog == "SearchScreen"


async def searched(opened: Opened, words: str) -> None:
    """Search for words, and go to the first result."""
    await opened.press("s")
    await opened.type(words)
    await opened.press("enter")


@does("next-match")
async def goes_to_the_next_result(opened: Opened, key: str) -> None:
    await searched(opened, "nvidia")
    stops = opened.dashboard.navigator.search_cursor.stops if opened.dashboard.navigator.search_cursor else ()
    assert (opened.section, opened.key) == stops[0]
    await opened.press(key)
    assert (opened.section, opened.key) == stops[1]


@does("previous-match")
async def goes_to_the_result_before(opened: Opened, key: str) -> None:
    await searched(opened, "nvidia")
    stops = opened.dashboard.navigator.search_cursor.stops if opened.dashboard.navigator.search_cursor else ()
    await opened.press(key)
    assert (opened.section, opened.key) == stops[-1]


@does("filter")
async def filters_the_list(opened: Opened, key: str) -> None:
    await opened.press("6", key)
    await opened.type("nvidia")
    await opened.press("enter")
    assert opened.focused == "list"
    assert 0 < len(items(opened)) < 10


@does("clear")
async def clears_the_filter(opened: Opened, key: str) -> None:
    await opened.press("6")
    every = items(opened)
    await filters_the_list(opened, "F")
    await opened.press(key)
    assert items(opened) == every


@does("history-back", "history-forward")
async def goes_back_and_forward(opened: Opened, key: str) -> None:
    await opened.press("3", "j", "f", "a")
    there = (opened.section, opened.key)
    await opened.press("b")
    before = (opened.section, opened.key)
    assert before[0] is Section.PLAYERS
    assert before != there
    if key != "b":
        await opened.press(key)
        assert (opened.section, opened.key) == there


@does("mark")
async def sets_a_bookmark_and_takes_it_away(opened: Opened, key: str) -> None:
    await opened.press("3", "j", key)
    assert opened.dashboard.reading.mine.marks[opened.key].bookmarked
    await opened.press(key)
    assert opened.key not in opened.dashboard.reading.mine.marks


@does("annotate")
async def writes_a_note(opened: Opened, key: str) -> None:
    await opened.press("3", "j", key)
    assert opened.dialog == "NoteEditor"
    await opened.type("Ask them.")
    await opened.press("escape")
    assert opened.dashboard.reading.mine.marks[opened.key].note == "Ask them."


@does("changes")
async def says_that_nothing_has_changed(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.notifications == [opened.dashboard.reading.words.screen.no_changes]


@does("copy-command")
async def copies_the_command_that_leads_here(opened: Opened, key: str) -> None:
    await opened.press("3", "j", key)
    assert opened.app.clipboard == f"deepseek-tui --at {opened.key}"


@does("export")
async def opens_the_export(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.dialog == "ExportDialog"


@does("language")
async def changes_the_language_and_back(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.dashboard.reading.language == "fr"
    await opened.press(key)
    assert opened.dashboard.reading.language == "en"


@does("context")
async def hides_the_context_and_shows_it(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert not opened.dashboard.reading.context
    await opened.press(key)
    assert opened.dashboard.reading.context


@does("zoom")
async def gives_the_screen_to_the_part_and_takes_it_back(opened: Opened, key: str) -> None:
    await opened.press("tab", key)
    assert opened.shown == ("detail",)
    await opened.press(key)
    assert opened.shown == ("list", "detail")


@does("help")
async def shows_the_help_and_closes_it(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.dialog == "Help"
    await opened.press(key)
    assert opened.dialog == ""


@does("palette")
async def opens_the_palette(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.dialog == "Palette"


@does("quit")
async def quits(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.app._exit


def items(opened: Opened) -> list[str]:
    """Return the ids of the pane's items."""
    return [key for key in opened.dashboard.navigator.pane.keys if key]


def test_every_command_has_a_test_case() -> None:
    assert {command.id for command in COMMANDS} == set(CHECKS)


@pytest.mark.parametrize(
    ("id", "key"),
    [pytest.param(command.id, key, id=f"{command.id}-{key}") for command in COMMANDS for key in command.keys],
)
async def test_each_key_runs_the_command_bound_to_it(story: Story, id: str, key: str, tmp_path: Path) -> None:
    async with open_app(story, workspace=workspace_of_bundled(tmp_path)) as opened:
        await CHECKS[id](opened, key)


@pytest.mark.parametrize("key", ["l", "right"])
async def test_next_pane_wraps_round_after_last_pane(opened: Opened, key: str) -> None:
    await opened.press("6", key)
    assert opened.section is Section.OVERVIEW


@pytest.mark.parametrize("key", ["h", "left"])
async def test_previous_pane_wraps_round_before_first_pane(opened: Opened, key: str) -> None:
    await opened.press(key)
    assert opened.section is Section.CLAIMS


async def test_list_cursor_stops_at_the_first_and_last_item(opened: Opened) -> None:
    await opened.press("2", "k", "pageup")
    assert opened.key == items(opened)[0]
    await opened.press("G", "j", "pagedown")
    assert opened.key == items(opened)[-1]


async def test_cursor_skips_group_headings_in_the_list(opened: Opened) -> None:
    await opened.press("3")
    seen = [opened.key]
    for _ in items(opened)[1:]:
        await opened.rush("j")
        seen.append(opened.key)
    assert seen == items(opened)


async def test_detail_shows_the_current_item_after_many_keys_at_once(opened: Opened) -> None:
    await opened.press("2")
    await opened.rush(*"jjjjjjkkl", "j", "j", "h")
    assert opened.section is Section.TIMELINE
    document = opened.document
    assert document is not None
    assert document.key == opened.key == items(opened)[4]


async def test_ctrl_c_without_a_text_selection_shows_the_quit_key(opened: Opened) -> None:
    await opened.press("ctrl+c")
    assert opened.notifications == ["Press q to quit."]
    assert not opened.app._exit
    await opened.press("L", "ctrl+c")
    assert "Appuyer sur q pour quitter." in opened.notifications
