"""What to stop doing first."""

from collections.abc import Iterable

import numpy as np

from lederlib.model.synchronise._sets import require_first
from lederlib.model.synchronise._terms import PortfolioEffects
from lederlib.model.synchronise.best import best_portfolios


def worth_removing(
    effects: PortfolioEffects,
    picks: int = 3,
    *,
    first: Iterable[tuple[int, int]],
    limit: float = np.inf,
    among: Iterable[int] | None = None,
) -> dict[int, float]:
    """Return what it is worth to have each legacy out of the way beforehand.

    Parameters
    ----------
    effects, picks, limit, among
        As in `best_portfolios`.
    first : iterable of (int, int)
        Places (p, r): p needs r, which removes what stands in its way.

    Returns
    -------
    dict of int to float
        By place r, the one most worth removing first: how much higher the mean value
        of the best set is when r is done beforehand, beside the picks. Log units. It
        holds what the removal does itself, the attention that it takes and sets free,
        and what it lets in; below 0 where it costs more than it gives.

    Raises
    ------
    ValueError
        As `best_portfolios`.

    Examples
    --------
    >>> from lederlib.model import portfolio_effects
    >>> effects = portfolio_effects([[0.4, 0.1, 0]], costs=[0, 0, 0], weights=[1],
    ...     size=1, curvature=0)
    >>> {r: round(gain, 6) for r, gain in worth_removing(
    ...     effects, 1, first=[(0, 2)]).items()}
    {2: 0.3}
    """
    needs = require_first(first, len(effects.costs))
    places = None if among is None else list(among)

    def highest(done: Iterable[int]) -> float:
        found = best_portfolios(
            effects, picks, limit=limit, first=needs, done=done, among=places
        )
        return float(found.value[0])

    today = highest(())
    gains = {r: highest([r]) - today for r in sorted({r for _, r in needs})}
    return dict(sorted(gains.items(), key=lambda item: -item[1]))
