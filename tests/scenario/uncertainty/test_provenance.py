import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lederlib.catalogue import ledger
from lederlib.scenario import Scenario, provenance_effects, provenance_share
from lederlib.scenario.flexwork.consequences import USED_QUANTITIES
from lederlib.scenario.uncertainty.provenance import shapley_shares, subsets

STATUS_QUO, THREE_DAYS = Scenario({}), Scenario({"home": 3})
ALONE = Scenario({"home": 3, "agreement": 0})


@pytest.mark.parametrize("scenario", [THREE_DAYS, (STATUS_QUO, THREE_DAYS)])
@pytest.mark.parametrize("outcome", ["retention", "community", "applicants", "gone_1"])
def test_the_shares_of_the_classes_sum_to_one(scenario, outcome):
    shares = provenance_share(scenario, outcome=outcome, draws=500)["share"]
    assert shares.sum() == pytest.approx(1)
    assert ((shares >= 0) & (shares <= 1)).all()


def test_at_the_status_quo_all_uncertainty_is_the_surveys():
    shares = provenance_share(STATUS_QUO, draws=500)["share"]
    assert shares["seed"] == pytest.approx(1, abs=1e-9)


def test_at_ten_years_the_family_that_we_assume_matters():
    shares = provenance_share(STATUS_QUO, years=10, draws=1000)["share"]
    assert shares["structure"] > 0.3


def test_community_rests_on_no_number_of_the_magazine():
    shares = provenance_share(THREE_DAYS, outcome="community", draws=500)["share"]
    assert shares["seed"] == 0
    assert shares["assumption"] + shares["structure"] == pytest.approx(1, abs=1e-9)
    assert "direction" not in shares
    alone = provenance_share(ALONE, outcome="community", draws=500)["share"]
    assert alone["assumption"] == pytest.approx(1, abs=1e-9)


def test_an_outcome_that_does_not_vary_shares_nothing():
    still = provenance_share(ALONE, outcome="pair_days", draws=500)
    same = provenance_share((THREE_DAYS, THREE_DAYS), draws=500)
    assert (still["share"] == 0).all()
    assert (same["share"] == 0).all()


def test_a_number_of_ones_own_moves_to_the_assumptions():
    own = ledger().replace(
        "gone_in_five_years", value=0.4, low=0.3, high=0.5, source="vores måling"
    )
    before, after = (
        provenance_share(STATUS_QUO, draws=500, ledger=book) for book in (None, own)
    )
    assert after["share"]["assumption"] == pytest.approx(1, abs=1e-6)
    assert after["quantities"]["assumption"] == before["quantities"]["assumption"] + 1


def test_nothing_unverified_or_derived_feeds_the_scenario():
    book = ledger()
    classes = {book[name].provenance for name in USED_QUANTITIES}
    assert classes <= {"seed", "published", "direction", "structure", "assumption"}


def test_the_same_seed_gives_the_same_shares():
    one, same, other = (
        provenance_share(THREE_DAYS, draws=300, rng=seed) for seed in (1, 1, 2)
    )
    assert one.equals(same)
    assert not one.equals(other)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"outcome": "retentoin"}, "Nearest: 'retention'"),
        ({"years": -1}, "years must lie between 0 and 50"),
        ({"draws": 1}, "draws must lie between 2"),
    ],
)
def test_what_lies_outside_is_named(wrong, message):
    with pytest.raises(ValueError, match=message):
        provenance_share(THREE_DAYS, **{"draws": 50, **wrong})


def test_any_model_shares_its_uncertainty_among_the_classes():
    def model(gone_in_one_year, drain, reverse, push):
        return {"y": drain * push + gone_in_one_year * 0, "z": reverse}

    facts = {"levers": ({"push": 0}, {"push": 1}), "draws": 400}
    rests = provenance_effects(model, ledger(), outcome="y", **facts)
    assert rests["share"].to_dict() == {"seed": 0, "assumption": 1}
    assert rests["quantities"].to_dict() == {"seed": 1, "assumption": 2}
    same = provenance_effects(model, ledger(), outcome="z", **facts)
    assert (same["share"] == 0).all()


def picked(function, inputs, draws=20_000, seed=0):
    """Return an evaluation that freezes the chosen inputs to a first sample."""
    first, second = np.random.default_rng(seed).normal(size=(2, inputs, draws))

    def evaluate(chosen):
        return function([first[i] if i in chosen else second[i] for i in range(inputs)])

    return evaluate


def shares_of(evaluate, groups):
    return shapley_shares({one: evaluate(one) for one in subsets(groups)}, groups)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.floats(0.1, 3), min_size=1, max_size=5))
def test_a_sum_is_shared_in_proportion_to_the_variances(sizes):
    evaluate = picked(
        lambda x: sum(s * v for s, v in zip(sizes, x, strict=True)), len(sizes)
    )
    shares = shares_of(evaluate, range(len(sizes)))
    squares = np.square(sizes)
    assert list(shares.values()) == pytest.approx(squares / squares.sum(), abs=0.03)
    assert sum(shares.values()) == pytest.approx(1)


def test_a_product_is_shared_equally():
    shares = shares_of(picked(lambda x: x[0] * x[1], 2), range(2))
    assert list(shares.values()) == pytest.approx([0.5, 0.5], abs=0.03)


def test_a_sum_with_an_interaction_splits_the_interaction():
    # Variances 1 (first), 4 (second) and 4 (together): shares 3/9 and 6/9.
    shares = shares_of(picked(lambda x: x[0] + 2 * x[1] + 2 * x[0] * x[1], 2), range(2))
    assert list(shares.values()) == pytest.approx([3 / 9, 6 / 9], abs=0.03)


def test_three_inputs_that_only_matter_together_share_what_is_theirs():
    # The first alone has variance 1, all three together 1: shares 4/6, 1/6, 1/6.
    evaluate = picked(lambda x: x[0] + x[0] * x[1] * x[2], 3, draws=400_000)
    shares = shares_of(evaluate, range(3))
    assert list(shares.values()) == pytest.approx([4 / 6, 1 / 6, 1 / 6], abs=0.02)


def test_an_input_without_effect_gets_exactly_nothing():
    shares = shares_of(picked(lambda x: np.exp(x[0]), 3), range(3))
    assert list(shares.values()) == [1, 0, 0]


def test_an_outcome_that_never_varies_shares_nothing():
    shares = shares_of(picked(lambda x: np.ones_like(x[0]), 2), range(2))
    assert list(shares.values()) == [0, 0]


def test_what_you_measured_has_its_own_place_in_the_strip():
    ours, before, after = ledger(), Scenario({}), Scenario({"home": 3})
    yours = ours.replace(
        "autonomy_to_retention",
        value=0.3,
        low=0.1,
        high=0.5,
        source="our panel of 2026",
        provenance="own",
    )
    shares = provenance_share((before, after), draws=500, ledger=yours)["share"]
    assert shares["own"] > 0.02
    assert "own" not in provenance_share((before, after), draws=500).index
