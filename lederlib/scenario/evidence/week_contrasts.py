"""What the models give on days at home: who stays, and by which path."""

from typing import Final

import numpy as np

from lederlib._checks import Floats
from lederlib.scenario.evidence.factor_contrasts import EFFECT
from lederlib.scenario.evidence.target import Drawn
from lederlib.scenario.flexwork.consequences import (
    FLEXIBLE_WORK_QUANTITIES,
    staying_of,
)
from lederlib.scenario.flexwork.scenario import Scenario

#: What staying rests on where the week changes.
WEEK: Final = (*FLEXIBLE_WORK_QUANTITIES, "day_choice", *EFFECT)
#: The same, in the trial of which not all made use.
TRIAL: Final = (*WEEK, "trial_takeup")
_OFFICE: Final = Scenario({"home": 0, "agreement": 1})
#: Two days at home, the same for all, and three at work.
_HYBRID: Final = Scenario({"home": 2, "anchor": 3, "agreement": 1})
_NO_DAYS: Final = Scenario({"home": 0})
_TWO_DAYS: Final = Scenario({"home": 2})
_MANY_DAYS: Final = Scenario({"home": 4})


def trial_ratio(drawn: Drawn) -> Floats:
    """Return the hazard ratio of quitting in a trial that offers two days at home."""
    gained = staying_of(_HYBRID, drawn) - staying_of(_OFFICE, drawn)
    used = drawn["trial_takeup"]
    return np.asarray(1 - used + used * np.exp(-gained))


def more_home_days(drawn: Drawn) -> Floats:
    """Return what two free days at home add to staying, against none, in log units."""
    return np.asarray(staying_of(_TWO_DAYS, drawn) - staying_of(_NO_DAYS, drawn))


def two_paths(drawn: Drawn) -> Floats:
    """Return how clearly the two paths pull apart at four free days at home.

    Above zero where autonomy alone makes people stay and isolation alone makes them
    leave.
    """
    by_autonomy, by_isolation = (
        _without(path, drawn)
        for path in ("isolation_to_retention", "autonomy_to_retention")
    )
    return np.minimum(by_autonomy, -by_isolation)


def telework_correlation(drawn: Drawn) -> Floats:
    """Return the correlation of working at home with staying.

    From the log hazard ratio as if it were a log odds ratio, by way of the difference
    in standard deviations, for two groups of one size.
    """
    difference = more_home_days(drawn) * np.sqrt(3) / np.pi
    return np.asarray(difference / np.hypot(difference, 2))


def _without(path: str, drawn: Drawn) -> Floats:
    other = {**drawn, path: np.zeros_like(drawn[path])}
    other["effect_retention"] = np.zeros_like(drawn["effect_retention"])
    return np.asarray(staying_of(_MANY_DAYS, other) - staying_of(_NO_DAYS, other))
