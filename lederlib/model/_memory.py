"""How many weeks a run may follow."""

from lederlib._checks import require_count

MOST_WEEKS = 5_200


def require_weeks(weeks: int) -> int:
    """Return the number of weeks to follow, 1 to 5,200 (a hundred years)."""
    return require_count(weeks, 1, MOST_WEEKS, name="weeks")
