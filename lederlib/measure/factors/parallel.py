"""Horn's parallel analysis: how many factors stand out from chance."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd

from lederlib._checks import (
    Floats,
    generator_of,
    require_count,
    require_known,
    require_number,
    require_progress,
)
from lederlib.measure.factors.between import require_positive_definite
from lederlib.measure.factors.counting import how_many
from lederlib.measure.gathering import Gathered, gather
from lederlib.measure.item_matrix import Table
from lederlib.measure.moments import Moments
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_share, label

ParallelNull = Literal["normal", "permuted"]
ParallelKind = Literal["components", "factors"]
Progress = Callable[[float], None]
# As many numbers at once as fit well into memory: 64 MB of them.
_BLOCK_CELLS = 8_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ParallelAnalysis(Readable):
    """Eigenvalues of the items beside those of items that have nothing in common.

    Attributes
    ----------
    suggested : int
        How many of the first eigenvalues lie above chance; it may be 0.
    strict, lenient : int
        How many do if chance is given its largest draw, or its middle one: where these
        differ, the number hangs on where the limit is set.
    table : pandas.DataFrame
        Indexed by `factor`, from 1: `observed`, `random_mean`, `random_high` (the
        quantile asked for) and whether it is `kept`.
    kind, null : str
        Which eigenvalues, and how chance was made.
    quantile, draws : float, int
        Which quantile of how many draws counts as chance.
    n, dropped : int
        People who answered everything, and people left out.
    """

    suggested: int
    strict: int
    lenient: int
    table: pd.DataFrame
    kind: ParallelKind
    null: ParallelNull
    quantile: float
    draws: int
    n: int
    dropped: int

    def to_frame(self) -> pd.DataFrame:
        """Return the table."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return the suggestion, what it was compared with and its chance, in words."""
        words = [
            label(
                f"structure.parallel_{self.kind}",
                lang,
                suggested=how_many(self.suggested, lang),
                items=len(self.table),
                n=format_number(self.n, lang, digits=0),
                draws=format_number(self.draws, lang, digits=0),
                null=label(f"structure.null_{self.null}", lang),
                quantile=format_number(100 * self.quantile, lang, digits=0),
            )
        ]
        key = "sure" if self.strict == self.lenient else "unsure"
        ends = {
            "low": how_many(self.strict, lang),
            "high": how_many(self.lenient, lang),
        }
        words.append(label(f"structure.parallel_{key}", lang, **ends))
        chance = format_share(1 - self.quantile, lang, digits=None)
        words.append(label("structure.parallel_ground", lang, chance=chance))
        if self.dropped:
            words.append(label("structure.dropped", lang, dropped=self.dropped))
        return " ".join(words)


def parallel_analysis(
    items: Table | Moments,
    *,
    null: ParallelNull = "normal",
    kind: ParallelKind = "components",
    draws: int = 1000,
    quantile: float = 0.95,
    rng: int | np.random.Generator = 0,
    progress: Progress | None = None,
) -> ParallelAnalysis:
    """Compare the items' eigenvalues with those of items that share nothing.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers; only people who answered every item count, and there must be more of
        them than items.
    null : {"normal", "permuted"}
        Chance from uncorrelated normal items, or from the answers themselves, each item
        shuffled among people.
    kind : {"components", "factors"}
        Eigenvalues of the Pearson correlations, or with squared multiple correlations
        in the diagonal.
    draws : int, default 1000
        Random tables.
    quantile : float, default 0.95
        Which quantile of each random eigenvalue an observed one must exceed.
    rng : int or numpy.random.Generator
        Where chance comes from.
    progress : callable, optional
        Told the share done, from 0 to 1.

    Raises
    ------
    ValueError
        If an item does not vary, items determine one another, or there are too few
        people.

    Notes
    -----
    Normal tables are not made person by person: their covariance is drawn exactly,
    from the Wishart distribution by Bartlett's decomposition, which costs the same
    whatever the number of people. Horn (1965), https://doi.org/10.1007/BF02289447.

    The number is a suggestion. Where one factor stands behind five items of five
    answers with loadings of .7, components suggest another number in none of 500 tables
    of 50, 200 or 1,000 people each; with loadings of .5 in 50 tables of 50 people (of
    which 11 more than one factor) and in none of 200 or 1,000. Factors that go together
    are often taken for one.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> trait = rng.standard_normal((300, 1))
    >>> parallel_analysis(trait + rng.standard_normal((300, 6)), draws=200).suggested
    1
    """
    require_known(null, get_args(ParallelNull), name="null")
    require_known(kind, get_args(ParallelKind), name="kind")
    require_count(draws, 20, 1_000_000, name="draws")
    require_number(quantile, 0.5, 0.999, name="quantile")
    require_progress(progress)
    held = gather(items, fewest=3)
    _require_people(held)
    between = held.correlations
    require_positive_definite(between, held.names)
    make = _wishart if null == "normal" else _shuffled
    blocks = make(held, draws, generator_of(rng))
    random = [eigenvalues(block, kind) for block in _told(blocks, draws, progress)]
    observed = eigenvalues(between[None], kind)[0]
    chance = np.concatenate(random)
    table = _table(observed, chance, quantile)
    return ParallelAnalysis(
        suggested=int(table["kept"].sum()),
        strict=int(_table(observed, chance, 1.0)["kept"].sum()),
        lenient=int(_table(observed, chance, 0.5)["kept"].sum()),
        table=table,
        kind=kind,
        null=null,
        quantile=quantile,
        draws=draws,
        n=held.n,
        dropped=held.dropped,
    )


