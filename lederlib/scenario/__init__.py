"""What if: scenarios, their outcomes with intervals, and what these rest on."""

from typing import TYPE_CHECKING

from lederlib._first_use import on_first_use

# The folder of the same name would stand in its place.
from lederlib.scenario.contagion import (
    Contagion,
    contagion,
    contagion_worlds,
    leader_loads,
    team_sizes,
)

if TYPE_CHECKING:
    from lederlib.scenario.bucket import (
        BUCKET_DRAWS,
        BUCKET_LEVERS,
        BUCKET_STEPS,
        BUCKET_YEARS,
        FAMILY_CHOICES,
        Bucket,
        BucketOutcome,
        BucketYear,
        bucket_change,
        bucket_sentence,
        bucket_table,
        bucket_year,
        compare_buckets,
        run_bucket,
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
    from lederlib.scenario.flexwork.as_model import scenario_model
    from lederlib.scenario.flexwork.consequences import USED_QUANTITIES
    from lederlib.scenario.flexwork.levers import (
        DAYS,
        FLEXIBLE_WORK_LEVERS,
        LEVERS,
        Lever,
        LeverValue,
        require_lever_value,
    )
    from lederlib.scenario.flexwork.outcome import Difference, Outcome
    from lederlib.scenario.flexwork.run import YEARS, compare, run
    from lederlib.scenario.flexwork.scenario import (
        Scenario,
        factor_baseline,
        lever_values,
    )
    from lederlib.scenario.flexwork.sentences import outcome_row, verdict_sentence
    from lederlib.scenario.flexwork.tables import difference_table
    from lederlib.scenario.flexwork.ways import ways_of_sharing
    from lederlib.scenario.inputs import Model
    from lederlib.scenario.invariance import (
        Compared,
        Gap,
        Professions,
        StatementMeans,
        compare_professions,
        draw_professions,
        statement_means,
    )
    from lederlib.scenario.pilots import (
        PilotWeeks,
        pilot_outcome,
        pilot_table,
        pilot_themes,
        pilot_weeks,
    )
    from lederlib.scenario.pilots.weeks import PILOT_MEASURES
    from lederlib.scenario.pilots.words import (
        inside_words,
        per_cent,
        pilot_name,
        pilot_row,
        range_words,
        zero_words,
    )
    from lederlib.scenario.strain import (
        STOCKS,
        LeaderYear,
        RestCurve,
        Stocks,
        calendar_weeks,
        edges_in_words,
        leader_year,
        season,
    )
    from lederlib.scenario.surface import (
        MIDDLE,
        SURFACE_OUTCOMES,
        WALK,
        BalanceSurface,
        balance_surface,
        leader_table,
    )
    from lederlib.scenario.sweeps import replicate, sweep
    from lederlib.scenario.synchronise import (
        PortfolioWorld,
        best_sets,
        judge_sets,
        pair_effects,
        pairs_in_words,
        portfolio_world,
        set_value,
        sets_in_words,
        stop_first,
        stop_sentence,
        stops_in_words,
    )
    from lederlib.scenario.synchronise.words import (
        letter_of,
        letters_of,
        points,
        range_in_points,
        stop_words,
    )
    from lederlib.scenario.synchronise.world import (
        attention,
        prepared_pairs,
        prepared_sets,
    )
    from lederlib.scenario.uncertainty import (
        FINDINGS,
        Discovery,
        Finding,
        Sensitivity,
        as_if_measured,
        discover,
        provenance_effects,
        provenance_share,
        sensitivity,
    )

__all__ = [
    "BUCKET_DRAWS",
    "BUCKET_LEVERS",
    "BUCKET_STEPS",
    "BUCKET_YEARS",
    "CALENDAR_RUNS",
    "DAYS",
    "DRAFT_FACETS",
    "DRAFT_ITEMS",
    "FAMILY_CHOICES",
    "FINDINGS",
    "FLEXIBLE_WORK_LEVERS",
    "LEVERS",
    "MIDDLE",
    "PILOT_MEASURES",
    "STOCKS",
    "SURFACE_OUTCOMES",
    "USED_QUANTITIES",
    "WALK",
    "YEARS",
    "Answer",
    "BalanceSurface",
    "Bucket",
    "BucketOutcome",
    "BucketYear",
    "Calendar",
    "CalendarOutcome",
    "Compared",
    "Contagion",
    "Difference",
    "Discovery",
    "DraftTrial",
    "Finding",
    "Gap",
    "LeaderYear",
    "Lever",
    "LeverValue",
    "Model",
    "Outcome",
    "PilotWeeks",
    "PortfolioWorld",
    "Professions",
    "RestCurve",
    "Scenario",
    "Sensitivity",
    "StatementMeans",
    "Stocks",
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
    "judge_sets",
    "leader_loads",
    "leader_table",
    "leader_year",
    "letter_of",
    "letters_of",
    "lever_values",
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
    "require_lever_value",
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
    "team_sizes",
    "try_draft",
    "verdict_sentence",
    "ways_of_sharing",
    "zero_words",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_first_use(__name__, __all__)
