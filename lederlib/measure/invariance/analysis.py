"""Compare groups step by step: same form, loadings, intercepts, residuals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from lederlib._checks import Floats, require_known, require_names
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.likelihood import fit_likelihood
from lederlib.measure.cfa.modification import estimates_from, gains
from lederlib.measure.cfa.notices import Notice, left_out, ordered_notices
from lederlib.measure.cfa.options import Estimator, Missing, require_options
from lederlib.measure.cfa.ordered import OrderedSample, ordered_levels, ordered_sample
from lederlib.measure.cfa.parameters import (
    Cell,
    Frame,
    Model,
    build_model,
    parameter_table,
)
from lederlib.measure.cfa.result import Cfa, make_result
from lederlib.measure.cfa.sample import (
    People,
    Sample,
    frame_of,
    known_people,
    known_samples,
    likelihood_samples,
    read_people,
    require_known_options,
)
from lederlib.measure.cfa.syntax import Syntax, read_syntax
from lederlib.measure.cfa.weighted import fit_weighted
from lederlib.measure.has_items import HasItems, group_of, table_of
from lederlib.measure.invariance.difference import compare
from lederlib.measure.invariance.result import Invariance
from lederlib.measure.invariance.steps import (
    CONTINUOUS,
    ORDERED,
    parameter_names,
    step_cells,
)
from lederlib.measure.moments import Moments


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

    Returns
    -------
    Invariance

    Raises
    ------
    ValueError
        As `cfa` does; if there are fewer than two groups, or `free` names a parameter
        that no step holds equal.

    Notes
    -----
    Factors have variance 1 and mean 0 in the first group, and in the others until
    loadings and intercepts are equal, so that no item is a marker. Continuous answers:
    configural, metric, scalar, strict. Ordered ones, after Wu and Estabrook (2016,
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
    fits = dict(_fits(task, names))
    results = {step: _result(task, fit) for step, fit in fits.items()}
    return Invariance(
        estimator=estimator,
        n=next(iter(fits.values())).people,
        groups=tuple(part.name for part in people.parts),
        free=tuple(names),
        table=compare(task.steps, fits, results),
        fits=results,
        score_tests=_score_tests(fits),
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

    def fit(self, model: Model, start: Floats | None) -> Fit:
        if self.ordered:
            return fit_weighted(model, self.ordered, start=start)
        return fit_likelihood(
            model,
            self.plain,
            robust=self.estimator == "MLR",
            full=self.full,
            start=start,
        )


def _task(
    syntax: Syntax,
    people: People,
    estimator: Estimator,
    ordered: Sequence[str] | None,
    *,
    full: bool,
    known: tuple[Sample, ...],
) -> _Task:
    levels: dict[str, Floats] = {}
    if estimator == "WLSMV":
        levels = ordered_levels(people, ordered)
        frame = frame_of(syntax, people, levels, std_lv=True, theta=True)
    else:
        frame = frame_of(syntax, people, std_lv=True)
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
    for step in task.steps:
        cells = step_cells(task.cells, task.frame, task.syntax, step, free)
        model = build_model(task.frame, cells)
        if before is None:
            before = task.fit(model, None)
        elif model.estimates < before.model.estimates:
            values = before.model.values(before.optimum.estimate)
            before = task.fit(model, estimates_from(model, values))
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


def _score_tests(fits: Mapping[str, Fit]) -> pd.DataFrame:
    """Return what letting each parameter go in each further group would gain."""
    tables = []
    for step, fit in fits.items():
        tied = [cell for cell in fit.model.cells if cell.group and cell.label]
        if tied:
            tables.append(gains(fit, tied).assign(step=step))
    if not tables:
        return pd.DataFrame(columns=["step", "lhs", "op", "rhs", "group", "chi2", "p"])
    table = pd.concat(tables, ignore_index=True)
    return table[["step", "lhs", "op", "rhs", "group", "chi2", "p", "change"]]
