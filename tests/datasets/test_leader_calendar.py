import numpy as np
import pytest

from lederlib.catalogue.datasets import load_dataset
from lederlib.model import cascade

PLACE = ["leader", "week", "day", "hour"]


@pytest.fixture(scope="module")
def hours():
    return load_dataset("leader_calendar")


@pytest.fixture(scope="module")
def lost(hours):
    """Return the meetings that lost their hour, by utilisation of their leader."""
    rows = hours[hours["step"].notna()]
    return rows.assign(third=(rows["leader"] - 1) // 8)


def test_every_hour_of_every_leader_is_there_once(hours):
    assert len(hours) == 24 * 8 * 5 * 8
    assert not hours.duplicated(PLACE).any()
    assert hours.groupby("leader")["door"].nunique().eq(1).all()
    assert hours.groupby("door")["leader"].nunique().tolist() == [12, 12]


def test_calendars_are_as_full_as_the_card_says(hours):
    share = hours["booked"].groupby((hours["leader"] - 1) // 8).mean()
    assert share.to_numpy() == pytest.approx([0.50, 0.65, 0.80], abs=0.03)


def test_an_outcome_stands_wherever_a_meeting_was_booked(hours):
    assert (hours["outcome"].notna() == hours["booked"].eq(1)).all()
    assert (
        hours["step"].notna() == hours["outcome"].isin(["moved", "cancelled"])
    ).all()
    for column in ("moved_day", "moved_hour"):
        assert (hours[column].notna() == hours["outcome"].eq("moved")).all()


def test_something_urgent_takes_seven_in_a_hundred_booked_hours(hours):
    first = hours["step"] == 1
    booked = hours["booked"].sum()
    assert first.sum() / booked == pytest.approx(0.07, abs=0.01)
    assert (hours.loc[first, "use"] == "urgent").all()


def test_a_chain_is_one_meeting_pushing_the_next(lost):
    for _, chain in lost.groupby("chain"):
        links = chain.sort_values("step")
        assert links["step"].tolist() == list(range(1, len(links) + 1))
        assert links[["leader", "week"]].drop_duplicates().shape[0] == 1
        pushed = links[["day", "hour"]].to_numpy()[1:]
        taken = links[["moved_day", "moved_hour"]].to_numpy()[:-1]
        assert (pushed == taken).all()


def test_no_two_meetings_move_to_the_same_hour_and_it_is_a_meeting_then(hours):
    moved = hours.dropna(subset="moved_day")
    moved = moved.assign(day=moved["moved_day"], hour=moved["moved_hour"])
    assert not moved.duplicated(PLACE).any()
    there = hours.merge(moved[PLACE].astype(int), on=PLACE)
    assert len(there) == len(moved)
    assert (there["use"] == "meeting").all()


def test_displacement_times_utilisation_makes_the_cascade(lost):
    displacing = lost["step"].gt(1).groupby(lost["third"]).mean()
    expected = pytest.approx([0.375, 0.4875, 0.60], abs=0.05)
    assert displacing.to_numpy() == expected
    chains = lost.groupby("third")["chain"]
    lengths = chains.size() / chains.nunique()
    assert lengths.to_numpy() == pytest.approx(cascade(displacing), rel=1e-12)


def test_a_taken_hour_gives_way_three_times_in_four(lost):
    displaced, refused = lost["step"].gt(1).sum(), lost["outcome"].eq("cancelled").sum()
    assert displaced / (displaced + refused) == pytest.approx(0.75, abs=0.05)


def test_interruptions_fall_where_no_meeting_is_as_often_as_the_card_says(hours):
    assert (hours["interruptions"].isna() == hours["use"].eq("meeting")).all()
    rates = hours.groupby("door")["interruptions"].mean()
    assert rates["open"] == pytest.approx(1.5, abs=0.1)
    assert rates["agreed"] == pytest.approx(0.5, abs=0.06)
    spread = hours.groupby("door")["interruptions"].var()
    assert (spread / rates).to_numpy() == pytest.approx(np.ones(2), abs=0.12)


def test_free_hours_go_to_urgent_important_and_other_work(hours):
    free = hours[hours["booked"].eq(0) & hours["use"].ne("meeting")]
    shares = free["use"].value_counts(normalize=True)
    assert shares["urgent"] == pytest.approx(0.35, abs=0.03)
    assert shares["important"] == pytest.approx(0.40, abs=0.03)
