"""From levers to outcomes in every possible world: the models in one chain."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from lederlib._checks import Floats
from lederlib.catalogue import FACTOR_KEYS
from lederlib.model import (
    applicants,
    attractiveness,
    flexible_work,
    no_applicant,
    remaining_share,
)
from lederlib.scenario.flexwork.levers import FLEXIBLE_WORK_LEVERS, LEVERS, LeverValue
from lederlib.scenario.worlds import Worlds

Levers = Mapping[str, LeverValue]
FLEXIBLE_WORK_QUANTITIES = (
    "team_time_weight",
    "contact_saturation",
    "contact_reach",
    "isolation_early",
    "isolation_late",
    "isolation_boundary",
    "freedom_reach",
    "freedom_scale",
    "shift_wish_reach",
    "four_day_reach",
    "poolable_share",
)
USED_QUANTITIES = (
    *FLEXIBLE_WORK_QUANTITIES,
    "gone_in_one_year",
    "gone_in_five_years",
    "retention_family",
    "retention_weights",
    "attraction_weights",
    "effect_retention",
    "effect_attraction",
    "curvature",
    "applicants_per_advert",
)


def consequences(
    levers: Levers,
    baseline: Mapping[str, float],
    worlds: Worlds,
    *,
    years: Sequence[float],
) -> dict[str, Floats]:
    """Return every outcome in every world, retention with shape (years, draws).

    Parameters
    ----------
    levers : mapping
        A value for every lever, see `lever_values`.
    baseline : mapping
        The 15 factors today.
    worlds : Worlds
        Possible worlds.
    years : sequence of float
        When to look at retention.
    """
    work = _flexible_work(levers, worlds)
    attraction, stay = _effects(
        _moved_factors(levers, baseline, work), baseline, worlds
    )
    mean = worlds.quantities["applicants_per_advert"]
    left = remaining_share([*years, 1, 5], worlds.leaving, eta=stay)
    return work | {
        "attraction": attraction,
        "applicants": applicants(attraction, mean=mean),
        "no_applicant": no_applicant(attraction, mean=mean),
        "retention": left[:-2],
        "gone_1": 1 - left[-2],
        "gone_5": 1 - left[-1],
    }


def _flexible_work(levers: Levers, worlds: Worlds) -> dict[str, Floats]:
    now = {key: LEVERS[key].default for key in FLEXIBLE_WORK_LEVERS}
    drawn: dict[str, Any] = {
        key: worlds.quantities[key] for key in FLEXIBLE_WORK_QUANTITIES
    }
    return flexible_work(
        home=float(levers["home"]),
        anchor=float(levers["anchor"]),
        team=float(levers["team"]),
        frontline=levers["role"] == "frontline",
        shift_wishes=float(levers["shift_wishes"]),
        four_day=float(levers["four_day"]),
        community=float(levers["collegial_community"]),
        flexibility=float(levers["flexible_work"]),
        home_now=float(now["home"]),
        anchor_now=float(now["anchor"]),
        shift_wishes_now=float(now["shift_wishes"]),
        four_day_now=float(now["four_day"]),
        **drawn,
    )


def _moved_factors(
    levers: Levers, baseline: Mapping[str, float], work: Mapping[str, Floats]
) -> dict[str, Floats]:
    # A factor that stays adds nothing to the sum, so it need not be computed.
    moved = {
        key: np.asarray(levers[key], dtype=float)
        for key in FACTOR_KEYS
        if levers[key] != baseline[key]
    }
    return moved | {
        "collegial_community": work["community"],
        "flexible_work": work["flexibility"],
    }


def _effects(
    moved: Mapping[str, Floats], baseline: Mapping[str, float], worlds: Worlds
) -> Floats:
    """Return the effect on attraction and on retention, shape (2, draws)."""
    rows = [FACTOR_KEYS.index(key) for key in moved]
    sides = ("attraction", "retention")
    drawn = worlds.quantities
    # Both sides at once, since the curve is the same and costs more than the weights.
    return attractiveness(
        np.stack(np.broadcast_arrays(*moved.values()))[:, np.newaxis],
        baseline=np.array([baseline[key] for key in moved]),
        weights=np.stack([drawn[f"{side}_weights"][rows] for side in sides], axis=1),
        size=np.stack([drawn[f"effect_{side}"] for side in sides]),
        curvature=drawn["curvature"],
    )
