"""French texts used when a story is printed as plain text."""

from deepseek_tui.i18n.linear import LinearWords

WORDS = LinearWords(
    source="Source",
    ceiling="plafond\u00a0; valeur exacte non précisée",
    floor="plancher\u00a0; valeur exacte non précisée",
    partly="incomplète",
    asks_nothing='le filtre «\u00a0{}\u00a0» est vide\u00a0: utiliser des mots, des "expressions" '
    "ou des champs comme par:nom et p:6",
    semicolon="\u00a0; ",
)
