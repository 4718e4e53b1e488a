"""What a model is fitted to: each group's people, or their moments, checked once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np
import pandas as pd

from lederlib._checks import Floats, Ints, brief, nearest, require_known
from lederlib.measure.cfa.parameters import NOTHING, Frame, Given
from lederlib.measure.cfa.structure import raised_items
from lederlib.measure.cfa.syntax import Syntax
from lederlib.measure.item_matrix import (
    item_matrix,
    item_numbers,
    named_table,
    single_column,
)
from lederlib.measure.moments import Moments

MOST_ROUNDS = 20_000
ALIKE = 1e-10
#: Spreads further apart than this leave no digits for the narrower item.
MOST_APART = 1e6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """The answers of one group, and the rows of the table where they stand.

    `given` are those to predictors that all else is conditional on.
    """

    name: str
    rows: Ints
    values: Floats
    cluster: Ints
    weights: Floats = field(default_factory=lambda: np.zeros(0))
    given: Floats = field(default_factory=lambda: np.zeros((0, 0)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class People:
    """Answers by group, in the order in which the groups first appear.

    Attributes
    ----------
    items : tuple of str
        The columns.
    parts : tuple of Part
        One for each group.
    index : pandas.Index
        What the table calls its rows.
    left_out : int
        Rows that were not used: with a gap (or no answer at all, where gaps are
        allowed), or without a group or cluster.
    """

    items: tuple[str, ...]
    parts: tuple[Part, ...]
    index: pd.Index
    left_out: int

    @property
    def n(self) -> int:
        """Return the number of people in all groups."""
        return sum(len(part.values) for part in self.parts)


def read_people(
    data: pd.DataFrame,
    items: Sequence[str],
    *,
    group: str | None = None,
    cluster: str | None = None,
    gaps: bool = False,
    whole: Sequence[str] = (),
    weights: str | None = None,
) -> People:
    """Return the answers to the model's items; only those decide which rows are whole.

    Where gaps are allowed, items that are to be `whole` must be answered all the same.
    `weights` is a column of how many people each row stands for.

    Raises
    ------
    ValueError
        If a column is unknown, a cell is no number, nobody has a group or a cluster,
        an item does not vary in a group, or a group is too small.
    """
    table = named_table(data)
    for name in items:
        require_column(table, name)
    found = item_matrix(table[list(items)], fewest=1)
    missing = np.isnan(found.values)
    for name in (found.names[place] for place in np.flatnonzero(missing.all(axis=0))):
        msg = f"Item {name!r} must have answers; all {len(missing)} are missing."
        raise ValueError(msg)
    needed = [name in whole or not gaps for name in found.names]
    used = ~missing[:, needed].any(axis=1) & ~missing.all(axis=1)
    codes, names = _codes(table, group)
    clusters, _ = _codes(table, cluster)
    used &= (codes >= 0) & (clusters >= 0)
    parts = tuple(
        _part(
            found.values, clusters if cluster else None, used & (codes == place), name
        )
        for place, name in enumerate(names)
    )
    for part in parts:
        _require_people(part, items)
    if weights is not None:
        require_column(table, str(weights))
        parts = _weighted(parts, single_column(table, str(weights)), str(weights))
    return People(
        items=tuple(items),
        parts=parts,
        index=table.index,
        left_out=int((~used).sum()),
    )


def _weighted(
    parts: tuple[Part, ...], column: pd.Series, name: str
) -> tuple[Part, ...]:
    """Return the parts with weights that are 1 on average over everybody."""
    numbers = item_numbers(column, name)
    used = np.concatenate([numbers[part.rows] for part in parts])
    if not (used > 0).all():
        rows = np.concatenate([part.rows for part in parts])
        row = int(rows[np.flatnonzero(~(used > 0))[0]])
        msg = (
            f"sampling_weights must be numbers above 0; {name!r} has {numbers[row]:g} "
            f"in row {row + 1}."
        )
        raise ValueError(msg)
    return tuple(
        replace(part, weights=numbers[part.rows] / used.mean()) for part in parts
    )


def require_column(data: pd.DataFrame, name: str) -> None:
    """Raise unless the table has the column, naming the nearest that it has.

    Raises
    ------
    ValueError
        If it has not.
    """
    if name not in data.columns:
        known = [str(column) for column in data.columns]
        msg = (
            f"data has no column {name!r}; it has {', '.join(known[:20])}"
            f"{' …' if len(known) > 20 else ''}.{nearest(name, known)}"  # noqa: PLR2004
        )
        raise ValueError(msg)


def _codes(data: pd.DataFrame, column: str | None) -> tuple[Ints, list[str]]:
    if column is None:
        return np.zeros(len(data), dtype=np.int64), [""]
    require_column(data, str(column))
    codes, names = pd.factorize(single_column(data, str(column)), use_na_sentinel=True)
    if not len(names):
        msg = f"Column {column!r} must have values; all {len(data)} are missing."
        raise ValueError(msg)
    return np.asarray(codes), [str(name) for name in names]


def _part(
    values: Floats,
    clusters: Ints | None,
    chosen: "np.ndarray[tuple[int], np.dtype[np.bool_]]",
    name: str,
) -> Part:
    own = np.zeros(0, dtype=np.int64)
    if clusters is not None:
        own = np.asarray(pd.factorize(clusters[chosen])[0])
    rows = np.flatnonzero(chosen)
    return Part(name=name, rows=rows, values=values[rows], cluster=own)


def conditioned(people: People, names: Sequence[str]) -> tuple[People, Given]:
    """Return the people with predictors apart from the items, and their moments.

    Covariances are divided by n − 1, as in lavaan where all is conditional on them.
    """
    places = [people.items.index(name) for name in names]
    kept = [place for place in range(len(people.items)) if place not in places]
    parts = tuple(
        replace(part, values=part.values[:, kept], given=part.values[:, places])
        for part in people.parts
    )
    items = tuple(people.items[place] for place in kept)
    mean = np.array([part.given.mean(axis=0) for part in parts])
    apart = [part.given - level for part, level in zip(parts, mean, strict=True)]
    cov = np.array([own.T @ own / (len(own) - 1) for own in apart])
    found = Given(names=tuple(names), mean=mean, cov=cov)
    return replace(people, items=items, parts=parts), found


def where(part: Part) -> str:
    """Return ' in group …', or nothing where there is one group."""
    return f" in group {part.name!r}" if part.name else ""


def _require_people(part: Part, items: Sequence[str]) -> None:
    people = len(part.values)
    if people <= len(items):
        msg = (
            f"There must be more people than items{where(part)}; got {people} with "
            f"usable answers to {len(items)} items."
        )
        raise ValueError(msg)
    for item, column in zip(items, part.values.T, strict=True):
        given = column[~np.isnan(column)]
        if given.size < 2 or (given == given[0]).all():  # noqa: PLR2004
            what = f"every answer is {given[0]:g}" if given.size else "all are missing"
            msg = f"Item {item!r} must vary{where(part)}; {what}."
            raise ValueError(msg)
    _require_pairs(part, items)
    if part.cluster.size and part.cluster.max() < 1:
        msg = f"cluster must have at least 2 clusters{where(part)}; got 1."
        raise ValueError(msg)


def _require_pairs(part: Part, items: Sequence[str]) -> None:
    """Raise if nobody answered some two items both: nothing tells how they go together.

    lavaan fits such answers, with a warning and a covariance that it made up.
    """
    seen = (~np.isnan(part.values)).astype(float)
    apart = np.argwhere(np.triu(seen.T @ seen < 1))
    if len(apart):
        one, other = (items[place] for place in apart[0].tolist())
        msg = (
            f"Items {one!r} and {other!r} must have been answered both by somebody"
            f"{where(part)}; nobody did, so their covariance is unknown. "
            "Leave one of them out."
        )
        raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pattern:
    """People who answered the same items.

    Attributes
    ----------
    seen : numpy.ndarray of int
        Places of the items that they answered.
    people : numpy.ndarray of int
        Their rows; none where only moments are known.
    n : float
        How many they are; the sum of their weights, where they have them.
    mean, cov : numpy.ndarray
        Means and covariances (divided by n) of the items that they answered.
    """

    seen: Ints
    people: Ints
    n: float
    mean: Floats
    cov: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sample:
    """One group.

    Attributes
    ----------
    name : str
        The group's value, '' where there is one group.
    n : int
        People.
    mean, cov : numpy.ndarray
        Most likely means and covariances (divided by n) of the items.
    patterns : tuple of Pattern
        Its people by which items they answered; one pattern without gaps.
    values : numpy.ndarray, shape (people, items)
        Answers, NaN where one is missing; no rows where only moments are known.
    cluster : numpy.ndarray of int, shape (people,)
        Number of the cluster that each belongs to; empty where there are none.
    weights : numpy.ndarray, shape (people,)
        How many people each stands for, 1 on average; empty where there are none.
    """

    name: str
    n: int
    mean: Floats
    cov: Floats
    patterns: tuple[Pattern, ...]
    values: Floats
    cluster: Ints
    weights: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def size(self) -> float:
        """Return the number of people, or the sum of their weights."""
        return sum(part.n for part in self.patterns)


class Counted(Protocol):
    """Anything that counts its people."""

    @property
    def size(self) -> float:
        """People, or the sum of their weights."""


def shares(samples: Sequence[Counted]) -> Floats:
    """Return each group's share of the people."""
    sizes = np.array([sample.size for sample in samples], dtype=float)
    return np.asarray(sizes / sizes.sum())


