"""Widgets, which show data and post messages about user actions."""
