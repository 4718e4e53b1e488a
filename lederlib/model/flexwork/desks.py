"""How many desks the busiest day of the week needs."""

from functools import lru_cache
from math import comb, prod

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats
from lederlib.model.flexwork.copresence import agreed_share, team_size, whole_week

_MOST_CELLS = 6_000_000


def peak_desks(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    team: npt.ArrayLike,
    agreement: npt.ArrayLike = 0.0,
) -> Floats:
    r"""Return how many desks the busiest day can be expected to need.

    .. math:: E\left[\max_d N_d\right] = \sum_c c \, P(\max_d N_d = c)

    Parameters
    ----------
    days, anchor, home : array-like, broadcastable
        Working days (1 to 7), fixed days at work and home days per week; whole
        numbers that fit into the week.
    team : array-like
        People in the team, a whole number of at least 2: up to 40 for five days.
    agreement : array-like, default 0
        As for `pair_days`.

    Returns
    -------
    numpy.ndarray
        Desks, between the mean day's and the whole team's; all of the team as soon
        as there is a fixed day.

    Raises
    ------
    ValueError
        If a number is not whole, the days do not fit into the week, or the team is too
        large to count exactly.

    Notes
    -----
    See `peak_desks_law`.

    Examples
    --------
    >>> peak_desks(5, anchor=[0, 1], home=2, team=12).round(2).tolist()
    [9.34, 12.0]
    """
    keys = np.broadcast_arrays(
        *whole_week(days, anchor, home), team_size(team), agreed_share(agreement)
    )
    means = [
        np.dot(law, np.arange(len(law)))
        for law in (_law(*key) for key in zip(*(w.ravel() for w in keys), strict=True))
    ]
    return np.asarray(means, dtype=float).reshape(keys[0].shape)


def peak_desks_law(
    days: int = 5, *, anchor: int, home: int, team: int, agreement: float = 0.0
) -> Floats:
    r"""Return the probability of every number of desks on the busiest day.

    The chance of the head counts :math:`c_1, \dots, c_M` is the coefficient of
    :math:`\prod_d z_d^{c_d}` in

    .. math::

        \left[\lambda \prod_{d \le m} z_d
        + (1 - \lambda)\, e_m(z_1, \dots, z_M) \Big/ \binom{M}{m}\right]^n

    with the elementary symmetric polynomial of the :math:`m` days that each of
    :math:`n` people spends at work, and the days of the team's plan first.

    Parameters
    ----------
    days, anchor, home, team, agreement : int, the last float
        As for `peak_desks`, one number each.

    Returns
    -------
    numpy.ndarray, shape (team + 1,)
        Probability of 0, 1, … desks; sums to 1.

    Raises
    ------
    ValueError
        As for `peak_desks`.

    Notes
    -----
    Own derivation. The coefficients are read off by a Fourier transform over all but
    one day, whose count follows from the total :math:`nm`.

    Examples
    --------
    >>> peak_desks_law(5, anchor=0, home=4, team=2).round(3).tolist()
    [0.0, 0.8, 0.2]
    """
    week = [int(number) for number in whole_week(days, anchor, home)]
    return _law(*week, int(team_size(team)), float(agreed_share(agreement))).copy()


@lru_cache(maxsize=256)
def _law(days: int, anchor: int, home: int, team: int, agreement: float) -> Floats:
    free = int(days - anchor)
    present = int(free - home)
    if anchor > 0 or home == 0:
        return _certain(team, team)
    if present == 0:
        return _certain(0, team)
    cells = (int(team) + 1) ** (free - 1)
    if cells > _MOST_CELLS:
        msg = (
            f"team of {team} on {free} free days is too large to count exactly; "
            f"at most {_largest_team(free)} people."
        )
        raise ValueError(msg)
    ways = _head_counts(free, present, int(team), agreement)
    busiest = _busiest(free, present, int(team))
    fits = busiest >= 0
    law = np.bincount(busiest[fits], weights=ways[fits], minlength=team + 1)
    law = np.maximum(law, 0)
    return np.asarray(law / law.sum())


def _head_counts(free: int, present: int, team: int, agreement: float) -> Floats:
    """Return the probability of the head counts on all free days but the last."""
    size = team + 1
    others = free - 1
    halved = [size] * (others - 1) + [size // 2 + 1]
    turns = np.ogrid[tuple(slice(0, length) for length in halved)]
    points: list[npt.NDArray[np.complex128]] = [
        np.exp(-2j * np.pi * turn / size) for turn in turns
    ]
    # Elementary symmetric polynomials by one day after another; the last day is 1.
    ones = np.ones([1] * others, dtype=complex)
    sums = [ones] + [0 * ones] * present
    for point in [*points, ones]:
        sums = [ones] + [sums[j] + point * sums[j - 1] for j in range(1, present + 1)]
    alone = sums[present] / comb(free, present)
    agreed = agreement * prod(points[:present], start=ones)
    values = np.broadcast_to(agreed + (1 - agreement) * alone, halved) ** team
    return np.fft.irfftn(values, s=[size] * others, axes=range(others))


def _busiest(free: int, present: int, team: int) -> npt.NDArray[np.int64]:
    """Return the largest head count for each cell, −1 where the last day cannot be."""
    counts = np.ogrid[(slice(0, team + 1),) * (free - 1)]
    last = team * present - sum(counts)
    busiest = np.asarray(last, dtype=np.int64)
    for count in counts:
        busiest = np.maximum(busiest, count)
    return np.where((last >= 0) & (last <= team), busiest, -1)


def _certain(desks: int, team: int) -> Floats:
    return np.asarray(np.arange(team + 1) == desks, dtype=float)


def _largest_team(free: int) -> int:
    return int(_MOST_CELLS ** (1 / (free - 1))) - 1
