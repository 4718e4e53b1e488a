"""From answers to scores: scales, import, factor scores and protected tables."""

from lederlib.measure.agreement import (
    Agreement,
    Icc,
    Multilevel,
    ad_index,
    icc,
    multilevel,
    null_variance,
    r_star_wg,
    rwg_j,
)
from lederlib.measure.balance import balance_points, balance_table
from lederlib.measure.cfa import Cfa, cfa
from lederlib.measure.correlations import Polychoric, polychoric
from lederlib.measure.factors import (
    Efa,
    ParallelAnalysis,
    PartialTest,
    Suitability,
    efa,
    parallel_analysis,
    partial_test,
    suitability,
)
from lederlib.measure.focus import describe_focus, disagreement, suggest_focus
from lederlib.measure.intake import Answers, AnswersError, read_answers
from lederlib.measure.intervals import half_width
from lederlib.measure.profile import profile
from lederlib.measure.reliability import (
    Alpha,
    Guttman,
    MeasurementError,
    SplitHalves,
    alpha,
    draw_alphas,
    feldt_interval,
    guttman,
    measurement_error,
    spearman_brown,
    split_halves,
    times_needed,
)
from lederlib.measure.scales import Item, Scale, read_scale
from lederlib.measure.scoring import score
from lederlib.measure.surface import ResponseSurface, response_surface

__all__ = [
    "Agreement",
    "Alpha",
    "Answers",
    "AnswersError",
    "Cfa",
    "Efa",
    "Guttman",
    "Icc",
    "Item",
    "MeasurementError",
    "Multilevel",
    "ParallelAnalysis",
    "PartialTest",
    "Polychoric",
    "ResponseSurface",
    "Scale",
    "SplitHalves",
    "Suitability",
    "ad_index",
    "alpha",
    "balance_points",
    "balance_table",
    "cfa",
    "describe_focus",
    "disagreement",
    "draw_alphas",
    "efa",
    "feldt_interval",
    "guttman",
    "half_width",
    "icc",
    "measurement_error",
    "multilevel",
    "null_variance",
    "parallel_analysis",
    "partial_test",
    "polychoric",
    "profile",
    "r_star_wg",
    "read_answers",
    "read_scale",
    "response_surface",
    "rwg_j",
    "score",
    "spearman_brown",
    "split_halves",
    "suggest_focus",
    "suitability",
    "times_needed",
]
