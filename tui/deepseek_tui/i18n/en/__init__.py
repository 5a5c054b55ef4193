"""English: how it counts, writes numbers and quotes; its words are in one module a subject."""

from deepseek_tui.i18n.languages import Language

LANGUAGE = Language(
    name="English",
    singular=lambda number: number == 1,
    group=",",
    point=".",
    scales={9: ("billion", "billion"), 6: ("million", "million")},
    scale_link=" ",
    percent="{}%",
    quotes=("“", "”"),
)
