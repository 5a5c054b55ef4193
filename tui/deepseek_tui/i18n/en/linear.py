"""English texts used when a story is printed as plain text."""

from deepseek_tui.i18n.linear import LinearWords

WORDS = LinearWords(
    source="Source",
    ceiling="upper bound; exact value not given",
    floor="lower bound; exact value not given",
    partly="incomplete",
    asks_nothing='the filter “{}” is empty: use words, "phrases" or fields such as by:name and p:6',
    semicolon="; ",
)
