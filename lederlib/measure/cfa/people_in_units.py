"""Fit a model of two levels to a table of people in units."""

from collections.abc import Iterator

import pandas as pd

from lederlib.measure.cfa.estimates import estimate_table
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.indices import Indices, plain_indices
from lederlib.measure.cfa.notices import Notice, fit_notices, left_out
from lederlib.measure.cfa.options import Options
from lederlib.measure.cfa.people import read_people
from lederlib.measure.cfa.result import Cfa
from lederlib.measure.cfa.two_level import read_levels
from lederlib.measure.cfa.two_level_fit import Units, fit_levels
from lederlib.measure.cfa.unit_moments import unit_moments

_ALLOWED = {
    "estimator": "ML",
    "missing": "listwise",
    "group": None,
    "ordered": None,
    "group_equal": (),
    "sampling_weights": None,
}


def level_cfa(model: str, data: pd.DataFrame, options: Options) -> Cfa:
    """Return the fit of a model of two levels.

    Parameters
    ----------
    model : str
        A block ``level: 1`` and a block ``level: 2``, each in the language of `cfa`.
    data : pandas.DataFrame
        Answers, a row a person.
    options : Options
        The column of units, and how factors are scaled and related.

    Raises
    ------
    ValueError
        If the model cannot be read, or the people or units do not suit it.
    """
    levels = read_levels(model)
    people = read_people(data, levels.items, cluster=options.cluster)
    fit, units = fit_levels(
        levels,
        unit_moments(people.parts[0], levels),
        std_lv=options.std_lv,
        orthogonal=options.orthogonal,
    )
    return Cfa(
        estimator="ML",
        plain=plain_indices(fit.test, fit.base, fit.people, 1),
        scaled=Indices(),
        robust=Indices(),
        srmr=units.srmr_within + units.srmr_between,
        estimates=estimate_table(fit),
        notices=(*left_out(people), *_notices(fit, units)),
        fit=fit,
        people=people,
        units=units,
    )


def _notices(fit: Fit, units: Units) -> Iterator[Notice]:
    if units.at_edge:
        yield Notice(key="at_edge")
    yield from fit_notices(fit)


def require_level_options(options: Options) -> Options:
    """Return the options, or raise unless they suit a model of levels.

    Raises
    ------
    ValueError
        If they do not.
    """
    if options.cluster is None:
        msg = (
            "A model of levels needs cluster, the column that tells which unit each "
            "person belongs to."
        )
        raise ValueError(msg)
    for name, allowed in _ALLOWED.items():
        value = getattr(options, name)
        if value != allowed:
            msg = f"A model of levels takes {name}={allowed!r} only; got {value!r}."
            raise ValueError(msg)
    return options
