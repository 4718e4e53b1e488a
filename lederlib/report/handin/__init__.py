"""A hand-in: a page or document of what a reader answered, with the answers inside."""
