"""Polychoric correlations that contradict one another are told of wherever used."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import alpha, cfa, efa, htmt, omega, polychoric

RNG = np.random.default_rng(3)
# Few people, and items that go closely together: pairs that no matrix holds together.
TRAIT = RNG.normal(size=(26, 1))
SEEN = np.digitize(TRAIT + 0.4 * RNG.normal(size=(26, 6)), [-0.8, 0.1, 0.9]) + 1
ANSWERS = pd.DataFrame(SEEN, columns=list("abcdef"))
MANY = pd.DataFrame(
    np.digitize(RNG.normal(size=(400, 1)) + RNG.normal(size=(400, 6)), [-1, 0, 1]),
    columns=list("abcdef"),
)
FACTORS = {"ro": list("abc"), "tid": list("def")}
CALLS = {
    "alpha": lambda items: alpha(items, kind="ordinal"),
    "efa": lambda items: efa(items, 1, correlations="polychoric"),
    "htmt": lambda items: htmt(items, FACTORS, correlations="polychoric"),
    "omega": lambda items: omega(items, correlations="polychoric"),
    "polychoric": polychoric,
}


@pytest.mark.parametrize("name", CALLS)
def test_they_are_told_with_the_smallest_eigenvalue(name):
    found = CALLS[name](ANSWERS)
    root = np.linalg.eigvalsh(polychoric(ANSWERS).correlations)[0]
    assert found.lowest_root == pytest.approx(root)
    assert root < 0
    assert (
        "kan ikke alle være rigtige på én gang (mindste egenværdi −"
        in found.summary("da")
    )
    assert "estimated on its own" in found.summary("en")
    assert "estimated on its own" not in CALLS[name](MANY).summary("en")


def test_pearson_correlations_of_the_same_answers_raise_no_warning():
    assert efa(ANSWERS, 1).lowest_root > 0
    assert "own" not in efa(ANSWERS, 1).summary("en")


@pytest.mark.parametrize(
    "call",
    [
        lambda: efa(ANSWERS, 1, "ml", correlations="polychoric"),
        lambda: omega(ANSWERS, kind="cfa", correlations="polychoric"),
    ],
)
def test_maximum_likelihood_says_the_true_reason(call):
    with pytest.raises(ValueError, match="each pair is estimated on its own"):
        call()


def test_a_weighted_fit_says_it_too():
    model = "ro =~ a + b + c + d + e + f"
    assert "hvert par er beregnet for sig" in cfa(model, ANSWERS, "WLSMV").summary("da")
