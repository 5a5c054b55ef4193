"""Words of the linear text, in French."""

from deepseek_tui.i18n.linear import LinearWords

WORDS = LinearWords(
    source="Source",
    ceiling="au plus\u00a0; de combien au-dessous n’est pas dit",
    floor="au moins\u00a0; de combien au-dessus n’est pas dit",
    partly="connue en partie",
    asks_nothing='le filtre «\u00a0{}\u00a0» ne demande rien\u00a0: il prend des mots, des "expressions", '
    "et des champs comme par:nom et p:6",
    semicolon="\u00a0; ",
)
