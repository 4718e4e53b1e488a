"""Where it is touched: levers that move a picture and say in words what it shows."""

from lederlib.widget.agreement import explore_agreement
from lederlib.widget.balance import explore_balance
from lederlib.widget.balance_surface import explore_surface
from lederlib.widget.bucket import explore_bucket
from lederlib.widget.calendar import explore_calendar
from lederlib.widget.conclusion import explore_conclusion
from lederlib.widget.contagion import explore_contagion
from lederlib.widget.controls import Control, choice, free_text, slider, switch
from lederlib.widget.draft_items import explore_items
from lederlib.widget.evidence import explore_evidence
from lederlib.widget.explorer import Explorer
from lederlib.widget.factors import explore_factors
from lederlib.widget.flexwork import explore_flexwork
from lederlib.widget.invariance import explore_invariance
from lederlib.widget.leader_year import explore_year
from lederlib.widget.pilot import explore_pilot
from lederlib.widget.portfolio import explore_portfolio
from lederlib.widget.progress import progress_bar
from lederlib.widget.reliability import explore_reliability
from lederlib.widget.stage import Scene, Show, Stage
from lederlib.widget.structure import explore_structure

__all__ = [
    "Control",
    "Explorer",
    "Scene",
    "Show",
    "Stage",
    "choice",
    "explore_agreement",
    "explore_balance",
    "explore_bucket",
    "explore_calendar",
    "explore_conclusion",
    "explore_contagion",
    "explore_evidence",
    "explore_factors",
    "explore_flexwork",
    "explore_invariance",
    "explore_items",
    "explore_pilot",
    "explore_portfolio",
    "explore_reliability",
    "explore_structure",
    "explore_surface",
    "explore_year",
    "free_text",
    "progress_bar",
    "slider",
    "switch",
]
