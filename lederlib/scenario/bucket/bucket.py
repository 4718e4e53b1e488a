"""The bucket with holes over many possible worlds: who comes, stays, goes, returns."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from lederlib._checks import (
    WEEKS_PER_YEAR,
    Floats,
    require_count,
    require_known,
    require_number,
)
from lederlib.catalogue import Ledger, Stamp
from lederlib.model import (
    FAMILIES,
    LOOPS,
    WorkforcePath,
    bad_press,
    shortage_of,
    workforce_path,
)
from lederlib.scenario.worlds import Worlds, worlds_of

POSITIONS = 100.0
BUCKET_YEARS = 10
BUCKET_DRAWS = 400
ANY_FAMILY = "any"
FAMILY_CHOICES = (ANY_FAMILY, *FAMILIES)
#: Relative changes against today, lowest and highest; press and shortage are shares.
BUCKET_LEVERS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "applicants": (-0.8, 1.0),
        "recruitment": (-0.6, 1.0),
        "onboarding": (-1.0, 1.0),
        "quits": (-0.5, 0.5),
        "returning": (-1.0, 2.0),
        "press": (0.0, 1.0),
        "shortage": (0.0, 0.9),
    }
)
#: Weeks a step: four are as good as one; quarters do while a lever is on its way.
BUCKET_STEPS = (4, 13)
_DRAWN = (
    "vacant",
    "gone_in_one_year",
    "gone_in_five_years",
    "newcomer_hazard",
    "onboarding_weeks",
    "retirement",
    "applicants_per_advert",
    "acceptance",
    "could_return",
    "alumni_fading",
    "wellbeing_weeks",
    "wellbeing_to_applicants",
    "wellbeing_to_retention",
    "wellbeing_to_onboarding",
    "vacancies_to_wellbeing",
    "vacancies_to_quits",
)
_PRESS = ("press_to_applicants", "press_to_meaning", "meaning_to_retention")
_HIRING = ("vacant", "applicants_per_advert", "acceptance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """What a workplace does about its bucket; everything is as today by default.

    Attributes
    ----------
    applicants, recruitment, onboarding, quits, returning : float
        Relative change of the applicants per advert, of the weeks from advert to first
        day, of what newcomers leave more often than others, of the hazard of quitting,
        and of how fast a vacancy finds a former colleague: −0.2 is a fifth less.
    press : float
        Bad press on top of today's, 0 to 1, from the best talk to the worst. It costs
        applicants, and by way of meaning it costs staff.
    shortage : float
        Share of the applicants who are no longer there, 0 to 0.9.
    missing_in_2030 : bool
        Whether the workplace lacks its share of the 90,000 people whom the ledger's
        quantity of that name counts, on two conditions: that private employment is to
        grow and that public service is to be kept up.
    loops : tuple of str
        Feedback switched on, of `LOOPS`.
    family : str
        How quitting spreads over today's staff: one of `FAMILIES`, or "any" for one
        per possible world.

    Raises
    ------
    ValueError
        If a lever lies outside its range, or a loop or family is unknown.

    Examples
    --------
    >>> Bucket(quits=-0.2, loops=("load",)).family
    'any'
    """

    applicants: float = 0.0
    recruitment: float = 0.0
    onboarding: float = 0.0
    quits: float = 0.0
    returning: float = 0.0
    press: float = 0.0
    shortage: float = 0.0
    missing_in_2030: bool = False
    loops: tuple[str, ...] = ()
    family: str = ANY_FAMILY

    def __post_init__(self) -> None:
        for key, (low, high) in BUCKET_LEVERS.items():
            require_number(getattr(self, key), low, high, name=key)
        loops = self.loops
        for loop in [loops] if isinstance(loops, str) else loops:
            require_known(loop, LOOPS, name="loop")
        require_known(self.family, FAMILY_CHOICES, name="family")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BucketOutcome:
    """Where a bucket's levels go in every possible world.

    Attributes
    ----------
    bucket : Bucket
        The levers behind it.
    path : WorkforcePath
        Stocks and flows of 100 positions, step by step and in every world.
    stamp : Stamp
        What remakes the numbers.
    """

    bucket: Bucket
    path: WorkforcePath
    stamp: Stamp


def run_bucket(
    bucket: Bucket | None = None,
    *,
    years: int = BUCKET_YEARS,
    draws: int = BUCKET_DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    worlds: Worlds | None = None,
    step: int = BUCKET_STEPS[0],
) -> BucketOutcome:
    """Return the bucket's levels and flows over the years, in many possible worlds.

    Parameters
    ----------
    bucket : Bucket, optional
        What is done; nothing by default.
    years : int, default 10
        How long to follow, 1 to 40.
    draws : int, default 400
        Number of possible worlds, 2 to 1,000,000; few, so that a lever answers at
        once.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers, by `Ledger.replace`.
    worlds : Worlds, optional
        From `Confrontation.worlds`, in place of draws from a ledger.
    step : {4, 13}, default 4
        Weeks a step. In steps of 13, thrice as fast, the middle estimate of the
        vacancies moves by less than a tenth of 100 positions; with several loops,
        worlds that run dry do so at another time.

    Returns
    -------
    BucketOutcome
        Two of them with the same seed, draws and ledger differ by their levers only.

    Raises
    ------
    ValueError
        If `years` or `draws` lie outside their ranges, or `step` is another one.

    Notes
    -----
    Former colleagues who could return are at the start as many as today's quits would
    keep up in the long run: an assumption, so that nothing changes by itself.

    Examples
    --------
    >>> outcome = run_bucket(Bucket(quits=-0.5), draws=20)
    >>> outcome.path.vacancies.shape
    (131, 20)
    """
    levers = Bucket() if bucket is None else bucket
    whole = require_count(years, 1, 40, name="years")
    require_known(str(step), map(str, BUCKET_STEPS), name="step")
    drawn = worlds_of(worlds, ledger, draws=draws, rng=rng)
    path = workforce_path(
        whole * WEEKS_PER_YEAR, step=step, **_inputs(levers, drawn.quantities)
    )
    return BucketOutcome(bucket=levers, path=path, stamp=drawn.stamp)


def _inputs(bucket: Bucket, drawn: Mapping[str, Floats]) -> dict[str, Any]:
    """Return what the model takes: the draws, and what the levers make of them."""
    excess = drawn["newcomer_ratio"] - 1
    free = bucket.family == ANY_FAMILY
    press = bad_press(bucket.press, **{key: drawn[key] for key in _PRESS})
    return {key: drawn[key] for key in _DRAWN} | {
        "positions": POSITIONS,
        "alumni": _alumni(drawn),
        "eta_attraction": np.log1p(bucket.applicants) + press.eta_attraction,
        "eta_retention": -np.log1p(bucket.quits) + press.eta_retention,
        "recruitment_weeks": drawn["recruitment_weeks"] * (1 + bucket.recruitment),
        "newcomer_ratio": 1 + excess * (1 + bucket.onboarding),
        "return_rate": drawn["return_rate"] * (1 + bucket.returning),
        "shortage": _shortage(bucket, drawn),
        "loops": bucket.loops,
        "family": drawn["retention_family"] if free else bucket.family,
    }


def _shortage(bucket: Bucket, drawn: Mapping[str, Floats]) -> Floats | float:
    """Return the share of applicants gone, those missing in 2030 among them."""
    if not bucket.missing_in_2030:
        return bucket.shortage
    gone = shortage_of(
        np.minimum(drawn["missing_in_2030"] / drawn["danish_positions"], 1),
        **{key: drawn[key] for key in _HIRING},
    )
    return np.asarray(1 - (1 - gone) * (1 - bucket.shortage))


def _alumni(drawn: Mapping[str, Floats]) -> Floats:
    """Return how many former colleagues today's quits keep up in the long run."""
    staff = POSITIONS * (1 - drawn["vacant"])
    quits = staff * (drawn["gone_in_one_year"] - drawn["retirement"])
    leaving = drawn["alumni_fading"] + drawn["return_rate"] * drawn["vacant"]
    return np.asarray(drawn["could_return"] * np.maximum(quits, 0) / leaving)
