"""One study: a scale, the answers to it, and the columns that tell people apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from lederlib._checks import nearest
from lederlib.answers.intake import Answers, AnswersError
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.sentences import listed, say, shown
from lederlib.answers.scale_facts import closest
from lederlib.answers.scales import Scale
from lederlib.answers.scoring import score
from lederlib.text import LANGS, Phrase


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """A scale with the answers to it; every function of `measure` takes it as a table.

    Parameters
    ----------
    scale : Scale
        From `read_scale`.
    answers : Answers or pandas.DataFrame
        From `read_answers` by the same scale; or person × item key as answered, not yet
        reversed, with other columns beside.
    group : str, optional
        The column of few groups between which the measure is compared.
    unit : str, optional
        The column of many groups whose means are to be used.

    Attributes
    ----------
    items : pandas.DataFrame
        Person × item key in the scale's order and units, reversed items turned.
    scores : pandas.DataFrame
        Person × factor key, 0 to 1, by the scale's missing rule.
    table : pandas.DataFrame
        The items, the scores, and the other columns: those whose every cell is a number
        as numbers, unless they are groups or units. A name stands once, in this order.

    Raises
    ------
    ValueError
        If an item has no column, an answer lies off the scale, or there is no such
        group or unit.

    Examples
    --------
    >>> from lederlib.answers import read_scale
    >>> from lederlib.catalogue import load_dataset
    >>> from lederlib.measure import alpha
    >>> people = load_dataset("municipal_survey").head(400)
    >>> study = Study(read_scale(), people, group="occupation", unit="unit")
    >>> study.items.shape, len(study.factors)
    ((400, 45), 15)
    >>> found = alpha(study.only("leadership_quality"))
    >>> found.items, found.against
    (3, ())
    """

    scale: Scale
    answers: Answers | pd.DataFrame
    group: str | None = field(default=None, kw_only=True)
    unit: str | None = field(default=None, kw_only=True)
    items: pd.DataFrame = field(init=False)
    scores: pd.DataFrame = field(init=False)
    table: pd.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        held = isinstance(self.answers, Answers)
        given, rest = _tables(self.answers, self.scale)
        items = _items(given, self.scale)
        scores = score(given[list(items)], self.scale)
        others = rest[[name for name in rest if name not in items]]
        for name in ("group", "unit"):
            column = getattr(self, name)
            if column is not None:
                found = _column(others, column, name, folded=held)
                object.__setattr__(self, name, found)
        parts = [items, scores, _with_numbers(others, self.group, self.unit)]
        table = pd.concat(parts, axis=1)
        object.__setattr__(self, "items", items)
        object.__setattr__(self, "scores", scores)
        object.__setattr__(self, "table", table.loc[:, ~table.columns.duplicated()])

    def __repr__(self) -> str:
        parts = [f"Study of {self.scale.key}: {len(self.items)} people"]
        parts += [f"{len(self.items.columns)} items", f"{len(self.factors)} factors"]
        parts += [f"group {self.group!r}"] * (self.group is not None)
        parts += [f"unit {self.unit!r}"] * (self.unit is not None)
        return f"<{', '.join(parts)}>"

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest answer."""
        return float(self.scale.low), float(self.scale.high)

    @property
    def factors(self) -> Mapping[str, list[str]]:
        """The keys of each factor's items, by the factor's key."""
        return {
            factor: [item.key for item in self.scale.items if item.factor == factor]
            for factor in self.scale.factors
        }

    @property
    def model(self) -> str:
        r"""The model in which each item belongs to its factor, as `cfa` reads it.

        A name that the language of models cannot hold stands in backquotes.
        """
        return "\n".join(
            f"{_quoted(factor)} =~ {' + '.join(map(_quoted, own))}"
            for factor, own in self.factors.items()
        )

    def only(self, *factors: str) -> "Study":
        """Return the study of some of the factors alone.

        Raises
        ------
        ValueError
            If the scale has no such factor.
        """
        known = self.scale.factors
        unknown = next((name for name in factors if name not in known), None)
        if unknown is not None or not factors:
            msg = (
                f"factors must be among {', '.join(known)}; got {unknown or 'none'}."
                f"{nearest(unknown or '', known)}"
            )
            raise ValueError(msg)
        return Study(
            self.scale.only(*factors), self.answers, group=self.group, unit=self.unit
        )


def _tables(
    answers: Answers | pd.DataFrame, scale: Scale
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the table of the answers to the items, and the one of other columns."""
    if not isinstance(answers, Answers):
        return answers, answers
    by = answers.scale
    if by is not None and (by.low, by.high) != (scale.low, scale.high):
        ends = {"low": by.low, "high": by.high}
        names = {"scale": repr(scale.key), "other": repr(by.key)}
        raise AnswersError(say("study_other_scale", **names, **ends))
    return answers.items, answers.background


def _items(given: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    """Return the items in the scale's order, turned."""
    lacking = [item for item in scale.items if item.key not in given]
    if lacking:
        first, count = lacking[0], len(lacking)
        known = [item.key for item in scale.items]
        others = [str(name) for name in given if name not in known]
        raise AnswersError(
            say(
                "study_lacks_one" if count == 1 else "study_lacks",
                scale=repr(scale.key),
                count=count,
                item=repr(first.key),
                words=Phrase(*(shown(first.text.to(lang)) for lang in LANGS)),
                nearest=closest(first.key, others),
            )
        )
    return scale.turn(given)[[item.key for item in scale.items]]


def _column(table: pd.DataFrame, wanted: str, role: str, *, folded: bool) -> str:
    """Return the column meant, in an answers file also by its name in another case."""
    if wanted in table:
        return wanted
    names = [str(name) for name in table]
    meant = [name for name in names if folded and fold(name) == fold(wanted)]
    if len(meant) == 1:
        return meant[0]
    raise AnswersError(
        say(
            "study_column",
            role=role,
            names=listed(names) or "–",
            found=repr(wanted),
            nearest=closest(wanted, names),
        )
    )


def _with_numbers(table: pd.DataFrame, *kept: str | None) -> pd.DataFrame:
    """Return the table with the texts that are all numbers as numbers."""
    found = table.copy()
    for name in table.columns.difference([name for name in kept if name]):
        numbers = pd.to_numeric(table[name], errors="coerce")
        if numbers.notna().any() and (numbers.notna() == table[name].notna()).all():
            found[name] = numbers
    return found


def _quoted(name: str) -> str:
    plain = name.isidentifier()
    return name if plain else f"`{name}`"
