"""Navigation in a story: location, history, filter and search, without Textual."""