def sample_of(
    values: Floats,
    *,
    name: str = "",
    cluster: Ints | None = None,
    weights: Floats | None = None,
) -> Sample:
    """Return one group of answers, with its most likely moments."""
    own = np.zeros(0) if weights is None else weights
    patterns = tuple(_patterns(values, own if own.size else np.ones(len(values))))
    if len(patterns) == 1:
        mean, cov = patterns[0].mean, patterns[0].cov
    else:
        mean, cov = most_likely_moments(values, patterns)
    return Sample(
        name=name,
        n=len(values),
        mean=mean,
        cov=cov,
        patterns=patterns,
        values=values,
        cluster=np.zeros(0, dtype=np.int64) if cluster is None else cluster,
        weights=own,
    )


def sample_of_moments(mean: Floats, cov: Floats, n: float, *, name: str = "") -> Sample:
    """Return a group of which only means and covariances (divided by n) are known."""
    none = np.zeros(0, dtype=np.int64)
    pattern = Pattern(seen=np.arange(len(mean)), people=none, n=n, mean=mean, cov=cov)
    return Sample(
        name=name,
        n=int(n),
        mean=mean,
        cov=cov,
        patterns=(pattern,),
        values=np.zeros((0, len(mean))),
        cluster=none,
    )


def _patterns(values: Floats, weights: Floats) -> Iterator[Pattern]:
    seen = ~np.isnan(values)
    if seen.all():
        everyone, items = (np.arange(size) for size in values.shape)
        yield _pattern(values, weights, everyone, items)
        return
    kinds, which = np.unique(seen, axis=0, return_inverse=True)
    for number, kind in enumerate(kinds):
        people = np.flatnonzero(which.ravel() == number)
        yield _pattern(values, weights, people, np.flatnonzero(kind))


