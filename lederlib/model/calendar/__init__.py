"""What cancellations, interruptions and urgency do to a leader's calendar."""
