"""Home days and fixed days: who meets whom, at which desk, and what it does."""
