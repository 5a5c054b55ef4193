"""The text of an article: fingerprints, the reader's copy, extraction, drafts and the lint."""
