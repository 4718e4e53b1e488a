"""Where it is touched: levers that move a picture and say in words what it shows."""

from typing import TYPE_CHECKING

from lederlib._first_use import on_first_use

if TYPE_CHECKING:
    from lederlib.widget.agreement import explore_agreement
    from lederlib.widget.asking import Ask, ask
    from lederlib.widget.balance import explore_balance
    from lederlib.widget.bucket import explore_bucket
    from lederlib.widget.calendar import explore_calendar
    from lederlib.widget.conclusion import explore_conclusion
    from lederlib.widget.contagion import explore_contagion
    from lederlib.widget.controls import (
        Control,
        choice,
        free_text,
        slider,
        switch,
    )
    from lederlib.widget.description import Card, Cards, Description, Guess, View
    from lederlib.widget.draft import explore_draft
    from lederlib.widget.evidence import explore_evidence
    from lederlib.widget.explorer import Explorer
    from lederlib.widget.explorers import DESCRIPTIONS
    from lederlib.widget.factors import explore_factors
    from lederlib.widget.flexwork import explore_flexwork
    from lederlib.widget.frames import Frame, Frames, Scene
    from lederlib.widget.invariance import explore_invariance
    from lederlib.widget.pilots import explore_pilots
    from lederlib.widget.progress import progress_bar
    from lederlib.widget.reliability import explore_reliability
    from lederlib.widget.stepping import Step, step
    from lederlib.widget.strain import explore_strain
    from lederlib.widget.structure import explore_structure
    from lederlib.widget.surface import explore_surface
    from lederlib.widget.synchronise import explore_synchronise

__all__ = [
    "DESCRIPTIONS",
    "Ask",
    "Card",
    "Cards",
    "Control",
    "Description",
    "Explorer",
    "Frame",
    "Frames",
    "Guess",
    "Scene",
    "Step",
    "View",
    "ask",
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
    "step",
    "switch",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_first_use(__name__, __all__)
