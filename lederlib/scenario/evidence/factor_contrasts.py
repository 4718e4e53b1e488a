"""What the models give where some of the 15 factors differ: staying and leaving."""

from collections.abc import Sequence

import numpy as np

from lederlib._checks import Floats
from lederlib.catalogue import FACTOR_KEYS
from lederlib.model import attractiveness
from lederlib.scenario.evidence.target import Drawn

#: What a factor's effect on staying rests on.
EFFECT = ("retention_weights", "effect_retention", "curvature")
#: Who is counted as social capital, by `social_capital_factors`.
SOCIAL_CAPITAL = (
    ("collegial_community",),
    ("collegial_community", "psychological_safety"),
    ("collegial_community", "psychological_safety", "leadership_quality"),
)
MIDDLE = 0.5
_PER_PERSON_YEARS = 10_000
LEAVING = ("gone_in_one_year", "intention_to_turnover")
IMPROVED = (*EFFECT, "improvement", *LEAVING)


def staying(
    keys: Sequence[str], drawn: Drawn, *, low: Floats | float, high: Floats | float
) -> Floats:
    """Return what lifting those factors from low to high adds to staying, log units."""
    rows = [FACTOR_KEYS.index(key) for key in keys]
    ends = np.broadcast_arrays(low, high, drawn["effect_retention"])[:2]
    today, profile = (np.broadcast_to(end, (len(rows), *end.shape)) for end in ends)
    return attractiveness(
        profile,
        baseline=today,
        weights=drawn["retention_weights"][rows],
        size=drawn["effect_retention"],
        curvature=drawn["curvature"],
    )


def social_capital_ratio(drawn: Drawn) -> Floats:
    """Return the hazard ratio of leaving, lowest against highest quarter of units."""
    half = drawn["social_capital_gap"] / 2
    ends = {"low": MIDDLE - half, "high": MIDDLE + half}
    ratios = [np.exp(staying(keys, drawn, **ends)) for keys in SOCIAL_CAPITAL]
    return np.choose(drawn["social_capital_factors"].astype(int), ratios)


def turnover(drawn: Drawn, eta: Floats | float = 0.0) -> Floats:
    """Return the share that leaves within a year, as registers would count it."""
    expected = drawn["gone_in_one_year"] * drawn["intention_to_turnover"]
    return np.asarray(-np.expm1(np.log1p(-expected) * np.exp(-eta)))


def prevented(drawn: Drawn) -> Floats:
    """Return the change of a year's turnover, as a share, with all factors on top."""
    all_up = staying(FACTOR_KEYS, drawn, low=MIDDLE, high=1.0)
    return np.asarray(turnover(drawn, all_up) / turnover(drawn) - 1)


def fewer_leavers(key: str, drawn: Drawn) -> Floats:
    """Return the change of leavers per 10,000 person-years if one factor is lifted."""
    lifted = staying((key,), drawn, low=MIDDLE, high=MIDDLE + drawn["improvement"])
    return _PER_PERSON_YEARS * (turnover(drawn, lifted) - turnover(drawn))
