"""Compare groups step by step: same form, loadings, intercepts, residuals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from lederlib._checks import Floats, require_known, require_names, require_number
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.frame import Frame, frame_of
from lederlib.measure.cfa.ground import ground_of
from lederlib.measure.cfa.known_moments import (
    known_people,
    known_samples,
    require_known_options,
)
from lederlib.measure.cfa.likelihood_fit import fit_likelihood
from lederlib.measure.cfa.matrices import Model, build_model
from lederlib.measure.cfa.modification import estimates_from
from lederlib.measure.cfa.notices import Notice, left_out, ordered_notices
from lederlib.measure.cfa.options import Estimator, Missing, require_options
from lederlib.measure.cfa.ordered import OrderedSample, ordered_levels, ordered_sample
from lederlib.measure.cfa.parameter_table import parameter_table
from lederlib.measure.cfa.parameters import Cell
from lederlib.measure.cfa.people import People, read_people
from lederlib.measure.cfa.result import Cfa, make_result
from lederlib.measure.cfa.sample import Sample, likelihood_samples
from lederlib.measure.cfa.syntax import Syntax, read_syntax
from lederlib.measure.cfa.weighted import fit_weighted
from lederlib.measure.has_items import HasItems, group_of, table_of
from lederlib.measure.invariance.difference import compare_steps
from lederlib.measure.invariance.letting_go import score_tests
from lederlib.measure.invariance.limits import (
    LEAST_CFI,
    MOST_HIDDEN,
    MOST_RMSEA,
    Limits,
)
from lederlib.measure.invariance.result import Invariance
from lederlib.measure.invariance.steps import (
    CONTINUOUS,
    ORDERED,
    marked_factors,
    parameter_names,
    require_steps,
    step_cells,
)
from lederlib.measure.moments import Moments
from lederlib.measure.multiple import FALSE_ALARM


def invariance(
    model: str,
    data: pd.DataFrame | Mapping[str, Moments] | HasItems,
    group: str | None = None,
    estimator: Estimator = "ML",
    *,
    missing: Missing = "listwise",
    cluster: str | None = None,
    ordered: Sequence[str] | None = None,
    free: Sequence[str] = (),
    least_cfi: float = LEAST_CFI,
    most_rmsea: float = MOST_RMSEA,
    most_hidden: float = MOST_HIDDEN,
    false_alarm: float = FALSE_ALARM,
) -> Invariance:
    """Tell whether a measure means the same in several groups, step by step.

    Parameters
    ----------
    model : str
        In lavaan's language, as for `cfa`.
    data : pandas.DataFrame, mapping or a study
        Answers, a row a person; or for ML the moments of each group by its name.
    group : str
        The column of groups, a study's own unless told; none where moments come by
        group already.
    estimator, missing, cluster, ordered
        As for `cfa`; `ordered` alone asks for WLSMV.
    free : sequence of str
        Parameters that may differ between groups at every step (partial invariance),
        such as ``"f =~ y3"``, ``"y6 ~ 1"``, ``"y2 | t1"`` or ``"y4 ~~ y4"``.
    least_cfi, most_rmsea : float, default 0.90 and 0.08
        Limits beyond which the form does not fit, if chance cannot account for it, and
        nothing is said of later steps (Bentler and Bonett, 1980,
        https://doi.org/10.1037/0033-2909.88.3.588; Browne and Cudeck, 1992,
        https://doi.org/10.1177/0049124192021002005): customs, not laws.
    most_hidden : float, default 0.5
        The largest difference in one item, in its standard deviations, that may stay
        unseen (with 80 % power) where groups are said to be comparable.
    false_alarm : float, default 0.05
        How often groups that are alike may be called different, by all tests of the
        comparison together; less where it is one of several judgements.

    Returns
    -------
    Invariance

    Raises
    ------
    ValueError
        As `cfa` does; if there are fewer than two groups, `free` names a parameter
        that no step holds equal, or a step does not lie within the one before.

    Notes
    -----
    Factors have variance 1 and mean 0 in the first group, and in the others until
    loadings and intercepts are equal, so that no item is a marker. A factor of whose
    scale the model itself speaks (a modifier of a loading, a variance) is scaled as in
    lavaan's ``cfa(group.equal = …)``: what the model fixes stays fixed at every step.
    A factor that measures factors only keeps its mean: it could not be told from
    theirs. (lavaan 0.6-14 counts it as free, with a degree of freedom too few.) With
    ``f1 ~ 0*1`` for each of its factors it is free. Continuous answers: configural,
    metric, scalar, strict. Ordered ones, after Wu and Estabrook (2016,
    https://doi.org/10.1007/s11336-016-9506-0), with residual variances of 1 (theta):
    configural, thresholds, loadings, intercepts, strict; with two groups, p items, K
    answers and q factors the steps have p(K − 3), p − q, p − q and p degrees of
    freedom. With three answers the thresholds alone cannot be tested, with two only
    thresholds, loadings and intercepts together can: such rows say "not testable".

    Examples
    --------
    >>> import numpy as np
    >>> rng = np.random.default_rng(3)
    >>> ro = rng.normal(size=(400, 1))
    >>> answers = pd.DataFrame(ro + rng.normal(size=(400, 4)), columns=list("abcd"))
    >>> answers["unit"] = ["north", "south"] * 200
    >>> invariance("ro =~ a + b + c + d", answers, "unit").table["df"].tolist()
    [4, 7, 10, 14]

    From moments, which may come from files of any size:

    >>> parts = dict(list(answers.groupby("unit")[list("abcd")]))
    >>> known = {unit: Moments.from_batches([part]) for unit, part in parts.items()}
    >>> invariance("ro =~ a + b + c + d", known).table["df"].tolist()
    [4, 7, 10, 14]
    """
    group = group_of(data, group)
    if ordered is not None and estimator == "ML":
        estimator = "WLSMV"
    require_options(estimator, missing, cluster, ordered)
    require_number(least_cfi, 0, 1, name="least_cfi")
    require_number(most_rmsea, 0, 1, name="most_rmsea")
    require_number(most_hidden, 0, 10, name="most_hidden")
    require_number(false_alarm, 0.001, 0.2, name="false_alarm")
    syntax, full = read_syntax(model), missing == "fiml"
    items = syntax.items()
    if isinstance(data, Mapping):
        require_known_options(estimator, full=full, group=group, cluster=cluster)
        people = known_people(data, items)
        samples = known_samples(data, people)
    elif group is None:
        msg = "group must name the column of groups; got None."
        raise ValueError(msg)
    else:
        people = read_people(
            table_of(data), items, group=group, cluster=cluster, gaps=full
        )
        samples = ()
    if len(people.parts) < 2:  # noqa: PLR2004
        msg = f"group must have at least 2 groups; {group!r} has {len(people.parts)}."
        raise ValueError(msg)
    task = _task(syntax, people, estimator, ordered, full=full, known=samples)
    names = _free_names(free, task)
    require_steps(task.cells, task.frame, syntax, names)
    fits = dict(_fits(task, names))
    results = {step: _result(task, fit) for step, fit in fits.items()}
    table = compare_steps(task.steps, fits, results)
    return Invariance(
        estimator=estimator,
        n=next(iter(fits.values())).people,
        groups=tuple(part.name for part in people.parts),
        free=tuple(names),
        limits=Limits(
            cfi=least_cfi,
            rmsea=most_rmsea,
            hidden=most_hidden,
            false_alarm=false_alarm,
        ),
        table=table,
        fits=results,
        score_tests=score_tests(fits, table, false_alarm),
        cluster=cluster,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Task:
    """What every step has in common."""

    syntax: Syntax
    frame: Frame
    cells: list[Cell]
    people: People
    estimator: Estimator
    full: bool
    steps: tuple[str, ...]
    plain: tuple[Sample, ...] = ()
    ordered: tuple[OrderedSample, ...] = ()
    levels: Mapping[str, Floats]

    def fitter(self) -> Callable[[Model, Floats | None], Fit]:
        """Return what fits each step, with all that the steps share worked out."""
        if self.ordered:
            return lambda model, start: fit_weighted(model, self.ordered, start=start)
        ground = ground_of(
            self.frame, self.plain, robust=self.estimator == "MLR", full=self.full
        )
        return lambda model, start: fit_likelihood(model, ground, start=start)


def _task(
    syntax: Syntax,
    people: People,
    estimator: Estimator,
    ordered: Sequence[str] | None,
    *,
    full: bool,
    known: tuple[Sample, ...],
) -> _Task:
    levels = ordered_levels(people, ordered) if estimator == "WLSMV" else {}
    frame = frame_of(
        syntax,
        people,
        levels,
        std_lv=True,
        marked=marked_factors(syntax),
        theta=bool(levels),
    )
    return _Task(
        syntax=syntax,
        frame=frame,
        cells=parameter_table(syntax, frame),
        people=people,
        estimator=estimator,
        full=full,
        steps=ORDERED if levels else CONTINUOUS,
        plain=() if levels else known or likelihood_samples(people),
        ordered=tuple(
            ordered_sample(part, people.items, levels)
            for part in (people.parts if levels else ())
        ),
        levels=levels,
    )


def _free_names(free: Sequence[str], task: _Task) -> list[str]:
    """Return the parameters that stay free, written as ours are."""
    known = parameter_names(task.cells, task.frame)
    tight = {name.replace(" ", ""): name for name in known}
    return [
        require_known(tight.get(name.replace(" ", ""), name), known, name="free")
        for name in require_names(free, name="free")
    ]


def _fits(task: _Task, free: Sequence[str]) -> Iterator[tuple[str, Fit]]:
    """Yield each step that can be told from the one before, with its fit."""
    before: Fit | None = None
    fit = task.fitter()
    for step in task.steps:
        cells = step_cells(task.cells, task.frame, task.syntax, step, free)
        model = build_model(task.frame, cells)
        if before is None:
            before = fit(model, None)
        elif model.estimates < before.model.estimates:
            values = before.model.values(before.optimum.estimate)
            before = fit(model, estimates_from(model, values))
        else:
            continue
        yield step, before


def _result(task: _Task, fit: Fit) -> Cfa:
    notices: tuple[Notice, ...] = left_out(task.people)
    if task.ordered:
        notices = (*notices, *ordered_notices(task.ordered, task.levels))
    return make_result(
        fit,
        estimator=task.estimator,
        people=task.people,
        notices=notices,
    )
