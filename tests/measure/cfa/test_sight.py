"""What answers with gaps say of moments, held against a sum over people."""

import numpy as np
import pytest

from lederlib.measure.cfa.patterns import answered, each_person
from lederlib.measure.cfa.sight import most_likely_moments, sight

SHARES = (0.0, 0.05, 0.3, 0.7)


@pytest.fixture(params=SHARES)
def values(request, with_gaps):
    return with_gaps(people=150, items=5, share=request.param)


@pytest.fixture
def moments():
    rng = np.random.default_rng(8)
    root = rng.normal(size=(5, 5))
    return rng.normal(size=5), root @ root.T + np.eye(5)


def by_person(values, mean, cov):
    """Yield each person's value, W and W z."""
    for row in values:
        seen = np.flatnonzero(~np.isnan(row))
        inner = cov[np.ix_(seen, seen)]
        apart, weights, pulled = row[seen] - mean[seen], np.zeros_like(cov), 0 * mean
        weights[np.ix_(seen, seen)] = np.linalg.inv(inner)
        pulled[seen] = np.linalg.solve(inner, apart)
        yield np.linalg.slogdet(inner)[1] + apart @ pulled[seen], weights, pulled


@pytest.mark.parametrize("few", [True, False])
def test_it_is_the_mean_over_people(values, moments, few):
    answers = answered(values, np.ones(len(values))) if few else each_person(values)
    seen = sight(*moments, answers)
    value, weights, pulled = zip(*by_person(values, *moments), strict=True)
    scale = answers.ones @ answers.ones
    np.testing.assert_allclose(seen.weights, np.mean(weights, axis=0), atol=1e-10)
    np.testing.assert_allclose(
        seen.scatter / scale, np.array(pulled).T @ pulled / len(values), atol=1e-10
    )
    np.testing.assert_allclose(
        seen.pulled.T @ answers.ones / scale, np.mean(pulled, axis=0), atol=1e-10
    )
    if few:
        assert seen.value == pytest.approx(np.mean(value), rel=1e-12)
    else:
        np.testing.assert_allclose(seen.pulled, pulled, atol=1e-10)


def test_what_are_no_covariances_is_infinitely_far(values, moments):
    assert np.isinf(sight(moments[0], -moments[1], each_person(values)).value)
    with pytest.raises(np.linalg.LinAlgError):
        sight(moments[0], 0 * moments[1], each_person(values))


def test_the_most_likely_moments_are_pulled_nowhere(with_gaps):
    values = with_gaps(people=300, items=4, share=0.3)
    answers = answered(values, np.ones(len(values)))
    seen = sight(*most_likely_moments(values, answers), answers)
    np.testing.assert_allclose(seen.scatter, seen.weights, atol=1e-8)
    np.testing.assert_allclose(answers.ones @ seen.pulled, 0, atol=1e-8)
