"""A week with home days and fixed days, and what each sharing buys and costs."""
