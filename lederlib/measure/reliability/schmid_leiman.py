"""One general factor and uncorrelated group factors, from correlated ones."""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.factors.extraction import ExtractionMethod, extract
from lederlib.measure.factors.rotation import rotate, tidy

_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SchmidLeiman:
    """Loadings on a general factor and on group factors, all uncorrelated.

    Attributes
    ----------
    general : numpy.ndarray
        One loading an item.
    groups : numpy.ndarray
        Shape (items, group factors).
    uniquenesses : numpy.ndarray
        Variance of each item that no factor accounts for.
    converged : bool
        Whether every step came to rest.
    """

    general: Floats
    groups: Floats
    uniquenesses: Floats
    converged: bool

    @property
    def common(self) -> float:
        """Share of the common variance that is the general factor's."""
        general = float((self.general**2).sum())
        return general / (general + float((self.groups**2).sum()))


def schmid_leiman(
    correlations: Floats, factors: int, *, method: ExtractionMethod
) -> SchmidLeiman:
    """Return the orthogonalisation of oblimin factors and a factor behind them.

    Schmid and Leiman (1957), https://doi.org/10.1007/BF02289209. With two factors
    the general one is taken to load on both alike; one factor is all general.
    """
    found = extract(correlations, factors, method=method)
    turned = tidy(rotate(found.loadings, "oblimin"))
    above, at_rest = _above(turned.correlations, method)
    general = turned.loadings @ above
    if general.sum() < 0:
        general = -general
    return SchmidLeiman(
        general=general,
        groups=turned.loadings * np.sqrt(np.maximum(1 - above**2, 0)),
        uniquenesses=1 - (found.loadings**2).sum(axis=1),
        converged=found.converged and turned.converged and at_rest,
    )


def _above(between: Floats, method: ExtractionMethod) -> tuple[Floats, bool]:
    """Return each group factor's loading on the general one."""
    if len(between) == 1:
        return np.ones(1), True
    if len(between) == _TWO:
        shared = float(between[0, 1])
        size = np.sqrt(abs(shared))
        return np.array([size, np.sign(shared) * size]), True
    found = extract(between, 1, method=method)
    return found.loadings[:, 0], found.converged
