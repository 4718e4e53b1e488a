"""What if: scenarios, their outcomes with intervals, and what these rest on."""

from typing import TYPE_CHECKING

from lederlib._first_use import on_first_use

# The folder of the same name would stand in its place.
from lederlib.scenario.contagion import Contagion, contagion, contagion_worlds

if TYPE_CHECKING:
    from lederlib.scenario.bucket.bucket import (
        BUCKET_DRAWS,
        BUCKET_LEVERS,
        BUCKET_STEPS,
        BUCKET_YEARS,
        FAMILY_CHOICES,
        Bucket,
        BucketOutcome,
        run_bucket,
    )
    from lederlib.scenario.bucket.reading import (
        BucketYear,
        bucket_change,
        bucket_sentence,
        bucket_table,
        bucket_year,
        compare_buckets,
        share_run_dry,
    )
    from lederlib.scenario.calendar import (
        CALENDAR_RUNS,
        Answer,
        Calendar,
        CalendarOutcome,
        hours_in_words,
        run_calendar,
    )
    from lederlib.scenario.draft import (
        DRAFT_FACETS,
        DRAFT_ITEMS,
        DraftTrial,
        draft_answers,
        try_draft,
    )
    from lederlib.scenario.evidence.confrontation import Confrontation, confront
    from lederlib.scenario.evidence.tables import confrontation_tables
    from lederlib.scenario.evidence.target import Target
    from lederlib.scenario.evidence.targets import targets
    from lederlib.scenario.evidence.widths import under_other_widths
    from lederlib.scenario.flexwork.as_model import scenario_model
    from lederlib.scenario.flexwork.consequences import USED_QUANTITIES
    from lederlib.scenario.flexwork.outcome import (
        Difference,
        Outcome,
        difference_table,
        outcome_row,
        verdict_sentence,
    )
    from lederlib.scenario.flexwork.run import YEARS, against_today, compare, run
    from lederlib.scenario.flexwork.scenario import (
        CHOICES,
        DAYS,
        FLEXIBLE_WORK_LEVERS,
        LEVERS,
        Scenario,
        factor_baseline,
        lever_values,
    )
    from lederlib.scenario.flexwork.sharing import ways_of_sharing
    from lederlib.scenario.inputs import Model
    from lederlib.scenario.invariance import (
        Compared,
        Gap,
        StatementMeans,
        compare_professions,
        draw_professions,
        statement_means,
    )
    from lederlib.scenario.outcomes.outcomes import OUTCOMES, outcome
    from lederlib.scenario.pilots import (
        PILOT_MEASURES,
        PilotWeeks,
        inside_words,
        per_cent,
        pilot_name,
        pilot_outcome,
        pilot_row,
        pilot_table,
        pilot_themes,
        pilot_weeks,
        range_words,
        zero_words,
    )
    from lederlib.scenario.strain.leader_year import LeaderYear, leader_year
    from lederlib.scenario.strain.rest_curve import RestCurve, edges_in_words
    from lederlib.scenario.strain.season import calendar_weeks, season
    from lederlib.scenario.surface import (
        MIDDLE,
        SURFACE_OUTCOMES,
        BalanceSurface,
        balance_surface,
        leader_table,
    )
    from lederlib.scenario.sweeps.replicate import replicate
    from lederlib.scenario.sweeps.sweep import sweep
    from lederlib.scenario.synchronise.judging import (
        best_sets,
        pair_effects,
        set_value,
        stop_first,
    )
    from lederlib.scenario.synchronise.words import (
        letter_of,
        letters_of,
        pairs_in_words,
        points,
        range_in_points,
        sets_in_words,
        stop_sentence,
        stop_words,
        stops_in_words,
    )
    from lederlib.scenario.synchronise.world import (
        PortfolioWorld,
        attention,
        portfolio_world,
        prepared_pairs,
        prepared_sets,
    )
    from lederlib.scenario.uncertainty.discover import Discovery, discover
    from lederlib.scenario.uncertainty.measuring import FINDINGS, as_if_measured
    from lederlib.scenario.uncertainty.provenance import (
        provenance_effects,
        provenance_share,
    )
    from lederlib.scenario.uncertainty.sensitivity import Sensitivity, sensitivity
    from lederlib.scenario.worlds import Worlds

__all__ = [
    "BUCKET_DRAWS",
    "BUCKET_LEVERS",
    "BUCKET_STEPS",
    "BUCKET_YEARS",
    "CALENDAR_RUNS",
    "CHOICES",
    "DAYS",
    "DRAFT_FACETS",
    "DRAFT_ITEMS",
    "FAMILY_CHOICES",
    "FINDINGS",
    "FLEXIBLE_WORK_LEVERS",
    "LEVERS",
    "MIDDLE",
    "OUTCOMES",
    "PILOT_MEASURES",
    "SURFACE_OUTCOMES",
    "USED_QUANTITIES",
    "YEARS",
    "Answer",
    "BalanceSurface",
    "Bucket",
    "BucketOutcome",
    "BucketYear",
    "Calendar",
    "CalendarOutcome",
    "Compared",
    "Confrontation",
    "Contagion",
    "Difference",
    "Discovery",
    "DraftTrial",
    "Gap",
    "LeaderYear",
    "Model",
    "Outcome",
    "PilotWeeks",
    "PortfolioWorld",
    "RestCurve",
    "Scenario",
    "Sensitivity",
    "StatementMeans",
    "Target",
    "Worlds",
    "against_today",
    "as_if_measured",
    "attention",
    "balance_surface",
    "best_sets",
    "bucket_change",
    "bucket_sentence",
    "bucket_table",
    "bucket_year",
    "calendar_weeks",
    "compare",
    "compare_buckets",
    "compare_professions",
    "confront",
    "confrontation_tables",
    "contagion",
    "contagion_worlds",
    "difference_table",
    "discover",
    "draft_answers",
    "draw_professions",
    "edges_in_words",
    "factor_baseline",
    "hours_in_words",
    "inside_words",
    "leader_table",
    "leader_year",
    "letter_of",
    "letters_of",
    "lever_values",
    "outcome",
    "outcome_row",
    "pair_effects",
    "pairs_in_words",
    "per_cent",
    "pilot_name",
    "pilot_outcome",
    "pilot_row",
    "pilot_table",
    "pilot_themes",
    "pilot_weeks",
    "points",
    "portfolio_world",
    "prepared_pairs",
    "prepared_sets",
    "provenance_effects",
    "provenance_share",
    "range_in_points",
    "range_words",
    "replicate",
    "run",
    "run_bucket",
    "run_calendar",
    "scenario_model",
    "season",
    "sensitivity",
    "set_value",
    "sets_in_words",
    "share_run_dry",
    "statement_means",
    "stop_first",
    "stop_sentence",
    "stop_words",
    "stops_in_words",
    "sweep",
    "targets",
    "try_draft",
    "under_other_widths",
    "verdict_sentence",
    "ways_of_sharing",
    "zero_words",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_first_use(__name__, __all__)
