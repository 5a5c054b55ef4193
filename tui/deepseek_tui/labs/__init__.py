"""Interactive labs: their calculations and page contents, independent of the terminal."""
