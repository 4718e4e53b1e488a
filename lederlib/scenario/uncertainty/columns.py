"""The quantities of many worlds as one matrix, a column for each single number."""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.catalogue import FACTOR_KEYS, Ledger
from lederlib.scenario.inputs import Inputs, Sample


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