def _pattern(values: Floats, weights: Floats, people: Ints, seen: Ints) -> Pattern:
    part, own = values[np.ix_(people, seen)], weights[people]
    n = float(own.sum())
    mean = own @ part / n
    centred = part - mean
    cov = (centred.T * own) @ centred / n
    return Pattern(seen=seen, people=people, n=n, mean=mean, cov=cov)


def most_likely_moments(
    values: Floats, patterns: Sequence[Pattern]
) -> tuple[Floats, Floats]:
    """Return the most likely means and covariances of answers with gaps, by EM."""
    mean, spread = np.nanmean(values, axis=0), np.nanvar(values, axis=0)
    cov = np.diag(spread)
    size = sum(part.n for part in patterns)
    for _ in range(MOST_ROUNDS):
        new_mean, new_cov = _round(mean, cov, patterns, size)
        moved = np.abs(new_cov - cov).max() + np.abs(new_mean - mean).max()
        mean, cov = new_mean, new_cov
        if moved < ALIKE * spread.max():
            break
    return mean, cov


def _round(
    mean: Floats, cov: Floats, patterns: Sequence[Pattern], people: float
) -> tuple[Floats, Floats]:
    """Return the moments after each gap is filled in as the present ones expect it."""
    total, products = np.zeros_like(mean), np.zeros_like(cov)
    for part in patterns:
        seen = part.seen
        weights = np.linalg.solve(cov[np.ix_(seen, seen)], cov[seen]).T
        filled = mean + weights @ (part.mean - mean[seen])
        left = cov - weights @ cov[seen]
        total += part.n * filled
        products += part.n * (
            weights @ part.cov @ weights.T + left + np.outer(filled, filled)
        )
    mean = total / people
    return mean, products / people - np.outer(mean, mean)


