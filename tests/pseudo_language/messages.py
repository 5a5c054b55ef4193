"""Messages in the pseudo-language."""

from message_patterns import patterns
from pseudo_language.wording import worded

WORDS = {pattern: worded(pattern) for pattern in patterns()}
