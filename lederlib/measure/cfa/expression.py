"""Expressions of labels, as they stand in `a == b + c` and `indirect := a * b`."""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from lederlib._checks import Floats

NAME = re.compile(r"[^\W\d][\w.]*|\.[\w.]*")
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "abs": lambda value: value * np.sign(np.real(value)),
}
BINARY: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: lambda one, other: one + other,
    ast.Sub: lambda one, other: one - other,
    ast.Mult: lambda one, other: one * other,
    ast.Div: lambda one, other: one / other,
    ast.Pow: lambda one, other: one**other,
}
STEP = 1e-30
SAME = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Expression:
    """A calculation with labels.

    Attributes
    ----------
    text : str
        As it was written.
    names : tuple of str
        The labels that it uses, in their order.
    tree : ast.expr
        The calculation, in which the labels are called `_0`, `_1`, ….
    """

    text: str
    names: tuple[str, ...]
    tree: ast.expr

    def value(self, known: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as the labels'
        """Return the value at the labels' values: numbers or arrays, real or complex.

        Examples
        --------
        >>> float(read_expression("a * (b + 1)^2").value({"a": 2.0, "b": 2.0}))
        18.0
        """
        held = {f"_{place}": known[name] for place, name in enumerate(self.names)}
        return _value(self.tree, held)

    def slopes(self, known: Mapping[str, float]) -> Floats:
        """Return what the value moves by for each label, by a complex step."""
        slopes = []
        for moved in self.names:
            turned = {name: np.complex128(known[name]) for name in self.names}
            turned[moved] += 1j * STEP
            slopes.append(float(np.imag(self.value(turned))) / STEP)
        return np.array(slopes)

    def linear(self) -> tuple[dict[str, float], float] | None:
        """Return the weight of each label and the constant; None of what is no sum.

        Examples
        --------
        >>> read_expression("2 * (a - b) + 1").linear()
        ({'a': 2.0, 'b': -2.0}, 1.0)
        >>> read_expression("a * b").linear() is None
        True
        """
        rng = np.random.default_rng(0)
        nought = dict.fromkeys(self.names, np.float64(0))
        with np.errstate(all="ignore"):
            constant = float(np.real(self.value(nought)))
            slopes = self.slopes(nought)
            at = dict(zip(self.names, rng.normal(size=len(self.names)), strict=True))
            found = float(np.real(self.value(at)))
        expected = constant + float(slopes @ np.array(list(at.values())))
        if not abs(found - expected) <= SAME * max(1.0, abs(expected)):
            return None
        weights = dict(zip(self.names, slopes.tolist(), strict=True))
        return {name: value for name, value in weights.items() if value}, constant


def read_expression(text: str) -> Expression:
    """Return a calculation with numbers, labels, + - * / ^ and exp, log, sqrt, abs.

    Raises
    ------
    ValueError
        If it cannot be read.
    """
    names: dict[str, str] = {}

    def placed(found: "re.Match[str]") -> str:
        word, rest = found.group(), text[found.end() :].lstrip()
        if rest.startswith("(") or re.search(r"[\d.]$", text[: found.start()]):
            return word
        return names.setdefault(word, f"_{len(names)}")

    plain = NAME.sub(placed, text).replace("^", "**").strip()
    try:
        tree = ast.parse(plain, mode="eval").body
    except (SyntaxError, ValueError):
        msg = f"model must calculate with labels, as in 'a * b'; got {text!r}."
        raise ValueError(msg) from None
    _require_known(tree, text)
    return Expression(text=text, names=tuple(names), tree=tree)


def _require_known(tree: ast.expr, text: str) -> None:
    """Raise unless a calculation is made of what we know only."""
    for node in ast.walk(tree):
        known = isinstance(
            node,
            ast.BinOp | ast.UnaryOp | ast.Name | ast.operator | ast.unaryop | ast.Load,
        )
        if isinstance(node, ast.Constant):
            known = isinstance(node.value, int | float)
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", "")
            known = called in FUNCTIONS and len(node.args) == 1 and not node.keywords
        if isinstance(node, ast.operator):
            known = type(node) in BINARY
        if isinstance(node, ast.unaryop):
            known = isinstance(node, ast.UAdd | ast.USub)
        if not known:
            msg = (
                "A calculation has numbers, labels, + - * / ^ and "
                f"{', '.join(FUNCTIONS)}; got {text!r}."
            )
            raise ValueError(msg)


def _value(node: ast.expr, known: Mapping[str, Any]) -> Any:  # noqa: ANN401
    match node:
        case ast.Constant(value=value):
            return np.float64(value)  # type: ignore[arg-type]
        case ast.Name(id=name):
            return known[name]
        case ast.BinOp(left=left, op=op, right=right):
            return BINARY[type(op)](_value(left, known), _value(right, known))
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, known)
        case ast.UnaryOp(operand=inner):
            return _value(inner, known)
        case ast.Call(func=ast.Name(id=name), args=[inner]):
            return FUNCTIONS[name](_value(inner, known))
    msg = f"no calculation: {ast.dump(node)}"  # pragma: no cover
    raise ValueError(msg)  # pragma: no cover


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Limit:
    """Two calculations with labels, of which one equals (==), or is less (<)."""

    text: str
    left: Expression
    op: str
    right: Expression


def read_limit(lhs: str, op: str, rhs: str, line: str) -> Limit:
    """Return a condition, turned so that the left side is the smaller one.

    Raises
    ------
    ValueError
        If it cannot be read or is about no label.
    """
    if rhs.startswith("="):
        msg = f"model must say > or <, which allow equality too; got {line!r}."
        raise ValueError(msg)
    left, right = read_expression(lhs), read_expression(rhs)
    if not (left.names or right.names):
        msg = f"A constraint must be about labels; got {line!r}."
        raise ValueError(msg)
    if op == ">":
        left, right = right, left
    return Limit(text=line, left=left, op="==" if op == "==" else "<", right=right)


def in_order(defined: dict[str, Expression]) -> dict[str, Expression]:
    """Return the defined figures, each after those that it uses.

    Raises
    ------
    ValueError
        If two of them rest on each other.
    """
    found: dict[str, Expression] = {}
    while len(found) < len(defined):
        ready = {
            name: expression
            for name, expression in defined.items()
            if name not in found
            and all(used in found or used not in defined for used in expression.names)
        }
        if not ready:
            left = [name for name in defined if name not in found]
            msg = (
                "A defined figure must not rest on itself, directly or through "
                f"others; see {', '.join(map(repr, left))}."
            )
            raise ValueError(msg)
        found |= ready
    return found
