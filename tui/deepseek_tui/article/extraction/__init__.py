"""Extraction: the numbers, dates, quotations and proper names that a text mentions."""
