"""Random keys, clicks, pastes and resizes, reproducible from a seed.

Every pane and dialog is visited in random order. Random steps follow each visit.
"""

from collections.abc import Callable
from random import Random

from textual.events import MouseScrollDown, MouseScrollUp, Paste

from deepseek_tui.ui.messages import StoryChosen
from pilot.opened import Opened
from stories import ATTACKS

VISITS: tuple[tuple[str, ...], ...] = (
    *((number,) for number in "123456"),
    ("4", "g", "d"),
    ("4", "g", "j", "d"),
    ("4", "g", "j", "j", "d"),
    ("6", "v"),
    ("3", "f"),
    ("2", "g", "j", "j", "o"),
    ("5", "a"),
    ("1", "e"),
    ("e", "ctrl+s"),
    ("F",),
    ("s",),
    ("s", "d", "e", "e", "enter"),
    ("p",),
    ("p", "f", "e", "r", "r", "y", "enter"),
    ("question_mark",),
    ("z",),
    ("L",),
)
"""Keys that lead from the dashboard to each pane and dialog."""
FIRST = ("u",)
"""The key of the dialog of changes; it comes first, because opening another story discards them."""
MOVES = (*"jkhlgGnNbBwcz123456", "up", "down", "left", "right", "pageup", "pagedown", "home", "end", "space")
ASKS = (*"sFXvfmaudoyYeLrxt", "enter", "tab", "shift+tab", "slash", "question_mark", "f1", "p", "ctrl+p", "ctrl+c")
WRITES = (*"aé:-4 ", "backspace", "delete", "ctrl+s", "ctrl+a", "ctrl+k", "ctrl+w", "ctrl+u", "ctrl+x", "ctrl+v")
"""Keys pressed at random in text fields: none quits the program or types a path out of the test folder."""
OUT = ("escape",) * 6
"""Keys that close any nested dialogs."""
WIDTHS = (1, 2, 5, 12, 24, 40, 60, 80, 100, 120, 160, 200, 250)
HEIGHTS = (1, 2, 5, 12, 16, 24, 30, 50)
USUAL = (100, 30)
STEPS = {"move": 6, "ask": 6, "write": 4, "out": 2, "click": 6, "wheel": 1, "drag": 1, "paste": 1, "resize": 2}
"""Kinds of steps and their weights."""


class RandomInput:
    """Random user input for an open program.

    `taken` lists the steps so far.
    """

    def __init__(self, opened: Opened, seed: int, lost: int) -> None:
        """Store the program, and seed the random steps.

        `lost` is the number of random steps in each pane or dialog.
        """
        self.opened, self.lost, self.story = opened, lost, opened.dashboard.reading.story.id
        self.taken: list[str] = []
        self._chance = Random(seed)

    async def go(self, look: Callable[[Opened], None]) -> None:
        """Open every pane and dialog, and make random steps in each.

        `look` is called after each step.
        """
        visits = list(VISITS)
        self._chance.shuffle(visits)
        for visit in (FIRST, *visits):
            await self._home()
            await self._press(*visit)
            look(self.opened)
            for _ in range(self.lost):
                await self._step()
                look(self.opened)
        await self._home()
        await self._press("X", "1", "g")
        look(self.opened)

    async def _home(self) -> None:
        await self._resize(*USUAL)
        await self._press(*OUT)
        if self.opened.dashboard.reading.story.id != self.story:
            self.opened.dashboard.post_message(StoryChosen(self.story))
            await self.opened.rest()

    async def _step(self) -> None:
        chance, what = self._chance, self._chance.choices(list(STEPS), list(STEPS.values()))[0]
        if what == "move":
            await self._press(*chance.choices(MOVES, k=3))
        elif what == "ask":
            await self._press(chance.choice(ASKS))
        elif what == "write":
            await self._press(*chance.choices(WRITES, k=3))
        elif what == "out":
            await self._press("escape")
        elif what == "paste":
            await self._paste(chance.choice(ATTACKS))
        elif what == "resize":
            await self._resize(chance.choice(WIDTHS), chance.choice(HEIGHTS))
        else:
            await self._mouse(what, self._spot(), self._spot())

    def _spot(self) -> tuple[int, int]:
        width, height = self.opened.app.size
        return self._chance.randrange(width), self._chance.randrange(height)

    async def _press(self, *keys: str) -> None:
        self.taken.append(" ".join(keys))
        await self.opened.rush(*keys)

    async def _paste(self, text: str) -> None:
        self.taken.append(f"paste({text!a})")
        self.opened.app.post_message(Paste(text))
        await self.opened.rest()

    async def _resize(self, width: int, height: int) -> None:
        self.taken.append(f"resize({width}, {height})")
        await self.opened.pilot.resize_terminal(width, height)
        await self.opened.rest()

    async def _mouse(self, what: str, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.taken.append(f"{what}({start}, {end})")
        pilot = self.opened.pilot
        if what == "click":
            await pilot.click(offset=start)
        elif what == "wheel":
            await pilot._post_mouse_events([MouseScrollDown if start < end else MouseScrollUp], offset=start)
        else:
            await pilot.mouse_down(offset=start)
            await pilot.hover(offset=end)
            await pilot.mouse_up(offset=end)
        await self.opened.rest()
