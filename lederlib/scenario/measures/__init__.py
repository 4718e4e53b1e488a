"""Measures on made-up people, whose true answers are known."""

from lederlib.scenario.measures.balance_surface import (
    MIDDLE,
    SURFACE_OUTCOMES,
    WALK,
    BalanceSurface,
    balance_surface,
    leader_table,
)
from lederlib.scenario.measures.draft import (
    DRAFT_FACETS,
    DRAFT_ITEMS,
    DraftTrial,
    draft_answers,
    try_draft,
)
from lederlib.scenario.measures.professions import (
    Compared,
    Gap,
    Professions,
    StatementMeans,
    compare_professions,
    draw_professions,
    statement_means,
)

__all__ = [
    "DRAFT_FACETS",
    "DRAFT_ITEMS",
    "MIDDLE",
    "SURFACE_OUTCOMES",
    "WALK",
    "BalanceSurface",
    "Compared",
    "DraftTrial",
    "Gap",
    "Professions",
    "StatementMeans",
    "balance_surface",
    "compare_professions",
    "draft_answers",
    "draw_professions",
    "leader_table",
    "statement_means",
    "try_draft",
]
