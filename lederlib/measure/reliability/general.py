"""How far a sum stands for one general factor, from a fitted model."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import Floats, Ints
from lederlib.measure.against import told_against
from lederlib.measure.cfa import Cfa
from lederlib.measure.reliability._of_a_sum import (
    answers_of,
    items_against,
    require_fit,
    share_of_answers,
    share_of_sum,
    whole_covariances,
    with_intervals,
)
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_range, label

_FIGURES = ("total", "hierarchical", "summed", "common")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class GeneralFactor(Readable):
    """What a general factor, and the group factors beside it, make of sums of items.

    Attributes
    ----------
    table : pandas.DataFrame
        A row a factor, the general one first, or a group and a factor: `items`;
        `total`, the share of the variance of the sum of its items that all factors make
        up (omega total); `hierarchical`, the share that it makes up alone (omega
        hierarchical; for a group factor of the sum of its own items); `summed`, the
        latter of the sum of the answers themselves (of ordered items by Green and
        Yang's formula); and `common`, its share of the common variance (for the general
        factor ECV). Each with the ends of its 95 % interval, `total_low` and so on.
    puc : float
        Share of the correlations that the general factor alone tells of: of pairs of
        items that share no group factor.
    kind : str
        "bifactor" or "second_order".
    estimator : str
        That of the model.
    trusted : bool
        Whether the model converged to a proper solution.
    against : tuple of str
        Items that go against their factor's others; perhaps they are reversed.
    n : int
        People in the model.
    """

    table: pd.DataFrame
    puc: float
    kind: str
    estimator: str
    trusted: bool
    against: tuple[str, ...]
    n: int

    def to_frame(self) -> pd.DataFrame:
        """Return the table."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return what the general factor stands for, in words."""
        words = [
            self._general(name, row, lang)
            for name, row in self.table.iterrows()
            if row["general"]
        ]
        words.append(
            label("reliability.puc", lang, value=format_number(self.puc, lang))
        )
        if not self.trusted:
            words.append(label("reliability.untrusted", lang))
        return " ".join(words + told_against(self.against, lang))

    def _general(self, name: object, row: pd.Series, lang: Lang) -> str:
        value = "summed" if self.estimator == "WLSMV" else "hierarchical"
        figures = {
            "hierarchical": float(row[value]),
            "total": float(row["total"]),
            "common": float(row["common"]),
        }
        ends = {
            "interval": (float(row[f"{value}_low"]), float(row[f"{value}_high"])),
            "common_interval": (float(row["common_low"]), float(row["common_high"])),
        }
        return label(
            f"reliability.general_{self.kind}",
            lang,
            name=", ".join(name) if isinstance(name, tuple) else name,
            **{key: format_number(it, lang) for key, it in figures.items()},
            **{key: format_range(low, high, lang) for key, (low, high) in ends.items()},
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Structure:
    """Which factor is general, and what each of the others is measured by."""

    kind: str
    general: int
    others: tuple[int, ...]
    items: Ints
    own: tuple[Ints, ...]


def general_factor(fit: Cfa) -> GeneralFactor:
    r"""Return omega hierarchical, ECV and PUC of a bifactor or second-order model.

    Parameters
    ----------
    fit : Cfa
        A model from `cfa` in which every item loads on one factor and perhaps on one
        of several others, all uncorrelated (bifactor); or in which one factor is
        measured by all others, and they by items (second-order).

    Raises
    ------
    ValueError
        If the model is neither.

    Notes
    -----
    A second-order model is first turned into its bifactor form (Schmid and Leiman,
    1957, https://doi.org/10.1007/BF02289209). Omegas are of sums in the items' units,
    with the model's variance in the denominator; ECV counts standardised loadings, as
    do Rodriguez, Reise and Haviland (2016, https://doi.org/10.1037/met0000045).

    Examples
    --------
    >>> from lederlib.measure import cfa
    >>> rng = np.random.default_rng(1)
    >>> seen = 0.6 * rng.standard_normal((900, 1)) + 0.5 * rng.standard_normal((900, 9))
    >>> seen += 0.5 * np.repeat(rng.standard_normal((900, 3)), 3, axis=1)
    >>> model = "p =~ a + b + c\nq =~ d + e + f\nr =~ g + h + i\nall =~ p + q + r"
    >>> table = pd.DataFrame(seen, columns=list("abcdefghi"))
    >>> found = general_factor(cfa(model, table))
    >>> round(float(found.table.loc["all", "hierarchical"]), 2), found.puc
    (0.77, 0.75)
    """
    require_fit(fit)
    parts = [_structure(fit, number) for number in range(len(fit.groups))]
    columns = with_intervals(
        fit,
        lambda estimate: np.concatenate(
            [_shares(fit, estimate, number, part) for number, part in enumerate(parts)]
        ),
    )
    table = _table(fit, parts, columns)
    return GeneralFactor(
        table=table if len(fit.groups) > 1 else table.droplevel("group"),
        puc=_puc(parts[0]),
        kind=parts[0].kind,
        estimator=fit.estimator,
        trusted=fit.converged and fit.proper,
        against=items_against(fit),
        n=fit.n,
    )


def _structure(fit: Cfa, number: int) -> _Structure:
    model = fit.fit.model
    if any(cell.op == "~" for cell in model.cells):
        _refuse("it has regressions")
    matrices = model.matrices(fit.fit.optimum.estimate, number)
    loads, paths = matrices.loadings != 0, matrices.paths != 0
    items = np.flatnonzero(loads.any(axis=1))
    if paths.any():
        return _second_order(fit, loads, paths, items)
    general = np.flatnonzero(loads[items].all(axis=0))
    used = np.flatnonzero(loads.any(axis=0))
    if len(general) != 1 or len(used) < 2:  # noqa: PLR2004
        _refuse("no single factor, beside others, is measured by all items")
    if np.count_nonzero(np.triu(matrices.factors, 1)):
        _refuse("its factors correlate; write a covariance of 0 between each two")
    others = tuple(int(place) for place in used if place != general[0])
    if (loads[:, others].sum(axis=1) > 1).any():
        _refuse("an item loads on two factors beside the general one")
    return _Structure(
        kind="bifactor",
        general=int(general[0]),
        others=others,
        items=items,
        own=tuple(np.flatnonzero(loads[:, place]) for place in others),
    )


def _second_order(fit: Cfa, loads: Floats, paths: Floats, items: Ints) -> _Structure:
    names = fit.fit.model.frame.factors
    above = np.flatnonzero(paths.any(axis=0))
    used = np.flatnonzero(loads.any(axis=0) | paths.any(axis=1))
    others = tuple(int(place) for place in used if place not in above)
    if len(above) != 1 or not paths[others, above].all():
        _refuse("no single factor is measured by all the others")
    if loads[:, above].any():
        _refuse(f"items load on the second-order factor {names[above[0]]!r} itself")
    if (loads.sum(axis=1) > 1).any():
        _refuse("an item loads on two factors")
    return _Structure(
        kind="second_order",
        general=int(above[0]),
        others=others,
        items=items,
        own=tuple(np.flatnonzero(loads[:, place]) for place in others),
    )


def _refuse(reason: str) -> None:
    msg = f"general_factor needs a bifactor or second-order model; here {reason}."
    raise ValueError(msg)


def _shares(fit: Cfa, estimate: Floats, number: int, part: _Structure) -> Floats:
    """Return each factor's figures, the general one first."""
    model = fit.fit.model
    matrices = model.matrices(estimate, number)
    reach = matrices.loadings @ np.linalg.inv(
        np.eye(len(matrices.paths)) - matrices.paths
    )
    with np.errstate(invalid="ignore"):
        loadings = reach * np.sqrt(np.diag(matrices.factors))
    common = loadings @ loadings.T
    # A group factor's own part reaches its own items only; the general one reaches all.
    variances = np.diag(whole_covariances(model, matrices))
    squares = loadings**2 / np.where(variances > 0, variances, np.nan)[:, None]
    explained = squares[:, [part.general, *part.others]].sum(axis=0)
    answers = answers_of(fit, number)
    rows = []
    places = zip((part.general, *part.others), (part.items, *part.own), strict=True)
    for share, (place, items) in zip(explained, places, strict=True):
        alone = np.outer(loadings[:, place], loadings[:, place])
        hierarchical = share_of_sum(model, matrices, items, alone)
        summed = hierarchical if fit.estimator != "WLSMV" else np.nan
        if answers is not None:
            summed = share_of_answers(model, matrices, items, alone, answers)
        total = share_of_sum(model, matrices, items, common)
        rows.append([total, hierarchical, summed, share / explained.sum()])
    return np.array(rows)


def _table(
    fit: Cfa, parts: list[_Structure], columns: tuple[Floats, Floats, Floats]
) -> pd.DataFrame:
    names = fit.fit.model.frame.factors
    index, counts, general = [], [], []
    for group, part in zip(fit.groups, parts, strict=True):
        index += [(group, names[place]) for place in (part.general, *part.others)]
        counts += [len(items) for items in (part.items, *part.own)]
        general += [True] + [False] * len(part.others)
    table = pd.DataFrame(
        {"general": general, "items": counts},
        index=pd.MultiIndex.from_tuples(index, names=["group", "factor"]),
    )
    found, low, high = columns
    for place, name in enumerate(_FIGURES):
        table[name] = found[:, place]
        table[f"{name}_low"], table[f"{name}_high"] = low[:, place], high[:, place]
    return table


def _puc(part: _Structure) -> float:
    """Return the share of pairs of items that have no group factor in common."""
    items = len(part.items)
    pairs = items * (items - 1) / 2
    return 1 - sum(len(own) * (len(own) - 1) / 2 for own in part.own) / pairs
