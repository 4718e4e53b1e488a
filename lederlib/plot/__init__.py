"""How it looks: tables and arrays in, one figure out."""

from typing import TYPE_CHECKING

from lederlib._first_use import on_first_use

if TYPE_CHECKING:
    from lederlib.plot.agreement.group_dots import plot_group_dots
    from lederlib.plot.agreement.group_figures import plot_group_figures
    from lederlib.plot.balance.group_balance import plot_group_balance
    from lederlib.plot.balance.scale import plot_scale, scale_in_words
    from lederlib.plot.bucket.bucket import plot_bucket
    from lederlib.plot.bucket.bucket_years import plot_bucket_years
    from lederlib.plot.bucket.retention import plot_retention
    from lederlib.plot.calendar.curves import plot_calendar_curves
    from lederlib.plot.calendar.week import plot_calendar_week
    from lederlib.plot.conclusion.effects import plot_effects
    from lederlib.plot.conclusion.provenance import plot_provenance
    from lederlib.plot.conclusion.worlds import plot_worlds
    from lederlib.plot.confrontation.narrowing import plot_narrowing
    from lederlib.plot.confrontation.quantities import plot_quantities
    from lederlib.plot.confrontation.targets import plot_targets
    from lederlib.plot.contagion.population import plot_population
    from lederlib.plot.contagion.teams import plot_teams
    from lederlib.plot.draft.draft_items import plot_draft_items
    from lederlib.plot.draft.draft_whole import plot_draft_whole
    from lederlib.plot.drawing.theme import Drawing, background_svg, moving_svg
    from lederlib.plot.evidence import plot_evidence
    from lederlib.plot.factors.change import plot_change
    from lederlib.plot.factors.factor_map import plot_factor_map
    from lederlib.plot.flexwork.frontier import plot_frontier
    from lederlib.plot.flexwork.week import plot_week
    from lederlib.plot.invariance.invariance_steps import plot_invariance_steps
    from lederlib.plot.invariance.statement_means import plot_statement_means
    from lederlib.plot.pilots.pilot_effect import plot_pilot_effect
    from lederlib.plot.pilots.power import plot_power
    from lederlib.plot.pilots.run_chart import plot_run_chart
    from lederlib.plot.reliability.alphas import plot_alphas
    from lederlib.plot.reliability.two_scores import plot_two_scores
    from lederlib.plot.strain.leader_year import plot_leader_year
    from lederlib.plot.strain.phase import plot_phase
    from lederlib.plot.structure.item_curves import plot_item_curves
    from lederlib.plot.structure.loadings import plot_loadings
    from lederlib.plot.structure.path_diagram import plot_path
    from lederlib.plot.structure.residuals import plot_residuals
    from lederlib.plot.structure.scree import plot_scree
    from lederlib.plot.surface.surface import plot_surface
    from lederlib.plot.surface.surface_map import plot_surface_map
    from lederlib.plot.surface.surface_walks import plot_surface_walks
    from lederlib.plot.synchronise.choices import plot_choices
    from lederlib.plot.synchronise.conflicts import plot_conflicts

__all__ = [
    "Drawing",
    "background_svg",
    "moving_svg",
    "plot_alphas",
    "plot_bucket",
    "plot_bucket_years",
    "plot_calendar_curves",
    "plot_calendar_week",
    "plot_change",
    "plot_choices",
    "plot_conflicts",
    "plot_draft_items",
    "plot_draft_whole",
    "plot_effects",
    "plot_evidence",
    "plot_factor_map",
    "plot_frontier",
    "plot_group_balance",
    "plot_group_dots",
    "plot_group_figures",
    "plot_invariance_steps",
    "plot_item_curves",
    "plot_leader_year",
    "plot_loadings",
    "plot_narrowing",
    "plot_path",
    "plot_phase",
    "plot_pilot_effect",
    "plot_population",
    "plot_power",
    "plot_provenance",
    "plot_quantities",
    "plot_residuals",
    "plot_retention",
    "plot_run_chart",
    "plot_scale",
    "plot_scree",
    "plot_statement_means",
    "plot_surface",
    "plot_surface_map",
    "plot_surface_walks",
    "plot_targets",
    "plot_teams",
    "plot_two_scores",
    "plot_week",
    "plot_worlds",
    "scale_in_words",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_first_use(__name__, __all__)
