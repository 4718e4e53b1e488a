from lederlib.catalogue import ledger
from lederlib.scenario import Scenario, run, ways_of_sharing


def test_the_chosen_week_lies_on_its_line_of_the_frontier():
    values = {"team": 12, "role": "office", "four_day": False}
    ways = ways_of_sharing(values, ledger=ledger())
    chosen = ways[(ways["home"] == 3) & (ways["anchor"] == 1)].iloc[0]
    found = run(Scenario({"home": 3, "anchor": 1}), draws=4000)
    row = found.table.set_index("outcome").loc["community"]
    assert abs(chosen["community"] - row["q50"]) < 0.03
    assert chosen["freedom"] == found.samples["freedom"][0]


def test_every_split_fits_into_the_week_and_a_day_off_leaves_fewer():
    values = {"team": 12, "role": "office", "four_day": False}
    five = ways_of_sharing(values, ledger=ledger())
    four = ways_of_sharing(values | {"four_day": True}, ledger=ledger())
    assert (five["home"] + five["anchor"]).max() == 5
    assert (four["home"] + four["anchor"]).max() == 4
    assert len(five) == 21
    assert len(four) == 15
