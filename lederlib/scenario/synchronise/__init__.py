"""Which interventions to start together, in every possible world and in words."""
