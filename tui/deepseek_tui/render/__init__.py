"""Renderers of a story, a section or an item as text and Markdown."""
