import numpy as np
import pytest

from lederlib.measure.cfa.people import read_people
from lederlib.measure.cfa.sample import (
    likelihood_samples,
    require_positive,
    sample_of,
    sample_of_moments,
)


def normal(people=300):
    rng = np.random.default_rng(3)
    cov = 0.5 + 0.5 * np.eye(3)
    return rng.multivariate_normal([1, 2, 3], cov, size=people)


def test_answers_without_gaps_have_their_own_moments():
    values = normal()
    found = sample_of(values)
    assert found.answered.whole
    assert np.allclose(found.cov, np.cov(values, rowvar=False, bias=True))


def test_gaps_at_random_hardly_move_the_most_likely_moments():
    values = normal(4000)
    values[np.random.default_rng(4).random(values.shape) < 0.2] = np.nan
    values = values[~np.isnan(values).all(axis=1)]
    found = sample_of(values)
    assert not found.answered.whole
    assert found.size == found.n
    assert np.abs(found.mean - [1, 2, 3]).max() < 0.06
    assert np.abs(found.cov - (0.5 + 0.5 * np.eye(3))).max() < 0.08


def test_the_most_likely_moments_stay_where_they_are():
    values = normal()
    values[:80, 2] = np.nan
    found = sample_of(values)
    kept = values[80:]
    slopes = np.linalg.lstsq(
        np.column_stack([np.ones(len(kept)), kept[:, :2]]), kept[:, 2], rcond=None
    )[0]
    expected = slopes[0] + values[:, :2].mean(axis=0) @ slopes[1:]
    assert found.mean[2] == pytest.approx(expected, abs=1e-8)


def test_moments_alone_are_a_sample_without_people():
    found = sample_of_moments(np.zeros(2), np.eye(2), 50)
    assert found.n == 50
    assert not len(found.values)


@pytest.mark.parametrize(
    ("cov", "message"),
    [
        (np.ones((2, 2)), "'a', 'b' determine each other"),
        (np.diag([1.0, 0.0]), "'b' must vary in group 'north'"),
    ],
)
def test_covariances_that_cannot_be_are_named(cov, message):
    with pytest.raises(ValueError, match=message):
        require_positive(cov, ["a", "b"], " in group 'north'")


def test_items_that_determine_each_other_name_their_group(table):
    data = table("two_groups").assign(unit=lambda rows: rows["profession"])
    first = data["unit"].iloc[0]
    data["y2"] = data["y2"].where(data["unit"] != first, 2 * data["y1"])
    found = read_people(data, ["y1", "y2", "y3"], group="unit")
    with pytest.raises(
        ValueError, match=f"group '{first}' must .* 'y1', 'y2' determine"
    ):
        likelihood_samples(found)
