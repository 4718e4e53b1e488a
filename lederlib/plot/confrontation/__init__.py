"""What the worlds were before and after they were held against what was observed."""
