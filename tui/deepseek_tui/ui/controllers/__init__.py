"""Controllers, each of which implements a part of the dashboard."""