def _require_people(held: Gathered) -> None:
    people, items = held.n, len(held.names)
    if people <= items:
        msg = (
            "Parallel analysis needs more people than items; "
            f"got {people} people with {items} items."
        )
        raise ValueError(msg)


def _told(
    blocks: Iterator[Floats], draws: int, progress: Progress | None
) -> Iterator[Floats]:
    """Yield the blocks, and tell after each how far the draws are."""
    done = 0
    for block in blocks:
        yield block
        done += len(block)
        if progress is not None:
            progress(done / draws)


def _wishart(held: Gathered, draws: int, rng: np.random.Generator) -> Iterator[Floats]:
    """Yield correlations of uncorrelated normal items, without drawing the people."""
    for root in wishart_roots(held.n, len(held.names), draws, rng):
        yield correlations_of(root)


def wishart_roots(
    people: int, items: int, draws: int, rng: np.random.Generator
) -> Iterator[Floats]:
    """Yield blocks of roots of the summed squares of uncorrelated normal items."""
    diagonal = np.arange(items)
    rows, columns = np.tril_indices(items, -1)
    size = max(1, _BLOCK_CELLS // items**2)
    for start in range(0, draws, size):
        block = min(size, draws - start)
        root = np.zeros((block, items, items))
        root[:, rows, columns] = rng.standard_normal((block, len(rows)))
        freedom = people - 1 - diagonal
        root[:, diagonal, diagonal] = np.sqrt(rng.chisquare(freedom, (block, items)))
        yield root


def correlations_of(root: Floats) -> Floats:
    """Return the correlations of each table of which that is a root."""
    root /= np.sqrt((root**2).sum(axis=2, keepdims=True))
    return np.asarray(root @ root.transpose(0, 2, 1))


def _shuffled(held: Gathered, draws: int, rng: np.random.Generator) -> Iterator[Floats]:
    """Yield correlations of the answers, each item shuffled among people."""
    values = held.answers(needed_by="The permuted null").values
    # Each item a row of its own in memory, which is shuffled much faster.
    scores = np.ascontiguousarray(((values - values.mean(0)) / values.std(0)).T)
    for _ in range(draws):
        mixed = rng.permuted(scores, axis=1)
        yield (mixed @ mixed.T / held.n)[None]


def eigenvalues(correlations: Floats, kind: ParallelKind) -> Floats:
    """Return the eigenvalues that are compared, the largest first."""
    if kind == "factors":
        place = np.arange(correlations.shape[1])
        inverse = np.linalg.inv(correlations)
        correlations = correlations.copy()
        correlations[:, place, place] = 1 - 1 / inverse[:, place, place]
    return np.asarray(np.linalg.eigvalsh(correlations)[:, ::-1], dtype=float)


def _table(observed: Floats, chance: Floats, quantile: float) -> pd.DataFrame:
    high = np.quantile(chance, quantile, axis=0)
    index = pd.RangeIndex(1, len(observed) + 1, name="factor")
    facts = {
        "observed": observed,
        "random_mean": chance.mean(axis=0),
        "random_high": high,
        "kept": np.logical_and.accumulate(observed > high),
    }
    return pd.DataFrame(facts, index=index)
