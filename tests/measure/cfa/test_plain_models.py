import numpy as np
import pytest

from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.implied import implied
from lederlib.measure.cfa.plain_models import at_moments, plain_model

RNG = np.random.default_rng(9)
MOMENTS = [
    (RNG.normal(size=4), np.cov(RNG.normal(size=(30, 4)), rowvar=False))
    for _ in range(2)
]


def frame(*, means):
    return Frame(items=tuple("abcd"), factors=("f",), groups=2, means=means, levels={})


@pytest.mark.parametrize("means", [False, True])
def test_everything_related_gives_back_any_moments(means):
    model = plain_model(frame(means=means), related=True)
    estimate = at_moments(model, MOMENTS)
    assert model.estimates == 2 * (10 + 4 * means)
    for number, (mean, cov) in enumerate(MOMENTS):
        found = implied(model.matrices(estimate, number))
        np.testing.assert_allclose(found.cov, cov, rtol=1e-12)
        np.testing.assert_allclose(found.mean, mean * means, rtol=1e-12)


@pytest.mark.parametrize("means", [False, True])
def test_nothing_related_keeps_only_variances_and_means(means):
    model = plain_model(frame(means=means), related=False)
    estimate = at_moments(model, MOMENTS)
    assert model.estimates == 2 * (4 + 4 * means)
    for number, (mean, cov) in enumerate(MOMENTS):
        found = implied(model.matrices(estimate, number))
        np.testing.assert_allclose(found.cov, np.diag(np.diag(cov)), rtol=1e-12)
        np.testing.assert_allclose(found.mean, mean * means, rtol=1e-12)
