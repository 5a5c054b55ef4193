"""Extraction of the numbers, dates, quotations and proper names in a text."""
