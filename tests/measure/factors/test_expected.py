"""How many factors would be suggested, against people drawn one by one."""

import numpy as np
import pytest

from lederlib.measure import parallel_analysis
from lederlib.measure.factors.expected import suggestions_under

PEOPLE = 80


@pytest.fixture(scope="module")
def between():
    loadings = np.kron(np.eye(2), np.full((3, 1), 0.7))
    shared = loadings @ [[1, 0.5], [0.5, 1]] @ loadings.T
    return shared - np.diag(np.diag(shared)) + np.eye(6)


def drawn(between, seed):
    rng = np.random.default_rng(seed)
    return rng.multivariate_normal(np.zeros(len(between)), between, PEOPLE)


def test_the_shares_are_those_of_people_drawn_one_by_one(between):
    found = parallel_analysis(drawn(between, 0))
    shares = suggestions_under(found, between)
    counts = [
        parallel_analysis(drawn(between, seed), draws=200).suggested
        for seed in range(100)
    ]
    own = np.bincount(counts, minlength=7) / len(counts)
    assert 0.2 < shares[1] < 0.8
    np.testing.assert_allclose(shares, own, atol=0.15)
    assert shares.sum() == pytest.approx(1)


def test_units_do_not_matter_and_more_people_see_more(between):
    spread = np.arange(1, 7)
    few = parallel_analysis(drawn(between, 0))
    many = parallel_analysis(np.vstack([drawn(between, seed) for seed in range(8)]))
    plain = suggestions_under(few, between)
    scaled = suggestions_under(few, between * np.outer(spread, spread))
    np.testing.assert_allclose(plain, scaled)
    assert suggestions_under(many, between)[2] > plain[2]


def test_items_that_cannot_be_related_so_have_no_shares(between):
    found = parallel_analysis(drawn(between, 0))
    assert np.isnan(suggestions_under(found, np.ones((6, 6)))).all()
