"""The English language: rules for plurals, numbers and quotation marks; texts are in the modules."""

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
