"""What we claim: pure functions of arrays, with their equations and sources."""

from lederlib.model.balance import level, tilt, weighted_mean
from lederlib.model.bucket.bucket import LOOPS, WorkforcePath, workforce_path
from lederlib.model.bucket.newcomers import newcomer_retention, vacancy_at_rest
from lederlib.model.bucket.recruitment import applicants, no_applicant, time_to_fill
from lederlib.model.bucket.retention import (
    FAMILIES,
    RetentionParameters,
    cumulative_hazard,
    remaining_share,
    retention,
    retention_parameters,
)
from lederlib.model.bucket.surroundings import Press, bad_press, shortage_of
from lederlib.model.calendar.formulas import cascade, focus_wait, turnaround
from lederlib.model.calendar.simulation import (
    simulate_cascade,
    simulate_focus_wait,
    simulate_turnaround,
)
from lederlib.model.contagion.crossover import CrossoverPath, Precision, crossover
from lederlib.model.contagion.mean_field import MeanFieldPath, mean_field
from lederlib.model.contagion.span import span_load
from lederlib.model.factors import attractiveness
from lederlib.model.flexwork.copresence import freedom, pair_days, team_days
from lederlib.model.flexwork.desks import peak_desks, peak_desks_law
from lederlib.model.flexwork.flexible_work import flexible_work
from lederlib.model.flexwork.meetings import any_team_day, never_meet, weeks_to_meet_all
from lederlib.model.pilots.change_power import change_power
from lederlib.model.pilots.comparison import PilotComparison, compare_pilot
from lederlib.model.pilots.pilot_power import pilot_power
from lederlib.model.pilots.run_charts import RunChart, run_chart
from lederlib.model.strain.numerical_folds import (
    balancing_ratio,
    strain_folds,
    two_stock_folds,
)
from lederlib.model.strain.one_foot_out import (
    delivered_quality,
    results,
    wish_to_leave,
)
from lederlib.model.strain.one_stock import StrainPath, leadership_quality, strain_path
from lederlib.model.strain.tipping import Folds, folds, largest_half_point, rest_points
from lederlib.model.strain.two_stocks import TwoStockPath, two_stock_path
from lederlib.model.synchronise._terms import PortfolioEffects
from lederlib.model.synchronise.best import BestPortfolios, best_portfolios, pair_help
from lederlib.model.synchronise.choice import choose_portfolio, linear_gains
from lederlib.model.synchronise.dilution import dilution
from lederlib.model.synchronise.effects import portfolio_effects
from lederlib.model.synchronise.prepared import (
    PreparedPortfolios,
    judge_portfolios,
    prepare_portfolios,
    value_of,
)
from lederlib.model.synchronise.prepared_pairs import (
    PreparedPairs,
    judge_pairs,
    prepare_pairs,
)

__all__ = [
    "FAMILIES",
    "LOOPS",
    "BestPortfolios",
    "CrossoverPath",
    "Folds",
    "MeanFieldPath",
    "PilotComparison",
    "PortfolioEffects",
    "Precision",
    "PreparedPairs",
    "PreparedPortfolios",
    "Press",
    "RetentionParameters",
    "RunChart",
    "StrainPath",
    "TwoStockPath",
    "WorkforcePath",
    "any_team_day",
    "applicants",
    "attractiveness",
    "bad_press",
    "balancing_ratio",
    "best_portfolios",
    "cascade",
    "change_power",
    "choose_portfolio",
    "compare_pilot",
    "crossover",
    "cumulative_hazard",
    "delivered_quality",
    "dilution",
    "flexible_work",
    "focus_wait",
    "folds",
    "freedom",
    "judge_pairs",
    "judge_portfolios",
    "largest_half_point",
    "leadership_quality",
    "level",
    "linear_gains",
    "mean_field",
    "never_meet",
    "newcomer_retention",
    "no_applicant",
    "pair_days",
    "pair_help",
    "peak_desks",
    "peak_desks_law",
    "pilot_power",
    "portfolio_effects",
    "prepare_pairs",
    "prepare_portfolios",
    "remaining_share",
    "rest_points",
    "results",
    "retention",
    "retention_parameters",
    "run_chart",
    "shortage_of",
    "simulate_cascade",
    "simulate_focus_wait",
    "simulate_turnaround",
    "span_load",
    "strain_folds",
    "strain_path",
    "team_days",
    "tilt",
    "time_to_fill",
    "turnaround",
    "two_stock_folds",
    "two_stock_path",
    "vacancy_at_rest",
    "value_of",
    "weeks_to_meet_all",
    "weighted_mean",
    "wish_to_leave",
    "workforce_path",
]
