"""A story, a section or an item in another format."""
