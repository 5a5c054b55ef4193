"""A story and everything that can be known of it without a screen."""
