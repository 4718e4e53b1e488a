"""What we know, and where we have it from."""

from lederlib.catalogue.factors import FACTOR_KEYS, Factor, factor, factors
from lederlib.catalogue.folders import shipped
from lederlib.catalogue.quantities import (
    PROVENANCES,
    Ledger,
    Provenance,
    Quantity,
    ledger,
    seed_of,
)

__all__ = [
    "FACTOR_KEYS",
    "PROVENANCES",
    "Factor",
    "Ledger",
    "Provenance",
    "Quantity",
    "factor",
    "factors",
    "ledger",
    "seed_of",
    "shipped",
]
