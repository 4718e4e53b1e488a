"""Whether two factors can be told apart, by the correlations of their items."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
import pandas as pd

from lederlib._checks import (
    Floats,
    brief,
    generator_of,
    require_count,
    require_known,
    require_number,
)
from lederlib.measure.against import going_against, told_against
from lederlib.measure.correlations.shares import (
    lowest_root,
    to_correlations,
    told_impossible,
)
from lederlib.measure.factors.between import (
    CORRELATIONS,
    CorrelationKind,
    item_correlations,
)
from lederlib.measure.gathering import Gathered, gather, only_items
from lederlib.measure.has_items import HasItems
from lederlib.measure.item_matrix import named_table
from lederlib.measure.moments import Moments
from lederlib.measure.reliability._ratios import HtmtKind, ratios
from lederlib.measure.resampling import resample_covariances
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_range, label

Factors = Mapping[str, Sequence[str]]
_DRAWS = 1000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Htmt(Readable):
    """Heterotrait–monotrait ratios of pairs of factors.

    Attributes
    ----------
    values : pandas.DataFrame
        Factor by factor, ones in the diagonal.
    low, high : pandas.DataFrame
        Ends of the bootstrap's interval; NaN where none was made, as from moments.
    kind, correlations : str
        HTMT (arithmetic means) or HTMT2 (geometric ones), of which correlations.
    confidence : float
        Coverage of the interval.
    against : tuple of str
        Items that go against their factor's others; perhaps they are reversed.
    lowest_root : float
        Smallest eigenvalue of the correlations; polychoric ones are impossible together
        where it is below 0.
    n, dropped : int
        People who answered all items of the factors, and people left out; of moments,
        those that they count themselves.
    """

    values: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame
    kind: HtmtKind
    correlations: CorrelationKind
    confidence: float
    against: tuple[str, ...]
    lowest_root: float
    n: int
    dropped: int

    def to_frame(self) -> pd.DataFrame:
        """Return a row a pair of factors."""
        first, second = np.triu_indices(len(self.values), 1)
        names = self.values.index
        parts = {"value": self.values, "low": self.low, "high": self.high}
        figures = {
            name: table.to_numpy()[first, second] for name, table in parts.items()
        }
        return pd.DataFrame({"first": names[first], "second": names[second], **figures})

    def summary(self, lang: Lang = "da") -> str:
        """Return the highest ratio, of the pair hardest to tell apart, in words."""
        table = self.to_frame().dropna(subset="value", ignore_index=True)
        if table.empty:
            told = label("reliability.htmt_none", lang)
            return " ".join([told, *told_against(self.against, lang)])
        worst = int(table["value"].argmax())
        value, low, high = (
            float(table[part][worst]) for part in ("value", "low", "high")
        )
        words = [
            label(
                "reliability.htmt",
                lang,
                kind=self.kind,
                first=table["first"][worst],
                second=table["second"][worst],
                value=format_number(value, lang),
                correlations=label(f"structure.kind_{self.correlations}", lang),
                n=format_number(self.n, lang, digits=0),
            )
        ]
        if not np.isnan(low):
            ends = format_range(low, high, lang)
            words.append(label("reliability.htmt_range", lang, range=ends))
        if self.correlations == "polychoric":
            words += told_impossible(self.lowest_root, lang)
        return " ".join(words + told_against(self.against, lang))


def htmt(
    items: pd.DataFrame | Moments | HasItems,
    factors: Factors,
    *,
    kind: HtmtKind = "HTMT2",
    correlations: CorrelationKind = "pearson",
    confidence: float = 0.95,
    draws: int | None = None,
    rng: int | np.random.Generator = 0,
) -> Htmt:
    """Return heterotrait–monotrait ratios: correlations between over those within.

    Parameters
    ----------
    items : DataFrame of shape (people, items), or Moments
        Answers; only people who answered all items of the factors count. Moments serve
        for the ratios of Pearson correlations, without an interval; their people
        answered every item of the moments, also those of no factor.
    factors : mapping of str to sequence of str
        The items of each factor, at least two each.
    kind : {"HTMT2", "HTMT"}
        HTMT2 takes geometric means, which also suits items that are not equally good;
        HTMT takes arithmetic ones. Both of absolute correlations, as semTools.
    correlations : {"pearson", "polychoric"}
        Polychoric ones have no interval here.
    draws : int, optional
        Samples of people for the bootstrap's interval: 1000 unless told, and none from
        moments or for polychoric correlations.
    confidence, rng : float, int or Generator
        Of that interval.

    Raises
    ------
    ValueError
        If there are fewer than two factors, a factor has fewer than two items or names
        one that is not in the table or the moments, an item does not vary, draws or
        polychoric correlations are asked of moments, or draws of polychoric ones.

    Notes
    -----
    Above .85 or .90 two factors are commonly held to be hard to tell apart. Henseler,
    Ringle and Sarstedt (2015), https://doi.org/10.1007/s11747-014-0403-8; HTMT2 after
    Roemer, Schuberth and Henseler (2021), https://doi.org/10.1108/IMDS-02-2021-0082.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> trait = np.repeat(rng.standard_normal((400, 2)), 2, axis=1)
    >>> seen = pd.DataFrame(trait + rng.standard_normal((400, 4)), columns=list("abcd"))
    >>> ratios = htmt(seen, {"calm": ["a", "b"], "meaning": ["c", "d"]})
    >>> bool(ratios.values.loc["calm", "meaning"] < 0.3)
    True

    From moments the ratios are the same, and have no interval:

    >>> known = Moments.from_batches([seen[:300], seen[300:]])
    >>> again = htmt(known, {"calm": ["a", "b"], "meaning": ["c", "d"]})
    >>> np.allclose(again.values, ratios.values), bool(again.low.isna().all(axis=None))
    (True, True)
    """
    require_known(kind, get_args(HtmtKind), name="kind")
    require_known(correlations, CORRELATIONS, name="correlations")
    require_number(confidence, 0.5, 0.999, name="confidence")
    chance = generator_of(rng)
    if draws is not None:
        require_count(draws, 100, 1_000_000, name="draws")
        if correlations == "polychoric":
            msg = "draws must be None for polychoric correlations, never resampled."
            raise ValueError(msg)
    table = items if isinstance(items, Moments) else named_table(items)
    owned = _require_factors(factors, table)
    used = list(dict.fromkeys(item for own in owned for item in own))
    held = gather(only_items(table, used))
    places = [[used.index(item) for item in own] for own in owned]
    between = item_correlations(held, correlations)
    low = high = np.full((len(factors), len(factors)), np.nan)
    if correlations == "pearson" and (held.table is not None or draws is not None):
        drawn = _drawn(held, places, kind, draws=draws or _DRAWS, rng=chance)
        low, high = _middle(drawn, confidence)
    return Htmt(
        values=_named(ratios(between, places, kind), factors),
        low=_named(low, factors),
        high=_named(high, factors),
        kind=kind,
        correlations=correlations,
        confidence=confidence,
        against=_against(owned, used, between),
        lowest_root=lowest_root(between),
        n=held.n,
        dropped=held.dropped,
    )


def _drawn(
    held: Gathered,
    places: list[list[int]],
    kind: HtmtKind,
    *,
    draws: int,
    rng: int | np.random.Generator,
) -> Floats:
    """Return the ratios in samples of people; NaN where a sample has none."""
    answered = held.answers(needed_by="The bootstrap")
    # A sample of few people may leave an item without spread, and so no ratio.
    with np.errstate(divide="ignore", invalid="ignore"):
        found = [
            ratios(to_correlations(sample), places, kind)
            for block in resample_covariances(answered.values, draws=draws, rng=rng)
            for sample in block
        ]
    return np.array(found)


def _require_factors(
    factors: Factors, items: pd.DataFrame | Moments
) -> list[list[str]]:
    """Return the items of each factor, checked."""
    known = items.names if isinstance(items, Moments) else items.columns
    if not isinstance(factors, Mapping):
        msg = f"factors must list the items of each by its name; got {brief(factors)}."
        raise ValueError(msg)
    if len(factors) < 2:  # noqa: PLR2004
        msg = f"factors must be at least 2; got {len(factors)}."
        raise ValueError(msg)
    for name, own in factors.items():
        if isinstance(own, str) or not isinstance(own, Iterable) or len([*own]) < 2:  # noqa: PLR2004
            msg = f"Factor {name!r} must list at least 2 items; got {own!r}."
            raise ValueError(msg)
    return [
        [
            require_known(str(item), known, name=f"an item of factor {name!r}")
            for item in own
        ]
        for name, own in factors.items()
    ]


def _against(
    owned: list[list[str]], used: list[str], between: Floats
) -> tuple[str, ...]:
    """Return the items that go against their own factor."""
    places = [[used.index(item) for item in own] for own in owned]
    return tuple(
        name
        for own, place in zip(owned, places, strict=True)
        for name in going_against(tuple(own), between[np.ix_(place, place)])
    )


def _named(values: Floats, factors: Factors) -> pd.DataFrame:
    return pd.DataFrame(values, index=list(factors), columns=list(factors))


def _middle(drawn: Floats, confidence: float) -> tuple[Floats, Floats]:
    """Return the ends of the interval over the samples that all have their ratios."""
    whole = drawn[~np.isnan(drawn).any(axis=(1, 2))]
    if len(whole) < len(drawn) / 2:
        none = np.full(drawn.shape[1:], np.nan)
        return none, none
    tail = (1 - confidence) / 2
    low, high = np.quantile(whole, [tail, 1 - tail], axis=0)
    return low, high
