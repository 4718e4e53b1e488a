import numpy as np
import pytest
from scipy.special import ndtri

from lederlib.scenario.evidence.bridge import bridge
from lederlib.scenario.evidence.prior import effective_worlds

OBSERVED, ERROR = 1.5, 0.1


def sum_is_observed(shares):
    """A normal prior and a normal likelihood, so that the posterior is known."""
    total = ndtri(shares["one"]) + ndtri(shares["other"])
    return -0.5 * ((total - OBSERVED) / ERROR) ** 2


def bridged(seed, worlds=1000):
    rng = np.random.default_rng(seed)
    names = ("one", "other", "idle")
    shares = {name: rng.random(10 * worlds) for name in names}
    return bridge(shares, sum_is_observed, worlds=worlds, rng=rng)


@pytest.fixture(scope="module")
def runs():
    return [bridged(seed) for seed in range(20)]


def test_the_posterior_is_the_one_that_algebra_gives(runs):
    gain = 1 / (2 + ERROR**2)
    scores = np.array([ndtri(run.shares["one"]) for run in runs])
    assert scores.mean() == pytest.approx(OBSERVED * gain, abs=0.02)
    assert scores.var(axis=1).mean() == pytest.approx(1 - gain, abs=0.02)


def test_what_the_likelihood_leaves_alone_keeps_its_law(runs):
    idle = np.concatenate([run.shares["idle"] for run in runs])
    assert idle.mean() == pytest.approx(0.5, abs=0.01)
    assert idle.var() == pytest.approx(1 / 12, abs=0.003)


def test_the_way_ends_at_the_full_likelihood(runs):
    for run in runs:
        assert list(run.exponents) == sorted(run.exponents)
        assert run.exponents[-1] == 1
        assert run.log_likelihood == pytest.approx(sum_is_observed(run.shares))


def test_effective_worlds_promise_no_more_than_repeated_runs_show(runs):
    gain = 1 / (2 + ERROR**2)
    means = [ndtri(run.shares["one"]).mean() for run in runs]
    shown = (1 - gain) / np.var(means, ddof=1)
    promised = np.mean([run.effective for run in runs])
    assert 300 < promised < 2 * shown


def test_nothing_to_fit_leaves_every_world():
    shares = {"one": np.random.default_rng(0).random(500)}
    still = bridge(
        shares, lambda given: 0 * given["one"], worlds=500, rng=np.random.default_rng(1)
    )
    assert still.exponents == (1.0,)
    assert still.effective == pytest.approx(500)


def test_weights_that_are_alike_leave_all_and_one_that_rules_leaves_one():
    assert effective_worlds(np.zeros(7)) == pytest.approx(7)
    assert effective_worlds(np.array([0.0, -800, -900])) == pytest.approx(1)
