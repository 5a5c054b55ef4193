"""Themes, style sheets and fallbacks for limited terminals."""
