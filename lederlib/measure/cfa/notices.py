"""What the reader of a fit must know, as keys of phrases with their values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.estimates import filled_values
from lederlib.measure.cfa.fit import Fit, unidentified
from lederlib.measure.cfa.implied import whole
from lederlib.measure.cfa.ordered import OrderedSample, skipped_levels
from lederlib.measure.cfa.people import People
from lederlib.text import Lang, format_number, join_words, label

MOST_NAMED = 6
FEW_ANSWERS = 5
ALIKE = 0.99
CLOSE = 1e-6
NEGATIVE, SINGULAR = -1e-10, 1e-8
SPOILING = (
    "not_converged",
    "too_many",
    "unidentified",
    "heywood",
    "impossible_factors",
    "not_positive",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to know: a phrase of the area `cfa`, and what stands in it."""

    key: str
    names: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def spoils(self) -> bool:
        """Return whether the estimates cannot be used as they stand."""
        return self.key in SPOILING

    def to(self, lang: Lang) -> str:
        """Return the notice as a sentence."""
        shown = list(self.names[:MOST_NAMED])
        if len(self.names) > MOST_NAMED:
            more = len(self.names) - MOST_NAMED
            shown.append(label("cfa.more", lang, count=more))
        values = {
            name: format_number(count, lang, digits=0)
            for name, count in self.counts.items()
        }
        names = join_words(shown, lang)
        return label(f"cfa.{self.key}", lang, names=names, **values).strip()


def left_out(people: People) -> tuple[Notice, ...]:
    """Return a notice of the rows that were not used, if any."""
    if not people.left_out:
        return ()
    return (Notice(key="left_out", counts={"count": people.left_out}),)


def taken_as_numbers(people: People) -> tuple[Notice, ...]:
    """Return a notice of the items with few whole answers, fitted as if continuous."""
    few = [
        name
        for place, name in enumerate(people.items)
        if _few_whole(np.concatenate([part.values[:, place] for part in people.parts]))
    ]
    if not few or not people.n:
        return ()
    return (Notice(key="as_numbers", names=tuple(few)),)


def _few_whole(values: Floats) -> bool:
    answers = np.unique(values[~np.isnan(values)])
    return len(answers) <= FEW_ANSWERS and bool((answers == np.round(answers)).all())


def ordered_notices(
    samples: Sequence[OrderedSample], levels: Mapping[str, Floats]
) -> Iterator[Notice]:
    """Yield what the reader must know of ordered answers."""
    skipped = skipped_levels(levels)
    if skipped:
        yield Notice(key="skipped", names=skipped)
    empty = sum(sample.empty for sample in samples)
    if empty:
        yield Notice(key="empty", counts={"count": empty})
    alike = tuple(dict.fromkeys(pair for part in samples for pair in _alike(part)))
    if alike:
        yield Notice(key="alike", names=alike)
    odd = [s.name for s in samples if np.linalg.eigvalsh(s.cov)[0] <= 0]
    if odd:
        yield Notice(key="not_positive", names=tuple(name for name in odd if name))


def _alike(sample: OrderedSample) -> Iterator[str]:
    """Yield the pairs of ordered items whose responses are nearly the same."""
    close = np.triu(np.abs(sample.cov) > ALIKE, 1)
    for row, column in zip(*np.nonzero(close), strict=True):
        names = [sample.items[place] for place in (int(row), int(column))]
        if all(sample.levels[int(place)] is not None for place in (row, column)):
            yield " – ".join(names)


def fit_notices(fit: Fit) -> Iterator[Notice]:
    """Yield what is wrong with a fit."""
    if not fit.optimum.converged:
        yield Notice(key="not_converged", counts={"steps": fit.optimum.steps})
    if fit.test.df < 0:
        yield Notice(key="too_many", counts={"df": fit.test.df})
    most = fit.model.rules.most
    reached = most.weights @ fit.optimum.estimate > most.bounds - CLOSE
    if reached.any():
        bounds = tuple(most.texts[row] for row in np.flatnonzero(reached).tolist())
        yield Notice(key="binding", names=bounds)
    loose = unidentified(fit.curve, fit.space)
    if loose.any():
        chosen = [
            f"{cell.lhs} {cell.op} {cell.rhs}".strip()
            for cell, target in zip(fit.model.cells, fit.model.target, strict=True)
            if target >= 0 and loose[target] > 0.1  # noqa: PLR2004
        ]
        yield Notice(key="unidentified", names=tuple(dict.fromkeys(chosen)))
    negative = heywood(fit)
    if negative:
        yield Notice(key="heywood", names=tuple(dict.fromkeys(negative)))
    groups = impossible_factors(fit)
    if groups:
        yield Notice(key="impossible_factors", names=_group_names(fit, groups))


def _group_names(fit: Fit, groups: list[int]) -> tuple[str, ...]:
    return tuple(
        fit.samples[number].name for number in groups if fit.samples[number].name
    )


def heywood(fit: Fit) -> list[str]:
    """Return the items and factors whose variance is negative."""
    pairs = zip(
        fit.model.cells,
        filled_values(fit.model, fit.optimum.estimate),
        strict=True,
    )
    return [
        cell.lhs
        for cell, value in pairs
        if value < NEGATIVE and cell.op == "~~" and cell.lhs == cell.rhs
    ]


def impossible_factors(fit: Fit) -> list[int]:
    """Return the groups whose factors' covariances are not positive definite."""
    found = []
    for number in range(fit.model.frame.groups):
        matrices = fit.model.matrices(fit.optimum.estimate, number)
        factors = whole(fit.model, matrices).factors
        # A factor that a level does not name has only zeros there.
        named = np.flatnonzero(factors.any(axis=0))
        factors = factors[np.ix_(named, named)]
        spread = np.sqrt(np.abs(np.diag(factors)))
        if not spread.size or not spread.all():
            continue
        roots = np.linalg.eigvalsh(factors / np.outer(spread, spread))
        if roots[0] < SINGULAR:
            found.append(number)
    return found
