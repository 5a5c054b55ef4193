"""Interactive labs: their calculations and page contents, without a terminal."""