def require_positive(cov: Floats, items: Sequence[str], place: str) -> None:
    """Raise unless the covariances are those of items that are not sums of others.

    Raises
    ------
    ValueError
        If an item is constant, on another scale by far, or computed from others.
    """
    spread = np.sqrt(np.diag(cov))
    for item, size in zip(items, spread, strict=True):
        if not size > 0:
            msg = f"Item {item!r} must vary{place}; every answer is the same."
            raise ValueError(msg)
    wide, slim = int(spread.argmax()), int(spread.argmin())
    if spread[wide] > MOST_APART * spread[slim]:
        msg = (
            f"The items' spreads{place} must lie within a factor of {MOST_APART:g}; "
            f"{items[wide]!r} has {spread[wide]:.1g} and {items[slim]!r} "
            f"{spread[slim]:.1g}. Count one of them in another unit."
        )
        raise ValueError(msg)
    roots, vectors = np.linalg.eigh(cov / np.outer(spread, spread))
    if roots[0] < 1e-10 * len(items):
        places = np.flatnonzero(np.abs(vectors[:, 0]) > 1e-3)  # noqa: PLR2004
        tied = ", ".join(repr(items[place]) for place in places.tolist())
        msg = (
            f"The items' covariances{place} must be positive definite, but {tied} "
            f"determine each other (smallest eigenvalue of the correlations "
            f"{roots[0]:.1e}); leave one of them out."
        )
        raise ValueError(msg)


def frame_of(
    syntax: Syntax,
    people: People,
    levels: Mapping[str, Floats] | None = None,
    *,
    means: bool = True,
    std_lv: bool = False,
    marked: frozenset[str] = frozenset(),
    theta: bool = False,
    given: Given = NOTHING,
    orthogonal: bool = False,
    equal: tuple[str, ...] = (),
) -> Frame:
    """Return what a model of people is about: `levels` are those of ordered items."""
    spoken = any(term.op == "~1" for term in syntax.terms)
    return Frame(
        items=people.items,
        factors=syntax.factors(),
        groups=max(len(people.parts), 1),
        means=means or spoken,
        std_lv=std_lv,
        marked=marked,
        levels={name: len(answers) for name, answers in (levels or {}).items()},
        theta=theta,
        raised=raised_items(syntax),
        exogenous=syntax.exogenous(),
        given=given,
        orthogonal=orthogonal,
        equal=equal,
    )


