"""The 15 factors as a map."""
