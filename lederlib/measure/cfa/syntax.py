"""Read a model written as in R's lavaan.

A line is one of::

    factor =~ item + item          measured by (items, or other factors)
    y ~ x + factor                 regression, of items or factors on others
    a ~~ b                         variance or covariance
    item ~ 1                       intercept, or a factor's mean
    item | t1 + t2                 thresholds of an ordered item
    item ~*~ item                  scale of an ordered item's latent response
    label == label                 the two are equal (or a label and a number)
    label == label + 2 * label     a sum of labels; likewise with < and >
    name := label * label          a figure worked out from labels

A name that is no plain word stands between backticks; columns called by whole numbers
may go without. It may be preceded by ``number*`` (fixed), ``NA*`` (free), ``label*``
(equal labels are equal parameters) or ``start(number)*``; ``c(…)*`` gives one of these
per group.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from lederlib.measure.cfa.expression import (
    Expression,
    Limit,
    in_order,
    read_expression,
    read_limit,
)
from lederlib.measure.cfa.modifiers import NAME, NUMBER, Modifier, read_modifier

OPERATORS = re.compile(r"=~|~\*~|~~|==|:=|\||~|<|>")
#: What a measurement model is made of, and what else a structural one has.
MEASURED = ("=~", "~~", "~1", "|", "~*~", "==")
DERIVED = (":=", "<", ">")
STRUCTURAL = ("~",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One parameter of the model, with modifiers for all groups or one per group."""

    lhs: str
    op: str
    rhs: str
    modifiers: tuple[tuple[Modifier, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Syntax:
    """A model as it was written.

    Attributes
    ----------
    terms : tuple of Term
        Its parameters.
    ties : tuple of (label, label or number)
        Labels that are the same or have a value.
    limits : tuple of Limit
        What else labels must fulfil.
    defined : mapping of str to Expression
        What is worked out from labels, each after what it uses.
    """

    terms: tuple[Term, ...]
    ties: tuple[tuple[str, str | float], ...] = ()
    limits: tuple[Limit, ...] = ()
    defined: dict[str, Expression] = field(default_factory=dict)

    def factors(self) -> tuple[str, ...]:
        """Return the factors in the order in which they are first measured."""
        return tuple(dict.fromkeys(term.lhs for term in self.terms if term.op == "=~"))

    def outcomes(self) -> tuple[str, ...]:
        """Return what regressions are of, items and factors."""
        return tuple(dict.fromkeys(term.lhs for term in self.terms if term.op == "~"))

    def predictors(self) -> tuple[str, ...]:
        """Return what regressions are on, items and factors."""
        return tuple(dict.fromkeys(term.rhs for term in self.terms if term.op == "~"))

    def exogenous(self) -> tuple[str, ...]:
        """Return the observed predictors of which the model says nothing else."""
        told = {term.lhs for term in self.terms if term.op in ("~", "~~", "~1")}
        told |= {term.rhs for term in self.terms if term.op in ("=~", "~~")}
        told |= set(self.factors())
        return tuple(name for name in self.predictors() if name not in told)

    def items(self) -> tuple[str, ...]:
        """Return the observed variables: indicators, outcomes, predictors, others."""
        measured = [term.rhs for term in self.terms if term.op == "=~"]
        others = [term.lhs for term in self.terms] + [
            term.rhs for term in self.terms if term.op == "~~"
        ]
        names = [*measured, *self.outcomes(), *self.predictors(), *others]
        factors = set(self.factors())
        return tuple(name for name in dict.fromkeys(names) if name not in factors)


def read_syntax(
    model: str,
    allowed: tuple[str, ...] = MEASURED,
    enough: tuple[str, ...] = ("=~", "~"),
) -> Syntax:
    """Return what a model written in lavaan's language says.

    Parameters
    ----------
    model : str
        The model.
    allowed : tuple of str
        The operators that it may have; those of a measurement model unless told.
    enough : tuple of str
        The operators of which it must have one, so far as they are allowed.

    Raises
    ------
    ValueError
        If the model is empty, measures no factor where it may have no regressions, or
        a line cannot be read.

    Examples
    --------
    >>> read_syntax("trivsel =~ 1*ro + støtte").items()
    ('ro', 'støtte')
    """
    if not isinstance(model, str):
        msg = f"model must be a text such as 'f =~ y1 + y2 + y3'; got {model!r:.60}."
        raise ValueError(msg)
    terms: list[Term] = []
    limits: list[Limit] = []
    defined: dict[str, Expression] = {}
    for line in _statements(model):
        lhs, op, rhs = _split(line, allowed)
        if op in ("==", "<", ">"):
            limits.append(read_limit(lhs, op, rhs, line))
        elif op == ":=":
            _define(defined, _name(lhs, line), rhs, line)
        else:
            terms.extend(_terms(lhs, op, rhs, line, allowed))
    _require_content(terms, model, {*enough} & {*allowed})
    _require_single(terms)
    ties = {limit: _tie(limit, defined) for limit in limits}
    sums = tuple(limit for limit, tie in ties.items() if tie is None)
    if "<" not in allowed and sums:
        msg = (
            "A constraint must tie a label to a label or a number; got "
            f"{sums[0].text!r}."
        )
        raise ValueError(msg)
    return Syntax(
        terms=tuple(terms),
        ties=tuple(tie for tie in ties.values() if tie is not None),
        limits=sums,
        defined=in_order(defined),
    )


def _require_content(terms: Sequence[Term], model: str, wanted: set[str]) -> None:
    if any(term.op in wanted for term in terms):
        return
    example = "'f =~ y1 + y2 + y3'"
    if "~" in wanted:
        msg = (
            f"model must have a regression, as in 'y ~ x', or measure a factor, as in "
            f"{example}; got {model!r:.60}."
        )
    else:
        msg = f"model must measure a factor, as in {example}; got {model!r:.60}."
    raise ValueError(msg)


def _statements(model: str) -> Iterator[str]:
    """Yield the statements, each with its continued lines."""
    held = ""
    lines = re.sub(r"[#!][^\n]*", "", model).replace(";", "\n").splitlines()
    for line in (line.strip() for line in lines):
        if held and OPERATORS.search(line) and not held.endswith(("+", "~", "*", ",")):
            yield held
            held = ""
        held = f"{held} {line}".strip()
    if held:
        yield held


def _split(line: str, allowed: tuple[str, ...]) -> tuple[str, str, str]:
    found = OPERATORS.search(line)
    if found is None or found.group() not in (*allowed, "~"):
        shown = ", ".join(op for op in allowed if op != "==")
        msg = f"model must be made of {shown} and ==; got the line {line!r}."
        raise ValueError(msg)
    return line[: found.start()].strip(), found.group(), line[found.end() :].strip()


def _tie(limit: Limit, defined: Collection[str]) -> tuple[str, str | float] | None:
    """Return a label with the label or number that it is tied to, or None."""
    lhs, rhs = limit.left.text, limit.right.text
    if NUMBER.fullmatch(lhs):
        lhs, rhs = rhs, lhs
    if limit.op != "==" or not NAME.fullmatch(lhs) or {lhs, rhs} & set(defined):
        return None
    if NUMBER.fullmatch(rhs):
        return lhs, float(rhs)
    return (lhs, rhs) if NAME.fullmatch(rhs) and lhs != rhs else None


def _define(defined: dict[str, Expression], name: str, rhs: str, line: str) -> None:
    if name in defined:
        msg = f"model must define each figure once; {name!r} stands twice: {line!r}."
        raise ValueError(msg)
    defined[name] = read_expression(rhs)
    if not defined[name].names:
        msg = f"A defined figure must be worked out from labels; got {line!r}."
        raise ValueError(msg)


def _terms(
    lhs: str, op: str, rhs: str, line: str, allowed: tuple[str, ...]
) -> Iterator[Term]:
    for left in lhs.split("+"):
        for part in re.split(r"\+(?![^()]*\))", rhs):
            *words, target = _factors_of(part.strip())
            name = _name(left.strip(), line)
            modifiers = tuple(read_modifier(word, line) for word in words)
            if op == "~" and target == "1":
                yield Term(lhs=name, op="~1", rhs="", modifiers=modifiers)
                continue
            other = _name(target, line)
            if op == "~":
                _require_regression(name, other, line, allowed)
            yield Term(lhs=name, op=op, rhs=other, modifiers=modifiers)


def _factors_of(part: str) -> list[str]:
    """Return what stands between the stars outside brackets."""
    return [word.strip() for word in re.split(r"\*(?![^()]*\))", part)]


def _name(text: str, line: str) -> str:
    if not (NAME.fullmatch(text) or text.isdecimal()):
        msg = f"model must name an item or factor, not {text!r}, in the line {line!r}."
        raise ValueError(msg)
    return text.strip("`")


def _require_regression(
    outcome: str, predictor: str, line: str, allowed: tuple[str, ...]
) -> None:
    if "~" not in allowed:
        msg = (
            "A measurement model has no regressions, only intercepts such as "
            f"'y1 ~ 1'; got the line {line!r}. Regressions are for "
            "`sem`, in models of one level."
        )
        raise ValueError(msg)
    if outcome == predictor:
        msg = f"A variable cannot be regressed on itself; got the line {line!r}."
        raise ValueError(msg)


def _require_single(terms: list[Term]) -> None:
    seen: set[tuple[str, ...]] = set()
    for term in terms:
        ends = (term.lhs, term.rhs)
        key = (term.op, *(sorted(ends) if term.op == "~~" else ends))
        if key in seen and not term.modifiers:
            shown = f"{term.lhs} {term.op} {term.rhs}"
            msg = f"model must say each thing once; '{shown}' stands twice."
            raise ValueError(msg)
        seen.add(key)
