"""A leader's year, and where strain comes to rest, tips and lets go."""
