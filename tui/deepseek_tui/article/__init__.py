"""The text of an article: fingerprints, local copy, extraction, drafts and lint."""
