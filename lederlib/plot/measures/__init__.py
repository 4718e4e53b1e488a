"""Measures and their items: reliability, structure, groups and surfaces."""

from lederlib.plot.measures.alphas import live_alphas, plot_alphas
from lederlib.plot.measures.draft_items import live_draft_items, plot_draft_items
from lederlib.plot.measures.draft_whole import live_draft_whole, plot_draft_whole
from lederlib.plot.measures.group_dots import live_group_dots, plot_group_dots
from lederlib.plot.measures.group_figures import live_group_figures, plot_group_figures
from lederlib.plot.measures.invariance_steps import (
    live_invariance_steps,
    plot_invariance_steps,
)
from lederlib.plot.measures.loadings import live_loadings, plot_loadings
from lederlib.plot.measures.scree import live_scree, plot_scree
from lederlib.plot.measures.statement_means import (
    live_statement_means,
    plot_statement_means,
)
from lederlib.plot.measures.surface import plot_surface
from lederlib.plot.measures.surface_map import live_surface_map, plot_surface_map
from lederlib.plot.measures.surface_walks import live_surface_walks, plot_surface_walks
from lederlib.plot.measures.two_scores import live_two_scores, plot_two_scores

__all__ = [
    "live_alphas",
    "live_draft_items",
    "live_draft_whole",
    "live_group_dots",
    "live_group_figures",
    "live_invariance_steps",
    "live_loadings",
    "live_scree",
    "live_statement_means",
    "live_surface_map",
    "live_surface_walks",
    "live_two_scores",
    "plot_alphas",
    "plot_draft_items",
    "plot_draft_whole",
    "plot_group_dots",
    "plot_group_figures",
    "plot_invariance_steps",
    "plot_loadings",
    "plot_scree",
    "plot_statement_means",
    "plot_surface",
    "plot_surface_map",
    "plot_surface_walks",
    "plot_two_scores",
]
