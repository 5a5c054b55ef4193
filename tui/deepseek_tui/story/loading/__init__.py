"""Loading: read a file into a story, or report why that is impossible."""
