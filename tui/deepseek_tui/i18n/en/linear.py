"""Words of the linear text, in English."""

from deepseek_tui.i18n.linear import LinearWords

WORDS = LinearWords(
    source="Source",
    ceiling="at most; how far below is not said",
    floor="at least; how far above is not said",
    partly="known in part",
    asks_nothing='the filter “{}” asks for nothing: it takes words, "phrases", and fields such as by:name and p:6',
    semicolon="; ",
)
