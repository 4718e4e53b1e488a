r"""Normal-theory maximum likelihood, from moments or with gaps (full information).

For people who answered the same items, with means `m` and covariances `S`,

.. math:: F = \log|\Sigma| + tr(\Sigma^{-1} T), \quad T = S + (m - \mu)(m - \mu)'

and groups of people are weighted by their number. The value is counted from that of the
most likely moments, so that n × F is the test statistic.

Robust errors are Huber's and White's sandwich, which does not rest on normal answers or
on independent people; for the test stands what Yuan and Bentler (2000,
https://doi.org/10.1111/0081-1750.00078) propose, in the variant of lavaan's MLR: the
scale is the difference between the traces of the saturated model and of the model.

With gaps the robust indices estimate what complete answers would have shown, after
Zhang and Savalei (2023, https://doi.org/10.1037/met0000445): the model is held against
the most likely moments as if they were complete, and what that statistic is on average
is worked out from the information in the answers with gaps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.constrained import seek
from lederlib.measure.cfa.fit import Fit, Misfit, Test, inverse_or_missing
from lederlib.measure.cfa.implied import Implied, Slope, implied, slope
from lederlib.measure.cfa.many_patterns import (
    stacked,
    stacked_expected,
    stacked_observed,
)
from lederlib.measure.cfa.parameters import (
    Frame,
    Model,
    Places,
    at_moments,
    plain_model,
)
from lederlib.measure.cfa.sample import (
    Pattern,
    Sample,
    sample_of,
    sample_of_moments,
    shares,
)
from lederlib.measure.cfa.search import (
    Objective,
    gather,
    gather_columns,
    gather_square,
    pooled,
    starting_values,
)
from lederlib.measure.cfa.space import Space

Inverse = tuple[Pattern, Floats]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pull:
    """How the discrepancy of a group moves with its implied moments."""

    cov: Floats
    mean: Floats


def ml_objective(model: Model, samples: Sequence[Sample]) -> Objective:
    """Return the discrepancy of a model from what the groups answered."""
    means = model.frame.means
    floors = [_value(sample.mean, sample.cov, sample, means) for sample in samples]

    def value(estimate: Floats, number: int) -> float:
        moments = implied(model.matrices(estimate, number))
        return (
            _value(moments.mean, moments.cov, samples[number], means) - floors[number]
        )

    def slopes(estimate: Floats, number: int) -> tuple[Floats, Floats]:
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        inverses = list(_inverses(moments, samples[number]))
        gradient = along(_pull(moments, inverses, means), moved)
        if means and len(inverses) > len(moments.mean):
            return gradient, stacked_expected(moved, stacked(moments, inverses))
        return gradient, expected_curve(moved, inverses, means)

    return pooled(model, list(shares(samples)), value, slopes)


def _value(mean: Floats, cov: Floats, sample: Sample, means: bool) -> float:
    total = 0.0
    for part in sample.patterns:
        inner = cov[np.ix_(part.seen, part.seen)]
        try:
            root = np.linalg.cholesky(inner)
        except np.linalg.LinAlgError:
            return np.inf
        log_size = 2 * np.log(np.diag(root)).sum()
        around = _around(mean, part, means)
        total += part.n * (log_size + np.sum(np.linalg.inv(inner) * around))
    return float(total / sample.size)


def _around(mean: Floats, part: Pattern, means: bool) -> Floats:
    """Return the covariances around the model's means, where it has any."""
    if not means:
        return part.cov
    gap = part.mean - mean[part.seen]
    return part.cov + np.outer(gap, gap)


def _pull(moments: Implied, inverses: Sequence[Inverse], means: bool) -> Pull:
    """Return the derivative of a group's discrepancy by its implied moments."""
    by_cov, by_mean = np.zeros_like(moments.cov), np.zeros_like(moments.mean)
    people = sum(part.n for part, _ in inverses)
    for part, inverse in inverses:
        around = _around(moments.mean, part, means)
        share = part.n / people
        by_cov[np.ix_(part.seen, part.seen)] += share * (
            inverse - inverse @ around @ inverse
        )
        if means:
            gap = part.mean - moments.mean[part.seen]
            by_mean[part.seen] -= 2 * share * (inverse @ gap)
    return Pull(cov=by_cov, mean=by_mean)


