"""How strain builds up, where it comes to rest, and when it tips."""
