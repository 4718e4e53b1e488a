"""Two professions on one measure, step by step."""