def _inverses(moments: Implied, sample: Sample) -> Iterator[Inverse]:
    for part in sample.patterns:
        inner = moments.cov[np.ix_(part.seen, part.seen)]
        yield part, np.asarray(np.linalg.inv(inner))


def along(pulled: Pull, moved: Slope) -> Floats:
    """Return the gradient by free parameter."""
    by_cov = 2 * np.einsum("...ik,...ik->...k", moved.u, pulled.cov @ moved.v)
    by_mean = np.einsum("...ik,...i->...k", moved.mean, pulled.mean)
    return np.asarray(by_cov + by_mean)


def expected_curve(moved: Slope, inverses: Sequence[Inverse], means: bool) -> Floats:
    """Return the second derivatives of a group's discrepancy that the model expects."""
    count = moved.u.shape[1]
    curve = np.zeros((count, count))
    people = sum(part.n for part, _ in inverses)
    for part, inverse in inverses:
        chosen = Slope(
            u=moved.u[part.seen], v=moved.v[part.seen], mean=moved.mean[part.seen]
        )
        curve += (part.n / people) * bend(chosen, inverse, means=means)
    return curve


def bend(moved: Slope, inverse: Floats, *, means: bool) -> Floats:
    """Return the expected second derivatives of the discrepancy of one pattern."""
    half, other = moved.u.mT @ inverse, moved.v.mT @ inverse
    across = half @ moved.v
    square = (half @ moved.u) * (other @ moved.v) + across * across.mT
    if means:
        square += moved.mean.mT @ inverse @ moved.mean
    return 2 * square


def observed_curve(model: Model, samples: Sequence[Sample], estimate: Floats) -> Floats:
    """Return the second derivatives of the discrepancy, by estimate.

    Those of the discrepancy by the moments are exact; those of the moments by the
    estimates are central differences, which are exact for moments of second degree.
    """
    weights = shares(samples)
    direct, held = [], []
    for number, (sample, weight) in enumerate(zip(samples, weights, strict=True)):
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        curve = second_by_moments(moments, moved, sample, model.frame.means)
        direct.append(weight * curve)
        inverses = list(_inverses(moments, sample))
        held.append(_pull(moments, inverses, model.frame.means))
    total = gather_square(model, direct)
    bent = np.empty_like(total)
    for place in range(model.estimates):
        step = np.zeros(model.estimates)
        step[place] = 1e-4 * max(1.0, abs(estimate[place]))
        ahead, behind = (
            _held_gradient(model, held, weights, estimate + sign * step)
            for sign in (1, -1)
        )
        bent[place] = (ahead - behind) / (2 * step[place])
    return np.asarray(total + (bent + bent.T) / 2)


def _held_gradient(
    model: Model, held: Sequence[Pull], weights: Floats, estimate: Floats
) -> Floats:
    parts = []
    for number, (pulled, weight) in enumerate(zip(held, weights, strict=True)):
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        parts.append(weight * along(pulled, moved))
    return gather(model, parts)


def second_by_moments(
    moments: Implied,
    moved: Slope,
    sample: Sample,
    means: bool,
    *,
    together: bool | None = None,
) -> Floats:
    """Return the part of a group's second derivatives that holds the slopes still.

    Patterns are added up first if there are many, or as told by `together`.
    """
    count = moved.u.shape[1]
    curve = np.zeros((count, count))
    inverses = list(_inverses(moments, sample))
    many = means and len(inverses) > len(moments.mean)
    if many if together is None else together:
        return stacked_observed(moved, stacked(moments, inverses))
    for part, inverse in inverses:
        u, v = moved.u[part.seen], moved.v[part.seen]
        heavy = inverse @ _around(moments.mean, part, means) @ inverse
        square = _traces(u, v, 2 * heavy - inverse, inverse)
        if means:
            level = moved.mean[part.seen]
            gap = inverse @ (part.mean - moments.mean[part.seen])
            turned = inverse @ (u * (v.T @ gap) + v * (u.T @ gap))
            cross = level.T @ turned
            square += 2 * (level.T @ inverse @ level + cross + cross.T)
        curve += (part.n / sample.size) * square
    return curve


def _traces(u: Floats, v: Floats, first: Floats, second: Floats) -> Floats:
    r"""Return :math:`tr(P d\Sigma_k Q d\Sigma_l)` for all pairs, made symmetric."""
    pu, pv, qu, qv = first @ u, first @ v, second @ u, second @ v
    total = (v.T @ qu) * (u.T @ pv) + (v.T @ qv) * (u.T @ pu)
    total += (u.T @ qu) * (v.T @ pv) + (u.T @ qv) * (v.T @ pu)
    return np.asarray((total + total.T) / 2)


