"""The interface's words, dates and numbers, in English and French."""
