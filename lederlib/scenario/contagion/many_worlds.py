"""How often, among the possible worlds, an average leader stands for all."""

from typing import Any, Final

import numpy as np
import pandas as pd

from lederlib._checks import require_count, seed_of
from lederlib.catalogue import Ledger
from lederlib.catalogue import ledger as default_ledger
from lederlib.model import crossover, mean_field
from lederlib.scenario.contagion.contagion import (
    LEAVING,
    MOST_DRAWS,
    SHARED,
    near_the_mean,
)
from lederlib.scenario.worlds import draw_worlds

_COUPLINGS: Final = ("load_coupling", "recovery_coupling", "team_feedback")
_NAMES: Final = {**SHARED, **dict(zip(_COUPLINGS, _COUPLINGS, strict=True))}


def contagion_worlds(
    *,
    tipping: bool = True,
    worlds: int = 40,
    weeks: int = 104,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> pd.DataFrame:
    """Return how well an average leader stands for all, in each possible world.

    Every range of the ledger that plays a part is drawn anew in each world: the
    couplings, wear, recovery, the tipping term and how people leave.

    Parameters
    ----------
    tipping : bool, default True
        Whether recovery fails under strain.
    worlds : int, default 40
        Possible worlds, 2 to 2,000.
    weeks, rng, ledger
        As for `contagion`.

    Returns
    -------
    pandas.DataFrame
        One row per world: `gap`, the mean strain of all employees at the end less that
        of an average one, and `near`, the share of leaders within 0.1 of their mean.

    Examples
    --------
    >>> contagion_worlds(worlds=3).shape
    (3, 2)
    """
    book = default_ledger() if ledger is None else ledger
    count = require_count(worlds, 2, MOST_DRAWS, name="worlds")
    seed = seed_of(rng)
    drawn = draw_worlds(book, seed=seed, draws=count).quantities
    rows = []
    for world in range(count):
        numbers: dict[str, Any] = {
            name: float(drawn[key][world]) for name, key in _NAMES.items()
        }
        numbers |= {"tipping": tipping, "weeks": weeks}
        leaving: dict[str, Any] = {name: float(drawn[name][world]) for name in LEAVING}
        path = crossover(rng=seed + world, precision="float32", **numbers, **leaving)
        average = mean_field(**numbers).employee_strain[-1]
        gap = float(path.employee_mean[-1] - average)
        rows.append({"gap": gap, "near": near_the_mean(path.leader_strain[-1])})
    return pd.DataFrame(rows)