def casewise_scores(
    moments: Implied, moved: Slope, sample: Sample, means: bool
) -> Floats:
    """Return each person's derivatives of the log-likelihood, by free parameter.

    Times the person's weight, where there are weights.
    """
    scores = np.zeros((sample.n, moved.u.shape[1]))
    for part, inverse in _inverses(moments, sample):
        u, v = moved.u[part.seen], moved.v[part.seen]
        centre = (moments.mean if means else sample.mean)[part.seen]
        apart = (sample.values[np.ix_(part.people, part.seen)] - centre) @ inverse
        expected = np.einsum("ik,ik->k", u, inverse @ v)
        scores[part.people] = (apart @ u) * (apart @ v) - expected
        if means:
            scores[part.people] += apart @ moved.mean[part.seen]
    return scores * sample.weights[:, None] if sample.weights.size else scores


def saturated_log_likelihood(
    samples: Sequence[Sample], given: Sequence[int] = ()
) -> float:
    """Return the log-likelihood of the most likely moments.

    Items that are `given`, by their places, have none of their own: it is that of the
    others given them.
    """
    total = 0.0
    for sample in samples:
        answers = sum(part.n * len(part.seen) for part in sample.patterns)
        inner = _value(sample.mean, sample.cov, sample, means=True)
        total -= 0.5 * (answers * np.log(2 * np.pi) + sample.size * inner)
        if given:
            own = sample_of_moments(
                sample.mean[given], sample.cov[np.ix_(given, given)], sample.size
            )
            total -= saturated_log_likelihood([own])
    return total


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Saturated:
    """One group's information on its own moments, per person.

    Attributes
    ----------
    places : mapping of matrix to Places
        Which moments they are, in order.
    observed, meat : numpy.ndarray
        Minus the second derivatives of the log-likelihood, and the products of the
        first ones; shape (moments, moments).
    """

    places: dict[str, Places]
    observed: Floats
    meat: Floats

    def trace(self) -> float:
        """Return the trace of the product of `meat` and the inverse of `observed`."""
        return float(np.trace(np.linalg.solve(self.observed, self.meat)))


def saturated_information(
    model: Model, samples: Sequence[Sample]
) -> tuple[Saturated, ...]:
    """Return what each group tells about its own means and covariances.

    `model` is the saturated one.
    """
    estimate = at_moments(model, [(sample.mean, sample.cov) for sample in samples])
    means, found = model.frame.means, []
    for number, sample in enumerate(samples):
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        curve = second_by_moments(moments, moved, sample, means)
        scores = np.zeros((0, curve.shape[1]))
        if len(sample.values):
            scores = casewise_scores(moments, moved, sample, means)
        found.append(
            Saturated(
                places=model.groups[number].free,
                observed=curve / 2,
                meat=products(scores, sample) / sample.size,
            )
        )
    return tuple(found)


def products(scores: Floats, sample: Sample) -> Floats:
    """Return the products of the scores of people, or of their clusters' sums.

    With C clusters the products are multiplied by C / (C − 1), as in lavaan.
    """
    if not sample.cluster.size:
        return np.asarray(scores.T @ scores)
    count = int(sample.cluster.max()) + 1
    sums = np.zeros((count, scores.shape[1]))
    np.add.at(sums, sample.cluster, scores)
    return np.asarray(sums.T @ sums * (count / (count - 1)))


def meat(model: Model, samples: Sequence[Sample], estimate: Floats) -> Floats:
    """Return the products of the scores, by estimate."""
    total = np.zeros((model.estimates, model.estimates))
    for number, sample in enumerate(samples):
        group = model.groups[number]
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, group.free)
        scores = casewise_scores(moments, moved, sample, model.frame.means)
        total += products(gather_columns(model, group, scores), sample)
    return total


def moment_slopes(moved: Slope, places: dict[str, Places]) -> Floats:
    """Return how the saturated model's moments move with a model's parameters."""
    rows = []
    for matrix, part in places.items():
        if matrix == "residuals":
            first, second = part.row, part.column
            rows.append(
                moved.u[first] * moved.v[second] + moved.v[first] * moved.u[second]
            )
        else:
            rows.append(moved.mean[part.row])
    return np.vstack(rows)


