"""Messages in English: each is its own id."""

from deepseek_tui.i18n.messages import Patterns

WORDS: Patterns = {}
