"""The lint: doubtful points in a valid story, checked against a copy of the article."""
