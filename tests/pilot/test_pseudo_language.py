"""Tests of the dashboard in the pseudo-language."""

import re

import pytest

from deepseek_tui.i18n import languages
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.pane import PANES
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.widgets.item_list import ItemList
from deepseek_tui.ui.widgets.page_view import PageView
from pilot.opened import Opened, open_app, page
from pseudo_language import CODE
from pseudo_language.check import cut, untranslated

TYPED = {"nvidia", "zzzz", "zzz"}
CUT = re.compile(r"⟦[^⟧ ]*(?= )")
UNFINISHED = re.compile(r"[^\s·]*…")
DIALOGS = [
    ("question_mark",),
    ("p",),
    ("e",),
    ("v",),
    ("A",),
    ("A", "enter"),
    ("A", *"zzz", "tab"),
    ("s",),
    ("s", *"nvidia"),
    ("s", *"zzzz"),
    ("s", *"kind:zzz"),
    ("F", *"zzzz"),
    ("F", *"nvidia", "enter"),
    ("6", "v"),
    ("4", "f"),
    ("4", "d"),
    ("4", "d", "question_mark"),
]
CUT_WHEN_SMALL = [("p",), ("4", "d"), ("F", *"zzzz"), ("F", *"nvidia", "enter")]
"""Keys that lead to texts too long for 80 columns when words are a third longer."""
SMALL = (80, 24)
SIZES = [SMALL, (100, 30), (160, 40)]
TABS = 1
"""The line of the tabs, whose titles may be shortened because the list shows the open one in full."""


@pytest.fixture(autouse=True)
def spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Register the pseudo-language, whose words are a third longer than the English ones."""
    monkeypatch.setitem(languages.LANGUAGES, CODE, "pseudo_language")


def faults(opened: Opened, *, cuts: bool = True) -> list[str]:
    """Return the untranslated or truncated words on the screen.

    Rows of a list may be truncated, because the detail shows their full text.
    """
    screen = opened.app.screen
    whole = screen.children[0].region if opened.dialog else screen.region
    rows = [part.content_region for part in screen.query(ItemList) if part.display]
    found = []
    for y in range(whole.y, whole.bottom):
        line = opened.lines[y]
        for inner in rows:
            if inner.y <= y < inner.bottom:
                line = f"{line[: inner.x]}{' ' * inner.width}{line[inner.right :]}"
        line = line[whole.x : whole.right]
        if y == TABS and not opened.dialog:
            continue
        if not cuts:
            line = CUT.sub(" ", line)
        if untranslated(line) - TYPED:
            found.append(f"untranslated {sorted(untranslated(line) - TYPED)}: {line}")
        if cuts and cut(line):
            found.append(f"cut: {line}")
    for part in screen.query(ItemList):
        for number in range(part.count if part.display else 0):
            line = UNFINISHED.sub(" ", part.line(number).plain)
            if untranslated(line) - TYPED:
                found.append(f"untranslated {sorted(untranslated(line) - TYPED)}: {line}")
    for view in screen.query(PageView):
        if untranslated(page(view)) - TYPED:
            found.append(f"untranslated {sorted(untranslated(page(view)) - TYPED)}")
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_pane_is_translated_and_not_truncated(story: Story, size: tuple[int, int]) -> None:
    async with open_app(story, CODE, size=size) as opened:
        for number in range(1, len(PANES) + 1):
            await opened.press(str(number))
            assert faults(opened) == []
            assert words_in(CODE).panes.titles[PANES[number - 1]] in opened.seen
            await opened.press("enter")
            assert faults(opened) == []
            await opened.press("escape", "w")
            # Truncation is allowed because the list title with the grouping may be too long.
            assert faults(opened, cuts=False) == []


@pytest.mark.parametrize("size", [SMALL, (160, 40)], ids=str)
@pytest.mark.parametrize("keys", DIALOGS, ids=" ".join)
async def test_every_dialog_is_translated_and_not_truncated(
    story: Story, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with open_app(story, CODE, size=size) as opened:
        await opened.press(*keys)
        assert faults(opened, cuts=size != SMALL or keys not in CUT_WHEN_SMALL) == []


@pytest.mark.parametrize("key", ["n", "u", "c", "ctrl+c", "Y", "o", "i", "m"])
async def test_every_notification_is_translated(story: Story, key: str) -> None:
    async with open_app(story, CODE) as opened:
        await opened.press(key)
        assert untranslated(" ".join(opened.notifications)) == set()
