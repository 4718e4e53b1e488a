"""Ordered answers as thresholds and correlations, with how sure each of them is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints, require_known, require_names
from lederlib.measure.cfa.mixed import mixed_moments
from lederlib.measure.cfa.people import Part, People, where
from lederlib.measure.correlations.ordinal import ordinal_moments

MOST_LEVELS = 20


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrderedSample:
    """One group of answers of which some or all are ordered.

    Attributes
    ----------
    name : str
        The group's value, '' where there is one group.
    items : tuple of str
        The items.
    n : int
        People.
    mean, cov : numpy.ndarray
        Of the responses behind ordered items 0 and correlations, of other items their
        means and covariances.
    thresholds : numpy.ndarray, shape (items, most thresholds)
        NaN beyond an item's own.
    statistics : numpy.ndarray
        Thresholds item by item, means and variances of the items that are not ordered,
        and the covariances of pairs: (0, 1), (0, 2), …, (1, 2), ….
    gamma : numpy.ndarray
        Asymptotic covariance of √n times the statistics; of people in clusters, by
        clusters.
    levels : tuple of numpy.ndarray or None
        The answers that each item can have; None for an item that is not ordered.
    empty : int
        Pairs of ordered items with a combination of answers that nobody gave.
    """

    name: str
    items: tuple[str, ...]
    n: int
    mean: Floats
    cov: Floats
    thresholds: Floats
    statistics: Floats
    gamma: Floats
    levels: tuple[Floats | None, ...]
    empty: int

    @property
    def size(self) -> float:
        """Return the number of people."""
        return float(self.n)

    @property
    def weights(self) -> Floats:
        """Return the weight of each statistic: one through its variance."""
        return np.asarray(1 / np.diag(self.gamma))


def ordered_levels(people: People, ordered: Sequence[str] | None) -> dict[str, Floats]:
    """Return the answers that each ordered item can have, from all groups.

    All items are ordered unless told.

    Raises
    ------
    ValueError
        If `ordered` names an item that the model has not, an item has more than 20
        answers, or a group lacks one of them.
    """
    for name in () if ordered is None else require_names(ordered, name="ordered"):
        require_known(name, people.items, name="ordered")
    chosen = people.items if ordered is None else ordered
    found = {}
    for name in (item for item in people.items if item in chosen):
        place = people.items.index(name)
        given = np.concatenate([part.values[:, place] for part in people.parts])
        answers = np.unique(given[~np.isnan(given)])
        if len(answers) > MOST_LEVELS:
            msg = (
                f"Item {name!r} must have at most {MOST_LEVELS} different answers to "
                f"be ordered; it has {len(answers)}. Leave it out of ordered."
            )
            raise ValueError(msg)
        for part in people.parts:
            _require_levels(part, name, np.setdiff1d(answers, part.values[:, place]))
        found[name] = answers
    return found


def _require_levels(part: Part, name: str, lacking: Floats) -> None:
    if lacking.size:
        msg = (
            f"Item {name!r} must have each of its answers{where(part)}; nobody there "
            f"gave {lacking[0]:g}. Join it with a neighbour first."
        )
        raise ValueError(msg)


def skipped_levels(levels: Mapping[str, Floats]) -> tuple[str, ...]:
    """Return the items that are answered in whole numbers of which some never occur."""
    return tuple(
        name
        for name, answers in levels.items()
        if (answers == np.round(answers)).all() and np.ptp(answers) + 1 > len(answers)
    )


def ordered_sample(
    part: Part, items: Sequence[str], levels: Mapping[str, Floats]
) -> OrderedSample:
    """Return one group's thresholds and correlations."""
    columns = {name: part.values[:, items.index(name)] for name in levels}
    codes = {
        items.index(name): np.where(
            np.isnan(columns[name]), -1, np.searchsorted(answers, columns[name])
        )
        for name, answers in levels.items()
    }
    counts = {items.index(name): len(answers) for name, answers in levels.items()}
    answers = tuple(levels.get(name) for name in items)
    if len(codes) < len(items) or part.given.size or np.isnan(part.values).any():
        return _mixed(part, tuple(items), (codes, counts), answers)
    table = np.column_stack([codes[place] for place in range(len(items))])
    categories = [counts[place] for place in range(len(items))]
    found = ordinal_moments(table, categories=categories, names=items)
    return OrderedSample(
        name=part.name,
        items=tuple(items),
        n=len(table),
        mean=np.zeros(len(items)),
        cov=found.correlations,
        thresholds=_padded(found.thresholds),
        statistics=found.statistics,
        gamma=spread_of_statistics(found.require_influence(), part.cluster),
        levels=answers,
        empty=int((np.triu(found.empty_cells, 1) > 0).sum()),
    )


def _mixed(
    part: Part,
    items: tuple[str, ...],
    coded: tuple[Mapping[int, Ints], Mapping[int, int]],
    levels: tuple[Floats | None, ...],
) -> OrderedSample:
    given = part.given if part.given.size else None
    found = mixed_moments(part.values, *coded, given)
    people = len(part.values)
    return OrderedSample(
        name=part.name,
        items=items,
        n=people,
        mean=found.mean,
        cov=found.cov,
        thresholds=_padded(found.thresholds),
        statistics=found.statistics,
        gamma=spread_of_statistics(found.influence, part.cluster),
        levels=levels,
        empty=found.empty,
    )


def spread_of_statistics(influence: Floats, cluster: Ints) -> Floats:
    """Return the covariance of √n times statistics, from what moves each of them.

    People of one cluster (a number each; none where there are no clusters) count
    together, so that they need not be independent. With C clusters and n people it is
    multiplied by C / (C − 1) × (n − 1) / n, which is 1 where everyone is alone.
    """
    people = len(influence)
    if not cluster.size:
        return np.asarray(influence.T @ influence / people)
    count = int(cluster.max()) + 1
    sums = np.zeros((count, influence.shape[1]))
    np.add.at(sums, cluster, influence)
    share = count / (count - 1) * (people - 1) / people
    return np.asarray(sums.T @ sums * share / people)


def _padded(rows: Sequence[Floats]) -> Floats:
    table = np.full((len(rows), max(len(row) for row in rows)), np.nan)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return table
