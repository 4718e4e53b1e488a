"""What small tests show, and what they could have shown."""
