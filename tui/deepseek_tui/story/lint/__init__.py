"""The story lint: what is doubtful about a story that is valid, held against the article where somebody has it."""
