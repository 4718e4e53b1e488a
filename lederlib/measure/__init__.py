"""Statistics of items: what they share, how surely, and in which groups alike."""

from lederlib.measure.agreement import (
    Agreement,
    Icc,
    ad_index,
    icc,
    multilevel,
    null_variance,
    r_star_wg,
    rwg_j,
)
from lederlib.measure.cfa import Cfa, cfa, sem
from lederlib.measure.correlations import polychoric
from lederlib.measure.factors import (
    Efa,
    LinedUp,
    ParallelAnalysis,
    Suitability,
    efa,
    line_up,
    parallel_analysis,
    partial_test,
    suitability,
)
from lederlib.measure.graded import (
    graded_dif,
    graded_response,
)
from lederlib.measure.has_items import HasItems
from lederlib.measure.intervals import half_width
from lederlib.measure.invariance import Invariance, invariance
from lederlib.measure.items import (
    ItemTable,
    MissingPatterns,
    item_frequencies,
    item_table,
    missing_patterns,
)
from lederlib.measure.moments import Moments
from lederlib.measure.planning import (
    plan_cfa,
    plan_difference,
    plan_icc,
    plan_loadings,
    plan_reliability,
    smallest_effects,
)
from lederlib.measure.reliability import (
    Alpha,
    FactorReliability,
    Htmt,
    MeasurementError,
    alpha,
    draw_alphas,
    factor_reliability,
    feldt_interval,
    guttman,
    htmt,
    measurement_error,
    omega,
    spearman_brown,
    split_halves,
    times_needed,
    usual_alphas,
)
from lederlib.measure.surface import ResponseSurface, response_surface
from lederlib.measure.validity import (
    criterion_validity,
    retest,
)

__all__ = [
    "Agreement",
    "Alpha",
    "Cfa",
    "Efa",
    "FactorReliability",
    "HasItems",
    "Htmt",
    "Icc",
    "Invariance",
    "ItemTable",
    "LinedUp",
    "MeasurementError",
    "MissingPatterns",
    "Moments",
    "ParallelAnalysis",
    "ResponseSurface",
    "Suitability",
    "ad_index",
    "alpha",
    "cfa",
    "criterion_validity",
    "draw_alphas",
    "efa",
    "factor_reliability",
    "feldt_interval",
    "graded_dif",
    "graded_response",
    "guttman",
    "half_width",
    "htmt",
    "icc",
    "invariance",
    "item_frequencies",
    "item_table",
    "line_up",
    "measurement_error",
    "missing_patterns",
    "multilevel",
    "null_variance",
    "omega",
    "parallel_analysis",
    "partial_test",
    "plan_cfa",
    "plan_difference",
    "plan_icc",
    "plan_loadings",
    "plan_reliability",
    "polychoric",
    "r_star_wg",
    "response_surface",
    "retest",
    "rwg_j",
    "sem",
    "smallest_effects",
    "spearman_brown",
    "split_halves",
    "suitability",
    "times_needed",
    "usual_alphas",
]
