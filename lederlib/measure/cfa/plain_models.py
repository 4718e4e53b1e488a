"""The two models that every other lies between: everything related, and nothing."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.layout import Model, build_model
from lederlib.measure.cfa.syntax import Syntax, Term
from lederlib.measure.cfa.table import parameter_table


def saturated_model(frame: Frame) -> Model:
    """Return the model in which all items covary as they do."""
    terms = [
        Term(lhs=first, op="~~", rhs=second, modifiers=())
        for first, second in combinations(frame.items, 2)
    ]
    return _plain(frame, terms)


def independence_model(frame: Frame) -> Model:
    """Return the model in which no two items covary."""
    return _plain(frame, [])


def _plain(frame: Frame, terms: Sequence[Term]) -> Model:
    bare = replace(frame, factors=(), std_lv=False)
    cells = parameter_table(Syntax(terms=tuple(terms), ties=()), bare)
    return build_model(bare, cells)


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
