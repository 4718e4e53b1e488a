"""What a measurement model is about and fitted to, made from answers."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from lederlib._checks import Floats, require_known
from lederlib.measure.cfa.notices import Notice
from lederlib.measure.cfa.ordered import (
    OrderedSample,
    levels_of,
    skipped_levels,
)
from lederlib.measure.cfa.parameters import Frame
from lederlib.measure.cfa.people import People, where
from lederlib.measure.cfa.sample import Sample, require_positive, sample_of
from lederlib.measure.cfa.syntax import Syntax

ALIKE = 0.99


def likelihood_frame(
    syntax: Syntax, people: People, *, means: bool, std_lv: bool
) -> Frame:
    """Return what a model for maximum likelihood is about."""
    spoken = any(term.op == "~1" for term in syntax.terms)
    return Frame(
        items=people.items,
        factors=syntax.factors(),
        groups=max(len(people.parts), 1),
        means=means or spoken,
        std_lv=std_lv,
        levels={},
    )


def likelihood_samples(people: People) -> tuple[Sample, ...]:
    """Return each group's moments.

    Raises
    ------
    ValueError
        If a group's covariances are not positive definite.
    """
    samples = tuple(
        sample_of(part.values, name=part.name, cluster=part.cluster)
        for part in people.parts
    )
    for part, sample in zip(people.parts, samples, strict=True):
        require_positive(sample.cov, people.items, where(part))
    return samples


def ordered_levels(people: People, ordered: Sequence[str] | None) -> dict[str, Floats]:
    """Return what each ordered item can be answered by: all items unless told.

    Raises
    ------
    ValueError
        If `ordered` names an item that the model has not.
    """
    for name in ordered or ():
        require_known(name, people.items, name="ordered")
    return levels_of(people, people.items if ordered is None else ordered)


def ordered_frame(
    syntax: Syntax,
    people: People,
    levels: Mapping[str, Floats],
    *,
    std_lv: bool,
    theta: bool = False,
) -> Frame:
    """Return what a model of ordered answers is about."""
    return Frame(
        items=people.items,
        factors=syntax.factors(),
        groups=len(people.parts),
        means=True,
        std_lv=std_lv,
        levels={name: len(answers) for name, answers in levels.items()},
        theta=theta,
    )


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


def left_out(people: People) -> tuple[Notice, ...]:
    """Return a notice of the rows that were not used, if any."""
    if not people.left_out:
        return ()
    return (Notice(key="left_out", counts={"count": people.left_out}),)
