"""Every explorer by its name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lederlib.widget.agreement import agreement_description
from lederlib.widget.balance import balance_description
from lederlib.widget.bucket import bucket_description
from lederlib.widget.calendar import calendar_description
from lederlib.widget.conclusion import conclusion_description
from lederlib.widget.contagion import contagion_description
from lederlib.widget.description import Description
from lederlib.widget.draft import draft_description
from lederlib.widget.evidence import evidence_description
from lederlib.widget.factors import factors_description
from lederlib.widget.flexwork import flexwork_description
from lederlib.widget.invariance import invariance_description
from lederlib.widget.pilots import pilots_description
from lederlib.widget.reliability import reliability_description
from lederlib.widget.strain import strain_description
from lederlib.widget.structure import structure_description
from lederlib.widget.surface import surface_description
from lederlib.widget.synchronise import synchronise_description

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
