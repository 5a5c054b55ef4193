"""The themes: dark, light, and the terminal's own sixteen colours; neutral greys and one accent."""

from textual.theme import Theme

DARK = Theme(
    name="dark",
    primary="#ffaf5f",
    accent="#ffaf5f",
    foreground="#dadada",
    background="#121212",
    surface="#121212",
    panel="#1c1c1c",
    boost="#262626",
    warning="#ffaf5f",
    error="#ff8787",
    success="#87d787",
    dark=True,
    variables={
        "quiet": "#9e9e9e",
        "frame": "#4e4e4e",
        "row": "#303030",
        "row-quiet": "#1c1c1c",
        "tab-foreground": "#121212",
        "tab-background": "#ffaf5f",
        "later": "#bcbcbc",
    },
)

LIGHT = Theme(
    name="light",
    primary="#af5f00",
    accent="#af5f00",
    foreground="#262626",
    background="#ffffff",
    surface="#ffffff",
    panel="#eeeeee",
    boost="#e4e4e4",
    warning="#af5f00",
    error="#af0000",
    success="#005f00",
    dark=False,
    variables={
        "quiet": "#626262",
        "frame": "#bcbcbc",
        "row": "#e4e4e4",
        "row-quiet": "#f5f5f5",
        "tab-foreground": "#ffffff",
        "tab-background": "#af5f00",
        "later": "#767676",
    },
)

TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_yellow",
    accent="ansi_yellow",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    variables={
        "quiet": "ansi_default",
        "frame": "ansi_bright_black",
        "row": "ansi_default",
        "row-quiet": "ansi_default",
        "tab-foreground": "ansi_black",
        "tab-background": "ansi_yellow",
        "later": "ansi_default",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "border-blurred": "ansi_bright_black",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "input-cursor-background": "ansi_black",
        "input-cursor-foreground": "ansi_bright_white",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_bright_blue",
        "input-selection-foreground": "ansi_black",
        "screen-selection-background": "ansi_bright_blue",
        "screen-selection-foreground": "ansi_black",
    },
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, TERMINAL)}
DEFAULT = DARK.name
