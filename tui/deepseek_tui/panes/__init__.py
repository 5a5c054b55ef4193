"""What each pane says, as rows and blocks of words, without a terminal."""
