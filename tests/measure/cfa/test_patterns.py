"""Fewer rows tell of the people what all of them tell."""

import numpy as np
import pytest

from lederlib.measure.cfa.patterns import answered, answered_moments, each_person


@pytest.fixture
def values(with_gaps):
    return with_gaps(people=400, items=4, share=0.2)


def told(found):
    """Return what is told of each pattern: its share, its sums and its products."""
    rows = found.rows + np.outer(found.ones, found.centre)
    rows = np.column_stack([found.ones, rows]) / np.sqrt(found.ones @ found.ones)
    parts = {}
    for kind in found.kinds:
        for place, missing in enumerate(kind.missing):
            own = rows[kind.rows[kind.pattern == place]]
            own[:, missing + 1] = 0
            parts[tuple(missing.tolist())] = (kind.shares[place], own.T @ own)
    return parts


def test_few_rows_tell_of_each_pattern_what_its_people_tell(values):
    few, all_ = answered(values, np.ones(len(values))), each_person(values)
    assert len(few.rows) < len(all_.rows) / 2
    one, other = told(few), told(all_)
    assert one.keys() == other.keys()
    for key, (share, products) in one.items():
        assert share == pytest.approx(other[key][0])
        np.testing.assert_allclose(products, other[key][1], atol=1e-12)


def test_a_person_of_weight_two_is_two_people(values):
    weights = np.arange(len(values)) % 3 + 1.0
    heavy = answered(values, weights)
    often = each_person(np.repeat(values, weights.astype(int), axis=0))
    assert heavy.size == pytest.approx(often.size)
    assert heavy.answers == pytest.approx(np.sum(~np.isnan(values) * weights[:, None]))
    one, other = told(heavy), told(often)
    for key, (_, products) in one.items():
        np.testing.assert_allclose(products, other[key][1], atol=1e-12)


def test_each_person_keeps_their_place(values):
    found = each_person(values)
    for kind in found.kinds:
        for row, pattern in zip(kind.rows, kind.pattern, strict=True):
            lost = np.flatnonzero(np.isnan(values[row]))
            np.testing.assert_array_equal(lost, kind.missing[pattern])


def test_moments_alone_are_answers_without_gaps():
    mean, cov = np.array([2.0, -1e4]), np.array([[1e-6, 0.3], [0.3, 1e6]])
    found = answered_moments(mean, cov, 50)
    assert found.whole
    assert found.answers == 100
    np.testing.assert_allclose(found.rows.T @ found.rows, cov, rtol=1e-10)
    np.testing.assert_allclose(found.ones @ found.rows + found.centre, mean)
