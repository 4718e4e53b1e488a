"""Read a measurement model written as in R's lavaan.

A line is one of::

    factor =~ item + item          measured by (items, or other factors)
    a ~~ b                         variance or covariance
    item ~ 1                       intercept, or a factor's mean
    item | t1 + t2                 thresholds of an ordered item
    item ~*~ item                  scale of an ordered item's latent response
    label == label                 the two are equal (or a label and a number)

A name that is no plain word stands between backticks; columns called by whole numbers
may go without. It may be preceded by ``number*`` (fixed), ``NA*`` (free), ``label*``
(equal labels are equal parameters) or ``start(number)*``; ``c(…)*`` gives one of these
per group.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPERATORS = re.compile(r"=~|~\*~|~~|==|:=|\||~|<|>")
NAME = re.compile(r"[^\W\d][\w.]*|\.[\w.]*|`[^`]+`")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
USED = {"=~", "~~", "|", "~*~", "~", "=="}


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """What is said of a parameter in one group; None where nothing is."""

    fixed: float | None = None
    free: bool = False
    label: str | None = None
    start: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One parameter of the model, with modifiers for all groups or one per group."""

    lhs: str
    op: str
    rhs: str
    modifiers: tuple[tuple[Modifier, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """A model as it was written: its terms and the labels that are tied."""

    terms: tuple[Term, ...]
    ties: tuple[tuple[str, str | float], ...]

    def factors(self) -> tuple[str, ...]:
        """Return the factors in the order in which they are first measured."""
        return tuple(dict.fromkeys(term.lhs for term in self.terms if term.op == "=~"))

    def items(self) -> tuple[str, ...]:
        """Return the observed variables, the indicators of factors first."""
        measured = [term.rhs for term in self.terms if term.op == "=~"]
        others = [term.lhs for term in self.terms] + [
            term.rhs for term in self.terms if term.op == "~~"
        ]
        factors = set(self.factors())
        return tuple(
            name for name in dict.fromkeys(measured + others) if name not in factors
        )


def read_syntax(model: str) -> Syntax:
    """Return the terms of a model written in lavaan's language of measurement.

    Raises
    ------
    ValueError
        If the model is empty, measures no factor, or a line cannot be read.

    Examples
    --------
    >>> read_syntax("trivsel =~ 1*ro + støtte").items()
    ('ro', 'støtte')
    """
    if not isinstance(model, str):
        msg = f"model must be a text such as 'f =~ y1 + y2 + y3'; got {model!r:.60}."
        raise ValueError(msg)
    terms: list[Term] = []
    ties: list[tuple[str, str | float]] = []
    for line in _statements(model):
        lhs, op, rhs = _split(line)
        if op == "==":
            ties.append(_tie(lhs, rhs, line))
        else:
            terms.extend(_terms(lhs, op, rhs, line))
    if not any(term.op == "=~" for term in terms):
        example = "'f =~ y1 + y2 + y3'"
        msg = f"model must measure a factor, as in {example}; got {model!r:.60}."
        raise ValueError(msg)
    _require_single(terms)
    return Syntax(terms=tuple(terms), ties=tuple(ties))


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


def _split(line: str) -> tuple[str, str, str]:
    found = OPERATORS.search(line)
    if found is None or found.group() not in USED:
        msg = f"model must be made of =~, ~~, ~1, |, ~*~ and ==; got the line {line!r}."
        raise ValueError(msg)
    return line[: found.start()].strip(), found.group(), line[found.end() :].strip()


def _tie(lhs: str, rhs: str, line: str) -> tuple[str, str | float]:
    if NUMBER.fullmatch(lhs):
        lhs, rhs = rhs, lhs
    if NAME.fullmatch(lhs) and NUMBER.fullmatch(rhs):
        return lhs, float(rhs)
    if NAME.fullmatch(lhs) and NAME.fullmatch(rhs):
        return lhs, rhs
    msg = f"A constraint must tie a label to a label or a number; got {line!r}."
    raise ValueError(msg)


def _terms(lhs: str, op: str, rhs: str, line: str) -> Iterator[Term]:
    for left in lhs.split("+"):
        for part in re.split(r"\+(?![^()]*\))", rhs):
            *words, target = _factors_of(part.strip())
            name = _name(left.strip(), line)
            modifiers = tuple(_modifier(word, line) for word in words)
            if op == "~":
                _require_one(target, line)
                yield Term(lhs=name, op="~1", rhs="", modifiers=modifiers)
            else:
                other = _name(target, line)
                yield Term(lhs=name, op=op, rhs=other, modifiers=modifiers)


def _factors_of(part: str) -> list[str]:
    """Return what stands between the stars outside brackets."""
    return [word.strip() for word in re.split(r"\*(?![^()]*\))", part)]


def _name(text: str, line: str) -> str:
    if not (NAME.fullmatch(text) or text.isdecimal()):
        msg = f"model must name an item or factor, not {text!r}, in the line {line!r}."
        raise ValueError(msg)
    return text.strip("`")


def _require_one(target: str, line: str) -> None:
    if target != "1":
        msg = (
            "A measurement model has no regressions, only intercepts such as "
            f"'y1 ~ 1'; got the line {line!r}."
        )
        raise ValueError(msg)


def _modifier(text: str, line: str) -> tuple[Modifier, ...]:
    many = re.fullmatch(r"c\((.*)\)", text)
    words = many.group(1).split(",") if many else [text]
    return tuple(_one_modifier(word.strip(), line) for word in words)


def _one_modifier(word: str, line: str) -> Modifier:
    call = re.fullmatch(r"(start|label)\(\s*[\"']?([^\"']*?)[\"']?\s*\)", word)
    bare = word.strip("\"'")
    if call and call.group(1) == "start" and NUMBER.fullmatch(call.group(2)):
        return Modifier(start=float(call.group(2)))
    if call and call.group(1) == "label":
        return Modifier(label=call.group(2))
    if word == "NA":
        return Modifier(free=True)
    if NUMBER.fullmatch(word):
        return Modifier(fixed=float(word))
    if NAME.fullmatch(bare):
        return Modifier(label=bare)
    msg = (
        f"A modifier must be a number, NA, a label or start(number); got {word!r} "
        f"in the line {line!r}."
    )
    raise ValueError(msg)


def _require_single(terms: list[Term]) -> None:
    seen: set[tuple[str, ...]] = set()
    for term in terms:
        key = (term.op, *sorted((term.lhs, term.rhs)))
        if key in seen and not term.modifiers:
            shown = f"{term.lhs} {term.op} {term.rhs}"
            msg = f"model must say each thing once; '{shown}' stands twice."
            raise ValueError(msg)
        seen.add(key)
