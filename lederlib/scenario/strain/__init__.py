"""A leader's year: load through the seasons, and the strain that it leads to."""
