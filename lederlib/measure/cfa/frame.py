"""What a model is about: items, factors and groups, and the choices made for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from lederlib._checks import Floats
from lederlib.measure.cfa.people import People
from lederlib.measure.cfa.predictors import NOTHING, Given
from lederlib.measure.cfa.syntax import Syntax


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a model is about, and the choices that its automatic parameters depend on.

    Attributes
    ----------
    items, factors : tuple of str
        Observed variables and factors.
    groups : int
        How many groups.
    means : bool
        Whether the model has intercepts.
    std_lv : bool
        Whether factors have variance 1 rather than a first loading of 1.
    marked : frozenset of str
        Factors that have a first loading of 1 all the same.
    levels : mapping of str to int
        How many categories each ordered item has.
    theta : bool
        Whether ordered items have a residual variance (theta parameterisation) rather
        than a scale (delta).
    raised : tuple of str
        Items that stand among the factors because regressions or factors tell of them.
    exogenous : tuple of str
        Observed predictors of which the model says nothing else; they covary.
    given : Given
        Those of them that are no part of what is modelled.
    orthogonal : bool
        Whether factors are unrelated unless the model says otherwise.
    equal : tuple of str
        Kinds of parameters that are the same in all groups.
    """

    items: tuple[str, ...]
    factors: tuple[str, ...]
    groups: int = 1
    means: bool = False
    std_lv: bool = False
    marked: frozenset[str] = frozenset()
    levels: Mapping[str, int]
    theta: bool = False
    raised: tuple[str, ...] = ()
    exogenous: tuple[str, ...] = ()
    given: Given = NOTHING
    orthogonal: bool = False
    equal: tuple[str, ...] = ()

    @property
    def latent(self) -> tuple[str, ...]:
        """Return what the structural part is about: the factors, then raised items."""
        return self.factors + self.raised

    @property
    def raised_items(self) -> list[int]:
        """Return where the raised items stand among the items."""
        return [self.items.index(name) for name in self.raised if name in self.items]

    @property
    def given_items(self) -> list[int]:
        """Return where the given predictors stand among the items."""
        return [self.items.index(name) for name in self.given.names]

    @property
    def raised_places(self) -> list[int]:
        """Return where the raised items stand in the structural part."""
        return [self.latent.index(name) for name in self.raised if name in self.items]

    @property
    def condition(self) -> list[int]:
        """Return where predictors that are no items stand in the structural part."""
        names = (name for name in self.given.names if name not in self.items)
        return [self.latent.index(name) for name in names]

    def is_standard(self, factor: str) -> bool:
        """Return whether a factor has variance 1 unless the model says otherwise."""
        return self.std_lv and factor not in self.marked


def frame_of(
    syntax: Syntax,
    people: People,
    levels: Mapping[str, Floats] | None = None,
    *,
    means: bool = True,
    std_lv: bool = False,
    marked: frozenset[str] = frozenset(),
    theta: bool = False,
    given: Given = NOTHING,
    orthogonal: bool = False,
    equal: tuple[str, ...] = (),
) -> Frame:
    """Return what a model of people is about: `levels` are those of ordered items."""
    spoken = any(term.op == "~1" for term in syntax.terms)
    return Frame(
        items=people.items,
        factors=syntax.factors(),
        groups=max(len(people.parts), 1),
        means=means or spoken,
        std_lv=std_lv,
        marked=marked,
        levels={name: len(answers) for name, answers in (levels or {}).items()},
        theta=theta,
        raised=raised_items(syntax),
        exogenous=syntax.exogenous(),
        given=given,
        orthogonal=orthogonal,
        equal=equal,
    )


def raised_items(syntax: Syntax) -> tuple[str, ...]:
    """Return the items that have to stand among the factors.

    Those in regressions, those that covary with a factor, and all that covary with
    such an item.
    """
    factors = set(syntax.factors())
    pairs = [{term.lhs, term.rhs} for term in syntax.terms if term.op == "~~"]
    raised = {*syntax.outcomes(), *syntax.predictors()} - factors
    while True:
        near = [pair for pair in pairs if pair & (raised | factors)]
        grown = raised.union(*near) - factors
        if grown == raised:
            break
        raised = grown
    return tuple(name for name in syntax.items() if name in raised)
