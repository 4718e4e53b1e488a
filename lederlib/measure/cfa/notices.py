"""What the reader of a fit must know, as keys of phrases with their values."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lederlib.measure.cfa.estimates import heywood, impossible_factors
from lederlib.measure.cfa.fit import Fit, unidentified
from lederlib.text import Lang, format_number, join_words, label

MOST_NAMED = 6
SPOILING = (
    "not_converged",
    "too_many",
    "unidentified",
    "heywood",
    "impossible_factors",
    "not_positive",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to know: a phrase of the area `cfa`, and what stands in it."""

    key: str
    names: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def spoils(self) -> bool:
        """Return whether the estimates cannot be used as they stand."""
        return self.key in SPOILING

    def to(self, lang: Lang) -> str:
        """Return the notice as a sentence."""
        shown = list(self.names[:MOST_NAMED])
        if len(self.names) > MOST_NAMED:
            more = len(self.names) - MOST_NAMED
            shown.append(label("cfa.more", lang, count=more))
        values = {
            name: format_number(count, lang, digits=0)
            for name, count in self.counts.items()
        }
        names = join_words(shown, lang)
        return label(f"cfa.{self.key}", lang, names=names, **values).strip()


def fit_notices(fit: Fit) -> Iterator[Notice]:
    """Yield what is wrong with a fit."""
    if not fit.optimum.converged:
        yield Notice(key="not_converged", counts={"steps": fit.optimum.steps})
    if fit.test.df < 0:
        yield Notice(key="too_many", counts={"df": fit.test.df})
    loose = unidentified(fit.curve)
    if loose.any():
        chosen = [
            f"{cell.lhs} {cell.op} {cell.rhs}".strip()
            for cell, target in zip(fit.model.cells, fit.model.target, strict=True)
            if target >= 0 and loose[target] > 0.1  # noqa: PLR2004
        ]
        yield Notice(key="unidentified", names=tuple(dict.fromkeys(chosen)))
    negative = heywood(fit)
    if negative:
        yield Notice(key="heywood", names=tuple(dict.fromkeys(negative)))
    groups = impossible_factors(fit)
    if groups:
        yield Notice(key="impossible_factors", names=_group_names(fit, groups))


def _group_names(fit: Fit, groups: list[int]) -> tuple[str, ...]:
    return tuple(
        fit.samples[number].name for number in groups if fit.samples[number].name
    )
