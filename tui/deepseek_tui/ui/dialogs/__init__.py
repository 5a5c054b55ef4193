"""Dialogs that open over the dashboard."""
