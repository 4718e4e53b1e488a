import pickle
from functools import partial

import numpy as np
import pytest
from scipy.stats import chisquare, norm

from lederlib.catalogue import ledger
from lederlib.scenario import (
    Calendar,
    Scenario,
    against_today,
    compare,
    confront,
    contagion,
    contagion_worlds,
    leader_year,
    portfolio_world,
    run,
    run_bucket,
    run_calendar,
    targets,
    ways_of_sharing,
)
from lederlib.scenario.evidence.bridge import bridge
from lederlib.scenario.evidence.target import Target, log_likelihood
from lederlib.scenario.flexwork.outcome import difference_table
from lederlib.text import Phrase

WORDS = Phrase(da="Noget", en="Something")


def quantity(name, drawn):
    return drawn[name]


def target(name, value, error, key="ours", **given):
    facts = {
        "key": key,
        "kind": "number",
        "title": WORDS,
        "unit": WORDS,
        "note": WORDS,
        "model": partial(quantity, name),
        "quantities": (name,),
        "value": value,
        "low": value - 1.96 * error,
        "high": value + 1.96 * error,
    }
    return Target(**facts | given)


def test_without_any_target_the_worlds_are_the_prior_to_the_last_digit():
    held = confront(targets=(), draws=2000)
    drawn = ledger().draw(300, rng=4)
    worlds = held.worlds(300, rng=4)
    assert set(worlds.quantities) == set(drawn)
    for name, values in drawn.items():
        np.testing.assert_array_equal(worlds.quantities[name], values)
    assert (held.table[["narrowed", "moved"]] == 0).all(axis=None)
    assert held.effective == 2000
    assert held.unreproduced == {}
    plain = run(Scenario({"home": 3}), draws=300, rng=4)
    same = run(Scenario({"home": 3}), worlds=worlds)
    np.testing.assert_array_equal(plain.samples["retention"], same.samples["retention"])


def test_a_known_truth_is_found_again():
    # A normal prior: what remains is known by algebra.
    book = ledger()
    prior = book["gone_in_five_years"]
    width = (prior.high - prior.low) / 2 / 1.96
    held = confront(targets=(target("gone_in_five_years", 0.49, 0.01),), draws=20_000)
    precision = 1 / width**2, 1 / 0.01**2
    mean = (precision[0] * prior.value + precision[1] * 0.49) / sum(precision)
    after = held.table.loc["gone_in_five_years"]
    assert after["after"] == pytest.approx(mean, abs=0.0005)
    spread = (after["after_high"] - after["after_low"]) / 2 / norm.ppf(0.95)
    assert spread == pytest.approx(sum(precision) ** -0.5, rel=0.05)


def test_what_is_not_touched_stays_as_it_was():
    held = confront(targets=(target("contact_reach", 0.3, 0.05),), draws=2000)
    rest = held.table.drop("contact_reach")
    assert (rest[["narrowed", "moved"]] == 0).all(axis=None)
    assert held.table.loc["contact_reach", "narrowed"] > 0.5
    worlds = held.worlds(500, rng=2)
    drawn = ledger().draw(500, rng=2)
    np.testing.assert_array_equal(worlds.quantities["drain"], drawn["drain"])
    assert worlds.quantities["contact_reach"].mean() == pytest.approx(0.3, abs=0.02)


def test_signs_and_what_stands_beside_weigh_nothing():
    sign = target("contact_reach", 0.3, 0.05, kind="sign")
    beside = target("contact_reach", 0.3, 0.05, key="other", kind="beside")
    held = confront(targets=(sign, beside), draws=2000)
    assert (held.table[["narrowed", "moved"]] == 0).all(axis=None)
    assert held.prior.loc["ours", "passes"] == held.after.loc["ours", "passes"] == 1
    assert "Retninger vejer ikke med. »Noget«: 100\xa0% af" in held.summary("da")


def test_what_the_model_cannot_give_is_named_before_and_after():
    far = target("contact_reach", 2.0, 0.05, kind="beside")
    held = confront(targets=(far,), draws=2000)
    assert held.unreproduced == {"ours": ("alone", "jointly")}
    assert "kan ikke gengive »Noget«" in held.summary("da")
    assert "vejer ikke med" not in held.summary("da")


def test_two_numbers_that_exclude_each_other_are_refused_by_name():
    pair = (
        target("contact_reach", 0.25, 0.0001, key="low_one"),
        target("contact_reach", 0.75, 0.0001, key="high_one"),
    )
    with pytest.raises(ValueError, match="low_one and high_one at once"):
        confront(targets=pair, draws=2000)


def test_two_targets_of_one_name_are_refused():
    with pytest.raises(ValueError, match="ours stands twice"):
        confront(targets=(target("drain", 0.07, 0.01),) * 2, draws=2000)


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (("bloom24_ratio",), "such as targets\\(\\) has; got 'bloom24_ratio'"),
        ("bloom24_ratio", "such as targets\\(\\) has; got 'bloom24_ratio'"),
        ((None,), "got None"),
        ((target("drian", 1, 0.1),), "Nearest: 'drain'"),
        ((target("drain", 1, 0.1, transfer="far"),), "a quantity of ours .* 'far'"),
        # It stands in the ledger and is not drawn.
        ((target("span_of_control", 25, 1),), "a quantity of ours must be one of"),
    ],
)
def test_what_is_no_target_or_takes_what_is_not_drawn_is_refused(held, told):
    with pytest.raises(ValueError, match=told):
        confront(targets=held, draws=2000)


