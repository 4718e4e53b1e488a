import numpy as np
import pandas as pd
import pytest

from lederlib.measure import Moments, cfa, invariance

MODEL = "ro =~ a + b + c\ntillid =~ d + e + f"
ITEMS = list("abcdef")


def made(seed=1):
    rng = np.random.default_rng(seed)
    traits = rng.multivariate_normal([0, 0], [[1, 0.4], [0.4, 1]], size=700)
    seen = np.repeat(traits, 3, axis=1) + rng.standard_normal((700, 6))
    table = pd.DataFrame(seen, columns=ITEMS)
    table["enhed"] = np.where(np.arange(700) % 3 > 0, "øst", "vest")
    return table.mask(rng.random(table.shape) < np.r_[np.full(6, 0.02), 0])


TABLE = made()
KNOWN = {
    unit: Moments.from_batches([own[:150], own[150:]])
    for unit, own in TABLE.groupby("enhed", sort=False)[ITEMS]
}


def test_two_groups_of_moments_give_the_fit_of_their_answers():
    first, second = cfa(MODEL, TABLE, group="enhed"), cfa(MODEL, KNOWN)
    assert (second.df, second.n, second.left_out) == (
        first.df,
        first.n,
        first.left_out,
    )
    for name in ("chi2", "loglik", "cfi", "rmsea", "srmr"):
        assert getattr(second, name) == pytest.approx(getattr(first, name), rel=1e-8)
    pair = [fit.estimates[["est", "se", "std"]].to_numpy() for fit in (first, second)]
    assert np.allclose(*pair, rtol=1e-6, atol=1e-8, equal_nan=True)


def test_invariance_from_moments_is_that_of_the_answers():
    first, second = invariance(MODEL, TABLE, "enhed"), invariance(MODEL, KNOWN)
    assert second.groups == first.groups
    assert second.n == first.n
    figures = ["chi2", "df", "cfi", "rmsea", "srmr", "delta_chi2", "delta_df", "p"]
    pair = [found.table[figures].to_numpy(float) for found in (first, second)]
    assert np.allclose(*pair, rtol=1e-5, atol=1e-7, equal_nan=True)


def test_the_order_of_columns_in_the_moments_does_not_matter():
    turned = {
        unit: Moments.from_table(TABLE.loc[TABLE["enhed"] == unit, ITEMS[::-1]])
        for unit in KNOWN
    }
    assert cfa(MODEL, turned).chi2 == pytest.approx(cfa(MODEL, KNOWN).chi2, rel=1e-9)


def few():
    return {"øst": Moments.from_table(TABLE[ITEMS].dropna()[:6])}


@pytest.mark.parametrize(
    ("known", "options", "sentence"),
    [
        (KNOWN, {"estimator": "MLR"}, "Moments serve the estimator ML"),
        (KNOWN, {"missing": "fiml"}, "Moments serve the estimator ML"),
        (KNOWN, {"group": "enhed"}, "group must be None .* got 'enhed'"),
        (KNOWN | few(), {}, "more people than items in group 'øst'; got 6 with 6"),
        (
            {"øst": Moments.from_table(TABLE[ITEMS[:5]])},
            {},
            "model's items in group 'øst' must be one of .* got 'f'",
        ),
    ],
)
def test_one_sentence_says_what_moments_cannot_do(known, options, sentence):
    with pytest.raises(ValueError, match=sentence) as caught:
        cfa(MODEL, known, **options)
    assert "\n" not in str(caught.value)


def test_invariance_needs_two_groups_and_knows_which():
    with pytest.raises(ValueError, match="group must have at least 2 groups"):
        invariance(MODEL, {"øst": KNOWN["øst"]})
    with pytest.raises(ValueError, match="group must name the column of groups"):
        invariance(MODEL, TABLE)
