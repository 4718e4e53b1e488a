"""Two professions answer four statements: what differs, and what only seems to."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import NORMAL_95, Floats, require_count, require_number, seed_of
from lederlib.measure import Invariance, invariance

STATEMENTS: Final = ("q1", "q2", "q3", "q4")
MODEL: Final = f"view =~ {' + '.join(STATEMENTS)}"
MOST_PEOPLE: Final = 1000
LOADING: Final = 0.8
_NOISE, _MIDDLE = 0.6, 3.0
_WEAKER, _SHIFTED = 2, 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Professions:
    """The answers of two professions.

    Attributes
    ----------
    first, second : numpy.ndarray, shape (people, 4)
        Scores around 3; made up, continuous and normal.
    """

    first: Floats
    second: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StatementMeans:
    """What each profession answers on average, and what equal measurement expects.

    Attributes
    ----------
    first, second : numpy.ndarray, shape (4,)
        Means by statement.
    first_half, second_half : numpy.ndarray, shape (4,)
        Half the width of their 95 % intervals.
    expected : numpy.ndarray, shape (4,)
        The second profession's means if one difference in the experience were behind
        all four.
    """

    first: Floats
    second: Floats
    first_half: Floats
    second_half: Floats
    expected: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A difference in the experience, in standard deviations, with a 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """The steps, and the difference that they lead to.

    Attributes
    ----------
    found : Invariance
        All four statements held equal.
    gap : Gap
        The difference if every statement is believed.
    let_go : str
        The statement that stands out at the step that fails; "" if none does, or no
        step fails before the residuals.
    freed : Invariance or None
        The steps with that statement let go.
    freed_gap : Gap or None
        The difference then.
    """

    found: Invariance
    gap: Gap
    let_go: str
    freed: Invariance | None
    freed_gap: Gap | None


def draw_professions(
    *,
    people: int = 200,
    gap: float = 0.5,
    shift: float = 0.0,
    loading: float = LOADING,
    rng: int | np.random.Generator = 0,
) -> Professions:
    r"""Draw the answers of two professions to four statements.

    .. math:: y_j = 3 + \lambda_j f + e_j, \quad \lambda = 0.8, \quad sd(e) = 0.6

    The sizes are assumptions. The same people answer for every position of the levers.

    Parameters
    ----------
    people : int
        In each profession, from 50 to 1,000.
    gap : float
        True difference in the experience, second minus first, in standard deviations.
    shift : float
        How much higher the second profession answers the fourth statement for the same
        experience, in points.
    loading : float
        How much the third statement follows the experience in the second profession,
        from 0 to 1; 0.8 in the first.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.

    Examples
    --------
    >>> answers = draw_professions(people=1000, gap=0.0, shift=0.5)
    >>> apart = answers.second.mean(axis=0) - answers.first.mean(axis=0)
    >>> bool(apart[3] - apart[:3].mean() > 0.4)
    True
    """
    require_count(people, 50, MOST_PEOPLE, name="people")
    for name, value in (("gap", gap), ("shift", shift)):
        require_number(value, -2, 2, name=name)
    require_number(loading, 0, 1, name="loading")
    chance = np.random.default_rng(seed_of(rng))
    views = chance.standard_normal((2, MOST_PEOPLE, 1))[:, :people]
    errors = _NOISE * chance.standard_normal((2, MOST_PEOPLE, 4))[:, :people]
    loadings = np.full(4, LOADING)
    levels = np.full(4, _MIDDLE)
    first = levels + loadings * views[0] + errors[0]
    loadings[_WEAKER], levels[_SHIFTED] = loading, _MIDDLE + shift
    second = levels + loadings * (gap + views[1]) + errors[1]
    return Professions(first=first, second=second)


def statement_means(answers: Professions) -> StatementMeans:
    r"""Return each profession's means beside those that equal measurement expects.

    One difference κ lies behind all four, times how much each statement follows the
    experience: the first principal component λ of the covariance S within professions.
    κ is the weighted least-squares estimate from the differences d,

    .. math:: \kappa = \lambda' S^{-1} d / \lambda' S^{-1} \lambda

    which is close to what the model with equal loadings and intercepts finds, and takes
    no search.

    Examples
    --------
    >>> means = statement_means(draw_professions(people=1000, gap=0.5))
    >>> bool(abs(means.expected - means.second).max() < 0.1)
    True
    """
    parts = (answers.first, answers.second)
    first, second = (part.mean(axis=0) for part in parts)
    halves = [
        NORMAL_95 * part.std(axis=0, ddof=1) / np.sqrt(len(part)) for part in parts
    ]
    within = sum(np.cov(part, rowvar=False) for part in parts) / 2
    slopes = np.linalg.eigh(within)[1][:, -1]
    weights = np.linalg.solve(within, slopes)
    behind = weights @ (second - first) / (weights @ slopes)
    return StatementMeans(
        first=first,
        second=second,
        first_half=halves[0],
        second_half=halves[1],
        expected=first + slopes * behind,
    )


def compare_professions(answers: Professions) -> Compared:
    """Compare the professions step by step; where a step fails, let one statement go.

    Examples
    --------
    >>> compared = compare_professions(draw_professions(people=500, shift=0.5))
    >>> compared.found.failed, compared.let_go
    ('scalar', 'q4')
    """
    table = pd.DataFrame(
        np.vstack([answers.first, answers.second]), columns=list(STATEMENTS)
    )
    table["profession"] = np.repeat(["1", "2"], len(answers.first))
    found = invariance(MODEL, table, "profession")
    name, free = _let_go(found)
    freed = invariance(MODEL, table, "profession", free=free) if free else None
    return Compared(
        found=found,
        gap=_gap(found),
        let_go=name,
        freed=freed,
        freed_gap=_gap(freed) if freed else None,
    )


def _let_go(found: Invariance) -> tuple[str, list[str]]:
    """Return the statement that stands out, and its parameters.

    A statement that follows the experience to another degree has no level that could be
    compared, so its intercept goes with its loading.
    """
    if found.verdict != "fails" or found.to_free.empty:
        return "", []
    first = found.to_free.iloc[0]
    if first["op"] == "=~":
        worst = str(first["rhs"])
        return worst, [f"view =~ {worst}", f"{worst} ~1"]
    worst = str(first["lhs"])
    return worst, [f"{worst} ~1"]


def _gap(found: Invariance) -> Gap:
    rows = found.fits["scalar"].estimates
    row = rows[(rows["lhs"] == "view") & (rows["op"] == "~1")].iloc[-1]
    value, error = float(row["est"]), float(row["se"])
    reach = NORMAL_95 * error
    return Gap(value=value, low=value - reach, high=value + reach)
