"""Correlations of ordered answers, as if a normal variable stood behind each."""
