"""English interface texts that all labs share."""

from deepseek_tui.i18n.labs import FrameWords

WORDS = FrameWords(
    values="Values",
    page="Results",
    keys={
        "change": "change",
        "choose": "choose",
        "edit": "type",
        "steps": "try",
        "reset": "reset",
        "part": "values or page",
        "close": "close",
        "apply": "apply",
        "abandon": "cancel",
    },
    to_try="What to try",
    article_says="The article says",
    shows="This shows",
    sources="Sources",
    hidden="Context from outside the article is hidden; c in the dashboard shows it.",
    running="working, {}% · Esc stops",
    stopped="Stopped.",
    no_choice="{label}: {value} is not one of {choices}.",
    no_number="{label}: {value} is not a number.",
    out_of_range="{label}: {value} is out of range, {range}.",
    not_whole="{label}: {value} is not a whole number.",
    range="from {low} to {high} {unit}",
    own="your own",
)
