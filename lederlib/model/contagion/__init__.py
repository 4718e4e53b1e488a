"""How strain spreads between leaders and their teams, and who leaves."""
