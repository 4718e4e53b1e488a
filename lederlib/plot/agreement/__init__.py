"""Groups of people, and whether a mean speaks for one."""
