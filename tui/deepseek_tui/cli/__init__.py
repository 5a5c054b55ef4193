"""The command line, with one module per command; heavy imports are delayed until a command runs."""
