import pytest

from lederlib.catalogue import ledger
from lederlib.scenario import Scenario, compare, run, scenario_model

DRAWN = ledger().draw(500, rng=4)


def test_a_scenario_as_a_model_is_what_run_says():
    levers = {"home": 3, "role": "frontline", "reputation": 0.8}
    said = run(Scenario(levers), draws=500, rng=4).samples
    found = scenario_model(years=10)(**levers, **DRAWN)
    assert found["retention"] == pytest.approx(said["retention"][-1])
    for name in ("community", "applicants", "gone_1"):
        assert found[name] == pytest.approx(said[name])


def test_the_difference_of_two_settings_is_what_compare_says():
    model = scenario_model()
    after, before = (model(home=home, **DRAWN)["community"] for home in (3, 1))
    said = compare(Scenario({}), Scenario({"home": 3}), draws=500, rng=4)
    assert after - before == pytest.approx(said.samples["community"])


def test_a_group_has_its_own_baseline():
    low, high = (
        scenario_model(baseline={"collegial_community": now})(**DRAWN)["community"]
        for now in (0.3, 0.6)
    )
    assert (high > low).all()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [({"home": 9}, "home must lie between 0 and 5"), ({"home": 4, "anchor": 2}, "5 d")],
)
def test_levers_are_held_to_their_ranges(wrong, message):
    with pytest.raises(ValueError, match=message):
        scenario_model()(**wrong, **DRAWN)