def corrected(
    model: Model,
    estimate: Floats,
    samples: Sequence[Sample],
    saturated: tuple[Model, Sequence[Saturated]],
    *,
    robust: bool,
    space: Space | None = None,
) -> tuple[float, float]:
    """Return the statistic of complete answers and what it is on average.

    `saturated` is the model with every relation and its information.
    """
    whole = [sample_of_moments(part.mean, part.cov, part.n) for part in samples]
    people = sum(sample.n for sample in samples)
    statistic = people * ml_objective(model, whole).value(estimate)
    every, information = saturated
    complete = saturated_information(every, whole)
    weights = shares(samples)
    gapped = _blocks([part.observed for part in information], weights)
    full = _blocks([part.observed for part in complete], weights)
    slopes = _slopes(model, estimate, information)
    if space is not None:
        slopes = slopes @ space.basis
    inner = slopes @ np.linalg.solve(slopes.T @ gapped @ slopes, slopes.T)
    if not robust:
        return statistic, float(np.sum(full * (np.linalg.inv(gapped) - inner)))
    meat = _blocks([part.meat for part in information], weights)
    bread = np.linalg.inv(gapped)
    left = np.eye(len(inner)) - inner @ gapped
    spread = left @ bread @ meat @ bread @ left.T
    return statistic, float(np.sum(full * spread))


def _blocks(parts: Sequence[Floats], weights: Floats) -> Floats:
    from scipy.linalg import block_diag  # noqa: PLC0415 - slow to load

    pairs = zip(weights, parts, strict=True)
    return np.asarray(block_diag(*[weight * part for weight, part in pairs]))


def _slopes(model: Model, estimate: Floats, saturated: Sequence[Saturated]) -> Floats:
    """Return how all groups' moments move with the estimates."""
    rows = []
    for number, part in enumerate(saturated):
        group = model.groups[number]
        moved = slope(implied(model.matrices(estimate, number)), group.free)
        rows.append(gather_columns(model, group, moment_slopes(moved, part.places)))
    return np.vstack(rows)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Task:
    """What is fitted, and how its errors and tests are made."""

    samples: tuple[Sample, ...]
    robust: bool
    full: bool
    saturated: Model | None
    information: tuple[Saturated, ...]

    @property
    def people(self) -> int:
        return sum(sample.n for sample in self.samples)


def fit_likelihood(
    model: Model,
    samples: tuple[Sample, ...],
    *,
    robust: bool,
    full: bool = False,
    start: Floats | None = None,
) -> Fit:
    """Return the model at its most likely estimates.

    Parameters
    ----------
    model : Model
        The model.
    samples : tuple of Sample
        Each group's answers.
    robust : bool
        Whether errors and tests are those of Huber, White, Yuan and Bentler, which do
        not rest on normal answers, and count clusters where the samples have them.
    full : bool, default False
        Whether by full information, which counts answers with gaps: errors then come
        from the observed information, and the robust indices are those of complete
        answers.
    start : numpy.ndarray, optional
        Where the search begins, if the model is possible there.
    """
    task = _task(model, samples, robust=robust, full=full)
    objective = ml_objective(model, samples)
    moments = [(sample.mean, sample.cov) for sample in samples]
    first = start
    if first is None or not np.isfinite(objective.value(first)):
        first = starting_values(model, moments)
    try:
        optimum, space = seek(objective, model, first)
    except np.linalg.LinAlgError:
        msg = (
            "The model leaves a variable no residual of its own, so that its "
            "covariances are not those of any answers; free a variance."
        )
        raise ValueError(msg) from None
    curve = objective.slopes(optimum.estimate)[1]
    covariance, scale = _errors(task, model, optimum.estimate, curve, space)
    test = _test(task, model, optimum.value, scale)
    bare = plain_model(model.frame, related=False)
    alone = at_moments(bare, _bare_moments(task, model.frame))
    base = _base_test(task, bare, alone)
    return Fit(
        model=model,
        samples=samples,
        optimum=optimum,
        curve=curve,
        covariance=covariance,
        test=test,
        base=base,
        robust=_robust(task, (model, optimum.estimate, test), (bare, alone, base)),
        loglik=saturated_log_likelihood(samples, model.frame.given_items)
        - task.people * optimum.value / 2,
        space=space,
    )


