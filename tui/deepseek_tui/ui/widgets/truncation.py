"""Truncation of tab names and key hints to a bar's width."""

from collections.abc import Sequence

from rich.cells import cell_len

from deepseek_tui.panes.wrapping import fit


def tab_names(names: Sequence[str], active: int, width: int) -> list[str]:
    """Return tab names with their numbers, shortened to a width.

    The names of inactive tabs are shortened to eight cells, then four, then dropped. Each tab is drawn with a cell of
    padding on either side.
    """
    for most in (99, 8, 4):
        labels = [f"{n + 1} {name if n == active else fit(name, most)}" for n, name in enumerate(names)]
        if _width(labels) <= width:
            return labels
    labels = [f"{n + 1} {name}" if n == active else str(n + 1) for n, name in enumerate(names)]
    if _width(labels) > width:
        labels[active] = fit(labels[active], max(3, width - _width(labels) + cell_len(labels[active])))
    return labels


def _width(labels: Sequence[str]) -> int:
    return sum(cell_len(label) + 2 for label in labels)


def hints(candidates: Sequence[tuple[int, str, str]], width: int, gap: int = 2) -> list[tuple[str, str]]:
    """Return the key hints that fit a width, in the given order.

    Each has a key and a label. Candidates are (rank, key, label); the lowest ranks are kept longest.
    """
    room, kept = width, set[int]()
    for number in sorted(range(len(candidates)), key=lambda n: candidates[n][0]):
        _, key, words = candidates[number]
        need = cell_len(key) + 1 + cell_len(words) + (gap if kept else 0)
        if need > room:
            break
        room -= need
        kept.add(number)
    return [(key, words) for number, (_, key, words) in enumerate(candidates) if number in kept]
