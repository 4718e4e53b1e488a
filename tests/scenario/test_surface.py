import numpy as np
import pytest

from lederlib.scenario import balance_surface, leader_table
from lederlib.scenario.surface import WALK


@pytest.fixture(scope="module")
def leaders():
    return leader_table()


def built_in_strain(load, resources):
    """Point 1 of the dataset's card, over ratings from 0 to 10."""
    level = (load + resources) / 10
    tilt = (resources - load) / (resources + load)
    return 0.45 - 0.60 * tilt + 0.25 * (level - 1.1)


def test_the_intervals_hold_the_figures_of_the_formula_that_was_built_in(leaders):
    steps = np.array([-1e-3, 0, 1e-3])
    true = {}
    for slope, curvature, way in (("a1", "a2", 1), ("a3", "a4", -1)):
        low, middle, high = built_in_strain(5 + steps, 5 + way * steps)
        true[slope] = (high - low) / 2e-3
        true[curvature] = (high - 2 * middle + low) / 2e-6
    bends = [
        built_in_strain(5 + at * steps, 5 + (1 - at) * steps) @ [1, -2, 1] / 2e-6
        for at in (1, 0)
    ]
    true["a5"] = bends[0] - bends[1]
    assert [round(true[f"a{at}"], 3) for at in range(1, 6)] == pytest.approx(
        [0.050, 0, 0.120, 0, -0.012], abs=6e-4
    )
    found = balance_surface(leaders).surface.surface
    for figure, value in true.items():
        assert found["low"][figure] < value < found["high"][figure], figure


def test_counting_in_another_way_leaves_the_surface_where_it_is(leaders):
    load, resources = np.meshgrid(np.linspace(2, 9, 8), np.linspace(2, 9, 8))
    plain = balance_surface(leaders)
    other = balance_surface(leaders, rate=0.5, shift=-1.5)
    heights = (found.expected(load, resources) for found in (plain, other))
    np.testing.assert_allclose(*heights, rtol=1e-8)
    np.testing.assert_array_equal(
        plain.has_people(load, resources), other.has_people(load, resources)
    )
    corners = (np.sort(found.outline(), axis=0) for found in (plain, other))
    np.testing.assert_allclose(*corners)


def test_moving_zero_moves_slopes_but_no_curvature(leaders):
    plain, moved = (
        balance_surface(leaders, shift=shift).surface.surface for shift in (0, 2)
    )
    curvatures = ["a2", "a4", "a5"]
    np.testing.assert_allclose(
        plain.loc[curvatures, "est"], moved.loc[curvatures, "est"], rtol=1e-7
    )
    assert abs(plain["est"]["a1"] - moved["est"]["a1"]) > 0.01


def test_whether_imbalance_wears_in_itself_hangs_on_the_weight_of_resources(leaders):
    plain, half = (
        balance_surface(leaders, rate=rate).surface.surface for rate in (1, 0.5)
    )
    assert plain["low"]["a4"] < 0 < plain["high"]["a4"]
    assert half["low"]["a4"] > 0
    assert plain["low"]["a1"] > 0
    assert half["low"]["a1"] < 0 < half["high"]["a1"]


def test_walks_are_in_the_outcomes_own_spread(leaders):
    found = balance_surface(leaders, people=100)
    walks, surface = found.walks["est"], found.surface.surface["est"]
    spread = leaders["strain"].std()
    assert walks["a1"] * spread == pytest.approx(WALK * surface["a1"])
    assert walks["a4"] * spread == pytest.approx(WALK**2 * surface["a4"])


def test_a_larger_draw_holds_the_smaller_one(leaders):
    few, many = (balance_surface(leaders, people=n, rng=3).points for n in (30, 100))
    np.testing.assert_array_equal(few, many[:30])


def test_counting_back_gives_what_was_measured(leaders):
    found = balance_surface(leaders, rate=0.7, shift=1.5)
    assert found.measured(found.counted([0, 4, 10])) == pytest.approx([0, 4, 10])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"outcome": "luck"}, "outcome"),
        ({"people": 11}, "people"),
        ({"people": 281}, "people"),
        ({"rate": 0}, "rate"),
        ({"shift": 11}, "shift"),
    ],
)
def test_what_cannot_be_is_refused_in_words(leaders, change, words):
    with pytest.raises(ValueError, match=words):
        balance_surface(leaders, **change)


def test_a_walks_interval_is_stretched_as_its_estimate_is(leaders):
    found = balance_surface(leaders, people=100)
    surface = found.surface.surface[["est", "low", "high"]]
    times = (found.walks / surface).T
    np.testing.assert_allclose(times - times.loc["est"], 0, atol=1e-12)
