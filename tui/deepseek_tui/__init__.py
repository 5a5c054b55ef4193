"""Terminal dashboard for a news story in which every item names its source."""

__version__ = "0.1.0"
