"""Explore which factors stand behind items."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import chdtrc

from lederlib._checks import Floats, require_count, require_known, require_number
from lederlib.measure.against import told_against
from lederlib.measure.correlations.shares import lowest_root, told_impossible
from lederlib.measure.factors.between import (
    CORRELATIONS,
    CorrelationKind,
    item_correlations,
    require_positive_definite,
)
from lederlib.measure.factors.counting import how_many
from lederlib.measure.factors.extraction import (
    LOWEST_UNIQUENESS,
    METHODS,
    ExtractionMethod,
    extract,
)
from lederlib.measure.factors.rotation import ROTATIONS, Rotation, rotate, tidy
from lederlib.measure.gathering import Gathered, gather
from lederlib.measure.item_matrix import Table
from lederlib.measure.moments import Moments
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_share, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Efa(Readable):
    """Factors found by exploration.

    Attributes
    ----------
    loadings : pandas.DataFrame
        Pattern: a row an item, columns `F1`, `F2`, …; the factor with the largest sum
        of squared loadings first, each with a positive sum of loadings.
    correlations : pandas.DataFrame
        Of the factors; the identity unless the rotation is oblique.
    uniquenesses : pandas.Series
        Share of each item's variance that the factors leave.
    misfit : float
        What the method made as small as possible: half the sum of squared residuals,
        or the discrepancy of maximum likelihood.
    chi2, df, p : float, int, float
        Bartlett's corrected test that this many factors are enough, as R's factanal;
        `chi2` and `p` are NaN for minres and
        for polychoric correlations.
    residual : float
        Root mean square of the residual correlations.
    method, rotation, kind : str
        How the factors were found and turned, and of which correlations.
    converged : bool
        Whether extraction and rotation came to rest.
    heywood : tuple of str
        Items whose uniqueness ran into its bound of .005.
    against : tuple of str
        Items whose highest loading is negative: they go against their factor, perhaps
        because they are reversed.
    lowest_root : float
        Smallest eigenvalue of the correlations; polychoric ones are impossible together
        where it is below 0.
    n, dropped : int
        People who answered everything, and people left out.
    """

    loadings: pd.DataFrame
    correlations: pd.DataFrame
    uniquenesses: pd.Series
    misfit: float
    chi2: float
    df: int
    p: float
    residual: float
    method: ExtractionMethod
    rotation: Rotation
    kind: CorrelationKind
    converged: bool
    heywood: tuple[str, ...]
    against: tuple[str, ...]
    lowest_root: float
    n: int
    dropped: int

    @property
    def explained(self) -> pd.Series:
        """Share of all items' variance that each factor accounts for."""
        pattern = self.loadings.to_numpy()
        structure = pattern @ self.correlations.to_numpy()
        shares = (pattern * structure).mean(axis=0)
        return pd.Series(shares, index=self.loadings.columns, name="explained")

    def to_frame(self) -> pd.DataFrame:
        """Return a row an item: its loadings and its uniqueness."""
        return self.loadings.assign(uniqueness=self.uniquenesses)

    def summary(self, lang: Lang = "da") -> str:
        """Return in words what was found and whether it can be trusted."""
        words = [
            label(
                "structure.efa",
                lang,
                factors=how_many(len(self.loadings.columns), lang),
                items=len(self.loadings),
                n=format_number(self.n, lang, digits=0),
                method=label(f"structure.method_{self.method}", lang),
                rotation=label(f"structure.rotation_{self.rotation}", lang),
                kind=label(f"structure.kind_{self.kind}", lang),
                explained=format_share(float(self.explained.sum()), lang),
                residual=format_number(self.residual, lang, digits=3),
            )
        ]
        if self.dropped:
            words.append(label("structure.dropped", lang, dropped=self.dropped))
        if self.heywood:
            names = ", ".join(self.heywood)
            words.append(label("structure.heywood", lang, names=names))
        if not self.converged:
            words.append(label("structure.not_converged", lang))
        if self.kind == "polychoric":
            words += told_impossible(self.lowest_root, lang)
        return " ".join(words + told_against(self.against, lang))


