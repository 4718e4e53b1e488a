"""What worlds give for each target, before any of them is asked to fit."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.special import logsumexp

from lederlib._checks import Floats
from lederlib.scenario.evidence.target import Drawn, Target, log_likelihood

JOINTLY = "jointly"
_RANGE = (0.005, 0.5, 0.995)
_COLUMNS = ("kind", "value", "low", "high", "q005", "q500", "q995", "passes")


def predictive_table(targets: Sequence[Target], drawn: Drawn) -> pd.DataFrame:
    """Return what is published beside what the worlds give, one row a target.

    Parameters
    ----------
    targets : sequence of Target
    drawn : mapping of str to numpy.ndarray
        Equally weighted worlds.

    Returns
    -------
    pandas.DataFrame
        Indexed by target: `kind`; `value`, `low`, `high` as published; `q005`,
        `q500`, `q995`, the middle and the 99 % range of the worlds; `passes`, for a
        sign, the share of worlds that have it.
    """
    rows = {one.key: _row(one, one.given(drawn)) for one in targets}
    table = pd.DataFrame.from_dict(rows, orient="index", columns=list(_COLUMNS))
    return table.rename_axis("target")


def prior_table(targets: Sequence[Target], drawn: Drawn) -> pd.DataFrame:
    """Return `predictive_table` of the prior, and how much of it each number leaves.

    Returns
    -------
    pandas.DataFrame
        As there, with `effective`: how many equally weighted worlds the drawn ones
        are worth once weighed by that number alone, and in the last row by all.
    """
    table = predictive_table(targets, drawn)
    numbers = tuple(one for one in targets if one.kind == "number")
    alone = {one.key: effective_worlds(one.log_likelihood(drawn)) for one in numbers}
    table["effective"] = pd.Series(alone, dtype=float)
    if numbers:
        table.loc[JOINTLY, "kind"] = JOINTLY
        together = effective_worlds(log_likelihood(numbers, drawn))
        table.loc[JOINTLY, "effective"] = together
    return table


def effective_worlds(log_weights: Floats) -> float:
    """Return how many equally weighted worlds weighted ones are worth (Kish).

    Examples
    --------
    >>> round(effective_worlds(np.log([1, 1, 2])), 2)
    2.67
    """
    both = 2 * logsumexp(log_weights) - logsumexp(2 * log_weights)
    return float(np.exp(both))


def unreached(table: pd.DataFrame) -> tuple[str, ...]:
    """Return the targets whose published interval the worlds' 99 % range misses.

    A sign is missed where fewer than one world in 200 has it.
    """
    apart = (table["q995"] < table["low"]) | (table["q005"] > table["high"])
    missed = table["passes"].astype(float) < _RANGE[0]
    return tuple(map(str, table.index[apart | missed]))


def _row(target: Target, given: Floats) -> list[object]:
    published = [target.kind, target.value, target.low, target.high]
    if target.kind == "sign":
        return [*published, *[np.nan] * 3, float((given > 0).mean())]
    return [*published, *np.quantile(given, _RANGE), np.nan]
