"""Words that all labs share, in English."""

from deepseek_tui.i18n.labs import FrameWords

WORDS = FrameWords(
    values="Values",
    page="What follows",
    keys={
        "change": "change",
        "choose": "choose",
        "edit": "type it",
        "steps": "try",
        "reset": "reset",
        "part": "values or page",
        "close": "close",
        "apply": "take it",
        "abandon": "leave it",
    },
    to_try="What to try",
    article_says="The article says",
    shows="This shows",
    sources="Sources",
    hidden="What comes from outside the article is hidden; c on the dashboard shows it.",
    running="working, {}% · Esc stops",
    stopped="Stopped.",
    no_choice="{label}: {value} is none of {choices}.",
    no_number="{label}: {value} is not a number.",
    out_of_range="{label}: {value} is out of reason; it goes {range}.",
    not_whole="{label}: {value} has to be a whole number.",
    range="from {low} to {high} {unit}",
    own="your own",
)
