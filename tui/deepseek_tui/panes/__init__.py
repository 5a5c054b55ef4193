"""Content of the dashboard's panes, as rows and text blocks.

It is independent of a terminal.
"""
