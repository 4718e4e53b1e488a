"""Which quantities an outcome is sensitive to: Sobol' effects with intervals."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from lederlib._checks import (
    Floats,
    require_count,
    require_number,
    require_room,
    seed_of,
)
from lederlib.catalogue import Stamp, stamped_csv
from lederlib.scenario.inputs import (
    Inputs,
    Levers,
    Model,
    Quantities,
    Sample,
    evaluate,
    inputs_of,
    stands_still,
    two_samples,
)
from lederlib.scenario.uncertainty.effect_words import effects_sentence
from lederlib.text import Lang, Phrase

# Numbers in one block of resamples: 16 MB, which stays near the processor.
_BLOCK = 2**21
DRAWS = 1024
MOST_DRAWS = 2**20
MOST_RESAMPLES = 10_000
# Draws that one call of the model may get, so that many small calls become one.
_AT_ONCE = 2**13
# Written with two decimals, such a first effect is below zero, which none can be.
_BELOW_ZERO = -0.005


def sobol_effects(first: Floats, second: Floats, mixed: Floats) -> Floats:
    r"""Return the first and the total effect of each input on an outcome.

    .. math::

        S_i = \frac{E[f(B)\,(f(A_B^i) - f(A))]}{V}, \qquad
        T_i = \frac{E[(f(A) - f(A_B^i))^2]}{2V}

    Parameters
    ----------
    first, second : numpy.ndarray, shape (draws,)
        The outcome in two independent samples A and B.
    mixed : numpy.ndarray, shape (inputs, draws)
        The outcome in A with one input at a time taken from B.

    Returns
    -------
    numpy.ndarray, shape (2, inputs)
        First and total effects, 0 where the outcome does not vary. Outcomes are
        centred at the mean of all of them, V is the variance over both samples, and
        first effects that are truly 0 may come out just below.

    Notes
    -----
    Saltelli et al. (2010), https://doi.org/10.1016/j.cpc.2009.09.018.

    Examples
    --------
    >>> a, b = np.random.default_rng(0).normal(size=(2, 2, 4000))
    >>> mixed = np.array([3 * b[0] + a[1], 3 * a[0] + b[1]])
    >>> sobol_effects(3 * a[0] + a[1], 3 * b[0] + b[1], mixed).round(1).tolist()
    [[0.9, 0.1], [0.9, 0.1]]
    """
    if stands_still(np.concatenate([first, second, mixed.ravel()])):
        return np.zeros((2, len(mixed)))
    return _effects(_moments(first, second, mixed).mean(axis=1))


def resampled_effects(
    first: Floats,
    second: Floats,
    mixed: Floats,
    *,
    resamples: int,
    rng: np.random.Generator,
) -> Floats:
    """Return the effects in bootstrap samples of the draws.

    Parameters
    ----------
    first, second, mixed
        As for `sobol_effects`.
    resamples : int
        How many bootstrap samples.
    rng : numpy.random.Generator
        Picks them.

    Returns
    -------
    numpy.ndarray, shape (2, inputs, resamples)
        First and total effects.
    """
    if stands_still(np.concatenate([first, second, mixed.ravel()])):
        return np.zeros((2, len(mixed), resamples))
    moments = _moments(first, second, mixed)
    draws = first.size
    size = max(1, _BLOCK // draws)
    starts = range(0, resamples, size)
    # A resample is a row of counts, so that all of its means are one product.
    means = [
        moments @ _counts(min(size, resamples - start), draws, rng).T / draws
        for start in starts
    ]
    return _effects(np.concatenate(means, axis=1))


def _counts(rows: int, draws: int, rng: np.random.Generator) -> Floats:
    """Return how often each draw is picked in each of `rows` resamples."""
    picked = rng.integers(draws, size=(rows, draws))
    picked += draws * np.arange(rows)[:, None]
    counts = np.bincount(picked.ravel(), minlength=rows * draws)
    return counts.reshape(rows, draws).astype(float)


def _moments(first: Floats, second: Floats, mixed: Floats) -> Floats:
    """Return what the effects are made of in each draw, shape (2 + 2 inputs, draws)."""
    everything = np.concatenate([first, second, mixed.ravel()])
    middle, spread = everything.mean(), everything.std()
    a, b, ab = ((part - middle) / spread for part in (first, second, mixed))
    both = [(a + b) / 2, (a * a + b * b) / 2]
    return np.concatenate([both, b * (ab - a), (a - ab) ** 2 / 2])


def _effects(means: Floats) -> Floats:
    """Return first and total effects, stacked, from the means of the moments."""
    variance = means[1] - means[0] ** 2
    parts = np.stack(np.split(means[2:], 2))
    nothing = np.zeros_like(parts)
    return np.asarray(np.divide(parts, variance, out=nothing, where=variance > 0))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sensitivity:
    """How much of an outcome's variance each quantity accounts for.

    Attributes
    ----------
    table : pandas.DataFrame
        One row per quantity that varies, the greatest total effect first: quantity,
        provenance, the range low to high in unit; first (what the variance falls by
        on average once the quantity is known) with first_low and first_high; total
        (what remains when all but this one are known) with total_low and total_high.
    titles : mapping of str to Phrase
        The quantities in words.
    outcome : str
        Name of the outcome; empty where the model has only one.
    difference : bool
        Whether it is the difference between two settings of the levers.
    level : float
        Coverage of the intervals.
    stamp : Stamp
        What remakes the numbers; draws counts the worlds in each of two samples.
    """

    table: pd.DataFrame
    titles: Mapping[str, Phrase]
    outcome: str
    difference: bool
    level: float
    stamp: Stamp

    @property
    def too_few(self) -> bool:
        """Whether a first effect came out below zero, so that draws are too few."""
        return bool((self.table["first"] < _BELOW_ZERO).any())

    def to_csv(
        self, path: str | Path | None = None, *, decimal_comma: bool = False
    ) -> str | None:
        """Write the table with its stamp in columns, or return it as text."""
        return stamped_csv(self.table, self.stamp, path, decimal_comma=decimal_comma)

    def summary(self, lang: Lang = "da") -> str:
        """Say what most of the uncertainty comes from, and how sure that is."""
        return effects_sentence(
            self.table,
            lang,
            titles=self.titles,
            outcome=self.outcome,
            difference=self.difference,
            level=self.level,
            too_few=(self.stamp.draws or 0) if self.too_few else 0,
        )


def sensitivity(
    model: Model,
    quantities: Quantities,
    *,
    levers: Levers | None = None,
    outcome: str = "",
    draws: int = DRAWS,
    resamples: int = 400,
    level: float = 0.95,
    rng: int | np.random.Generator = 0,
    progress: Callable[[float], None] | None = None,
) -> Sensitivity:
    """Return first and total Sobol' effects of a model's quantities, with intervals.

    They are the prior's: of the uncertainty before the model is held against anything.

    Parameters
    ----------
    model : callable
        Takes quantities and levers as keywords, each quantity with one value a draw;
        returns an array of draws, or a mapping or record of such arrays. What is
        derived from the quantities it has to compute itself.
    quantities : Ledger or mapping
        A ledger, of which the model is given what it takes, or a `Quantity` or a
        range (low, high) by name. A quantity that stands among the levers is pinned.
    levers : mapping or pair of mappings, optional
        What is held fixed. A pair (before, after) asks about the difference, after
        minus before, in the same worlds.
    outcome : str, default ""
        Which of the model's arrays.
    draws : int, default 1,024
        Worlds in each of two samples: a power of two, 2 to 1,048,576. The model is
        asked about as many for each quantity and twice more, in calls of 8,192 or one
        sample.
    resamples : int, default 400
        Bootstrap samples behind the intervals, 2 to 10,000.
    level : float, default 0.95
        Coverage of the intervals, 0.5 to 0.999.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.
    progress : callable, optional
        Called with the share done.

    Raises
    ------
    ValueError
        If the model lacks a quantity or knows none of that name, a range is upside
        down, a quantity is derived or unverified, an outcome is missing in some draw,
        the run would not fit into memory, or worlds of a `Confrontation` are given.

    See Also
    --------
    provenance_effects : shares by provenance class, which sum to 1.
    discover : where in the ranges a conclusion fails.
    narrowing : what each observed number does to an answer.

    Notes
    -----
    Scrambled Sobol' sequence and the estimators of Saltelli et al. (2010),
    https://doi.org/10.1016/j.cpc.2009.09.018, centred at the mean of all outcomes, so
    that they equal SALib's on the same sample. Quantities are taken as independent,
    which they no longer are in the worlds of a `Confrontation`; those are refused.

    Examples
    --------
    >>> found = sensitivity(
    ...     lambda load, calm: load**2 + calm, {"load": (-1, 1), "calm": (0, 1)}
    ... )
    >>> found.table[["quantity", "first", "total"]].round(2).values.tolist()
    [['load', 0.52, 0.52], ['calm', 0.48, 0.48]]
    """
    size = _power_of_two(draws)
    require_count(resamples, 2, MOST_RESAMPLES, name="resamples")
    require_number(level, 0.5, 0.999, name="level")
    inputs = inputs_of(model, quantities, levers)
    require_room(len(inputs.varying), size, tables=4, by="quantities")
    seed = seed_of(rng)
    samples = two_samples(inputs, size, seed)
    found = np.concatenate(
        [
            evaluate(
                model, inputs, worlds, outcome=outcome, draws=size * count
            ).reshape(count, size)
            for worlds, count in _reported(_batches(_swapped(samples), size), progress)
        ]
    )
    return Sensitivity(
        table=_table(inputs, found, resamples=resamples, level=level, seed=seed),
        titles={name: inputs.ledger[name].title for name in inputs.varying},
        outcome=outcome,
        difference=len(inputs.settings) > 1,
        level=level,
        stamp=Stamp(seed=seed, draws=size, fingerprint=inputs.fingerprint),
    )


def _power_of_two(draws: int) -> int:
    number = require_count(draws, 2, MOST_DRAWS, name="draws")
    if number & (number - 1):
        lower = 1 << (number.bit_length() - 1)
        msg = (
            f"draws must be a power of two, such as {lower} or {2 * lower}; "
            f"got {draws}."
        )
        raise ValueError(msg)
    return number


def _swapped(samples: tuple[Sample, Sample]) -> list[Sample]:
    """Return the first sample, it with one input of the second at a time, the second.

    The arrays are shared, so that the list costs no memory.
    """
    first, second = samples
    mixed = [{**first, name: second[name]} for name in first]
    return [first, *mixed, second]


def _batches(samples: list[Sample], size: int) -> list[list[Sample]]:
    """Return the samples in runs that a model answers at once, being small."""
    step = max(1, _AT_ONCE // size)
    return [samples[start : start + step] for start in range(0, len(samples), step)]


def _reported(
    batches: list[list[Sample]], progress: Callable[[float], None] | None
) -> Iterator[tuple[Sample, int]]:
    for done, batch in enumerate(batches, start=1):
        yield _joined(batch), len(batch)
        if progress is not None:
            progress(done / len(batches))


def _joined(batch: list[Sample]) -> Sample:
    if len(batch) == 1:
        return batch[0]
    return {
        name: np.concatenate([sample[name] for sample in batch], axis=-1)
        for name in batch[0]
    }


def _table(
    inputs: Inputs, found: Floats, *, resamples: int, level: float, seed: int
) -> pd.DataFrame:
    first, mixed, second = found[0], found[1:-1], found[-1]
    effects = sobol_effects(first, second, mixed)
    rng = np.random.default_rng([seed, 2])
    again = resampled_effects(first, second, mixed, resamples=resamples, rng=rng)
    ends = np.quantile(again, [(1 - level) / 2, (1 + level) / 2], axis=2)
    ledger = [inputs.ledger[name] for name in inputs.varying]
    facts: dict[str, object] = {
        "quantity": list(inputs.varying),
        "provenance": [one.provenance for one in ledger],
        "low": [one.low for one in ledger],
        "high": [one.high for one in ledger],
        "unit": [one.unit for one in ledger],
    }
    for place, name in enumerate(("first", "total")):
        facts |= {
            name: effects[place],
            f"{name}_low": ends[0, place],
            f"{name}_high": ends[1, place],
        }
    order = np.argsort(-effects[1], kind="stable")
    return pd.DataFrame(facts).iloc[order].reset_index(drop=True)
