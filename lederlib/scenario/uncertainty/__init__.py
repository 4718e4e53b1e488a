"""Which numbers an answer rests on, how much, and where in their ranges it fails."""
