"""Which way an outcome goes: how many worlds move up, stay, and move down."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from lederlib._checks import NORMAL_95, Floats, require_number
from lederlib.text import Lang, format_share, label

Way = Literal["none", "up", "down", "few", "depends"]
#: So many of the worlds that move have to move the same way, surely.
MOST: Final = 0.99
_SURE, _RARE = 0.995, 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """Which way a difference goes.

    Attributes
    ----------
    up, same, down : float
        Shares of the worlds, which sum to 1; `same` is closer to zero than the limit.
    way : {"none", "up", "down", "few", "depends"}
        `none`: no world moves. `up`, `down`: at least half of the worlds move, and
        among those that do the lower end of the 95 % interval of the share that goes
        that way is at least 0.99. `few`: fewer than half move. Otherwise `depends`.
    """

    up: float
    same: float
    down: float
    way: Way


def direction(
    differences: Floats, *, limit: float, effective: float | None = None
) -> Direction:
    r"""Return which way a difference goes in the possible worlds.

    The interval is that of Wilson [1]_, for the share :math:`p` among the :math:`n`
    worlds that move:

    .. math:: \frac{p + z^2/2n - z\sqrt{p(1-p)/n + z^2/4n^2}}{1 + z^2/n}

    Parameters
    ----------
    differences : numpy.ndarray, shape (draws,)
        What differs, in each possible world.
    limit : float
        A difference smaller than that counts as none, in the unit of `differences`;
        above 0.
    effective : float, optional
        How many independent worlds the draws are worth; as many as there are draws
        unless given.

    Raises
    ------
    ValueError
        If `limit` is not above 0 or `effective` lies below 1.

    References
    ----------
    .. [1] Wilson (1927). Journal of the American Statistical Association, 22(158),
       209–212. https://doi.org/10.1080/01621459.1927.10502953

    Examples
    --------
    >>> drawn = np.linspace(-0.1, 0.9, 5000)
    >>> direction(drawn, limit=0.01).way, direction(drawn + 0.2, limit=0.01).way
    ('depends', 'up')
    """
    least = require_number(limit, 1e-12, np.inf, name="limit")
    worlds = differences.size if effective is None else effective
    count = require_number(worlds, 1, np.inf, name="effective")
    up, down = (float(np.mean(side * differences >= least)) for side in (1, -1))
    return Direction(up=up, same=1 - up - down, down=down, way=_way(up, down, count))


def _way(up: float, down: float, worlds: float) -> Way:
    moving = up + down
    if moving == 0:
        return "none"
    if moving < 1 / 2:
        return "few"
    if _at_least(max(up, down) / moving, moving * worlds) < MOST:
        return "depends"
    return "up" if up > down else "down"


def _at_least(share: float, worlds: float) -> float:
    """Return the lower end of Wilson's interval of a share."""
    z2 = NORMAL_95**2 / worlds
    spread = NORMAL_95 * np.sqrt(share * (1 - share) / worlds + z2 / (4 * worlds))
    return float((share + z2 / 2 - spread) / (1 + z2))


def share_of_worlds(share: float, lang: Lang) -> str:
    """Write a share of worlds, never as all or none of them: others are possible.

    Examples
    --------
    >>> share_of_worlds(1.0, "en"), share_of_worlds(0.6, "en")
    ('over 99%', '60%')
    """
    if share > _SURE:
        return label("common.over_99", lang)
    if share < _RARE:
        return label("common.under_1", lang)
    return format_share(share, lang)


def shares_in_words(found: Direction, lang: Lang) -> str:
    """Say how many of the worlds move up, stay and move down; what is none is left out.

    Examples
    --------
    >>> shares_in_words(Direction(up=0, same=0.6, down=0.4, way="few"), "en")
    'unchanged in 60%, down in 40%'
    """
    parts = {"same": found.same, "up": found.up, "down": found.down}
    return ", ".join(
        label(f"common.worlds_{key}", lang, share=share_of_worlds(share, lang))
        for key, share in sorted(parts.items(), key=lambda part: -part[1])
        if share > 0
    )
