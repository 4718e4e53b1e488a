"""A class's hand-ins: read from what a learning platform gives out, and counted."""
