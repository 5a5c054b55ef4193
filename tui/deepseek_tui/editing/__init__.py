"""Changes to a story: undoable operations, checks, guesses and saving."""
