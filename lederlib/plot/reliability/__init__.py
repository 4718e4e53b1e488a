"""How surely few items and few people measure."""
