"""Navigation in a story: location, history, filter and search, independent of Textual."""
