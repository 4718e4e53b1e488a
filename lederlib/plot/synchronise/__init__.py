"""Interventions side by side: what goes together, and which sets are best."""
