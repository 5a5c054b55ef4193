"""Loading of a story from a file, with all problems reported."""
