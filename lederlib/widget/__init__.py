"""Where it is touched: levers that move a picture and say in words what it shows."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lederlib.widget.agreement import agreement_description, explore_agreement
from lederlib.widget.balance import balance_description, explore_balance
from lederlib.widget.bucket import bucket_description, explore_bucket
from lederlib.widget.calendar import calendar_description, explore_calendar
from lederlib.widget.conclusion import conclusion_description, explore_conclusion
from lederlib.widget.contagion import contagion_description, explore_contagion
from lederlib.widget.controls import (
    Control,
    Span,
    choice,
    free_text,
    slider,
    sliders,
    switch,
)
from lederlib.widget.description import Card, Cards, Description, View
from lederlib.widget.draft import draft_description, explore_draft
from lederlib.widget.evidence import evidence_description, explore_evidence
from lederlib.widget.explorer import Explorer
from lederlib.widget.factors import explore_factors, factors_description
from lederlib.widget.flexwork import explore_flexwork, flexwork_description
from lederlib.widget.frames import Frame, Frames, Scene
from lederlib.widget.invariance import explore_invariance, invariance_description
from lederlib.widget.pilots import explore_pilots, pilots_description
from lederlib.widget.progress import progress_bar
from lederlib.widget.reliability import explore_reliability, reliability_description
from lederlib.widget.strain import explore_strain, strain_description
from lederlib.widget.structure import explore_structure, structure_description
from lederlib.widget.surface import explore_surface, surface_description
from lederlib.widget.synchronise import explore_synchronise, synchronise_description

#: What each explorer is, by its name: a function of the language, and of conditions
#: such as `draws`, `rng` or `ledger` where the explorer has them.
DESCRIPTIONS: Final[Mapping[str, Callable[..., Description]]] = MappingProxyType(
    {
        "agreement": agreement_description,
        "balance": balance_description,
        "bucket": bucket_description,
        "calendar": calendar_description,
        "conclusion": conclusion_description,
        "contagion": contagion_description,
        "draft": draft_description,
        "evidence": evidence_description,
        "factors": factors_description,
        "flexwork": flexwork_description,
        "invariance": invariance_description,
        "pilots": pilots_description,
        "reliability": reliability_description,
        "strain": strain_description,
        "structure": structure_description,
        "surface": surface_description,
        "synchronise": synchronise_description,
    }
)

__all__ = [
    "DESCRIPTIONS",
    "Card",
    "Cards",
    "Control",
    "Description",
    "Explorer",
    "Frame",
    "Frames",
    "Scene",
    "Span",
    "View",
    "choice",
    "explore_agreement",
    "explore_balance",
    "explore_bucket",
    "explore_calendar",
    "explore_conclusion",
    "explore_contagion",
    "explore_draft",
    "explore_evidence",
    "explore_factors",
    "explore_flexwork",
    "explore_invariance",
    "explore_pilots",
    "explore_reliability",
    "explore_strain",
    "explore_structure",
    "explore_surface",
    "explore_synchronise",
    "free_text",
    "progress_bar",
    "slider",
    "sliders",
    "switch",
]
