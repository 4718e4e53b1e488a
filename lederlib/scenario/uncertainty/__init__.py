"""Which numbers an answer rests on, how much, and where in their ranges it fails."""

from lederlib.scenario.uncertainty.discover import Discovery, discover
from lederlib.scenario.uncertainty.measuring import FINDINGS, Finding, as_if_measured
from lederlib.scenario.uncertainty.provenance import (
    provenance_effects,
    provenance_share,
)
from lederlib.scenario.uncertainty.sensitivity import Sensitivity, sensitivity

__all__ = [
    "FINDINGS",
    "Discovery",
    "Finding",
    "Sensitivity",
    "as_if_measured",
    "discover",
    "provenance_effects",
    "provenance_share",
    "sensitivity",
]
