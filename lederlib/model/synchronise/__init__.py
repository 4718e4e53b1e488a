"""Which interventions to choose together, and what too many at once leave of them."""
