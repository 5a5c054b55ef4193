"""Content of each pane of the dashboard as rows and text blocks, independent of a terminal."""
