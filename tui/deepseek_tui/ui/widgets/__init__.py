"""Widgets, which receive data to show and post messages about user actions."""
