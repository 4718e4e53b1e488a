"""Find the smallest number that gives a chance, by doubling and halving."""

from collections.abc import Callable
from math import ceil, log2

from lederlib.measure.planning.result import Plan, Progress, tabled


def smallest(
    kind: str,
    chance: Callable[[int], float],
    *,
    fewest: int,
    most: int,
    target: float,
    draws: int,
    asked: dict[str, float],
    progress: Progress | None,
) -> Plan:
    """Return the plan with the smallest number whose chance reaches the target.

    The chance is taken to rise with the number. Where it is simulated, two numbers
    that lie close may change places by chance; the table tells its error.
    """
    tried: dict[int, float] = {}
    tell, steps = progress or (lambda _: None), 2 * ceil(log2(most)) + 2

    def enough(count: int) -> bool:
        tried[count] = chance(count)
        tell(min(len(tried) / steps, 1.0))
        return tried[count] >= target

    low, high = fewest - 1, fewest
    while high < most and not enough(high):
        low, high = high, min(2 * high, most)
    reached = tried[high] >= target if high in tried else enough(high)
    while reached and high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    tell(1.0)
    return Plan(
        kind=kind,
        needed=high if reached else None,
        most=most,
        target=target,
        table=tabled(tried, draws),
        draws=draws,
        asked=asked,
    )
