"""The story format, how a file is loaded, and what is derived from it."""
