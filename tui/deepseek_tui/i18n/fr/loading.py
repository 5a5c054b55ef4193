"""Words shown while a large story is loading, in French."""

from deepseek_tui.i18n.loading import LoadingWords

WORDS = LoadingWords(
    reading="Lecture de {name} : {share} %",
    give_up="Échap ou q pour abandonner",
    again="lecture de la nouvelle édition : {share} %",
)
