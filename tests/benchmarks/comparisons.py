"""The benchmark comparisons: programs, stories, keys and performance targets."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import orjson

from benchmarks.generated import generated
from benchmarks.table import Row, megabytes, milliseconds, ratio
from benchmarks.timing import MeasuredProgram, Run, run, time_command

HERE = Path(__file__).parent
SIZE = (120, 40)
"""Columns and lines of the terminal."""
BURST = 100
MATCH = "n"
"""Key that goes to the next search result, which only the dashboard has."""
TURN = "l"
"""Key that opens the next pane, in the dashboard and in both comparison apps."""
KEYS = ("down", "down", "down", "pagedown", "home") * 3 + (TURN,) * 4
KEY_NAMES = {"down": "down", "pagedown": "page down", "home": "to the top", TURN: "next pane"}

SETTLED = 0.5
"""Target: after a key, the dashboard takes at most half as long to finish drawing as the bare app."""
Figures = tuple[Sequence[float], Sequence[float]]
"""Measurements of the dashboard and of a comparison program, in the order of the runs."""
Shown = Callable[[Sequence[float]], str]

ARGUMENTS = "import argparse"
READERS = "import orjson; from pydantic import BaseModel"
"""Script that imports a pydantic class, because pydantic loads its parts lazily."""
READS = """
import sys, orjson
from deepseek_tui.story.format.model import Story
Story.model_validate(orjson.loads(open(sys.argv[1], "rb").read()))
"""
"""Script that reads and validates a story with orjson and pydantic only."""


WATCHED = """
import asyncio, json, sys, time
from deepseek_tui.story.format.structure import item_lists
from deepseek_tui.story.loading import garbage, incremental, loader
from deepseek_tui.story.analysis.index import Index

def memory():
    return int(open("/proc/self/statm").read().split()[1]) * 4096

async def main():
    longest, beating = 0.0, True
    async def beat():
        nonlocal longest
        last = time.perf_counter()
        while beating:
            await asyncio.sleep(0)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
    data = open(sys.argv[1], "rb").read()
    before, began, heart = memory() - len(data), time.perf_counter(), asyncio.create_task(beat())
    story = await incremental.with_progress(incremental.load_incrementally(data), lambda share: None)
    took = time.perf_counter() - began
    beating = False
    await heart
    del data
    whole = memory() - before
    each = whole / sum(len(getattr(story, name)) for name in item_lists())
    print(json.dumps({"longest": longest, "took": took, "each": each / 1024, "whole": whole / 2**20}))

