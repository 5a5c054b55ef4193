"""Importers: the article in a file of any supported format, recognised by its content."""
