"""Classes of provenance: what a number rests on, from strong to weak."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from lederlib._checks import require_known

Provenance = Literal[
    "seed",
    "published",
    "own",
    "direction",
    "structure",
    "assumption",
    "derived",
    "unverified",
]
PROVENANCES: tuple[Provenance, ...] = get_args(Provenance)
# What was printed, seen or measured stands alike; after it the weaker the higher.
_WEAKNESS: Mapping[Provenance, int] = MappingProxyType(
    {
        "seed": 0,
        "published": 0,
        "own": 0,
        "direction": 1,
        "structure": 2,
        "assumption": 3,
        "unverified": 4,
    }
)
# A direction says which sign a size has; the size itself is assumed.
_SIZES: Mapping[Provenance, Provenance] = MappingProxyType({"direction": "assumption"})


def weakest(*classes: Provenance) -> Provenance:
    """Return the class that a conclusion from numbers of those classes has.

    A number printed in the magazine, a published one and one's own measurement stand
    alike; then follow a direction, a structure, an assumption and what nobody saw.

    Raises
    ------
    ValueError
        If there is no class, or one has no rank of its own, as `derived`.

    Examples
    --------
    >>> weakest("seed", "structure", "direction"), weakest("own", "assumption")
    ('structure', 'assumption')
    """
    for one in classes:
        require_known(one, _WEAKNESS, name="class")
    if not classes:
        msg = "weakest needs at least one class; got none."
        raise ValueError(msg)
    return max(classes, key=_WEAKNESS.__getitem__)


def class_of_size(provenance: Provenance) -> Provenance:
    """Return what the size of a quantity of that class rests on.

    Where only the direction is known, the size is an assumption.

    Examples
    --------
    >>> class_of_size("direction"), class_of_size("published")
    ('assumption', 'published')
    """
    return _SIZES.get(provenance, provenance)
