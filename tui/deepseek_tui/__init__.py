"""A terminal dashboard that reads a news story and says, on every line, who says so."""

__version__ = "0.1.0"
