"""Loading of a story from a file, or a list of its problems."""
