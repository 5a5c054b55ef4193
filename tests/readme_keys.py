"""Generator of the README's key table from the table of commands."""

from pathlib import Path

from deepseek_tui.commands import help_entries
from deepseek_tui.i18n.catalogue import words_in
from deepseek_tui.panes.key_labels import key_name

READ_ME = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys -->", "<!-- /keys -->"


def table() -> str:
    """Return a Markdown table of all keys and their descriptions."""
    rows = ["| key | does |", "|---|---|"]
    for line in help_entries():
        if "…" in line.keys:
            keys = "…".join(f"`{key}`" for key in (line.keys[0], line.keys[-1]))
        else:
            keys = " ".join(f"`{key_name(key, words_in('en').keys)}`" for key in line.keys)
        rows.append(f"| {keys} | {words_in('en').keys.long[line.ids[0]]} |")
    return "\n".join(rows)


def filled(text: str) -> str:
    """Return the README text with the current key table.

    The table is put between the two markers.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"no {BEGIN} … {END} to fill")
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    READ_ME.write_text(filled(READ_ME.read_text("utf-8")), "utf-8")
