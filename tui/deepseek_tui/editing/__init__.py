"""Changes to a story: operations with undo, checks of a change, unconfirmed guesses, saving in the file's formatting."""
