"""How many people until every loading of a factor model is told well enough."""

from typing import Final

import numpy as np

from lederlib._checks import NORMAL_95, Floats, require_count, require_number, seed_of
from lederlib.measure.cfa import cfa
from lederlib.measure.moments import Moments
from lederlib.measure.planning.plan import Plan, Progress, smallest

_FEWEST: Final = 20
_MOST: Final = 5000


def plan_loadings(
    factors: int,
    items: int,
    width: float,
    *,
    loading: float = 0.7,
    correlation: float = 0.3,
    assurance: float = 0.8,
    draws: int = 200,
    rng: int | np.random.Generator = 0,
    progress: Progress | None = None,
) -> Plan:
    """Return how many people tell every loading of a CFA well enough, by simulation.

    In each simulated study the model is fitted by `cfa` (ML). It counts as good enough
    if it converged to a proper solution and each loading's 95 % interval is no wider
    than `width`.

    Parameters
    ----------
    factors, items : int
        Factors, 1 to 10, and items of each, 3 to 20.
    width : float
        The largest width of an interval around a standardised loading, .05 to 2.
    loading : float, default 0.7
        Every item's standardised loading, .2 to .95.
    correlation : float, default 0.3
        Between any two factors, 0 to .9.
    assurance : float, default 0.8
        Share of studies that shall be good enough.
    draws : int, default 200
        Simulated studies for each number of people, 50 to 10,000; each fits a model.
    rng : int or numpy.random.Generator
        Chance.
    progress : callable, optional
        Called with the share of the work done, at most.

    Raises
    ------
    ValueError
        If a number lies outside its range.

    Notes
    -----
    Normal answers; their covariances are drawn from the Wishart distribution. Real
    answers on few options ask for more people.

    Examples
    --------
    >>> plan = plan_loadings(1, 3, 1, draws=50)
    >>> 20 <= plan.needed < 60
    True
    """
    from scipy.stats import wishart  # noqa: PLC0415 - slow to load

    count = require_count(factors, 1, 10, name="factors")
    each = require_count(items, 3, 20, name="items")
    widest = require_number(width, 0.05, 2, name="width")
    strength = require_number(loading, 0.2, 0.95, name="loading")
    between = require_number(correlation, 0, 0.9, name="correlation")
    target = require_number(assurance, 0.05, 0.99, name="assurance")
    studies = require_count(draws, 50, 10_000, name="draws")
    truth, seed = _covariance(count, each, strength, between), seed_of(rng)
    model = _model(count, each)

    def chance(people: int) -> float:
        near = np.random.default_rng([seed, people])
        scale = truth / (people - 1)
        drawn = wishart(people - 1, scale).rvs(studies, random_state=near)
        good = [_good_enough(model, one, people, widest) for one in drawn]
        return float(np.mean(good))

    asked = {"factors": count, "items": each, "loading": strength}
    return smallest(
        "loadings",
        chance,
        fewest=max(_FEWEST, count * each + 1),
        most=_MOST,
        target=target,
        draws=studies,
        asked={**asked, "correlation": between, "width": widest},
        progress=progress,
    )


def _covariance(factors: int, items: int, loading: float, between: float) -> Floats:
    """Return the covariances of standardised answers from equally good items."""
    own = np.full((factors, factors), between) + (1 - between) * np.eye(factors)
    whole = np.kron(own, np.ones((items, items))) * loading**2
    np.fill_diagonal(whole, 1)
    return np.asarray(whole, dtype=float)


def _model(factors: int, items: int) -> str:
    lines = [
        f"f{one} =~ {' + '.join(f'y{one * items + item}' for item in range(items))}"
        for one in range(factors)
    ]
    return "\n".join(lines)


def _good_enough(model: str, drawn: Floats, people: int, widest: float) -> bool:
    size = len(drawn)
    names = tuple(f"y{place}" for place in range(size))
    moments = Moments(
        names=names, n=people, dropped=0, mean=np.zeros(size), covariance=drawn
    )
    fitted = cfa(model, moments, std_lv=True)
    if not (fitted.converged and fitted.proper):
        return False
    errors = fitted.estimates.loc[fitted.estimates["op"] == "=~", "se"]
    return bool((2 * NORMAL_95 * errors <= widest).all())
