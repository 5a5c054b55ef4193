"""Where the reader is in a story, without a terminal."""
