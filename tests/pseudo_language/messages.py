"""Pseudo-language translations of the messages of the command line."""

from message_patterns import patterns
from pseudo_language.wording import worded

WORDS = {pattern: worded(pattern) for pattern in patterns()}
