"""Interface texts, dates and numbers in English and French."""
