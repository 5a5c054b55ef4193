"""French interface texts shown while a large story is loading."""

from deepseek_tui.i18n.loading import LoadingWords

WORDS = LoadingWords(
    reading="Lecture de {name}\u00a0: {share}\u00a0%",
    give_up="Échap ou q pour annuler",
    again="lecture de la nouvelle édition\u00a0: {share}\u00a0%",
)
