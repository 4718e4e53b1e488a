import numpy as np
import pytest

from lederlib.catalogue.balance import balance_items
from lederlib.catalogue.datasets import load_dataset

KEYS = {
    side: [item.key for item in balance_items() if item.side == side and not item.open]
    for side in ("load", "resource")
}


@pytest.fixture(scope="module")
def leaders():
    return load_dataset("leader_balance")


def mean_of(leaders, side, moment="now"):
    return leaders[[f"{key}_{moment}" for key in KEYS[side]]].mean(axis=1) / 10


def slopes(outcome, *predictors):
    lines = np.column_stack([np.ones(len(outcome)), *predictors])
    return np.linalg.lstsq(lines, outcome)[0][1:]


def test_280_leaders_of_8000_people_in_40_groups(leaders):
    sizes = leaders.groupby("leader_group").size()
    assert len(leaders) == 280
    assert len(sizes) == 40
    assert sizes.between(4, 10).all()
    assert leaders["span_of_control"].sum() == 8000
    assert leaders["span_of_control"].std() > 8


def test_every_item_is_rated_now_and_in_general_in_whole_numbers(leaders):
    rated = [key for keys in KEYS.values() for key in keys]
    columns = [f"{key}_{moment}" for key in rated for moment in ("now", "general")]
    ratings = leaders[columns].melt()["value"].dropna()
    assert ratings.between(0, 10).all()
    assert (ratings == ratings.round()).all()


def test_a_few_ratings_are_missing_more_of_those_in_general(leaders):
    empty = leaders.isna().mean()
    now = empty[empty.index.str.endswith("_now")].mean()
    general = empty[empty.index.str.endswith("_general")].mean()
    assert now == pytest.approx(0.02, abs=0.01)
    assert general == pytest.approx(0.05, abs=0.01)


def test_strain_follows_tilt_and_level_as_the_card_says(leaders):
    load, resources = mean_of(leaders, "load"), mean_of(leaders, "resource")
    tilt, level = (resources - load) / (resources + load), resources + load
    assert slopes(leaders["strain"], tilt, level) == pytest.approx(
        [-0.60, 0.25], abs=0.05
    )


def test_load_wears_and_resources_spare(leaders):
    load, resources = slopes(
        leaders["strain"], mean_of(leaders, "load"), mean_of(leaders, "resource")
    )
    assert load > 0.5
    assert resources < -0.2


def test_the_strained_want_to_leave(leaders):
    assert leaders["strain"].corr(leaders["intention_to_leave"]) > 0.5


def test_strain_and_span_reach_the_team_as_the_card_says(leaders):
    strain, span = slopes(
        leaders["team_climate"], leaders["strain"], leaders["span_of_control"]
    )
    assert strain == pytest.approx(-1.5, abs=0.2)
    assert span == pytest.approx(-0.012, abs=0.003)


def test_leader_groups_differ(leaders):
    load = mean_of(leaders, "load", "general")
    groups = load.groupby(leaders["leader_group"])
    between = (groups.transform("mean") - load.mean()).pow(2).sum() / 39
    within = (load - groups.transform("mean")).pow(2).sum() / 240
    assert between / within > 1.5


def test_now_is_harder_than_usual(leaders):
    assert mean_of(leaders, "load").mean() > mean_of(leaders, "load", "general").mean()
    usual = mean_of(leaders, "resource", "general").mean()
    assert mean_of(leaders, "resource").mean() < usual
