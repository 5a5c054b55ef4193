"""Tests of the number of frames and layouts after a key press."""

from collections import Counter

import pytest
from textual.app import App
from textual.screen import Screen

import rest
from bundled import bundled
from deepseek_tui.panes.page_layout import PageLayout
from deepseek_tui.panes.players import PlayersPane
from deepseek_tui.ui.dashboard import Dashboard
from pilot.opened import open_app

WIDE = (120, 40)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count drawn frames, layouts, laid-out pages and created documents."""
    done = Counter[str]()
    monkeypatch.setattr(rest, "every_frame", True)

    def counted(owner: type, name: str, what: str) -> None:
        method = getattr(owner, name)

        def counting(self: object, *words: object, **options: object) -> object:
            if name != "_display" or words[-1] is not None:  # A display call without content draws no frame.
                done[what] += 1
            return method(self, *words, **options)

        monkeypatch.setattr(owner, name, counting)

    counted(App, "_display", "frames")
    counted(Screen, "_refresh_layout", "layouts")
    counted(PageLayout, "lines", "pages")
    counted(PlayersPane, "document", "documents")
    return done


@pytest.mark.parametrize("key", ["j", "k", "pagedown", "g"])
async def test_key_press_draws_one_frame_for_the_list_and_one_for_the_detail(work: Counter[str], key: str) -> None:
    async with open_app(bundled(), size=WIDE) as opened:
        await opened.press("3", "j", "j", "j", "j")
        work.clear()
        await opened.press(key)
        assert opened.document is not None
        assert opened.document.key == opened.key
        assert work["layouts"] <= 1, "one where a scroll bar comes or goes"
        assert work["frames"] <= 2 + work["layouts"]
        assert (work["documents"], work["pages"]) == (1, 1)


async def test_opening_a_pane_with_the_same_layout_draws_one_frame(work: Counter[str]) -> None:
    async with open_app(bundled(), size=WIDE) as opened:
        await opened.press("2")
        work.clear()
        await opened.press("3")
        assert work["frames"] <= 2
        assert work["documents"] == 1


async def test_only_the_last_item_is_laid_out_when_keys_arrive_faster_than_frames(work: Counter[str]) -> None:
    async with open_app(bundled(), size=WIDE) as opened:
        await opened.press("3")
        work.clear()
        for _ in range(8):
            opened.dashboard.panels.items.action_move(1)
        await opened.rest()
        assert opened.document is not None
        assert opened.document.key == opened.key
        assert work["documents"] == 1


async def test_nothing_is_drawn_while_idle(work: Counter[str]) -> None:
    async with open_app(bundled(), size=WIDE) as opened:
        await opened.press("3")
        work.clear()
        for _ in range(20):
            await opened.rest()
        assert work == Counter()


async def test_first_frame_lays_out_only_one_document_and_only_once(work: Counter[str]) -> None:
    async with open_app(bundled(), size=WIDE) as opened:
        assert "1.3 million" in opened.seen
        assert work["pages"] == 1
        assert len(opened.app.screen_stack) == 1, "an empty screen below would be laid out for nothing"


async def test_dashboard_has_about_a_dozen_widgets(work: Counter[str]) -> None:
    async with open_app(bundled(), size=WIDE) as opened:
        assert isinstance(opened.app.screen, Dashboard)
        assert len([widget for widget in opened.app.screen.walk_children() if "-textual-system" not in widget.classes]) <= 12
