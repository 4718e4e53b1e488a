"""Small tests: what they show, and how many teams they take."""
