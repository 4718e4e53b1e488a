"""Every split of the week into days at home and days together."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from lederlib.catalogue import Ledger
from lederlib.model import (
    flexible_work,
)
from lederlib.scenario.flexwork.consequences import FLEXIBLE_WORK_QUANTITIES
from lederlib.scenario.flexwork.scenario import (
    DAYS,
    LEVERS,
)
from lederlib.scenario.worlds import draw_worlds

WAYS_DRAWS = 400


def ways_of_sharing(
    values: Mapping[str, float | str | bool],
    *,
    ledger: Ledger,
    seed: int = 0,
    community: float = 0.5,
) -> pd.DataFrame:
    """Return freedom and community for every split that fits into the week.

    Parameters
    ----------
    values : mapping
        The levers team, role, four_day and, unless all choose alone, agreement; home
        and anchor run through all that fits.
    ledger : Ledger
        The quantities behind it.
    seed : int
        Of the draws, of which the middle is taken.
    community : float
        Collegial community today, 0 to 1.

    Returns
    -------
    pandas.DataFrame
        Columns home, anchor (days per week), freedom (bits) and community (0 to 1).

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> levers = {"team": 12, "role": "office", "four_day": 1}
    >>> len(ways_of_sharing(levers, ledger=ledger()))
    15
    """
    off = float(values["four_day"])
    home, anchor = _splits(int(DAYS - off))
    quantities = draw_worlds(ledger, seed=seed, draws=WAYS_DRAWS).quantities
    drawn: Any = {name: quantities[name] for name in FLEXIBLE_WORK_QUANTITIES}
    found = flexible_work(
        home=home[:, None],
        anchor=anchor[:, None],
        agreement=float(values.get("agreement", LEVERS["agreement"].default)),
        team=float(values["team"]),
        frontline=values["role"] == "frontline",
        four_day=off,
        community=community,
        home_now=float(LEVERS["home"].default),
        anchor_now=float(LEVERS["anchor"].default),
        agreement_now=float(LEVERS["agreement"].default),
        **drawn,
    )
    middle = {
        name: np.median(np.broadcast_to(found[name], (len(home), WAYS_DRAWS)), axis=1)
        for name in ("freedom", "community")
    }
    return pd.DataFrame({"home": home, "anchor": anchor, **middle})


def _splits(days: int) -> tuple[np.ndarray, np.ndarray]:
    home, anchor = np.indices((days + 1, days + 1)).reshape(2, -1).astype(float)
    fits = home + anchor <= days
    return home[fits], anchor[fits]
