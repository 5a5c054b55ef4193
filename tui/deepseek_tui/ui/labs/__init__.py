"""Screens of the labs."""
