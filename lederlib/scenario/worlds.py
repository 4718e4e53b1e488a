"""The possible worlds of a ledger, drawn once and kept for the next lever move."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lederlib._checks import Floats, require_count
from lederlib.catalogue import Ledger, Stamp
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
    """

    quantities: Mapping[str, Floats]
    leaving: RetentionParameters
    stamp: Stamp


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
    )
    _kept[key] = (ledger, worlds)
    while len(_kept) > _KEPT:
        _kept.popitem(last=False)
    return worlds


def solve_worlds(quantities: Mapping[str, Floats], stamp: Stamp) -> Worlds:
    """Return worlds with all that follows from the drawn quantities alone."""
    return Worlds(
        quantities=MappingProxyType(dict(quantities)),
        leaving=retention_parameters(
            gone_in_one_year=quantities["gone_in_one_year"],
            gone_in_five_years=quantities["gone_in_five_years"],
            family=quantities["retention_family"],
        ),
        stamp=stamp,
    )
