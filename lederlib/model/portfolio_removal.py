"""What to stop doing first."""

from collections.abc import Iterable

import numpy as np

from lederlib.model._portfolio_terms import PortfolioEffects
from lederlib.model.portfolio import best_portfolios, require_first


def worth_removing(
    effects: PortfolioEffects,
    picks: int = 3,
    *,
    first: Iterable[tuple[int, int]],
    limit: float = np.inf,
) -> dict[int, float]:
    """Return what it is worth to have each legacy out of the way beforehand.

    Parameters
    ----------
    effects, picks, limit
        As in `best_portfolios`.
    first : iterable of (int, int)
        Places (p, r): p needs r, which removes what stands in its way.

    Returns
    -------
    dict of int to float
        By place r, the one most worth removing first: how much higher the mean value
        of the best set is when what needs r may be chosen without it. Log units, at
        least 0; 0 if the best set does not need it.

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
    today = best_portfolios(effects, picks, limit=limit, first=needs).value[0]
    gains = {}
    for legacy in sorted({r for _, r in needs}):
        rest = [(p, r) for p, r in needs if r != legacy]
        then = best_portfolios(effects, picks, limit=limit, first=rest).value[0]
        gains[legacy] = float(then - today)
    return dict(sorted(gains.items(), key=lambda item: -item[1]))