def _task(
    model: Model, samples: tuple[Sample, ...], *, robust: bool, full: bool
) -> _Task:
    every = plain_model(model.frame, related=True) if full or robust else None
    known = () if every is None else saturated_information(every, samples)
    return _Task(
        samples=samples,
        robust=robust,
        full=full,
        saturated=every,
        information=known,
    )


def _errors(
    task: _Task,
    model: Model,
    estimate: Floats,
    curve: Floats,
    space: Space | None = None,
) -> tuple[Floats, float]:
    """Return the estimates' covariances, and the model's part of the test's scale."""
    if task.robust or task.full:
        curve = observed_curve(model, task.samples, estimate)
    inverse = inverse_or_missing(curve * (task.people / 2), space)
    if not task.robust:
        return inverse, np.nan
    middle = meat(model, task.samples, estimate)
    return inverse @ middle @ inverse, float(np.sum(middle * inverse))


def _test(task: _Task, model: Model, value: float, trace: float) -> Test:
    """Return the test; `trace` is the model's part of the scale."""
    df = len(task.samples) * moment_count(model.frame) - model.unknowns
    left = (
        sum(part.trace() for part in task.information) - trace
        if task.robust
        else np.nan
    )
    scale = left / df if df > 0 and left > 0 else np.nan
    return Test(chi2=task.people * value, df=df, scale=scale, trace=left)


def robust_test(model: Model, samples: Sequence[Sample], estimate: Floats) -> Test:
    """Return the robust test of a model at given estimates."""
    task = _task(model, tuple(samples), robust=True, full=False)
    value = ml_objective(model, samples).value(estimate)
    return _test(task, model, value, _errors(task, model, estimate, np.eye(0))[1])


def moment_count(frame: Frame) -> int:
    """Return how many moments of each group are modelled: none of what is given."""
    given = len(frame.given.names)
    sizes = [
        size * (size + 1) // 2 + size * frame.means
        for size in (len(frame.items), given)
    ]
    return sizes[0] - sizes[1]


def _bare_moments(task: _Task, frame: Frame) -> list[tuple[Floats, Floats]]:
    """Return the moments of each item by itself, from all who answered it."""
    if not task.full:
        return [(sample.mean, sample.cov) for sample in task.samples]
    known = set(frame.exogenous) - set(frame.given.names)
    places = [frame.items.index(name) for name in frame.exogenous if name in known]
    related = np.array(places, dtype=np.int64)
    return [_own_moments(sample, related) for sample in task.samples]


def _own_moments(sample: Sample, related: Ints) -> tuple[Floats, Floats]:
    """Return each item's moments from its own answers, of those related from all."""
    seen = ~np.isnan(sample.values)
    weights = seen * (sample.weights[:, None] if sample.weights.size else 1.0)
    weights /= weights.sum(axis=0)
    values = np.where(seen, sample.values, 0.0)
    mean = np.sum(weights * values, axis=0)
    cov = np.diag(np.sum(weights * (values - mean) ** 2, axis=0))
    answered = seen[:, related].any(axis=1)
    if related.size and answered.any():
        own = sample.weights[answered] if sample.weights.size else None
        part = sample_of(sample.values[np.ix_(answered, related)], weights=own)
        mean[related], cov[np.ix_(related, related)] = part.mean, part.cov
    return mean, cov


def _base_test(task: _Task, bare: Model, estimate: Floats) -> Test:
    value = ml_objective(bare, task.samples).value(estimate)
    trace = _errors(task, bare, estimate, np.eye(0))[1] if task.robust else np.nan
    return _test(task, bare, value, trace)


def _robust(
    task: _Task, own: tuple[Model, Floats, Test], bare: tuple[Model, Floats, Test]
) -> Misfit | None:
    test, base = own[2], bare[2]
    if task.full and task.saturated is not None and test.df > 0:
        every = (task.saturated, task.information)
        found = [
            corrected(
                part[0],
                part[1],
                task.samples,
                every,
                robust=task.robust,
                space=part[0].rules.space(),
            )
            for part in (own, bare)
        ]
        return Misfit(
            chi2=found[0][0],
            df=test.df,
            scale=found[0][1] / test.df,
            base_chi2=found[1][0],
            base_df=base.df,
            base_scale=found[1][1] / base.df,
        )
    if not task.robust:
        return None
    return Misfit(
        chi2=test.chi2,
        df=test.df,
        scale=test.scale,
        base_chi2=base.chi2,
        base_df=base.df,
        base_scale=base.scale,
    )
