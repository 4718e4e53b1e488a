"""What if: scenarios, their outcomes with intervals, and what these rest on."""

from lederlib.scenario.as_model import scenario_model
from lederlib.scenario.balance_surface import (
    MIDDLE,
    SURFACE_OUTCOMES,
    WALK,
    BalanceSurface,
    balance_surface,
    leader_table,
)
from lederlib.scenario.bucket import (
    BUCKET_DRAWS,
    BUCKET_LEVERS,
    BUCKET_STEPS,
    BUCKET_YEARS,
    FAMILY_CHOICES,
    Bucket,
    BucketOutcome,
    run_bucket,
)
from lederlib.scenario.bucket_reading import (
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
    run_calendar,
)
from lederlib.scenario.contagion import Contagion, contagion
from lederlib.scenario.contagion_worlds import contagion_worlds
from lederlib.scenario.discover import Discovery, discover
from lederlib.scenario.draft_measure import (
    DRAFT_FACETS,
    DRAFT_ITEMS,
    DraftTrial,
    draft_answers,
    try_draft,
)
from lederlib.scenario.levers import (
    DAYS,
    FLEXIBLE_WORK_LEVERS,
    LEVERS,
    Lever,
    LeverValue,
    require_lever_value,
)
from lederlib.scenario.measuring import FINDINGS, Finding, as_if_measured
from lederlib.scenario.outcome import Difference, Outcome
from lederlib.scenario.pilot import (
    PilotWeeks,
    pilot_outcome,
    pilot_themes,
    pilot_weeks,
)
from lederlib.scenario.pilot_words import pilot_table
from lederlib.scenario.portfolio import (
    best_sets,
    judge_sets,
    pair_effects,
    set_value,
    stop_first,
)
from lederlib.scenario.portfolio_words import (
    pairs_in_words,
    sets_in_words,
    stop_sentence,
    stops_in_words,
)
from lederlib.scenario.portfolio_world import PortfolioWorld, portfolio_world
from lederlib.scenario.professions import (
    Compared,
    Gap,
    Professions,
    StatementMeans,
    compare_professions,
    draw_professions,
    statement_means,
)
from lederlib.scenario.provenance import provenance_effects, provenance_share
from lederlib.scenario.replicate import replicate
from lederlib.scenario.rest_curve import RestCurve
from lederlib.scenario.run import YEARS, compare, run
from lederlib.scenario.scenario import Scenario, factor_baseline, lever_values
from lederlib.scenario.season import WEEKS, calendar_weeks, season
from lederlib.scenario.sensitivity import Sensitivity, sensitivity
from lederlib.scenario.sentences import outcome_row
from lederlib.scenario.sweep import sweep
from lederlib.scenario.teams import leader_loads, team_sizes
from lederlib.scenario.ways import ways_of_sharing
from lederlib.scenario.year import STOCKS, LeaderYear, Stocks, leader_year

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
    "STOCKS",
    "SURFACE_OUTCOMES",
    "WALK",
    "WEEKS",
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
    "discover",
    "draft_answers",
    "draw_professions",
    "factor_baseline",
    "judge_sets",
    "leader_loads",
    "leader_table",
    "leader_year",
    "lever_values",
    "outcome_row",
    "pair_effects",
    "pairs_in_words",
    "pilot_outcome",
    "pilot_table",
    "pilot_themes",
    "pilot_weeks",
    "portfolio_world",
    "provenance_effects",
    "provenance_share",
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
    "stops_in_words",
    "sweep",
    "team_sizes",
    "try_draft",
    "ways_of_sharing",
]
