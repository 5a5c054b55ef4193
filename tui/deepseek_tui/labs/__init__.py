"""The labs: what a reader can try for themselves, numbers in and numbers out, and the words that go with them."""
