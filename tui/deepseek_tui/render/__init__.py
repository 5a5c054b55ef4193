"""Renderers of a story or a part of it as text and Markdown."""
