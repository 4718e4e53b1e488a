"""A model fitted by the estimator that its options name."""

from collections.abc import Mapping, Sequence

import pandas as pd

from lederlib.measure.cfa.frame import Frame, frame_of
from lederlib.measure.cfa.ground import ground_of
from lederlib.measure.cfa.group_equal import equalised, require_equal
from lederlib.measure.cfa.known_moments import (
    Known,
    known_people,
    known_samples,
    require_known_options,
)
from lederlib.measure.cfa.labels import tie_cells
from lederlib.measure.cfa.likelihood_fit import fit_likelihood
from lederlib.measure.cfa.matrices import Model, build_model
from lederlib.measure.cfa.notices import (
    left_out,
    ordered_notices,
    taken_as_numbers,
)
from lederlib.measure.cfa.options import (
    Options,
    require_options,
    require_plain_predictors,
    require_structure_options,
)
from lederlib.measure.cfa.ordered import ordered_levels, ordered_sample
from lederlib.measure.cfa.parameter_table import named_cells
from lederlib.measure.cfa.people import People, read_people
from lederlib.measure.cfa.predictors import conditioned, given_moments
from lederlib.measure.cfa.result import Cfa, make_result
from lederlib.measure.cfa.rules import ruled
from lederlib.measure.cfa.sample import likelihood_samples
from lederlib.measure.cfa.syntax import (
    Syntax,
)
from lederlib.measure.cfa.weighted import fit_weighted
from lederlib.measure.has_items import HasItems, table_of
from lederlib.measure.moments import Moments


def fit_model(
    syntax: Syntax, data: pd.DataFrame | Known | HasItems, options: Options
) -> Cfa:
    """Return the fit of what a model says, by the estimator that the options name."""
    require_options(
        options.estimator, options.missing, options.cluster, options.ordered
    )
    require_structure_options(options, known=isinstance(data, Moments | Mapping))
    items = syntax.items()
    given = syntax.exogenous() if options.fixed_x else ()
    known = isinstance(data, Moments | Mapping)
    if isinstance(data, Moments | Mapping):
        require_known_options(
            options.estimator,
            full=options.full,
            group=options.group,
            cluster=options.cluster,
        )
        people = known_people(data, items)
        samples = known_samples(data, people)
    else:
        people = read_people(
            table_of(data),
            items,
            group=options.group,
            cluster=options.cluster,
            gaps=options.missing != "listwise",
            whole=given,
            weights=options.sampling_weights,
        )
        samples = ()
    if options.estimator == "WLSMV":
        return fit_ordered(syntax, people, options, given)
    samples = samples or likelihood_samples(people)
    frame = frame_of(
        syntax,
        people,
        means=isinstance(data, Mapping)
        or (not known and (options.full or bool(options.group or options.cluster))),
        std_lv=options.std_lv,
        given=given_moments(given, items, samples),
        orthogonal=options.orthogonal,
        equal=require_equal(options.group_equal, len(people.parts)),
    )
    fit = fit_likelihood(
        structured_model(syntax, frame),
        ground_of(frame, samples, robust=options.robust, full=options.full),
    )
    return make_result(
        fit,
        estimator="MLR" if options.robust else "ML",
        people=people,
        notices=(*left_out(people), *taken_as_numbers(people)),
    )


def structured_model(syntax: Syntax, frame: Frame) -> Model:
    """Return what a model says, ready for numbers."""
    named = equalised(named_cells(syntax, frame), frame)
    return ruled(build_model(frame, tie_cells(named, syntax.ties)), named, syntax)


def fit_ordered(
    syntax: Syntax, people: People, options: Options, given: Sequence[str]
) -> Cfa:
    """Return the fit of a model to answers of which some or all are ordered."""
    people, known = conditioned(people, given)
    chosen = people.items if options.ordered is None else options.ordered
    require_plain_predictors(syntax, chosen)
    levels = ordered_levels(people, options.ordered)
    frame = frame_of(
        syntax,
        people,
        levels,
        std_lv=options.std_lv,
        given=known,
        orthogonal=options.orthogonal,
        equal=require_equal(options.group_equal, len(people.parts)),
    )
    samples = tuple(ordered_sample(part, people.items, levels) for part in people.parts)
    return make_result(
        fit_weighted(structured_model(syntax, frame), samples),
        estimator="WLSMV",
        people=people,
        notices=(*left_out(people), *ordered_notices(samples, levels)),
    )
