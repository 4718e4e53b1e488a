"""What a year of load and resources does to a leader, in many possible worlds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

import numpy as np

from lederlib._checks import (
    WEEKS_PER_YEAR,
    Floats,
    require_between,
    require_count,
    require_known,
    require_number,
)
from lederlib.catalogue import Ledger, Stamp
from lederlib.model import (
    delivered_quality,
    leadership_quality,
    results,
    strain_path,
    two_stock_path,
    wish_to_leave,
)
from lederlib.scenario.strain.rest_curve import (
    RestCurve,
    one_stock_curve,
    two_stock_curve,
)
from lederlib.scenario.strain.season import season
from lederlib.scenario.structures import law_of_strain
from lederlib.scenario.worlds import Worlds, worlds_of

Stocks = Literal["one", "two"]
STOCKS: tuple[Stocks, ...] = get_args(Stocks)
#: Load and resources, 0 to 1, of a leader whose scale is even: the starting point.
EVEN: Final = 0.6
MOST_DRAWS: Final = 20_000
_CUTS: Final = (0.05, 0.25, 0.5, 0.75, 0.95)
#: What is drawn, by the name that the model knows it by.
_DRAWN: Final[Mapping[Stocks, Mapping[str, str]]] = {
    "one": {"drain": "drain", "power": "tipping_power"},
    "two": {
        "fatigue_drain": "fatigue_drain",
        "exhaustion_drain": "exhaustion_drain",
        "fatigue_weight": "fatigue_weight",
        "power": "tipping_power",
    },
}
_ALWAYS: Final = (
    "holiday_load",
    "leadership_reach",
    "leader_turnover",
    "strain_to_quits",
    "wish_to_leadership",
    "leadership_to_results",
    "strain_structure",
)
#: What the lever sets the pace of.
_RECOVERIES: Final[Mapping[Stocks, tuple[str, ...]]] = {
    "one": ("recovery",),
    "two": ("fatigue_recovery", "exhaustion_recovery"),
}
Numbers = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LeaderYear:
    """What a year does to a leader, with its uncertainty.

    Attributes
    ----------
    load : numpy.ndarray, shape (52,)
        Load of each week as a multiple of the starting point, week 31 first.
    resources, everyday : float
        Resources and everyday load as multiples of the starting point.
    strain : numpy.ndarray, shape (53,)
        The path at the middle of every range, 0 to 1; the start first.
    fan : numpy.ndarray, shape (5, 53)
        Quantiles .05, .25, .5, .75 and .95 over the draws.
    curve : RestCurve
        Where strain comes to rest, at the middle of every range.
    half_point : float
        Strain that halves recovery.
    worn : float
        Share of the draws that end the year above the half point, where recovery is
        worse than halved; with two stocks, by exhaustion.
    quality : numpy.ndarray, shape (3,)
        Leadership quality at the end, 0 to 1, where 0.5 is normal, less what the wish
        to leave takes of it: the middle and its 90 % interval.
    wish : numpy.ndarray, shape (3,)
        Chance that the leader is gone within a year at the strain of the end.
    results : numpy.ndarray, shape (3,)
        What the organisation achieves under that leadership, as a multiple of the
        usual.
    stamp : Stamp
        What remakes the numbers.
    """

    load: Floats
    resources: float
    everyday: float
    strain: Floats
    fan: Floats
    curve: RestCurve
    half_point: float
    worn: float
    quality: Floats
    wish: Floats
    results: Floats
    stamp: Stamp


def leader_year(
    *,
    load: float = 1.0,
    budget: float = 0.5,
    holidays: int = 3,
    resources: float = 1.0,
    start: float = 0.25,
    recovery: float = 1.0,
    half_point: float = 0.45,
    reverse: float = 0.0,
    tipping: bool | None = None,
    stocks: Stocks = "one",
    draws: int = 1000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    worlds: Worlds | None = None,
) -> LeaderYear:
    """Return what a year of load and resources does to a leader.

    What is no argument is drawn from its range in the ledger: how fast load wears, how
    abruptly recovery fails, and what comes along on holiday.

    Parameters
    ----------
    load, resources : float, default 1
        Everyday load (0 to 5) and resources (0.05 to 5), as multiples of a starting
        point at which both are rated 0.6.
    budget : float, default 0.5
        How much the budget season adds to the load, as a share of it, 0 to 10.
    holidays : int, default 3
        Weeks of holiday, 0 to 6.
    start : float, default 0.25
        Strain at the start, 0 to 1; with two stocks, exhaustion.
    recovery : float, default 1
        Pace of recovery, as a multiple of the ledger's, 0.05 to 20.
    half_point : float, default 0.45
        Strain that halves recovery, 0.01 to 10.
    reverse : float, default 0
        How much strain adds to the load that is felt, 0 to 10.
    tipping : bool, optional
        Whether recovery fails under strain at all; `False` takes that away and leaves
        all else as it is. Unless given it is a structure that each world draws, where
        strain that is linear mends as it does at normal strain.
    stocks : {"one", "two"}, default "one"
        One stock of strain, or fast fatigue and slow exhaustion.
    draws : int, default 1,000
        Possible worlds, 2 to 20,000.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers, by `Ledger.replace`.
    worlds : Worlds, optional
        From `Confrontation.worlds`, in place of draws from a ledger.

    Returns
    -------
    LeaderYear

    Raises
    ------
    ValueError
        If an argument lies outside its range.

    Notes
    -----
    Weekly steps, which err by less than 0.001 here.

    Examples
    --------
    >>> calm, worn = (leader_year(load=1.2, budget=0, start=s) for s in (0.25, 0.8))
    >>> calm.strain[[0, 48]].round(2).tolist(), worn.strain[[0, 48]].round(2).tolist()
    ([0.25, 0.3], [0.8, 0.8])
    """
    count = require_count(draws, 2, MOST_DRAWS, name="draws")
    require_known(stocks, STOCKS, name="stocks")
    support = EVEN * require_number(resources, 0.05, 5, name="resources")
    everyday = EVEN * require_number(load, 0, 5, name="load")
    drawn = worlds_of(worlds, ledger, draws=count, rng=rng)
    middle, numbered = drawn.middle, _with_middle(drawn)
    loads = season(
        load=everyday,
        budget=budget,
        holidays=holidays,
        holiday_load=numbered["holiday_load"],
    )
    pace = require_number(recovery, 0.05, 20, name="recovery")
    numbers: dict[str, Any] = {
        **{name: numbered[key] for name, key in _DRAWN[stocks].items()},
        **{name: pace * middle[name] for name in _RECOVERIES[stocks]},
        "half_point": half_point,
        "reverse": require_between(reverse, 0, 10, name="reverse"),
    }
    # What fails under strain is how fast lasting strain mends.
    lasting_pace = _RECOVERIES[stocks][-1]
    law = law_of_strain(
        tipping,
        numbered["strain_structure"],
        recovery=numbers[lasting_pace],
        half_point=half_point,
        power=numbers["power"],
        strain_reference=middle["strain_reference"],
    )
    numbers |= {"tipping": law["tipping"], lasting_pace: law["recovery"]}
    first = require_number(start, 0, 1, name="start")
    strain, lasting = _followed(loads, support, first, numbers, stocks)
    wish, led = _leading(strain[-1], numbered, middle["strain_reference"])
    reached = results(led, leadership_to_results=numbered["leadership_to_results"])
    return LeaderYear(
        load=loads[:, 0] / EVEN,
        resources=support / EVEN,
        everyday=everyday / EVEN,
        strain=strain[:, 0],
        fan=np.quantile(strain[:, 1:], _CUTS, axis=1),
        curve=_curve_of(numbers, support, stocks),
        half_point=float(half_point),
        worn=float((lasting[-1, 1:] > half_point).mean()),
        quality=_middle_and_ends(led),
        wish=_middle_and_ends(wish),
        results=_middle_and_ends(reached),
        stamp=drawn.stamp,
    )


def _leading(
    strain: Floats, worlds: Mapping[str, Floats], normal: float
) -> tuple[Floats, Floats]:
    """Return the wish to leave and the quality of leadership at that strain."""
    leaving = {key: worlds[key] for key in ("leader_turnover", "strain_to_quits")}
    wish, usual = (
        wish_to_leave(at, strain_reference=normal, **leaving) for at in (strain, normal)
    )
    able = leadership_quality(
        strain, leadership_reach=worlds["leadership_reach"], strain_reference=normal
    )
    led = delivered_quality(
        able, wish, usual_wish=usual, wish_to_leadership=worlds["wish_to_leadership"]
    )
    return wish, led


def _middle_and_ends(values: Floats) -> Floats:
    """Return the middle of every range, and the 90 % interval of the draws after it."""
    return np.append(values[0], np.quantile(values[1:], (0.05, 0.95)))


def _with_middle(drawn: Worlds) -> dict[str, Floats]:
    """Return the middle of every range that is used, and the draws after it."""
    used = {*_DRAWN["one"].values(), *_DRAWN["two"].values(), *_ALWAYS}
    return {
        name: np.append(drawn.middle[name], drawn.quantities[name]) for name in used
    }


def _followed(
    loads: Floats, support: float, start: float, numbers: Numbers, stocks: Stocks
) -> tuple[Floats, Floats]:
    """Return what is felt and what lasts in every week and world, the start first."""
    rows: dict[str, Any] = {
        "weeks": WEEKS_PER_YEAR,
        "by_week": True,
        "steps_per_week": 1,
    }
    rest = np.full_like(loads, support)
    if stocks == "one":
        path = strain_path(loads, rest, start=start, **rows, **numbers)
        return path.strain, path.strain
    # Fatigue is fast: it begins where everyday load holds it.
    fills = numbers["fatigue_drain"] * loads[0] * (1 + numbers["reverse"] * start)
    tired = fills / (fills + numbers["fatigue_recovery"] * support)
    rows |= {"fatigue": tired, "exhaustion": start}
    both = two_stock_path(loads, rest, **rows, **numbers)
    return both.strain, both.exhaustion


def _curve_of(numbers: Numbers, support: float, stocks: Stocks) -> RestCurve:
    middle = {name: np.ravel(value)[0] for name, value in numbers.items()}
    if stocks == "one":
        return one_stock_curve(middle)
    return two_stock_curve(middle, support)
