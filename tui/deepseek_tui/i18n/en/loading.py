"""English interface texts shown while a large story is loading."""

from deepseek_tui.i18n.loading import LoadingWords

WORDS = LoadingWords(
    reading="Reading {name}: {share}%", give_up="Esc or q cancels", again="reading the new edition: {share}%"
)
