import numpy as np
import pytest
from scipy.stats import binom, f

from lederlib.measure import icc, plan_icc, plan_reliability
from lederlib.measure.planning.plan import smallest


def narrow_enough(people, items, alpha, width):
    """The share of studies with a narrow interval, without simulation."""
    freedom = people - 1, (people - 1) * (items - 1)
    reach = f.ppf(0.975, *freedom) - f.ppf(0.025, *freedom)
    return f.sf((1 - alpha) * reach / width, *freedom)


def test_the_share_is_the_exact_one():
    plan = plan_reliability(0.8, 5, 0.12)
    exact = [narrow_enough(n, 5, 0.8, 0.12) for n in plan.table.index]
    assert plan.table["chance"].to_numpy() == pytest.approx(np.array(exact), abs=1e-12)
    n = plan.needed
    assert narrow_enough(n - 1, 5, 0.8, 0.12) < 0.8 <= narrow_enough(n, 5, 0.8, 0.12)


def test_a_simulated_answer_has_an_interval_that_shrinks_with_the_draws():
    few, many = (
        plan_reliability(0.8, 5, 0.2, options=5, draws=draws) for draws in (200, 3200)
    )
    for plan in (few, many):
        assert plan.low <= plan.needed <= plan.high
        assert f"mellem {plan.low} og {plan.high}" in plan.summary("da")
    assert many.high - many.low < (few.high - few.low) / 2


def test_the_interval_of_a_simulated_answer_covers_the_true_one():
    """Simulate a chance that is known, and see how often its number is held."""

    def share(people):
        return 1 - np.exp(-people / 60)

    true = next(n for n in range(5, 999) if share(n) >= 0.8)
    rng, held = np.random.default_rng(2), 0
    for _ in range(300):
        plan = smallest(
            "icc",
            lambda people: rng.binomial(400, share(people)) / 400,
            fewest=5,
            most=999,
            target=0.8,
            draws=400,
            asked={},
            progress=None,
        )
        held += plan.low <= true <= plan.high
    assert held >= 270


def test_answers_cut_into_options_need_more_people():
    continuous = plan_reliability(0.8, 5, 0.2, draws=500).needed
    ordered = plan_reliability(0.8, 5, 0.2, options=3, draws=500)
    assert ordered.needed > continuous
    assert "skåret i 3" in ordered.summary()
    many = plan_reliability(0.8, 5, 0.2, options=11, draws=500).needed
    assert continuous - 3 <= many < ordered.needed


def test_narrower_intervals_and_greater_assurance_cost_more():
    def needed(**change):
        return plan_icc(**({"icc": 0.2, "size": 6, "width": 0.3} | change)).needed

    assert needed(width=0.2) > needed() > needed(width=0.4)
    assert needed(assurance=0.95) > needed()
    assert needed(size=20) < needed()


def test_the_same_seed_gives_the_same_plan_and_progress_is_told():
    seen, asked = [], {"options": 4, "draws": 300}
    first = plan_reliability(0.8, 5, 0.2, rng=4, progress=seen.append, **asked)
    again = plan_reliability(0.8, 5, 0.2, rng=4, **asked)
    assert first.table.equals(again.table)
    assert seen == sorted(seen)
    assert seen[-1] == 1


def test_the_summary_tells_what_the_answer_rests_on():
    plan = plan_icc(0.1, 8, 0.2)
    for lang, words in (("da", "grupper på 8"), ("en", "groups of 8")):
        assert words in plan.summary(lang)
        assert str(plan.needed) in plan.summary(lang)
    assert "F-fordelingen" in plan.summary("da")


def test_a_wide_interval_asks_for_no_more_than_it_must():
    """Where no ratio of mean squares gives a wider one, every study is good enough."""
    plan = plan_icc(0.1, 2, 1, level=0.5)
    assert plan.table["chance"].max() == 1
    assert plan.needed == 3


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ({"reliability": 1}, "reliability must lie between 0.05 and 0.99; got 1"),
        ({"items": 1}, "items must lie between 2 and 200"),
        ({"width": 0}, "width must lie between"),
        ({"options": 1}, "options must lie between 2 and 11; got 1"),
        ({"draws": 5}, "draws must lie between 200"),
        ({"assurance": 1}, "assurance must lie between"),
    ],
)
def test_one_sentence_says_what_is_wrong(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        plan_reliability(**({"reliability": 0.8, "items": 5, "width": 0.1} | call))


def test_the_error_of_a_simulated_chance_is_that_of_a_share():
    table = plan_reliability(0.8, 5, 0.2, options=5, draws=300).table
    between = table[table["chance"].between(0.05, 0.95)]
    assert len(between) > 2
    wanted = binom.std(300, between["chance"]) / 300
    np.testing.assert_allclose(between["se"], wanted)


def test_the_chance_of_a_narrow_icc_is_that_of_studies_drawn_person_by_person():
    table = plan_icc(0.2, 6, 0.2).table
    groups = int((table["chance"] - 0.5).abs().idxmin())
    rng, who = np.random.default_rng(3), np.repeat(np.arange(groups), 6)
    narrow = []
    for _ in range(400):
        values = rng.normal(0, 0.2**0.5, groups)[who] + rng.normal(
            0, 0.8**0.5, len(who)
        )
        found = icc(values, who)
        narrow.append(found.icc1_high - found.icc1_low <= 0.2)
    error = binom.std(400, 0.5) / 400
    assert np.mean(narrow) == pytest.approx(table.loc[groups, "chance"], abs=3 * error)
