"""What can be derived from a story: index, chronology, attribution, differences and queries."""
