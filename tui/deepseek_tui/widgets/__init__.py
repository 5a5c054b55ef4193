"""What a screen is composed of."""
