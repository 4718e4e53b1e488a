"""Ten drafted items: what the answers show, and what they do not."""
