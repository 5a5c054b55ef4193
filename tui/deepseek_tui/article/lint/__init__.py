"""The lint: rules that find doubtful points in a valid story.

Some rules need a copy of the article.
"""