def test_one_target_alone_need_not_stand_in_a_tuple():
    one = target("drain", 0.07, 0.01)
    alone, listed = (confront(targets=held, draws=2000) for held in (one, [one]))
    assert alone.stamp == listed.stamp


def test_a_quantity_that_is_known_for_certain_stays_where_it_is():
    mine = ledger().replace("effect_retention", value=1.0, source="mig")
    held = confront(mine, draws=2000)
    assert (held.worlds(50).quantities["effect_retention"] == 1).all()
    assert held.table.loc["effect_retention", ["narrowed", "moved"]].tolist() == [0, 0]


SCENARIOS = {
    "run": lambda **worlds: run(Scenario({"home": 3}), **worlds),
    "compare": lambda **worlds: compare(Scenario({}), Scenario({"home": 3}), **worlds),
    "against_today": lambda **worlds: against_today(
        Scenario({"home": 3}), "da", **worlds
    ),
    "ways_of_sharing": lambda **worlds: ways_of_sharing(
        {"team": 12, "role": "office", "four_day": False}, **worlds
    ),
    "year": leader_year,
    "bucket": run_bucket,
    "contagion": lambda **worlds: contagion(employees=100, **worlds),
    "contagion_worlds": lambda **worlds: contagion_worlds(weeks=52, **worlds),
    "portfolio": portfolio_world,
    "calendar": lambda **worlds: run_calendar(Calendar(), **worlds),
}


@pytest.fixture(scope="module")
def mine():
    return confront(targets=(target("contact_reach", 0.3, 0.05),), draws=2000)


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
def test_every_scenario_takes_confronted_worlds_and_nothing_else_for_them(
    scenario, mine
):
    assert scenario(worlds=mine.worlds(60)) is not None
    for hostile in (mine, "worlds", [mine.worlds(60)], {}):
        with pytest.raises(ValueError, match="worlds must come from Confrontation"):
            scenario(worlds=hostile)


def test_the_fingerprint_covers_prior_and_targets():
    one = target("drain", 0.07, 0.01)
    other = target("drain", 0.08, 0.01)
    mine = ledger().replace("recovery", value=0.3, source="mig")
    stamps = [
        confront(book, targets=(held,), draws=2000).stamp.fingerprint
        for book, held in ((None, one), (None, other), (mine, one))
    ]
    assert len(set(stamps)) == 3


def test_ours_can_be_met_and_every_one_says_what_it_is_in_both_languages():
    for one in targets():
        for lang in ("da", "en"):
            assert one.title.to(lang)
            assert one.note.to(lang)
        assert set(one.touched) <= set(ledger())
        assert pickle.loads(pickle.dumps(one)).key == one.key
        assert one.source


def ranks_of_truth(replications, seed=0):
    """Simulation-based calibration: where the truth lies among what is left."""
    book = ledger()
    numbers = [one for one in targets() if one.kind == "number"]
    names = tuple({name: None for one in numbers for name in one.touched})
    single = [name for name in names if book[name].distribution != "ranks"]
    found = {name: [] for name in single}
    for number in range(replications):
        rng = np.random.default_rng([seed, number])
        all_shares = book.shares(1 + 4000, rng=rng)
        shares = {name: all_shares[name] for name in names}
        drawn = book.at({name: one[..., :1] for name, one in shares.items()})
        seen = tuple(observed(one, drawn, rng) for one in numbers)
        left = bridge(
            {name: one[..., 1:] for name, one in shares.items()},
            lambda given, seen=seen: log_likelihood(seen, book.at(given)),
            worlds=500,
            rng=rng,
        )
        for name in single:
            thinned = left.shares[name][rng.permutation(500)[:99]]
            truth = shares[name][0]
            found[name].append(int((thinned < truth).sum()))
    return found


def observed(one, drawn, rng):
    """The target as it would have been published in a world of which all is known."""
    error = float(np.ravel(one.error(drawn[one.transfer]))[0])
    published = float(one.error(np.zeros(1))[0])
    value = float(np.exp(np.log(one.given(drawn)[0]) + error * rng.standard_normal()))
    ends = value * np.exp(np.array([-1.96, 1.96]) * published)
    return Target(
        **{
            field: getattr(one, field)
            for field in Target.__dataclass_fields__
            if field not in ("value", "low", "high")
        },
        value=value,
        low=float(ends[0]),
        high=float(ends[1]),
    )


def require_calibrated(ranks, bins):
    for name, values in ranks.items():
        counts = np.histogram(values, bins=bins, range=(-0.5, 99.5))[0]
        # One of some twenty-five quantities may stray: a bound for all of them.
        assert chisquare(counts).pvalue > 0.001 / 3, (name, counts)


def test_the_truth_lies_anywhere_among_what_is_left():
    require_calibrated(ranks_of_truth(20), bins=4)


@pytest.mark.release
def test_the_truth_lies_anywhere_among_what_is_left_in_two_hundred_replications():
    require_calibrated(ranks_of_truth(200), bins=10)


def test_worlds_are_worth_no_more_than_what_was_left():
    held = confront(targets=(target("contact_reach", 0.3, 0.05),), draws=2000)
    assert held.worlds(50_000).effective == held.effective < 2001
    assert held.worlds(100).effective == 100
    # All go the same way; only what they are worth decides whether that is sure.
    many = {"retention": np.ones((1, 5000))}
    ways = [
        difference_table(many, [5], effective=worth)["verdict"].item()
        for worth in (None, 100)
    ]
    assert ways == ["up", "depends"]