def efa(
    items: Table | Moments,
    factors: int,
    method: ExtractionMethod = "minres",
    rotation: Rotation = "oblimin",
    *,
    correlations: CorrelationKind = "pearson",
) -> Efa:
    """Explore which factors stand behind items.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers; only people who answered every item count (listwise).
    factors : int
        How many; few enough that the items can contradict them.
    method : {"minres", "ml"}
        Least squares off the diagonal, or maximum likelihood.
    rotation : {"oblimin", "promax", "varimax", "none"}
        Oblimin is direct quartimin without normalisation; promax is varimax to the
        fourth power; varimax uses Kaiser's normalisation.
    correlations : {"pearson", "polychoric"}
        Polychoric ones for items with few answer options.

    Returns
    -------
    Efa
        Factors are sorted by their sum of squared loadings, and each is signed so that
        its loadings have a positive sum.

    Raises
    ------
    ValueError
        If there are too many factors, an item does not vary, or correlations are not
        positive definite and the method is "ml".

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> trait = rng.standard_normal((500, 1))
    >>> result = efa(trait + 0.5 * rng.standard_normal((500, 4)), 1)
    >>> result.loadings.round(1).to_numpy().ravel().tolist()
    [0.9, 0.9, 0.9, 0.9]
    """
    require_known(method, METHODS, name="method")
    require_known(rotation, ROTATIONS, name="rotation")
    require_known(correlations, CORRELATIONS, name="correlations")
    held = gather(items, fewest=3)
    require_few_factors(factors, len(held.names))
    between = item_correlations(held, correlations)
    if method == "ml":
        require_positive_definite(between, held.names, correlations)
    found = extract(between, factors, method=method)
    turned = tidy(rotate(found.loadings, rotation))
    chi2, df, p = _test(found.misfit, held, factors)
    tested = method == "ml" and correlations == "pearson"
    names, columns = list(held.names), [f"F{place + 1}" for place in range(factors)]
    at_bound = found.uniquenesses <= LOWEST_UNIQUENESS * (1 + 1e-6)
    return Efa(
        loadings=pd.DataFrame(turned.loadings, index=names, columns=columns),
        correlations=pd.DataFrame(turned.correlations, index=columns, columns=columns),
        uniquenesses=pd.Series(found.uniquenesses, index=names, name="uniqueness"),
        misfit=found.misfit,
        chi2=chi2 if tested else np.nan,
        df=df,
        p=p if tested else np.nan,
        residual=_residual(between, found.loadings),
        method=method,
        rotation=rotation,
        kind=correlations,
        converged=found.converged and turned.converged,
        heywood=tuple(np.array(names)[at_bound].tolist()),
        against=_against(names, turned.loadings),
        lowest_root=lowest_root(between),
        n=held.n,
        dropped=held.dropped,
    )


def _against(names: list[str], loadings: Floats) -> tuple[str, ...]:
    highest = np.abs(loadings).argmax(axis=1)
    against = loadings[np.arange(len(names)), highest] < 0
    return tuple(np.array(names)[against].tolist())


def require_few_factors(factors: int, items: int) -> None:
    """Raise unless the items have as many correlations as the factors need.

    Raises
    ------
    ValueError
        If `factors` is not a whole number from 1 to what the items allow.
    """
    most = max(count for count in range(1, items) if _freedom(items, count) >= 0)
    if require_number(factors, -np.inf, np.inf, name="factors") > most:
        msg = f"factors must be at most {most} for {items} items; got {factors}."
        raise ValueError(msg)
    require_count(factors, 1, most, name="factors")


def _freedom(items: int, factors: int) -> int:
    return ((items - factors) ** 2 - items - factors) // 2


def _test(misfit: float, held: Gathered, factors: int) -> tuple[float, int, float]:
    people, items = held.n, len(held.names)
    df = _freedom(items, factors)
    chi2 = (people - 1 - (2 * items + 5) / 6 - 2 * factors / 3) * misfit
    return chi2, df, float(chdtrc(df, chi2)) if df else np.nan


def _residual(between: Floats, loadings: Floats) -> float:
    left = between - loadings @ loadings.T
    return float(np.sqrt((left[np.triu_indices(len(left), 1)] ** 2).mean()))
