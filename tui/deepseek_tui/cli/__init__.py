"""Command line, one module per command; heavy imports wait until a command runs."""
