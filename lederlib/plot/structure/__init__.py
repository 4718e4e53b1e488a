"""How many factors answers show, and which items they bind."""
