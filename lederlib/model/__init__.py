"""What we claim: pure functions of arrays, with their equations and sources."""

from lederlib.model._portfolio_terms import PortfolioEffects
from lederlib.model.applicants import applicants, no_applicant
from lederlib.model.attractiveness import attractiveness
from lederlib.model.balance import level, tilt, weighted_mean
from lederlib.model.calendar import cascade, focus_wait, turnaround
from lederlib.model.calendar_runs import (
    simulate_cascade,
    simulate_focus_wait,
    simulate_turnaround,
)
from lederlib.model.change_power import change_power
from lederlib.model.copresence import freedom, pair_days, team_days
from lederlib.model.crossover import PRECISIONS, CrossoverPath, Precision, crossover
from lederlib.model.desks import peak_desks, peak_desks_law
from lederlib.model.dilution import best_effort, dilution
from lederlib.model.flexible_work import flexible_work
from lederlib.model.mean_field import MeanFieldPath, mean_field
from lederlib.model.meetings import any_team_day, never_meet, weeks_to_meet_all
from lederlib.model.newcomers import newcomer_retention, vacancy_at_rest
from lederlib.model.pilot_power import pilot_power
from lederlib.model.pilots import PilotComparison, compare_pilot
from lederlib.model.portfolio import (
    BestPortfolios,
    best_portfolios,
    pair_help,
    portfolio_values,
)
from lederlib.model.portfolio_choice import Choice, choose_portfolio, linear_gains
from lederlib.model.portfolio_effects import portfolio_effects
from lederlib.model.portfolio_live import (
    PreparedPortfolios,
    judge_portfolios,
    prepare_portfolios,
    value_of,
)
from lederlib.model.portfolio_pairs import PreparedPairs, judge_pairs, prepare_pairs
from lederlib.model.portfolio_removal import worth_removing
from lederlib.model.recruitment import time_to_fill
from lederlib.model.retention import (
    FAMILIES,
    Family,
    RetentionParameters,
    remaining_share,
    retention,
    retention_parameters,
)
from lederlib.model.run_charts import RunChart, run_chart
from lederlib.model.strain import StrainPath, leadership_quality, strain_path
from lederlib.model.strain_folds import balancing_ratio, strain_folds, two_stock_folds
from lederlib.model.tipping import Folds, folds, largest_half_point, rest_points
from lederlib.model.two_stocks import TwoStockPath, two_stock_path
from lederlib.model.workforce import LOOPS, Loop, WorkforcePath, workforce_path

__all__ = [
    "FAMILIES",
    "LOOPS",
    "PRECISIONS",
    "BestPortfolios",
    "Choice",
    "CrossoverPath",
    "Family",
    "Folds",
    "Loop",
    "MeanFieldPath",
    "PilotComparison",
    "PortfolioEffects",
    "Precision",
    "PreparedPairs",
    "PreparedPortfolios",
    "RetentionParameters",
    "RunChart",
    "StrainPath",
    "TwoStockPath",
    "WorkforcePath",
    "any_team_day",
    "applicants",
    "attractiveness",
    "balancing_ratio",
    "best_effort",
    "best_portfolios",
    "cascade",
    "change_power",
    "choose_portfolio",
    "compare_pilot",
    "crossover",
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
    "portfolio_values",
    "prepare_pairs",
    "prepare_portfolios",
    "remaining_share",
    "rest_points",
    "retention",
    "retention_parameters",
    "run_chart",
    "simulate_cascade",
    "simulate_focus_wait",
    "simulate_turnaround",
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
    "workforce_path",
    "worth_removing",
]
