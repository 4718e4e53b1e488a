"""Strain that spreads between leaders and their teams."""