def given_moments(
    names: Sequence[str], items: Sequence[str], samples: Sequence[Sample]
) -> Given:
    """Return the moments of predictors that are taken as they are."""
    places = [items.index(name) for name in names]
    return Given(
        names=tuple(names),
        mean=np.array([sample.mean[places] for sample in samples]),
        cov=np.array([sample.cov[np.ix_(places, places)] for sample in samples]),
    )


def likelihood_samples(people: People) -> tuple[Sample, ...]:
    """Return each group's moments.

    Raises
    ------
    ValueError
        If a group's covariances are not positive definite.
    """
    samples = tuple(_likely_sample(part, people.items) for part in people.parts)
    for part, sample in zip(people.parts, samples, strict=True):
        require_positive(sample.cov, people.items, where(part))
    return samples


def _likely_sample(part: Part, items: Sequence[str]) -> Sample:
    """Return a group's moments, or raise where with gaps they cannot be sought."""
    try:
        return sample_of(
            part.values, name=part.name, cluster=part.cluster, weights=part.weights
        )
    except np.linalg.LinAlgError:
        whole = part.values[~np.isnan(part.values).any(axis=1)]
        if len(whole) > len(items):
            require_positive(np.cov(whole.T), items, where(part))
        msg = (
            f"The items' covariances{where(part)} must be positive definite, but some "
            f"items determine others; leave one of them out."
        )
        raise ValueError(msg) from None


#: Moments of everybody, or of each group by its name.
Known = Moments | Mapping[str, Moments]


def known_people(data: Known, items: Sequence[str]) -> People:
    """Return groups of whom no answers are known, only how many were left out."""
    nobody, no_rows = np.zeros((0, len(items))), np.zeros(0, dtype=np.int64)
    parts = tuple(
        Part(name=name, rows=no_rows, values=nobody, cluster=no_rows)
        for name in _by_group(data)
    )
    dropped = sum(moments.dropped for moments in _by_group(data).values())
    return People(
        items=tuple(items), parts=parts, index=pd.RangeIndex(0), left_out=dropped
    )


def known_samples(data: Known, people: People) -> tuple[Sample, ...]:
    """Return each group's moments of the model's items, divided by n.

    Raises
    ------
    ValueError
        If the moments lack an item, or a group's covariances are not positive definite.
    """
    held = _by_group(data)
    return tuple(
        _known_sample(held[part.name], part, people.items) for part in people.parts
    )


def require_known_options(
    estimator: str, *, full: bool, group: str | None, cluster: str | None
) -> None:
    """Raise unless moments are enough for what is asked.

    Raises
    ------
    ValueError
        If answers are needed.
    """
    if estimator != "ML" or full or cluster is not None:
        msg = "Moments serve the estimator ML without gaps or clusters only."
        raise ValueError(msg)
    if group is not None:
        msg = f"group must be None where moments come by group already; got {group!r}."
        raise ValueError(msg)


def _known_sample(moments: Moments, part: Part, items: Sequence[str]) -> Sample:
    for item in items:
        require_known(item, moments.names, name=f"model's items{where(part)}")
    if moments.n <= len(items):
        msg = (
            f"There must be more people than items{where(part)}; got {moments.n} "
            f"with {len(items)} items."
        )
        raise ValueError(msg)
    places = [moments.names.index(item) for item in items]
    share = (moments.n - 1) / moments.n
    cov = moments.covariance[np.ix_(places, places)] * share
    require_positive(cov, items, where(part))
    return sample_of_moments(moments.mean[places], cov, moments.n, name=part.name)


def _by_group(data: Known) -> dict[str, Moments]:
    if isinstance(data, Moments):
        return {"": data}
    for name, moments in data.items():
        if not isinstance(moments, Moments):
            msg = (
                f"data must hold Moments by group; group {name!r} has {brief(moments)}."
            )
            raise ValueError(msg)
    return {str(name): moments for name, moments in data.items()}
