"""Load against resources: for one leader as a scale, for a group as points."""
