"""Moments that are known without the answers, of everybody or of each group."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from lederlib._checks import brief, require_known
from lederlib.measure.cfa.people import Part, People, where
from lederlib.measure.cfa.sample import Sample, require_positive, sample_of_moments
from lederlib.measure.moments import Moments

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
