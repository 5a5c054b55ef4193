"""The command line: one file a command, each of which imports what is heavy when it is carried out."""
