"""The response surface against R's lm, and laws that hold wherever it is centred."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t

from lederlib.measure import response_surface

NAMES = ("strain", "load", "resources")
CENTRES = {"midpoint": "midpoint", "none": None, "mean": "mean"}


@pytest.mark.parametrize("errors", ["ols", "hc3"])
@pytest.mark.parametrize("centre", CENTRES)
def test_every_figure_agrees_with_r(centre, errors, balance, reference):
    found = response_surface(balance, *NAMES, center=CENTRES[centre], errors=errors)
    r = reference[centre]
    for table in (found.coefficients, found.surface, found.places):
        for name in table.index:
            assert table["est"][name] == pytest.approx(r[f"est_{name}"], rel=1e-8)
            assert table["se"][name] == pytest.approx(
                r[f"{errors}_se_{name}"], rel=1e-8
            )
    for name in found.surface.index:
        wanted = r[f"{errors}_p_{name}"]
        assert found.surface["p"][name] == pytest.approx(wanted, rel=1e-6)


@pytest.mark.parametrize("centre", CENTRES)
def test_simpler_models_agree_with_those_that_r_fits(centre, balance, reference):
    found, r = (
        response_surface(balance, *NAMES, center=CENTRES[centre]),
        reference[centre],
    )
    for name in found.models.index.drop(["none", "full"]):
        for column in ("f", "p", "r2", "aic", "bic"):
            value = found.models.loc[name, column]
            assert value == pytest.approx(r[f"{column}_{name}"], rel=1e-8), name
    step = found.steps.loc[("main_effects", "buffer")]
    assert step["f"] == pytest.approx(r["step_f"], rel=1e-8)
    assert step["p"] == pytest.approx(r["step_p"], rel=1e-6)


def test_the_bootstrap_finds_about_the_errors_of_hc3(balance):
    robust = response_surface(balance, *NAMES, errors="hc3")
    drawn = response_surface(balance, *NAMES, errors="bootstrap", rng=1)
    ratio = drawn.to_frame()["se"] / robust.to_frame()["se"]
    assert ratio.drop("place").between(0.85, 1.15).all()
    assert drawn.replications == 2000
    assert (drawn.surface["low"] < drawn.surface["est"]).all()
    assert "bootstrap" in drawn.summary()


def test_the_bootstrap_by_moments_is_the_one_by_people(balance):
    few = balance.iloc[:60]
    drawn = response_surface(few, *NAMES, errors="bootstrap", replications=100, rng=5)
    chosen = np.random.default_rng(5).integers(0, 60, (100, 60), dtype=np.int32)
    low, high = few[["load", "resources"]].min().min(), few.iloc[:, :2].max().max()
    slow = [
        response_surface(few.iloc[rows], *NAMES, center=(low + high) / 2)
        for rows in chosen
    ]
    spread = np.std([one.surface["est"].to_numpy() for one in slow], axis=0, ddof=1)
    np.testing.assert_allclose(drawn.surface["se"], spread, rtol=1e-8)


@given(center=st.floats(-20, 20), factor=st.floats(0.1, 10))
def test_where_it_is_counted_from_moves_no_prediction(balance, center, factor):
    near = response_surface(balance, *NAMES)
    far = response_surface(factor * balance, *NAMES, center=center)
    x, y = np.array([1, 3, 5]), np.array([2, 3, 4])
    moved = far.predict(factor * x, factor * y) / factor
    np.testing.assert_allclose(moved, near.predict(x, y), rtol=1e-7)
    assert far.shape == near.shape
    assert far.r2 == pytest.approx(near.r2)
    assert far.surface["est"]["a4"] * factor == pytest.approx(
        near.surface["est"]["a4"], rel=1e-6
    )


def grid(outcome):
    x, y = map(np.ravel, np.meshgrid(np.linspace(1, 5, 12), np.linspace(1, 5, 12)))
    noise = np.random.default_rng(2).normal(0, 0.3, x.size)
    return pd.DataFrame({"x": x, "y": y, "z": outcome(x - 3, y - 3) + noise})


@pytest.mark.parametrize(
    ("outcome", "shape", "congruence"),
    [
        (lambda x, y: -((x - y) ** 2), None, "strict"),
        (lambda x, y: (x - y) ** 2, None, "strict"),
        (lambda x, y: -((x - y) ** 2) + x + y, None, "broad"),
        (lambda x, y: -((x - y - 1) ** 2), None, "none"),
        (lambda x, y: x + y, None, "none"),
        (lambda x, y: -(x**2) - y**2, "dome", "none"),
        (lambda x, y: x**2 + y**2, "bowl", "none"),
        (lambda x, y: x * y * 2, "saddle", "broad"),
    ],
)
def test_known_surfaces_are_recognised(outcome, shape, congruence):
    found = response_surface(grid(outcome), "z", "x", "y")
    assert found.congruence == congruence
    if shape:
        assert found.shape == shape
        assert found.places["est"][["x0", "y0"]].abs().max() < 0.5


def test_what_is_exact_is_said_to_be_flat_where_it_is():
    whole = pd.DataFrame(np.indices((5, 5)).reshape(2, -1).T + 1.0, columns=["x", "y"])
    plane = response_surface(whole.assign(z=whole["x"] - whole["y"]), "z", "x", "y")
    ridge = response_surface(whole.assign(z=(whole["x"] + 2) ** 2), "z", "x", "y")
    assert (plane.shape, ridge.shape) == ("plane", "ridge")
    assert "krummer ikke" in plane.summary()
    assert "stationary point lies" not in ridge.summary("en")


def test_a_buffer_is_found_where_there_is_one():
    found = response_surface(grid(lambda x, y: x - y - 0.5 * x * y), "z", "x", "y")
    assert found.steps["p"]["main_effects", "buffer"] < 1e-6
    assert found.steps["p"]["buffer", "full"] > 0.01
    assert found.models["bic"].idxmin() == "buffer"


def test_the_summary_says_where_nobody_stands(balance):
    tilted = grid(lambda x, y: 3 * x + 0.2 * x**2 + 0.2 * y**2)
    assert "no people" in response_surface(tilted, "z", "x", "y").summary("en")
    inside = response_surface(balance, *NAMES)
    assert inside.has_people(3, 3)
    assert not inside.has_people(5, 5)
    assert not inside.has_people(99, -99)
    assert inside.has_people(*inside.hull.T).all()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, "unclaimed"),
        ({"commensurable": True}, "claimed"),
        ({"commensurable": False}, "no"),
        ({"center": "mean"}, "no"),
    ],
)
def test_it_is_said_whether_equal_numbers_are_equal_amounts(change, told, balance):
    found = response_surface(balance, *NAMES, **change)
    assert found.commensurable == told
    words = {"no": "number by number", "claimed": "your claim", "unclaimed": "Nobody"}
    assert words[told] in found.summary("en")


def test_scales_that_spread_differently_are_not_commensurable(balance):
    wide = balance.assign(load=10 * balance["load"])
    found = response_surface(wide, *NAMES, commensurable=True)
    assert found.commensurable == "no"


def test_gaps_are_left_out_and_counted(balance):
    gaps = balance.copy()
    gaps.loc[3, "load"] = gaps.loc[7, "strain"] = np.nan
    found = response_surface(gaps, *NAMES)
    assert (found.n, found.left_out) == (448, 2)
    assert "mangler: 2" in found.summary()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"load": "højt"}, "Item 'load' must hold numbers; got 'højt'"),
        ({"load": 3}, "Item 'load' must vary"),
        ({"load": [1, 2] * 10}, "Item 'load' must take at least 3 values"),
        (
            {"resources": lambda t: 2 * t["load"]},
            "'load' and 'resources' must not determine",
        ),
        ({"strain": [1.0, 2] + [None] * 18}, "at least 10 people .* got 2"),
        ({"strain": [None] * 20}, "'strain' must have answers; all 20 are missing"),
    ],
)
def test_one_sentence_says_what_is_wrong_with_the_data(change, sentence, balance):
    with pytest.raises(ValueError, match=sentence):
        response_surface(balance.iloc[:20].assign(**change), *NAMES)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ({"outcome": "slid"}, "column must be one of load, resources, strain"),
        ({"center": "middle"}, "center, if not a number, must be one of"),
        ({"center": np.inf}, "center must lie between .* got inf"),
        ({"errors": "hc4"}, "errors must be one of ols, hc3, bootstrap"),
        ({"errors": "bootstrap", "replications": 5}, "replications must lie between"),
    ],
)
def test_one_sentence_says_what_is_wrong_with_the_call(call, sentence, balance):
    asked = {"outcome": "strain", "x": "load", "y": "resources", **call}
    with pytest.raises(ValueError, match=sentence):
        response_surface(balance, **asked)


@pytest.mark.parametrize("errors", ["ols", "hc3"])
def test_intervals_reach_as_far_as_t_says(errors, balance):
    found = response_surface(balance, *NAMES, errors=errors)
    table = found.to_frame()
    ends = t.interval(0.95, len(balance) - 6, loc=table["est"], scale=table["se"])
    np.testing.assert_allclose(table[["low", "high"]].T, ends, rtol=1e-10)


def test_bootstrapped_intervals_and_tails_are_those_of_the_samples(balance):
    """A tail counts the samples beyond zero and one more, on the rarer side twice."""
    few = balance.iloc[:60]
    drawn = response_surface(few, *NAMES, errors="bootstrap", replications=100, rng=5)
    chosen = np.random.default_rng(5).integers(0, 60, (100, 60), dtype=np.int32)
    low, high = few[["load", "resources"]].min().min(), few.iloc[:, :2].max().max()
    slow = np.array(
        [
            response_surface(few.iloc[rows], *NAMES, center=(low + high) / 2)
            .surface["est"]
            .to_numpy()
            for rows in chosen
        ]
    )
    ends = np.quantile(slow, [0.025, 0.975], axis=0)
    np.testing.assert_allclose(drawn.surface[["low", "high"]].T, ends, rtol=1e-8)
    rarer = np.minimum((slow > 0).sum(axis=0), (slow < 0).sum(axis=0))
    np.testing.assert_allclose(drawn.surface["p"], np.minimum(1, (rarer + 1) / 50.5))
