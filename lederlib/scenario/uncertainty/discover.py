"""Where in the ranges a conclusion fails: a few rules that a reader can check."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from lederlib._checks import (
    NORMAL_95,
    Bools,
    Floats,
    require_count,
    require_number,
    require_room,
    seed_of,
)
from lederlib.catalogue import FACTOR_KEYS, Ledger, Stamp, stamped_csv
from lederlib.scenario.inputs import (
    Inputs,
    Levers,
    Model,
    Quantities,
    Sample,
    evaluate,
    inputs_of,
)
from lederlib.scenario.uncertainty.peeling import (
    Box,
    find_box,
    inside,
    without_idle_lines,
)
from lederlib.scenario.uncertainty.rule_words import discovery_sentences
from lederlib.scenario.worlds import MOST_DRAWS
from lederlib.text import Lang

PEEL = 0.05
SMALLEST = 0.02
# What makes a rule worth a reader's time: that it catches so much of what is marked,
# and that marks are this many times as common inside it as anywhere, or the rule there.
LEAST_COVERAGE = 0.1
LEAST_LIFT = 2
MOSTLY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What the columns hold: a quantity, or of a set of weights one factor's.

    Attributes
    ----------
    ledger : Ledger
        The quantities.
    names : tuple of (str, str)
        Quantity and factor of each column; the factor is empty for a single number.
    """

    ledger: Ledger
    names: tuple[tuple[str, str], ...]


def columns_of(inputs: Inputs) -> Columns:
    """Return the columns that the varying quantities make up."""
    names = [
        (name, part)
        for name in inputs.varying
        for part in (
            FACTOR_KEYS if inputs.ledger[name].distribution == "ranks" else ("",)
        )
    ]
    return Columns(ledger=inputs.ledger, names=tuple(names))


