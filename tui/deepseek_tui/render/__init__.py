"""Renderers of a story or its parts as text and Markdown."""
