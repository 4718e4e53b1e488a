"""Every printed error of the graded model, held against a likelihood written anew."""

from itertools import pairwise

import numpy as np
import pytest
from scipy.special import expit

from lederlib.measure import graded_response

TRAIT = np.linspace(-6, 6, 61)
STEP = 1e-3


def chances(slope, thresholds, trait=TRAIT):
    """Return how likely each category is along the trait, by Samejima's formula."""
    above = [1 + 0 * trait, *(expit(slope * (trait - b)) for b in thresholds)]
    return np.array([more - less for more, less in pairwise([*above, 0 * trait])])


def by_item(flat):
    return np.split(flat, [4, 7])


def people_at(flat, answers):
    """Return each person's likelihood times the trait's weight, by point."""
    joint = np.exp(-0.5 * TRAIT**2) / np.exp(-0.5 * TRAIT**2).sum()
    for chosen, (slope, *thresholds) in zip(answers.T, by_item(flat), strict=True):
        joint = joint * chances(slope, thresholds)[chosen]
    return joint


def loglik(flat, answers):
    return np.log(people_at(flat, answers).sum(axis=1)).sum()


def curvature(function, at):
    """Return minus the second derivatives, by central differences."""
    moves = STEP * np.eye(len(at))

    def bend(first, second):
        out = function(at + first + second) + function(at - first - second)
        return out - function(at + first - second) - function(at - first + second)

    return -np.array([[bend(one, two) for two in moves] for one in moves]) / 4 / STEP**2


@pytest.fixture(scope="module")
def few(drawn):
    """Three items with thresholds on either side of 0; the second has fewer."""
    answers = drawn[0].iloc[:250, :3]
    return answers.assign(tid=np.minimum(answers["tid"], 2))


@pytest.fixture(scope="module")
def fitted(few):
    return graded_response(few)


def row_by_row(fitted, *, errors):
    """Return slopes and thresholds, or their errors, all items in a row."""
    columns = [c for c in fitted.parameters if c.endswith("_se") == errors]
    values = fitted.parameters[columns].to_numpy().ravel()
    return values[~np.isnan(values)]


def test_slopes_and_thresholds_are_as_sure_as_the_likelihood_is_curved(few, fitted):
    """In the printed parameters themselves, so that no delta method is needed."""
    at, answers = row_by_row(fitted, errors=False), few.to_numpy()
    assert loglik(at, answers) == pytest.approx(fitted.loglik, rel=1e-10)
    curve = curvature(lambda flat: loglik(flat, answers), at)
    expected = np.sqrt(np.diag(np.linalg.inv(curve)))
    np.testing.assert_allclose(row_by_row(fitted, errors=True), expected, rtol=1e-3)


def test_a_score_is_as_sure_as_its_posterior_is_narrow(few, fitted):
    weights = people_at(row_by_row(fitted, errors=False), few.to_numpy())
    weights /= weights.sum(axis=1, keepdims=True)
    mean = weights @ TRAIT
    spread = np.sqrt((weights * (TRAIT - mean[:, None]) ** 2).sum(axis=1))
    np.testing.assert_allclose(fitted.scores["score"], mean, atol=1e-9)
    np.testing.assert_allclose(fitted.scores["se"], spread, rtol=1e-9)


def test_information_is_the_mean_squared_slope_of_the_loglikelihood(fitted):
    """Fisher's definition, by differences, with the trait's own information of 1."""
    trait, expected = np.array([-2.0, 0.3, 1.5]), np.ones(3)
    for slope, *thresholds in by_item(row_by_row(fitted, errors=False)):
        now, low, high = (
            chances(slope, thresholds, trait + move) for move in (0, -1e-5, 1e-5)
        )
        expected += (now * (np.log(high / low) / 2e-5) ** 2).sum(axis=0)
    errors = fitted.information(trait)["se"]
    np.testing.assert_allclose(errors, expected**-0.5, rtol=1e-7)


def test_the_summary_says_how_sure_a_score_is_at_best_and_at_worst(fitted):
    errors = fitted.information(np.linspace(-2, 2, 41))["se"]
    assert f"{errors.min():.2f} to {errors.max():.2f}" in fitted.summary("en")
