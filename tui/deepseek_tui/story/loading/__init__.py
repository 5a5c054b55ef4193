"""Loading: from the bytes of a file to a story, with diagnostics where it cannot be used."""
