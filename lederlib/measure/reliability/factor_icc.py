"""How much of a factor's variance lies between units, from a model of two levels."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure.cfa import Cfa
from lederlib.measure.reliability._of_a_sum import require_fit, with_intervals
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_range, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FactorIcc(Readable):
    """Intraclass correlations of factors, free of the items' own error.

    Attributes
    ----------
    table : pandas.DataFrame
        A row a factor between units: `within`, the factor within units that it shares
        its loadings with; `icc`, the share of the factor's variance that lies between
        units, with the ends `low` and `high` of its 95 % interval (delta method on the
        log odds).
    trusted : bool
        Whether the model converged to a proper solution.
    n, units : int
        People and units.
    """

    table: pd.DataFrame
    trusted: bool
    n: int
    units: int

    def to_frame(self) -> pd.DataFrame:
        """Return the table."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return each factor's share in words."""
        words = [
            label(
                "reliability.factor_icc",
                lang,
                name=name,
                value=format_number(float(row["icc"]), lang),
                interval=format_range(float(row["low"]), float(row["high"]), lang),
            )
            for name, row in self.table.iterrows()
        ]
        if not self.trusted:
            words.append(label("reliability.untrusted", lang))
        return " ".join(words)


def factor_icc(fit: Cfa) -> FactorIcc:
    """Return the share of each factor's variance that lies between units.

    Parameters
    ----------
    fit : Cfa
        A model of two levels from `cfa` in which a factor at each level has the same
        items and, by labels, the same loadings.

    Raises
    ------
    ValueError
        If the model has one level, or no factor has the same loadings at both.

    Notes
    -----
    The factors of the two levels are on one scale only where their loadings are equal
    (Mehta and Neale, 2005, https://doi.org/10.1037/1082-989X.10.3.259). Factors for
    which they are not tied are left out.

    Examples
    --------
    >>> from lederlib.measure import cfa
    >>> rng = np.random.default_rng(1)
    >>> unit = np.repeat(np.arange(60), 8)
    >>> calm = rng.normal(size=(60, 1))[unit] + 2 * rng.normal(size=(480, 1))
    >>> table = pd.DataFrame(calm + rng.normal(size=(480, 3)), columns=list("abc"))
    >>> table += 0.3 * rng.normal(size=(60, 3))[unit]
    >>> level = "calm =~ a + x*b + y*c"
    >>> model = f"level: 1; {level}; level: 2; {level}"
    >>> found = factor_icc(cfa(model, table.assign(unit=unit), cluster="unit"))
    >>> bool(abs(found.table.loc["calm", "icc"] - 0.12) < 0.01)
    True
    """
    require_fit(fit)
    if fit.units is None:
        msg = "factor_icc needs a model of two levels; write a block for each."
        raise ValueError(msg)
    pairs = _pairs(fit)
    if not pairs:
        msg = (
            "factor_icc needs a factor with the same items and loadings at both "
            "levels; give the loadings of both the same labels."
        )
        raise ValueError(msg)
    model = fit.fit.model

    def shares(estimate: Floats) -> Floats:
        within, between = (model.matrices(estimate, level).factors for level in (0, 1))
        parts = np.array([[within[a, a], between[b, b]] for a, b in pairs])
        return np.asarray(parts[:, 1] / parts.sum(axis=1))

    icc, low, high = with_intervals(fit, shares)
    names = model.frame.factors
    table = pd.DataFrame(
        {"within": [names[a] for a, _ in pairs], "icc": icc, "low": low, "high": high},
        index=pd.Index([names[b] for _, b in pairs], name="factor"),
    )
    return FactorIcc(
        table=table,
        trusted=fit.converged and fit.proper,
        n=fit.n,
        units=fit.units.count,
    )


def _pairs(fit: Cfa) -> list[tuple[int, int]]:
    """Return the factors within and between units whose loadings are the same ones."""
    inside, outside = (_loadings(fit, level) for level in (0, 1))
    return [
        (factor, other)
        for other, loads in outside.items()
        for factor, own in inside.items()
        if own == loads
    ]


def _loadings(fit: Cfa, level: int) -> dict[int, dict[int, tuple[int, float]]]:
    """Return, by factor and item, which estimate each loading is, or its fixed value.

    A factor that measures or is measured by others has no variance of its own here.
    """
    model = fit.fit.model
    cells = zip(model.cells, model.target, model.fixed, strict=True)
    found: dict[int, dict[int, tuple[int, float]]] = {}
    above: set[int] = set()
    for cell, target, fixed in cells:
        if cell.group != level:
            continue
        if cell.matrix == "paths":
            above |= {cell.row, cell.column}
        if cell.matrix == "loadings":
            told = (int(target), 0.0 if target >= 0 else float(fixed))
            found.setdefault(cell.column, {})[cell.row] = told
    return {factor: own for factor, own in found.items() if factor not in above}
