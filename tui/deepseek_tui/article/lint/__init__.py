"""The lint: what is doubtful in a valid story, checked against the article where a copy exists."""
