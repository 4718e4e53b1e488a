"""Second derivatives with gaps: every way, and a sum over people."""

import numpy as np
import pytest

from lederlib.measure.cfa import gap_curves, moment_curves
from lederlib.measure.cfa.curves import expected_curve, observed_curve
from lederlib.measure.cfa.gap_curves import expected_by_gaps, observed_by_gaps
from lederlib.measure.cfa.implied import implied, slope
from lederlib.measure.cfa.moment_curves import expected_by_moments, observed_by_moments
from lederlib.measure.cfa.patterns import answered
from lederlib.measure.cfa.sight import sight

MODEL = "f =~ y1 + y2 + y3\ng =~ y3 + y4 + y5\nf ~ 0.3*1"


@pytest.fixture(params=[0.0, 0.05, 0.3, 0.7])
def task(request, build, with_gaps):
    """Return people, how the moments move, and what these see of the people."""
    values = with_gaps(people=120, items=5, share=request.param)
    model = build(MODEL, means=True)
    rng = np.random.default_rng(3)
    moments = implied(model.matrices(rng.uniform(0.4, 0.6, model.estimates), 0))
    answers = answered(values, np.ones(len(values)))
    moved = slope(moments, model.groups[0].free)
    return values, moments, moved, sight(moments.mean, moments.cov, answers), answers


def by_person(values, moments, moved):
    """Return expected and observed second derivatives, summed person by person."""
    count = moved.u.shape[1]
    moves = np.einsum("ik,jk->kij", moved.u, moved.v)
    moves = moves + moves.transpose(0, 2, 1)
    expected, observed = np.zeros((2, count, count))
    for row in values:
        seen = np.flatnonzero(~np.isnan(row))
        own = np.linalg.inv(moments.cov[np.ix_(seen, seen)])
        pulled = own @ (row[seen] - moments.mean[seen])
        turned = own @ moves[:, seen][:, :, seen]
        trace = np.einsum("kij,lji->kl", turned, turned)
        level = moved.mean[seen]
        expected += trace + 2 * level.T @ own @ level
        both = (moves[:, seen][:, :, seen] @ pulled).T + level
        observed += 2 * both.T @ own @ both - trace
    return expected / len(values), observed / len(values)


@pytest.mark.parametrize("at_once", [50, 4_000_000])
@pytest.mark.parametrize(
    ("expected", "observed"),
    [
        (expected_curve, observed_curve),
        (expected_by_gaps, observed_by_gaps),
        (expected_by_moments, observed_by_moments),
    ],
)
def test_every_way_is_the_sum_over_people(
    task, monkeypatch, at_once, expected, observed
):
    for module in (gap_curves, moment_curves):
        monkeypatch.setattr(module, "AT_ONCE", at_once)
    values, moments, moved, seen, answers = task
    first, second = by_person(values, moments, moved)
    np.testing.assert_allclose(expected(moved, seen, answers), first, atol=1e-10)
    np.testing.assert_allclose(observed(moved, seen, answers), second, atol=1e-10)
