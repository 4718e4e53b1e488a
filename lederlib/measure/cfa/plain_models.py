"""The models without factors: all items covary, or no two of them do."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.matrices import Model, build_model
from lederlib.measure.cfa.parameter_table import parameter_table
from lederlib.measure.cfa.syntax import Syntax, Term


def plain_model(frame: Frame, *, related: bool) -> Model:
    """Return a model without factors, in which all items covary or no two of them do.

    Every other model lies between these two. Exogenous items covary in both.
    """
    pairs = combinations(frame.items if related else frame.exogenous, 2)
    terms = tuple(
        Term(lhs=one, op="~~", rhs=other, modifiers=())
        for one, other in pairs
        if not {one, other} <= set(frame.given.names)
    )
    bare = replace(
        frame, factors=(), raised=(), std_lv=False, marked=frozenset(), equal=()
    )
    return build_model(bare, parameter_table(Syntax(terms=terms, ties=()), bare))


def at_moments(model: Model, moments: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return the estimates of a plain model that give these means and covariances."""
    estimate = np.zeros(model.estimates)
    for cell, target in zip(model.cells, model.target, strict=True):
        mean, cov = moments[cell.group]
        if target >= 0 and cell.matrix == "residuals":
            estimate[target] = cov[cell.row, cell.column]
        elif target >= 0:
            estimate[target] = mean[cell.row]
    return estimate
