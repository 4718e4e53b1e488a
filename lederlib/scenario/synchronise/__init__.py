"""Which interventions to start together, in every possible world and in words."""

from lederlib.scenario.synchronise.judging import (
    best_sets,
    judge_sets,
    pair_effects,
    set_value,
    stop_first,
)
from lederlib.scenario.synchronise.words import (
    pairs_in_words,
    sets_in_words,
    stop_sentence,
    stops_in_words,
)
from lederlib.scenario.synchronise.world import PortfolioWorld, portfolio_world

__all__ = [
    "PortfolioWorld",
    "best_sets",
    "judge_sets",
    "pair_effects",
    "pairs_in_words",
    "portfolio_world",
    "set_value",
    "sets_in_words",
    "stop_first",
    "stop_sentence",
    "stops_in_words",
]
