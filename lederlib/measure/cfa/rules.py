"""What a model asks of its labels: sums that are equal or less, and figures."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from lederlib._checks import Floats, nearest
from lederlib.measure.cfa.expression import NAME, Expression, Limit, read_expression
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.parameters import Cell
from lederlib.measure.cfa.space import NEGLIGIBLE, Rows, Rules, contradict
from lederlib.measure.cfa.syntax import Syntax


def make_rules(model: Model, named: Sequence[Cell], syntax: Syntax) -> Rules:
    """Return what a model asks of the labels of its parameters.

    Parameters
    ----------
    model : Model
        The model.
    named : sequence of Cell
        Its parameters in the same order, with the labels as they were written.
    syntax : Syntax
        What was written.

    Raises
    ------
    ValueError
        If a label is unknown, a constraint is no sum of labels, or nothing can fulfil
        them all.
    """
    places = reversed(list(enumerate(named)))
    labels = {cell.label: place for place, cell in places if cell.label}
    for name, expression in syntax.defined.items():
        _require_labels(expression, {**labels, **syntax.defined}, f"{name!r}")
    equal = _rows(model, labels, syntax, "==")
    most = _rows(model, labels, syntax, "<")
    rules = Rules(equal=equal, most=most, labels=labels, defined=syntax.defined)
    rules.space()
    if rules.nearest(np.zeros(model.estimates)) is None:
        contradict((*equal.texts, *most.texts))
    return rules


def ruled(model: Model, named: Sequence[Cell], syntax: Syntax) -> Model:
    """Return the model with what it asks of its labels."""
    return replace(model, rules=make_rules(model, named, syntax))


def _rows(model: Model, labels: Mapping[str, int], syntax: Syntax, op: str) -> Rows:
    rows = [
        (*_row(model, labels, limit, syntax), limit.text)
        for limit in syntax.limits
        if limit.op == op
    ]
    for weights, bound, text in rows:
        if not weights.any() and (abs(bound) if op == "==" else -bound) > NEGLIGIBLE:
            contradict((text,))
    kept = [row for row in rows if row[0].any()]
    return Rows(
        weights=np.array([row[0] for row in kept]).reshape(-1, model.estimates),
        bounds=np.array([row[1] for row in kept]),
        texts=tuple(row[2] for row in kept),
    )


def _row(
    model: Model, labels: Mapping[str, int], limit: Limit, syntax: Syntax
) -> tuple[Floats, float]:
    """Return a constraint as weights of the estimates and a bound."""
    text = f"({limit.left.text}) - ({limit.right.text})"
    for name, expression in reversed(syntax.defined.items()):
        text = _with(text, name, expression.text)
    whole = read_expression(text)
    _require_labels(whole, labels, f"{limit.text!r}")
    linear = whole.linear()
    if linear is None:
        msg = f"A constraint must compare sums of labels; got {limit.text!r}."
        raise ValueError(msg)
    weights, bound = np.zeros(model.estimates), -linear[1]
    for name, weight in linear[0].items():
        place = labels[name]
        if model.target[place] >= 0:
            weights[model.target[place]] += weight
        else:
            bound -= weight * model.fixed[place]
    return weights, bound


def _with(text: str, name: str, instead: str) -> str:
    """Return a calculation with one name worked out."""
    return NAME.sub(
        lambda word: f"({instead})" if word.group() == name else word.group(), text
    )


def _require_labels(
    expression: Expression, known: Mapping[str, object], where: str
) -> None:
    for name in expression.names:
        if name not in known:
            msg = (
                f"model uses the label {name!r} in {where}, which no parameter has."
                f"{nearest(name, known)}"
            )
            raise ValueError(msg)
