"""Artificial interface language that reveals untranslated and truncated words."""

from deepseek_tui.i18n.languages import Language

CODE = "xx"
LANGUAGE = Language(
    name="⟦Pseudo~⟧",
    singular=lambda number: number == 1,
    group="’",
    point="·",
    scales={9: ("⟦billion~⟧", "⟦billions~⟧"), 6: ("⟦million~⟧", "⟦millions~⟧")},
    scale_link=" ",
    percent="{} ÷100",
    quotes=("‹", "›"),
)
