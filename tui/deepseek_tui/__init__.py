"""Terminal dashboard for news stories that name the source of every item."""

__version__ = "0.1.0"
