"""Themes, style sheets and replacements for limited terminals."""
