"""The stories that come with the program, and the JSON Schema of their format."""
