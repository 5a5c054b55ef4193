"""The story format, loading, and analysis."""
