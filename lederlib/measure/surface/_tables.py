"""The tables of a surface: estimates with their errors and intervals."""

from typing import Final

import numpy as np
import pandas as pd
from scipy.special import stdtr, stdtrit

from lederlib._checks import Floats
from lederlib.measure.surface._features import ALONG, PLACES, features, slopes
from lederlib.measure.surface._polynomial import TERMS

_LEVEL: Final = 0.95


def figure_tables(
    coefficients: Floats, covariance: Floats, draws: Floats, people: int
) -> dict[str, pd.DataFrame]:
    """Return the tables of coefficients, of a1–a5 and of places."""
    figures = np.concatenate([coefficients, features(coefficients)])
    jacobian = np.column_stack([np.eye(len(coefficients)), slopes(coefficients)])
    spread = np.sqrt(np.einsum("ai,ab,bi->i", jacobian, covariance, jacobian))
    names = [*TERMS, *ALONG, *PLACES]
    freedom = people - len(coefficients)
    if len(draws):
        drawn = np.column_stack([draws, features(draws)])
        table = _by_draws(figures, drawn, names)
    else:
        table = _by_errors(figures, spread, names, freedom)
    return {
        "coefficients": table.loc[list(TERMS)].rename_axis("term"),
        "surface": table.loc[list(ALONG)].rename_axis("figure"),
        "places": table.loc[list(PLACES)].drop(columns="p").rename_axis("figure"),
    }


def _by_errors(
    figures: Floats, spread: Floats, names: list[str], freedom: int
) -> pd.DataFrame:
    reach = stdtrit(freedom, (1 + _LEVEL) / 2) * spread
    with np.errstate(divide="ignore", invalid="ignore"):
        tail = 2 * stdtr(freedom, -np.abs(figures / spread))
    columns = {
        "est": figures,
        "se": spread,
        "p": tail,
        "low": figures - reach,
        "high": figures + reach,
    }
    return pd.DataFrame(columns, index=names)


def _by_draws(figures: Floats, drawn: Floats, names: list[str]) -> pd.DataFrame:
    ends = np.quantile(drawn, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2], axis=0)
    sides = np.minimum((drawn <= 0).sum(axis=0), (drawn >= 0).sum(axis=0))
    columns = {
        "est": figures,
        "se": drawn.std(axis=0, ddof=1),
        "p": np.minimum(1, 2 * (sides + 1) / (len(drawn) + 1)),
        "low": ends[0],
        "high": ends[1],
    }
    return pd.DataFrame(columns, index=names)
