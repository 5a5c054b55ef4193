"""A language that nobody speaks: it shows which words of the interface are not translated, and which are cut."""

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
