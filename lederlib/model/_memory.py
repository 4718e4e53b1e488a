"""Say before a run starts that it would not fit into memory."""

from math import prod

from lederlib._checks import require_whole

MOST_WEEKS = 5_200
# Four gigabytes of floats.
_MOST_NUMBERS = 2**29


def require_weeks(weeks: int) -> int:
    """Return the number of weeks to follow, 1 to 5,200 (a hundred years)."""
    return int(require_whole(weeks, 1, MOST_WEEKS, name="weeks"))


def require_room(*sizes: int, tables: int = 1, of: str = "draws") -> None:
    """Raise if `tables` tables of weeks × `of` would need more than 4 GB."""
    numbers = tables * prod(sizes)
    if numbers > _MOST_NUMBERS:
        msg = (
            f"weeks × {of} must fit into 4 GB; {' × '.join(map(str, sizes))} would "
            f"need {8 * numbers / 2**30:.0f} GB: take fewer {of} or weeks."
        )
        raise ValueError(msg)
