"""What an answer rests on, and in how many possible worlds it holds."""

from lederlib.plot.uncertainty.effects import live_effects, plot_effects
from lederlib.plot.uncertainty.evidence import live_evidence, plot_evidence
from lederlib.plot.uncertainty.provenance import live_provenance, plot_provenance
from lederlib.plot.uncertainty.worlds import live_worlds, plot_worlds

__all__ = [
    "live_effects",
    "live_evidence",
    "live_provenance",
    "live_worlds",
    "plot_effects",
    "plot_evidence",
    "plot_provenance",
    "plot_worlds",
]
