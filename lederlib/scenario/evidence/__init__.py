"""Worlds that are held against what was observed, and what they cannot reproduce."""