garbage.suspend()
asyncio.run(main())
"""
"""Script that loads a story incrementally, and measures stalls of the event loop."""
TYPED = "market"
"""The search query: a word of every generated story."""
WHOLE = "cause: the Overview counts and orders all of it, so that all is parsed and validated first"
MANY = "cause: every item that has the word is counted, by pane and by page"
UNREAD = {
    "check": "cause: not the reading; every text is looked over for its author, and what is found gets its line",
    "export": "cause: not the reading; every word is escaped and written as Markdown",
}
READS_NOTHING = "cause: this app reads no story; pydantic and the models of ours take a fifth of the time"
ANEW = "cause: the slowest keys open another pane, of which Textual draws every line anew"
AFTER = "cause: the detail comes in a frame of its own, so that no list waits for it"
IN_ORDER = "cause: each key is answered before the next is sent on, so that none is lost where one opens a field"
LIGHT = {
    "help": "cause: to print, argparse imports locale, shutil and textwrap, which the rival does not",
    "export": "cause: fields with rules make pydantic import a third more, and the models are made; then all is written",
    "check": "cause: fields with rules make pydantic import a third more, and the models are made",
}
ROWS = "cause: every row is looked through and counted, and the list laid out anew for those that are left"


class Series(NamedTuple):
    """Measured values for several story sizes, to be plotted."""

    title: str
    points: list[tuple[int, float]]
    unit: str


@dataclass(frozen=True)
class Setup:
    """Settings of the benchmarks: virtual environment, number of runs and story sizes."""

    programs: Path
    environment: Mapping[str, str]
    folder: Path
    runs: int
    sizes: tuple[int, ...]

    @property
    def python(self) -> str:
        """Path of the Python interpreter in the virtual environment."""
        return str(self.programs / "python")

    @property
    def program(self) -> str:
        """Path of the installed program."""
        return str(self.programs / "deepseek-tui")

    def compare(self, programs: Mapping[str, MeasuredProgram]) -> dict[str, list[Run]]:
        """Run several programs alternately, discard a first round and return the results."""
        found: dict[str, list[Run]] = {name: [] for name in programs}
        for number in range(-1, self.runs):
            order = list(programs) if number % 2 else list(reversed(programs))
            for name in order:
                done = run(programs[name], SIZE, self.environment)
                if number >= 0:
                    found[name].append(done)
            _tell(f"round {number + 1} of {self.runs}: {', '.join(programs)}")
        return found

    def sized(self, measured: Callable[[tuple[str, ...]], MeasuredProgram]) -> dict[int, list[Run]]:
        """Run the program on a generated story of each size.

        `measured` turns the command for a story into the program to measure.
        """
        argv = {str(size): (self.program, "--lang", "en", "--fresh", self.story(size)) for size in sorted(self.sizes)}
        return {int(name): done for name, done in self.compare({name: measured(one) for name, one in argv.items()}).items()}

    def told(self, argv: Sequence[str]) -> dict[str, float]:
        """Run a script and return the measurements that it prints as JSON."""
        done = subprocess.run(argv, env=self.environment, check=True, capture_output=True)
        found: dict[str, float] = orjson.loads(done.stdout)
        return found

    def commands(self, commands: Mapping[str, tuple[str, ...]]) -> dict[str, list[tuple[float, float]]]:
        """Run non-interactive commands repeatedly, and return seconds and MB of each run."""
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for number in range(-1, self.runs):
            for name in commands if number % 2 else reversed(commands):
                done = time_command(commands[name], self.environment)
                if number >= 0:
                    found[name].append(done)
            _tell(f"round {number + 1} of {self.runs}: {', '.join(commands)}")
        return found

    def story(self, events: int) -> str:
        """Return the path of a story generated with a number of events."""
        path = self.folder / f"{events}.json"
        if not path.exists():
            path.write_bytes(orjson.dumps(generated(events)))
        return str(path)


def _tell(words: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{words}")
        sys.stderr.flush()


def start(setup: Setup) -> Iterator[Row]:
    """Compare the dashboard on the bundled story with both comparison apps."""
    idle = 3.0
    runs = setup.compare(
        {
            "ours": MeasuredProgram((setup.program, "--lang", "en"), ("At a glance", "1.3 million"), KEYS, idle=idle),
            "the bare app": MeasuredProgram((setup.python, str(HERE / "bare_app.py")), ("pane 0 item 9",), KEYS, idle=idle),
            "the minimal app": MeasuredProgram((setup.python, str(HERE / "minimal_app.py")), ("events 9",), KEYS, idle=idle),
            "ours after a search": MeasuredProgram(
                (setup.program, "--lang", "en", "--fresh"),
                ("At a glance", "1.3 million"),
                (MATCH,) * 8,
                prepare=("s", *"meta", "enter"),
            ),
        }
    )
    ours, bare, minimal, searching = runs.values()
    group = "The bundled story at 120x40"

    def paints(of: list[Run]) -> list[float]:
        return [one.paint for one in of]

    def row(name: str, rival: str, figures: Figures, aim: float, shown: Shown = milliseconds, *, cause: str = "") -> Row:
        mine, theirs = figures
        return Row(group, name, rival, shown(mine), shown(theirs), ratio(mine, theirs), aim, cause=cause)

    def moments(of: list[Run], key: str, kind: str = "to_paint") -> list[float]:
        return [median(getattr(one, kind)[key]) for one in of]

    yield row("first complete Overview", "the minimal app", (paints(ours), paints(minimal)), 0.9)
    yield row("first complete Overview", "the bare app", (paints(ours), paints(bare)), 1.0, cause=READS_NOTHING)
    yield row("memory", "the minimal app", ([one.memory for one in ours], [one.memory for one in minimal]), 1.1, megabytes)
    for key, name in KEY_NAMES.items():
        yield row(f"{name}: key to paint", "the bare app", (moments(ours, key), moments(bare, key)), 0.9)
    matched = moments(searching, MATCH), moments(bare, TURN)
    # The next match is in another pane, so both programs draw a pane.
    yield row("next match: key to paint", "the bare app's next pane", matched, 0.9)
    every = [moment for one in (*ours, *searching) for moments in one.to_paint.values() for moment in moments]
    slow = quantiles(every, n=20)[-1] * 1000
    yield Row(group, "any key to paint, 95th percentile", "", milliseconds(every), "", slow, 16.0, "ms", cause=ANEW)
    for key, name in KEY_NAMES.items():
        settled = moments(ours, key, "to_settle"), moments(bare, key, "to_settle")
        yield row(f"{name}: list and detail settled", "the bare app", settled, SETTLED, cause=AFTER)
    unanswered = float(sum(one.unanswered for one in ours))
    yield Row(group, "keys that nothing answered", "", "", "", unanswered, 0.0, "keys")
    burnt = [one.idle_processor for one in ours], [one.idle_processor for one in bare]
    yield row("idle: processor", "the bare app", burnt, 1.0, lambda figures: f"{100 * median(figures):.2f} %")
    wakes = [one.idle_wakes for one in ours], [one.idle_wakes for one in bare]
    yield row("idle: wake-ups each second", "the bare app", wakes, 1.0, lambda figures: f"{median(figures):.1f}")
    written = float(max(one.idle_bytes for one in ours))
    yield Row(group, "idle: bytes written", "", "", "", written, 0.0, "bytes")


def burst(setup: Setup) -> Iterator[Row]:
    """Measure a hundred keys sent at once, none of which is lost."""
    keys = ("down",) * BURST
    measured = MeasuredProgram(
        (setup.program, "--lang", "en", setup.story(1000)), ("At a glance",), prepare=("2",), burst=keys
    )
    runs = setup.compare({"ours": measured})["ours"]
    arrived = 0
    for one in runs:
        if f"{BURST + 1}/" in one.screen:
            arrived += 1
    group = "A burst of 100 keys"
    yield Row(group, "runs in which none was dropped", "", "", "", float(arrived), float(len(runs)), "runs", at_least=True)
    took = [one.burst for one in runs]
    yield Row(group, "until the last change", "", milliseconds(took), "", median(took) * 1000, 250.0, "ms", cause=IN_ORDER)


def light(setup: Setup) -> Iterator[Row]:
    """Compare non-interactive commands with a Python process that imports the same libraries."""
    program, python = setup.program, setup.python
    done = setup.commands(
        {
            "help": (program, "--help"),
            "argparse": (python, "-c", ARGUMENTS),
            "export": (program, "export", "all"),
            "check": (program, "check", "deepseek"),
            "readers": (python, "-c", READERS),
        }
    )
    rivals = {
        "argparse": "an interpreter that imports argparse",
        "readers": "one that imports pydantic's BaseModel and orjson",
    }
    for name, shown, rival, aim in (
        ("help", "--help", "argparse", 1.3),
        ("export", "export all", "readers", 1.5),
        ("check", "check deepseek", "readers", 1.5),
    ):
        mine, theirs = ([seconds for seconds, _ in done[one]] for one in (name, rival))
        figure = ratio(mine, theirs)
        yield Row("Commands", shown, rivals[rival], milliseconds(mine), milliseconds(theirs), figure, aim, cause=LIGHT[name])


def scale(setup: Setup, plots: list[Series]) -> Iterator[Row]:
    """Compare the results on larger generated stories with those on the smallest."""
    first, turns = ("At a glance",), ("end", "home") + ("down",) * 9
    runs = setup.sized(lambda argv: MeasuredProgram(argv, first, turns, ("2",)))
    searches = setup.sized(lambda argv: MeasuredProgram(argv, first, tuple(TYPED), ("s",)))
    filters = setup.sized(lambda argv: MeasuredProgram(argv, first, tuple(TYPED), ("2", "F")))
    smallest = min(runs)
    for size in list(runs)[1:]:
        group, rival, is_real = f"{size:,} events", f"{smallest} events", size <= 10_000

        def row(name: str, figures: Callable[[Run], float], of: dict[int, list[Run]], aim: float, cause: str = "") -> Row:
            mine, theirs = ([figures(one) for one in of[one_size]] for one_size in (size, smallest))  # noqa: B023
            shown = milliseconds(mine), milliseconds(theirs)
            return Row(group, name, rival, *shown, ratio(mine, theirs), aim, cause=cause)  # noqa: B023

        yield row("first complete Overview", lambda one: one.paint, runs, 1.3 if is_real else inf, WHOLE)
        yield row("down: key to paint", lambda one: median(one.to_paint["down"]), runs, 1.1)
        jump = [one.to_settle["end"][0] for one in runs[size]]
        yield Row(group, "jump to the end, settled", "", milliseconds(jump), "", median(jump) * 1000, 50.0, "ms")
        for name, of in (("search", searches), ("filter", filters)):
            aim = 1.3 if is_real else inf
            yield row(f"{name}: first letter, settled", lambda one: one.to_settle[TYPED[0]][0], of, inf)
            yield row(f"{name}: letters after it, settled", _later_letters, of, aim, MANY if name == "search" else ROWS)
    for title, figures, of in (
        ("first complete Overview", lambda one: one.paint, runs),
        ("search, a letter settled", _later_letters, searches),
        ("memory at its peak", lambda one: one.memory, runs),
    ):
        points = [(size, median(map(figures, done))) for size, done in of.items()]
        plots.append(Series(title, points, "MB" if "memory" in title else "s"))


def _later_letters(run: Run) -> float:
    return median([moment for letter in TYPED[1:] for moment in run.to_settle.get(letter, ())] or [inf])


def reading(setup: Setup, plots: list[Series]) -> Iterator[Row]:
    """Measure pauses of the event loop and memory of incremental loading."""
    stalls, kept = Series("longest stall while reading", [], "s"), Series("memory kept", [], "MB")
    for size in setup.sizes:
        told = [setup.told((setup.python, "-c", WATCHED, setup.story(size))) for _ in range(setup.runs)]
        longest, took, each, whole = (median(one[name] for one in told) for name in ("longest", "took", "each", "whole"))
        group = f"{size:,} events, read little by little"
        yield Row(
            group, "longest stall, heartbeat to heartbeat", "", f"{took:.2f} s in all", "", longest * 1000, 100.0, "ms"
        )
        yield Row(group, "memory kept for an item", "", f"{whole:.1f} MB in all", "", each, inf, "KB")
        stalls.points.append((size, longest))
        kept.points.append((size, whole))
    plots += [stalls, kept]


def readers(setup: Setup, plots: list[Series]) -> Iterator[Row]:
    """Compare `export` and `check` on large stories with bare orjson and pydantic."""
    for size in setup.sizes:
        if size < 1000:
            continue
        path = setup.story(size)
        done = setup.commands(
            {
                "check": (setup.program, "check", path),
                "export": (setup.program, "export", "all", "--story", path, "--lang", "en"),
                "reads": (setup.python, "-c", READS, path),
            }
        )
        rival = "orjson and pydantic alone"
        for name in ("check", "export"):
            mine, theirs = ([seconds for seconds, _ in done[one]] for one in (name, "reads"))
            group = f"{size:,} events without a screen"
            figure = ratio(mine, theirs)
            yield Row(group, name, rival, milliseconds(mine), milliseconds(theirs), figure, 2.0, cause=UNREAD[name])
        for name in ("check", "export"):
            title = f"{name}, seconds"
            series = next((one for one in plots if one.title == title), None)
            if series is None:
                series = Series(title, [], "s")
                plots.append(series)
            series.points.append((size, median(seconds for seconds, _ in done[name])))
