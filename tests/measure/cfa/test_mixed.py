import numpy as np
import pytest

from lederlib.measure.cfa.mixed import mixed_moments
from lederlib.measure.correlations.ordinal import ordinal_moments


@pytest.fixture
def answers():
    rng = np.random.default_rng(5)
    values = rng.multivariate_normal([0, 0, 0], 0.5 + 0.5 * np.eye(3), size=3000)
    values[:, 1:] = np.digitize(values[:, 1:], [-0.5, 0.6])
    return values


def moments(values, ordered):
    codes = {place: values[:, place].astype(int) for place in ordered}
    return mixed_moments(values, codes, dict.fromkeys(ordered, 3))


def test_ordered_items_alone_are_as_if_no_others_were_there(answers):
    found = moments(answers[:, 1:], [0, 1])
    other = ordinal_moments(answers[:, 1:].astype(int))
    assert np.allclose(found.statistics, other.statistics, atol=1e-10)
    assert np.allclose(found.influence, other.influence, atol=1e-8)


def test_plain_items_alone_have_their_own_covariances():
    rng = np.random.default_rng(2)
    values = rng.normal(size=(500, 2)) @ [[1, 0.6], [0, 1]]
    found = moments(values, [])
    assert np.allclose(found.cov, np.cov(values, rowvar=False, bias=True))
    assert np.allclose(found.mean, values.mean(axis=0))


def test_a_cut_response_keeps_its_correlation(answers):
    found = moments(answers, [1, 2])
    assert found.cov[0, 1] / found.cov[0, 0] ** 0.5 == pytest.approx(0.5, abs=0.04)


def test_nobody_moves_the_statistics_on_average(answers):
    found = moments(answers, [1, 2])
    assert np.abs(found.influence.mean(axis=0)).max() < 1e-8
