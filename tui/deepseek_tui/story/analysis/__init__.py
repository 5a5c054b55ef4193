"""Analysis of stories: index, chronology, attribution, differences and queries."""
