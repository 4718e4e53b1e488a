"""Correlations between factors' items over those within."""

from typing import Literal

import numpy as np

from lederlib._checks import Floats

HtmtKind = Literal["HTMT", "HTMT2"]


def ratios(between: Floats, places: list[list[int]], kind: HtmtKind) -> Floats:
    """Return each pair's mean correlation over what its factors have within.

    `places` are the items of each factor; NaN where a factor has nothing within.
    """
    size = np.abs(between)
    np.fill_diagonal(size, np.nan)
    own = np.zeros((len(places), len(size)))
    for row, items in enumerate(places):
        own[row, items] = 1
    means = _means(size, own, kind)
    within = np.sqrt(np.diag(means))
    scale = np.outer(within, within)
    return np.asarray(
        np.where(scale > 0, means / np.where(scale > 0, scale, 1), np.nan)
    )


def _means(size: Floats, own: Floats, kind: HtmtKind) -> Floats:
    """Return the mean of what is known of each pair of factors; NaN where nothing is.

    `own` tells with ones which items are each factor's.
    """
    known = ~np.isnan(size)
    plain = kind == "HTMT"
    counted = np.where(known & (plain | (size > 0)), size, 0.0 if plain else 1.0)
    with np.errstate(invalid="ignore"):
        sums = own @ (counted if plain else np.log(counted)) @ own.T
        means = np.asarray(sums / (own @ known @ own.T))
    if plain:
        return means
    # A geometric mean with a zero in it is zero.
    return np.where(own @ (size == 0) @ own.T > 0, 0.0, np.exp(means))
