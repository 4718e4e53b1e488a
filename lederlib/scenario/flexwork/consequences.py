"""What follows from the levers in possible worlds."""

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
from lederlib.scenario.flexwork.scenario import (
    CHOICES,
    FLEXIBLE_WORK_LEVERS,
    LEVERS,
    Baseline,
    LeverValue,
    Scenario,
    factor_baseline,
    lever_values,
)
from lederlib.scenario.worlds import Worlds

Levers = Mapping[str, LeverValue]
FLEXIBLE_WORK_QUANTITIES = (
    "team_time_weight",
    "contact_enough",
    "contact_reach",
    "isolation_early",
    "isolation_late",
    "isolation_boundary",
    "isolation_to_retention",
    "autonomy_to_retention",
    "autonomy_days",
    "autonomy_path",
    "freedom_reach",
    "freedom_scale",
    "shift_wish_reach",
    "four_day_reach",
    "choice_reach",
    "poolable_share",
)
USED_QUANTITIES = (
    *FLEXIBLE_WORK_QUANTITIES,
    "day_choice",
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
_COMMUNITY = "collegial_community"
_SIDES = ("attraction", "retention")


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
        A value for every lever; without `agreement` how home days are chosen is drawn,
        see `lever_values`.
    baseline : mapping
        The 15 factors today.
    worlds : Worlds
        Possible worlds.
    years : sequence of float
        When to look at retention.
    """
    drawn = worlds.quantities
    work = flexible_work(**_inputs(levers, drawn))
    by_paths = work.pop("staying")
    attraction, by_factors = _effects(levers, baseline, work, drawn)
    stay = by_factors + by_paths
    mean = drawn["applicants_per_advert"]
    left = remaining_share([*years, 1, 5], worlds.leaving, eta=stay)
    return work | {
        "attraction": attraction,
        "applicants": applicants(attraction, mean=mean),
        "no_applicant": no_applicant(attraction, mean=mean),
        "retention": left[:-2],
        "gone_1": 1 - left[-2],
        "gone_5": 1 - left[-1],
    }


def staying_of(
    scenario: Scenario, drawn: Mapping[str, Floats], baseline: Baseline | None = None
) -> Floats:
    """Return what a scenario adds to staying against today, in log units.

    Parameters
    ----------
    scenario : Scenario
        The levers that are moved.
    drawn : mapping of str to numpy.ndarray
        What staying rests on, by its name in the ledger.
    baseline : mapping or Series, optional
        As for `run`.
    """
    levers, today = lever_values(scenario, baseline), factor_baseline(baseline)
    work = flexible_work(**_inputs(levers, drawn))
    by_paths = work.pop("staying")
    by_factors = _effects(levers, today, work, drawn, sides=("retention",))[0]
    return np.asarray(by_factors + by_paths)


def _inputs(levers: Levers, drawn: Mapping[str, Floats]) -> dict[str, Any]:
    """Return what `flexible_work` takes: the levers, now and moved, and the draws."""
    now = {key: LEVERS[key].default for key in FLEXIBLE_WORK_LEVERS}
    chosen = drawn["day_choice"]
    set_by_hand = "agreement" in levers
    return {key: drawn[key] for key in FLEXIBLE_WORK_QUANTITIES} | {
        "home": float(levers["home"]),
        "anchor": float(levers["anchor"]),
        "agreement": float(levers["agreement"]) if set_by_hand else chosen,
        "team": float(levers["team"]),
        "frontline": levers["role"] == "frontline",
        "shift_wishes": float(levers["shift_wishes"]),
        "four_day": float(levers["four_day"]),
        **{key: float(levers[key]) for key in CHOICES},
        "community": float(levers["collegial_community"]),
        "flexibility": float(levers["flexible_work"]),
        "home_now": float(now["home"]),
        "anchor_now": float(now["anchor"]),
        "agreement_now": float(now["agreement"]) if set_by_hand else chosen,
        "shift_wishes_now": float(now["shift_wishes"]),
        "four_day_now": float(now["four_day"]),
    }


def _moved_factors(
    levers: Levers, baseline: Mapping[str, float], work: Mapping[str, Floats]
) -> dict[str, Floats]:
    """Return the factors that anything moves, community as the week leaves it."""
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
    levers: Levers,
    baseline: Mapping[str, float],
    work: Mapping[str, Floats],
    drawn: Mapping[str, Floats],
    *,
    sides: tuple[str, ...] = _SIDES,
) -> Floats:
    """Return the effect on each side, shape (sides, draws).

    What the week does to community reaches retention by the path of isolation, which
    has a size of its own; only what is moved by hand counts by its weight.
    """
    moved = _moved_factors(levers, baseline, work)
    keys = [*moved, _COMMUNITY]
    values = [*moved.values(), np.asarray(levers[_COMMUNITY], dtype=float)]
    rows = [FACTOR_KEYS.index(key) for key in keys]
    weights = np.stack([drawn[f"{side}_weights"][rows] for side in sides], axis=1)
    for place, side in enumerate(sides):
        # Community as the week leaves it counts here, and as moved by hand there.
        unused = keys.index(_COMMUNITY) if side == "retention" else len(keys) - 1
        weights[unused, place] = 0
    # Both sides at once, since the curve is the same and costs more than the weights.
    return attractiveness(
        np.stack(np.broadcast_arrays(*values))[:, np.newaxis],
        baseline=np.array([baseline[key] for key in keys]),
        weights=weights,
        size=np.stack([drawn[f"effect_{side}"] for side in sides]),
        curvature=drawn["curvature"],
    )
