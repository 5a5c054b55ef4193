"""English messages of the command line, where each message is its own id."""

from deepseek_tui.i18n.messages import Patterns

WORDS: Patterns = {}
