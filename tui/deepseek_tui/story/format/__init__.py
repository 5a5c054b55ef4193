"""The story format: models, vocabularies, text, dates and the JSON Schema."""
