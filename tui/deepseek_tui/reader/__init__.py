"""What belongs to the person who reads."""
