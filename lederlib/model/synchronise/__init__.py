"""Which interventions to choose together, and what too many at once leave of them."""

from lederlib.model.synchronise._terms import PortfolioEffects
from lederlib.model.synchronise.best import (
    BestPortfolios,
    best_portfolios,
    pair_help,
    portfolio_values,
    worth_removing,
)
from lederlib.model.synchronise.choice import Choice, choose_portfolio, linear_gains
from lederlib.model.synchronise.dilution import best_effort, dilution
from lederlib.model.synchronise.effects import portfolio_effects
from lederlib.model.synchronise.prepared import (
    PreparedPairs,
    PreparedPortfolios,
    judge_pairs,
    judge_portfolios,
    prepare_pairs,
    prepare_portfolios,
    value_of,
)

__all__ = [
    "BestPortfolios",
    "Choice",
    "PortfolioEffects",
    "PreparedPairs",
    "PreparedPortfolios",
    "best_effort",
    "best_portfolios",
    "choose_portfolio",
    "dilution",
    "judge_pairs",
    "judge_portfolios",
    "linear_gains",
    "pair_help",
    "portfolio_effects",
    "portfolio_values",
    "prepare_pairs",
    "prepare_portfolios",
    "value_of",
    "worth_removing",
]
