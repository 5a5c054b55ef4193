"""The French language: rules for plurals, numbers and quotation marks; texts are in the modules."""

from deepseek_tui.i18n.languages import Language

LANGUAGE = Language(
    name="français",
    singular=lambda number: number < 2,
    group="\u202f",
    point=",",
    scales={9: ("milliard", "milliards"), 6: ("million", "millions")},
    scale_link=" de ",
    percent="{}\u00a0%",
    quotes=("«\u00a0", "\u00a0»"),
)
