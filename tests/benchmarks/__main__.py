"""Benchmarks for `make bench`, printed as ratios to comparison programs.

Runs of the program and of the comparison programs alternate. All of them run in an environment that only has the wheel
and its dependencies.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import orjson

from benchmarks.comparisons import Series, Setup, burst, light, readers, reading, scale, start
from benchmarks.table import Row, plotted, printed

ROOT = Path(__file__).parents[2]
OUTPUT = ROOT / "build" / "bench.json"
COMPARISONS = ("start", "burst", "light", "scale", "reading", "readers")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmarks and return 1 if a performance target is missed."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="three runs and stories of up to 10,000 events: a first look")
    parser.add_argument("--runs", type=int, default=9, help="how many runs a median is of (default: 9)")
    parser.add_argument("--only", action="append", choices=COMPARISONS, help="names of comparisons; all by default")
    parser.add_argument("--sizes", default="10,1000,10000,100000", help="sizes of the generated stories, in events")
    parser.add_argument("--programs", type=Path, help="the bin folder of an environment that has the program already")
    options = parser.parse_args(argv)
    sizes = tuple(int(size) for size in options.sizes.split(","))
    if options.quick:
        options.runs, sizes = 3, tuple(size for size in sizes if size <= 10_000)
    with tempfile.TemporaryDirectory(prefix="deepseek-tui-bench-") as folder:
        home = Path(folder) / "home"
        home.mkdir()
        programs = options.programs.absolute() if options.programs else _installed(Path(folder))
        setup = Setup(programs, _environment(home), Path(folder), options.runs, sizes)
        plots: list[Series] = []
        rows = list(_compared(setup, options.only or COMPARISONS, plots))
    sys.stderr.write("\r\x1b[K" if sys.stderr.isatty() else "")
    sys.stdout.write(printed(rows) + "\n")
    for series in plots:
        sys.stdout.write("\n" + plotted(*series) + "\n")
    OUTPUT.parent.mkdir(exist_ok=True)
    document = {
        "rows": [row.as_json() for row in rows],
        "plots": [series._asdict() for series in plots],
        "runs": options.runs,
    }
    OUTPUT.write_bytes(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    missed = sum(not row.met for row in rows)
    sys.stdout.write(f"\n{len(rows) - missed} of {len(rows)} aims met; written to {OUTPUT.relative_to(ROOT)}\n")
    return 1 if missed else 0


def _compared(setup: Setup, chosen: Sequence[str], plots: list[Series]) -> Iterator[Row]:
    if "start" in chosen:
        yield from start(setup)
    if "burst" in chosen:
        yield from burst(setup)
    if "light" in chosen:
        yield from light(setup)
    if "scale" in chosen:
        yield from scale(setup, plots)
    if "reading" in chosen:
        yield from reading(setup, plots)
    if "readers" in chosen:
        yield from readers(setup, plots)


def _environment(home: Path) -> dict[str, str]:
    """Return the environment variables with which the measured programs run."""
    return {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PATH": os.defpath,
        "HOME": str(home),
        "PYTHONHASHSEED": "0",
    }


def _installed(folder: Path) -> Path:
    """Install the wheel into a new virtual environment.

    Return its bin folder.
    """
    source, environment = folder / "source", folder / "installed"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "tui", "content"):
        (source / name).symlink_to(ROOT / name)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source], check=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "--python", environment, "install", "-c", ROOT / "constraints.txt", wheel], check=True)
    return environment / "bin"


if __name__ == "__main__":
    sys.exit(main())
