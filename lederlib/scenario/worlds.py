"""The possible worlds of a ledger, drawn once and kept for the next lever move."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from lederlib._checks import Floats, require_count, seed_of
from lederlib.catalogue import Ledger, Stamp
from lederlib.catalogue import ledger as default_ledger
from lederlib.model import RetentionParameters, retention_parameters

MOST_DRAWS = 1_000_000
_KEPT = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Worlds:
    """Draws of every quantity, and what is solved from them whatever the levers.

    Attributes
    ----------
    quantities : mapping of str to numpy.ndarray
        As `Ledger.draw` returns them.
    leaving : RetentionParameters
        Solved in every draw from the two survey numbers.
    stamp : Stamp
        What remakes them.
    middle : mapping of str to float
        The middle of each single number: the ledger's best value, or the median of
        what is left after confronting it with what was observed.
    effective : float, optional
        How many independent worlds they are worth; as many as there are unless told.
    """

    quantities: Mapping[str, Floats]
    leaving: RetentionParameters
    stamp: Stamp
    middle: Mapping[str, float]
    effective: float | None = None

    @property
    def count(self) -> int:
        """How many there are."""
        return int(self.quantities["gone_in_one_year"].size)


_kept: OrderedDict[tuple[int, int, int], tuple[Ledger, Worlds]] = OrderedDict()


def draw_worlds(ledger: Ledger, *, seed: int, draws: int) -> Worlds:
    """Return the worlds of that ledger and seed; the latest few are kept.

    Raises
    ------
    ValueError
        If `draws` is no whole number from 2 to 1,000,000.
    """
    require_count(draws, 2, MOST_DRAWS, name="draws")
    # By identity, since hashing a ledger's content costs a sixth of a frame; the
    # ledger is kept beside its worlds, so that its address cannot be taken over.
    key = (id(ledger), seed, draws)
    if key in _kept:
        _kept.move_to_end(key)
        return _kept[key][1]
    worlds = solve_worlds(
        ledger.draw(draws, rng=seed),
        Stamp(seed=seed, draws=draws, fingerprint=ledger.fingerprint),
        middle={name: one.value for name, one in ledger.items()},
    )
    _kept[key] = (ledger, worlds)
    while len(_kept) > _KEPT:
        _kept.popitem(last=False)
    return worlds


def worlds_of(
    worlds: Worlds | None,
    ledger: Ledger | None,
    *,
    draws: int,
    rng: int | np.random.Generator,
) -> Worlds:
    """Return the worlds that were given, or else draw them from the ledger.

    Raises
    ------
    ValueError
        If both were given, or what was given are no worlds.
    """
    if worlds is None:
        book = default_ledger() if ledger is None else ledger
        return draw_worlds(book, seed=seed_of(rng), draws=draws)
    if not isinstance(worlds, Worlds):
        msg = (
            "worlds must come from Confrontation.worlds, such as "
            f"confront().worlds(1000); got {worlds!r:.60}."
        )
        raise ValueError(msg)
    if ledger is not None:
        msg = "ledger and worlds exclude each other: worlds come from a ledger already."
        raise ValueError(msg)
    return worlds


def solve_worlds(
    quantities: Mapping[str, Floats],
    stamp: Stamp,
    *,
    middle: Mapping[str, float] | None = None,
    effective: float | None = None,
) -> Worlds:
    """Return worlds with all that follows from the drawn quantities alone."""
    return Worlds(
        quantities=MappingProxyType(dict(quantities)),
        leaving=retention_parameters(
            gone_in_one_year=quantities["gone_in_one_year"],
            gone_in_five_years=quantities["gone_in_five_years"],
            family=quantities["retention_family"],
        ),
        stamp=stamp,
        middle=MappingProxyType({} if middle is None else dict(middle)),
        effective=effective,
    )
