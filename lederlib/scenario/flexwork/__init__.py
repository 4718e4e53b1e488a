"""Flexible work and the 15 factors: levers, what follows, and in how many worlds."""
