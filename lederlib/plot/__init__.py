"""How it looks: tables and arrays in, one figure out."""

from typing import TYPE_CHECKING

from lederlib._first_use import on_first_use

if TYPE_CHECKING:
    from lederlib.plot.agreement.group_dots import live_group_dots, plot_group_dots
    from lederlib.plot.agreement.group_figures import (
        live_group_figures,
        plot_group_figures,
    )
    from lederlib.plot.balance.group_balance import plot_group_balance
    from lederlib.plot.balance.scale import live_scale, plot_scale
    from lederlib.plot.bucket.bucket import live_bucket, plot_bucket
    from lederlib.plot.bucket.bucket_years import live_bucket_years, plot_bucket_years
    from lederlib.plot.bucket.retention import live_retention, plot_retention
    from lederlib.plot.calendar.curves import live_calendar_curves, plot_calendar_curves
    from lederlib.plot.calendar.week import live_calendar_week, plot_calendar_week
    from lederlib.plot.conclusion.effects import live_effects, plot_effects
    from lederlib.plot.conclusion.provenance import live_provenance, plot_provenance
    from lederlib.plot.conclusion.worlds import live_worlds, plot_worlds
    from lederlib.plot.contagion.population import live_population, plot_population
    from lederlib.plot.contagion.teams import live_teams, plot_teams
    from lederlib.plot.draft.draft_items import live_draft_items, plot_draft_items
    from lederlib.plot.draft.draft_whole import live_draft_whole, plot_draft_whole
    from lederlib.plot.drawing.picture import Picture, background_svg, moving_svg
    from lederlib.plot.drawing.theme import Drawing, new_figure
    from lederlib.plot.evidence import live_evidence, plot_evidence
    from lederlib.plot.factors.factor_map import live_factor_map, plot_factor_map
    from lederlib.plot.flexwork.frontier import live_frontier, plot_frontier
    from lederlib.plot.flexwork.week import live_week, plot_week
    from lederlib.plot.invariance.invariance_steps import (
        live_invariance_steps,
        plot_invariance_steps,
    )
    from lederlib.plot.invariance.statement_means import (
        live_statement_means,
        plot_statement_means,
    )
    from lederlib.plot.pilots.pilot_effect import live_pilot_effect, plot_pilot_effect
    from lederlib.plot.pilots.power import live_power, plot_power
    from lederlib.plot.pilots.run_chart import live_run_chart, plot_run_chart
    from lederlib.plot.reliability.alphas import live_alphas, plot_alphas
    from lederlib.plot.reliability.two_scores import live_two_scores, plot_two_scores
    from lederlib.plot.strain.leader_year import live_leader_year, plot_leader_year
    from lederlib.plot.strain.phase import live_phase, plot_phase
    from lederlib.plot.structure.loadings import live_loadings, plot_loadings
    from lederlib.plot.structure.scree import live_scree, plot_scree
    from lederlib.plot.surface.surface import plot_surface
    from lederlib.plot.surface.surface_map import live_surface_map, plot_surface_map
    from lederlib.plot.surface.surface_walks import (
        live_surface_walks,
        plot_surface_walks,
    )
    from lederlib.plot.synchronise.choices import live_choices, plot_choices
    from lederlib.plot.synchronise.conflicts import live_conflicts, plot_conflicts

__all__ = [
    "Drawing",
    "Picture",
    "background_svg",
    "live_alphas",
    "live_bucket",
    "live_bucket_years",
    "live_calendar_curves",
    "live_calendar_week",
    "live_choices",
    "live_conflicts",
    "live_draft_items",
    "live_draft_whole",
    "live_effects",
    "live_evidence",
    "live_factor_map",
    "live_frontier",
    "live_group_dots",
    "live_group_figures",
    "live_invariance_steps",
    "live_leader_year",
    "live_loadings",
    "live_phase",
    "live_pilot_effect",
    "live_population",
    "live_power",
    "live_provenance",
    "live_retention",
    "live_run_chart",
    "live_scale",
    "live_scree",
    "live_statement_means",
    "live_surface_map",
    "live_surface_walks",
    "live_teams",
    "live_two_scores",
    "live_week",
    "live_worlds",
    "moving_svg",
    "new_figure",
    "plot_alphas",
    "plot_bucket",
    "plot_bucket_years",
    "plot_calendar_curves",
    "plot_calendar_week",
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
    "plot_leader_year",
    "plot_loadings",
    "plot_phase",
    "plot_pilot_effect",
    "plot_population",
    "plot_power",
    "plot_provenance",
    "plot_retention",
    "plot_run_chart",
    "plot_scale",
    "plot_scree",
    "plot_statement_means",
    "plot_surface",
    "plot_surface_map",
    "plot_surface_walks",
    "plot_teams",
    "plot_two_scores",
    "plot_week",
    "plot_worlds",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_first_use(__name__, __all__)
