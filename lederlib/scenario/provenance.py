"""What a result rests on, by the provenance of its numbers."""