def expand(columns: Columns, sample: Sample) -> Floats:
    """Return the worlds as a matrix, shape (columns, draws)."""
    return np.stack(
        [
            sample[name][FACTOR_KEYS.index(part)] if part else sample[name]
            for name, part in columns.names
        ]
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Worlds:
    """A sample of worlds: values, shape (columns, worlds), and which are marked."""

    values: Floats
    marks: Bools

    def without(self, box: Box) -> "Worlds":
        """Return the worlds that lie outside the box."""
        outside = ~inside(box, self.values)
        return Worlds(values=self.values[:, outside], marks=self.marks[outside])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """A box, how many worlds of the third sample it holds, and how many are marked."""

    box: Box
    worlds: int
    hits: int


def found_rules(samples: Sequence[Worlds], *, most: int) -> list[Rule]:
    """Return the rules that fresh worlds bear out.

    Each rule is looked for among the worlds that the ones before it leave.

    Parameters
    ----------
    samples : sequence of Worlds
        Three: to find rules in, to try each line of a rule in, and to count in.
    most : int
        Rules at most.
    """
    counted = samples[-1].marks
    failures = int(counted.sum())
    least = min(MOSTLY, LEAST_LIFT * failures / counted.size)
    rules: list[Rule] = []
    for rule in _suggested(samples):
        dense = shown_share(rule.hits, rule.worlds)[1] >= least
        if not dense or rule.hits < LEAST_COVERAGE * failures or len(rules) == most:
            break
        rules.append(rule)
    return rules


def _suggested(samples: Sequence[Worlds]) -> Iterator[Rule]:
    while all(sample.marks.any() for sample in samples):
        first, second, third = samples
        found = find_box(first.values, first.marks, peel=PEEL, smallest=SMALLEST)
        box = without_idle_lines(found, second.values, second.marks)
        within = inside(box, third.values)
        if not box.lines or not within.any():
            return
        hits = int((within & third.marks).sum())
        yield Rule(box=box, worlds=int(within.sum()), hits=hits)
        samples = [sample.without(box) for sample in samples]


def rule_table(rules: list[Rule], failures: int) -> pd.DataFrame:
    """Return each rule's worlds, density and coverage, with 95 % intervals.

    Parameters
    ----------
    rules : list of Rule
        In the order in which they were found.
    failures : int
        Marked worlds in the whole third sample.
    """
    facts: dict[str, list[float]] = {"rule": list(range(1, len(rules) + 1))}
    facts["worlds"] = [rule.worlds for rule in rules]
    for name in ("density", "coverage"):
        shares = [
            shown_share(rule.hits, rule.worlds if name == "density" else failures)
            for rule in rules
        ]
        for place, end in enumerate(("", "_low", "_high")):
            facts[name + end] = [share[place] for share in shares]
    return pd.DataFrame(facts)


def shown_share(hits: int, of: int) -> tuple[float, float, float]:
    """Return a share with its 95 % interval after Wilson.

    Examples
    --------
    >>> [round(end, 2) for end in shown_share(0, 100)]
    [0.0, 0.0, 0.04]
    """
    share, z = hits / of, NORMAL_95
    middle = (share + z**2 / (2 * of)) / (1 + z**2 / of)
    spread = np.sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    half = float(z * spread / (1 + z**2 / of))
    return share, max(0.0, min(share, middle - half)), max(share, middle + half)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Discovery:
    """Where a conclusion fails, as rules found in one sample and counted in a third.

    Attributes
    ----------
    table : pandas.DataFrame
        One row per line of a rule: rule (from 1), quantity, factor (where the quantity
        is a set of weights), at_least and at_most (missing where open) in unit, and
        provenance.
    rules : pandas.DataFrame
        One row per rule: how many worlds it holds; density, the share of them in which
        the conclusion fails; coverage, the share of all failures that it catches; each
        with a 95 % interval, density_low to density_high and so on.
    fails, fails_low, fails_high : float
        Share of all worlds in which the conclusion fails, with a 95 % interval.
    outcome, difference : str, bool
        What the conclusion is about, and whether it is a difference of two settings.
    above, limit : bool, float
        The conclusion: that the outcome lies above (or else below) the limit.
    stamp : Stamp
        What remakes the numbers; draws counts the worlds in each of three samples.
    """

    table: pd.DataFrame
    rules: pd.DataFrame
    fails: float
    fails_low: float
    fails_high: float
    outcome: str
    difference: bool
    above: bool
    limit: float
    stamp: Stamp
    columns: Columns = field(repr=False)

    def to_csv(
        self, path: str | Path | None = None, *, decimal_comma: bool = False
    ) -> str | None:
        """Write lines, rules and stamp as one table, or return it as text."""
        whole = self.table.merge(self.rules, on="rule")
        return stamped_csv(whole, self.stamp, path, decimal_comma=decimal_comma)

    def summary(self, lang: Lang = "da") -> str:
        """Say how often the conclusion fails, and where it fails most."""
        return discovery_sentences(
            self.table,
            self.rules,
            lang,
            ledger=self.columns.ledger,
            fails=(self.fails, self.fails_low, self.fails_high),
            conclusion=(self.outcome, self.above, self.limit),
            difference=self.difference,
            draws=self.stamp.draws or 0,
        )


def discover(
    model: Model,
    quantities: Quantities,
    *,
    levers: Levers | None = None,
    outcome: str = "",
    above: float | None = None,
    below: float | None = None,
    most_rules: int = 3,
    draws: int = 4096,
    rng: int | np.random.Generator = 0,
) -> Discovery:
    """Return where in the ranges of the quantities a conclusion fails.

    Parameters
    ----------
    model, quantities, levers, outcome
        As for `sensitivity`.
    above, below : float, optional
        The conclusion, one of them: the outcome lies above, or below, that number. For
        a difference between two settings it is, unless given, that the outcome goes
        the way that it goes in most worlds.
    most_rules : int, default 3
        Rules to look for at most, 1 to 10, each among the worlds that those before it
        leave.
    draws : int, default 4,096
        Possible worlds in each of three samples, 100 to 1,000,000: rules are found in
        the first, lines that do not help in the second are dropped, and the third
        counts, so that no rule can flatter itself.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.

    Raises
    ------
    ValueError
        As for `sensitivity`; or if it is not clear what the conclusion is.

    See Also
    --------
    sensitivity : which quantities the outcome varies with.

    Notes
    -----
    Boxes by the peeling of PRIM, Friedman and Fisher (1999),
    https://doi.org/10.1023/A:1008894516817; density and coverage as in scenario
    discovery, Bryant and Lempert (2010), https://doi.org/10.1016/j.techfore.2009.08.002.

    Examples
    --------
    >>> found = discover(
    ...     lambda load, calm: calm - load,
    ...     {"load": (0, 1), "calm": (0.5, 2)},
    ...     above=0,
    ...     draws=2000,
    ... )
    >>> found.fails < 0.1, sorted(set(found.table["quantity"]))
    (True, ['calm', 'load'])
    """
    worlds = require_count(draws, 100, MOST_DRAWS, name="draws")
    most = require_count(most_rules, 1, 10, name="most_rules")
    inputs = inputs_of(model, quantities, levers)
    columns = columns_of(inputs)
    require_room(len(columns.names), worlds, tables=8, by="quantities")
    seed = seed_of(rng)
    samples = [
        inputs.ledger.draw(worlds, rng=int(own))
        for own in np.random.default_rng(seed).integers(2**63, size=3)
    ]
    found = [
        evaluate(model, inputs, sample, outcome=outcome, draws=worlds)
        for sample in samples
    ]
    difference = len(inputs.settings) > 1
    is_above, limit = _conclusion(found[0], above, below, difference=difference)
    marked = [
        Worlds(
            values=expand(columns, sample),
            marks=values <= limit if is_above else values >= limit,
        )
        for sample, values in zip(samples, found, strict=True)
    ]
    rules = found_rules(marked, most=most)
    failures = int(marked[-1].marks.sum())
    fails, fails_low, fails_high = shown_share(failures, worlds)
    return Discovery(
        table=_line_table(rules, columns),
        rules=rule_table(rules, failures),
        fails=fails,
        fails_low=fails_low,
        fails_high=fails_high,
        outcome=outcome,
        difference=difference,
        above=is_above,
        limit=limit,
        stamp=Stamp(seed=seed, draws=worlds, fingerprint=inputs.fingerprint),
        columns=columns,
    )


def _conclusion(
    values: Floats, above: float | None, below: float | None, *, difference: bool
) -> tuple[bool, float]:
    """Return whether the conclusion is that the outcome lies above, and above what."""
    given = {"above": above, "below": below}
    named = [(name, limit) for name, limit in given.items() if limit is not None]
    if not named and difference:
        return bool(np.median(values) > 0), 0.0
    if len(named) != 1:
        what = "both" if named else "neither"
        msg = f"The conclusion must be given by one of above and below; got {what}."
        raise ValueError(msg)
    name, limit = named[0]
    most = float(np.finfo(float).max)
    return name == "above", require_number(limit, -most, most, name=name)


def _line_table(rules: list[Rule], columns: Columns) -> pd.DataFrame:
    rows = [
        _line(number, rule, place, columns)
        for number, rule in enumerate(rules, start=1)
        for place in rule.box.lines
    ]
    names = ("rule", "quantity", "factor", "at_least", "at_most", "unit", "provenance")
    return pd.DataFrame(rows, columns=names)


def _line(
    number: int, rule: Rule, place: int, columns: Columns
) -> tuple[int, str, str, float, float, str, str]:
    name, part = columns.names[place]
    quantity = columns.ledger[name]
    low, high = float(rule.box.low[place]), float(rule.box.high[place])
    if quantity.distribution == "choice":
        low, high = float(np.ceil(low)), float(np.floor(high))
    return (
        number,
        name,
        part,
        low if np.isfinite(low) else float("nan"),
        high if np.isfinite(high) else float("nan"),
        quantity.unit,
        quantity.provenance,
    )
