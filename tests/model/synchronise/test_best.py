from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.catalogue import draw_interventions, intervention, ledger, shortlist
from lederlib.model import (
    attractiveness,
    best_portfolios,
    choose_portfolio,
    dilution,
    linear_gains,
    pair_help,
    portfolio_effects,
)
from lederlib.model.synchronise.best import portfolio_values

SEEDS = st.integers(0, 10_000)


def random_parts(seed, n=6, factors=4, draws=7):
    rng = np.random.default_rng(seed)
    moves = rng.uniform(-0.3, 0.6, (factors, n, draws))
    moves *= rng.random((factors, n, 1)) < 0.6
    pairs = np.triu(rng.normal(0, 0.05, (n, n)) * (rng.random((n, n)) < 0.4), 1)
    return {
        "moves": moves,
        "costs": rng.uniform(0.01, 0.1, n),
        "frees": rng.uniform(0, 0.1, (n, draws)) * (rng.random((n, 1)) < 0.3),
        "weights": rng.dirichlet(np.ones(factors), draws).T,
        "baseline": rng.random(factors),
        "pairs": pairs + pairs.T,
        "size": rng.uniform(0.3, 3, draws),
        "curvature": rng.uniform(0, 3, draws),
        "capacity": rng.uniform(0.1, 0.4, draws),
        "power": rng.uniform(2, 6, draws),
        "overload": rng.uniform(0, 0.2, draws),
    }


def worth(parts, chosen):
    """Value of one set in each draw, straight from the equation."""
    today = parts["baseline"][:, None]
    where = list(chosen)
    gain = attractiveness(
        np.clip(today + parts["moves"][:, where].sum(axis=1), 0, 1),
        weights=parts["weights"],
        baseline=today,
        size=parts["size"],
        curvature=parts["curvature"],
    )
    gain = gain + sum(parts["pairs"][pair] for pair in combinations(chosen, 2))
    used = parts["costs"][where].sum() - parts["frees"][where].sum(axis=0)
    used = np.maximum(used, 0)
    left = dilution(used, capacity=parts["capacity"], power=parts["power"])
    return np.where(gain > 0, gain * left, gain) - parts["overload"] * (1 - left)


@given(SEEDS)
def test_values_are_the_equation_for_sets_of_any_size(seed):
    parts = random_parts(seed)
    sets = [one for size in range(5) for one in combinations(range(6), size)]
    values = portfolio_values(portfolio_effects(**parts), sets)
    expected = [worth(parts, one) for one in sets]
    assert np.allclose(values, expected, rtol=1e-11, atol=1e-13)


@given(SEEDS)
def test_best_portfolios_are_what_trying_every_set_gives(seed):
    parts = random_parts(seed)
    found = best_portfolios(portfolio_effects(**parts), 3)
    values = np.array([worth(parts, one) for one in found.sets])
    winners = np.bincount(values.argmax(axis=0), minlength=comb(6, 3))
    assert sorted(found.sets) == list(combinations(range(6), 3))
    assert np.allclose(found.value, values.mean(axis=1))
    assert np.allclose(found.best, winners / values.shape[1])
    regret = (values.max(axis=0) - values).mean(axis=1)
    assert np.allclose(found.regret, regret, atol=1e-12)


@given(SEEDS)
def test_shares_of_being_best_sum_to_one_and_the_first_has_the_least_regret(seed):
    found = best_portfolios(portfolio_effects(**random_parts(seed)), 2)
    assert found.best.sum() == pytest.approx(1)
    assert (found.regret >= 0).all()
    assert found.regret[0] == found.regret.min()
    assert (np.diff(found.value) <= 0).all()


@given(SEEDS, st.permutations(range(6)))
def test_the_order_of_interventions_does_not_matter(seed, order):
    parts = random_parts(seed)
    moved = parts | {
        "moves": parts["moves"][:, order],
        "costs": parts["costs"][order],
        "frees": parts["frees"][order],
        "pairs": parts["pairs"][np.ix_(order, order)],
    }
    one = best_portfolios(portfolio_effects(**parts), 3)
    other = best_portfolios(portfolio_effects(**moved), 3)
    named = {
        frozenset(order[place] for place in chosen): value
        for chosen, value in zip(other.sets, other.value, strict=True)
    }
    for chosen, value in zip(one.sets, one.value, strict=True):
        assert named[frozenset(chosen)] == pytest.approx(value, abs=1e-12)


@given(SEEDS, st.floats(0.001, 1))
def test_a_conflict_lowers_what_two_are_worth_together_and_nothing_else(seed, much):
    parts = random_parts(seed)
    worse = parts["pairs"].copy()
    worse[0, 1] -= much
    worse[1, 0] -= much
    sets = list(combinations(range(6), 3))
    before = portfolio_values(portfolio_effects(**parts), sets)
    after = portfolio_values(portfolio_effects(**parts | {"pairs": worse}), sets)
    both = np.array([{0, 1} <= set(one) for one in sets])
    assert (after[both] < before[both]).all()
    assert np.array_equal(after[~both], before[~both])


@given(SEEDS)
def test_the_help_of_a_pair_is_the_pair_less_each_alone(seed):
    parts = random_parts(seed)
    helped = pair_help(portfolio_effects(**parts))
    expected = worth(parts, (1, 4)) - worth(parts, (1,)) - worth(parts, (4,))
    assert np.allclose(helped[1, 4], expected, atol=1e-12)
    assert np.array_equal(helped, helped.swapaxes(0, 1))


@given(SEEDS, st.floats(0.12, 0.3))
def test_limit_and_what_comes_first_are_kept(seed, limit):
    parts = random_parts(seed)
    parts["costs"][:3] = 0.03
    effects = portfolio_effects(**parts)
    found = best_portfolios(effects, 3, limit=limit, first=[(0, 1), (3, 1)])
    assert (found.attention <= limit + 1e-9).all()
    assert all(1 in one for one in found.sets if {0, 3} & set(one))
    assert (0, 1, 2) in found.sets


def test_a_set_that_fills_the_limit_exactly_is_allowed():
    effects = portfolio_effects([[0.1] * 3], costs=[0.1] * 3, weights=[1])
    assert best_portfolios(effects, 3, limit=0.3).sets == ((0, 1, 2),)


@given(SEEDS, st.sampled_from([None, 3]))
def test_highs_finds_what_trying_every_set_finds(seed, picks):
    rng = np.random.default_rng(seed)
    n, first = 9, [(0, 5), (3, 5)]
    gains, costs = rng.gamma(2, 0.05, n), rng.uniform(0.5, 2, n)
    pairs = np.triu(rng.normal(0, 0.05, (n, n)), 1)
    pairs += pairs.T
    limit = max(costs.sum() * 0.3, np.sort(costs)[:3].sum() + 2)
    found = choose_portfolio(
        gains, costs=costs, limit=limit, pairs=pairs, picks=picks, first=first
    )
    taken = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    value = taken @ gains + ((taken @ pairs) * taken).sum(axis=1) / 2
    allowed = taken @ costs <= limit
    allowed &= (taken[:, 0] <= taken[:, 5]) & (taken[:, 3] <= taken[:, 5])
    if picks:
        allowed &= taken.sum(axis=1) == picks
    assert found.value == pytest.approx(value[allowed].max(), abs=1e-6)
    assert found.attention <= limit + 1e-6
    assert not {0, 3} & set(found.chosen) or 5 in found.chosen


@given(SEEDS)
def test_small_steps_are_worth_their_linear_gain(seed):
    parts = random_parts(seed)
    parts["moves"] = parts["moves"] * 1e-6
    parts["baseline"] = 0.1 + 0.8 * parts["baseline"]
    parts["capacity"] = np.inf
    effects = portfolio_effects(**parts)
    alone = portfolio_values(effects, [(place,) for place in range(6)])
    assert np.allclose(alone, linear_gains(effects), rtol=1e-4, atol=1e-12)


def test_too_much_at_once_is_worth_less_than_a_part_of_it():
    n = 12
    effects = portfolio_effects(
        np.full((1, n), 0.04), costs=np.full(n, 0.1), weights=[1], baseline=0,
        curvature=0, capacity=0.4, power=4, overload=0,
    )  # fmt: skip
    values = portfolio_values(effects, [range(size) for size in range(n + 1)])
    # Effort times what is left of it is highest at C (ν − 1)^(−1/ν).
    assert values[:, 0].argmax() == round(0.4 * 3 ** (-1 / 4) / 0.1)


@given(SEEDS, st.floats(0.001, 0.5))
def test_no_set_gains_by_taking_more_attention(seed, more):
    parts = random_parts(seed)
    sets = [one for size in (1, 2, 4) for one in combinations(range(6), size)]
    before, after = (
        portfolio_values(portfolio_effects(**parts | {"costs": costs}), sets)
        for costs in (parts["costs"], parts["costs"] + more)
    )
    assert (after <= before + 1e-15).all()


@given(SEEDS, st.floats(0.05, 3))
def test_too_much_at_once_never_makes_harm_smaller(seed, much):
    parts = random_parts(seed)
    parts["moves"], parts["pairs"] = -np.abs(parts["moves"]), 0
    sets = list(combinations(range(6), 3))
    calm = portfolio_values(portfolio_effects(**parts | {"capacity": np.inf}), sets)
    busy = portfolio_values(
        portfolio_effects(**parts | {"costs": parts["costs"] + much}), sets
    )
    assert (calm <= 0).all()
    assert (busy <= calm).all()


def test_two_harmful_interventions_are_no_better_for_taking_more_attention():
    values = [
        portfolio_values(
            portfolio_effects(
                [[-0.3, -0.3]], costs=[cost] * 2, weights=[1], capacity=0.25
            ),
            [(0, 1)],
        )[0, 0]
        for cost in (0.1, 0.4)
    ]
    assert values[1] < values[0] < 0


def test_nothing_at_all_costs_nothing_and_a_great_deal_costs_the_overload():
    effects = portfolio_effects(
        [[0, 0]], costs=[0.25, 50], weights=[1], capacity=0.25, overload=0.08
    )
    values = portfolio_values(effects, [(), (0,), (1,)])[:, 0]
    assert values == pytest.approx([0, -0.04, -0.08])


@given(SEEDS)
def test_what_is_done_beforehand_is_part_of_every_set_beside_the_picks(seed):
    parts = random_parts(seed)
    found = best_portfolios(portfolio_effects(**parts), 2, done=[5], first=[(0, 5)])
    assert sorted(found.sets) == list(combinations(range(5), 2))
    expected = [worth(parts, (*one, 5)).mean() for one in found.sets]
    assert np.allclose(found.value, expected)


def test_only_what_is_on_the_table_is_picked():
    effects = portfolio_effects(**random_parts(2))
    found = best_portfolios(effects, 2, among=[4, 0, 2], first=[(2, 5)])
    assert found.sets == ((0, 4),)
    found = best_portfolios(effects, 2, among=[4, 0, 2], first=[(2, 5)], done=[5])
    assert set(found.sets) == {(0, 2), (0, 4), (2, 4)}


@given(SEEDS, st.floats(0.001, 0.2))
def test_attention_that_is_set_free_is_as_good_as_attention_not_taken(seed, much):
    parts = random_parts(seed)
    parts["frees"] = np.zeros(6)
    freeing = parts | {"frees": np.full(6, much), "costs": parts["costs"] + much}
    one, other = (
        portfolio_values(portfolio_effects(**each), [(0, 2, 4)])
        for each in (parts, freeing)
    )
    assert np.allclose(one, other, rtol=1e-9)


def test_no_set_frees_more_attention_than_it_takes():
    effects = portfolio_effects([[0.1]], costs=[0.1], weights=[1], frees=3, capacity=1)
    assert best_portfolios(effects, 1).attention == 0
    assert portfolio_values(effects, [(0,)]) == pytest.approx(
        portfolio_values(effects._replace(capacity=np.array([np.inf])), [(0,)])
    )


@given(
    SEEDS,
    st.sampled_from([None, 3]),
    st.sampled_from([-0.1, 0.1]),
    st.tuples(st.floats(0.1, 3), st.floats(1, 8), st.floats(0, 0.5)),
)
def test_highs_finds_the_best_that_is_left_when_too_much_is_too_much(
    seed, picks, usual, too_much
):
    capacity, power, overload = too_much
    rng = np.random.default_rng(seed)
    n = 8
    gains, costs = rng.normal(usual, 0.1, n), rng.choice([0.1, 0.2, 0.25, 0.7], n)
    costs[0] = -0.1
    pairs = np.triu(rng.normal(0, 0.05, (n, n)), 1)
    pairs += pairs.T
    found = choose_portfolio(
        gains, costs=costs, pairs=pairs, picks=picks, first=[(1, 5)],
        capacity=capacity, power=power, overload=overload,
    )  # fmt: skip
    taken = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    value = taken @ gains + ((taken @ pairs) * taken).sum(axis=1) / 2
    used = np.maximum(taken @ costs, 0)
    left = dilution(used, capacity=capacity, power=power)
    worth = np.where(value > 0, value * left, value) - overload * (1 - left)
    allowed = taken[:, 1] <= taken[:, 5]
    if picks:
        allowed &= taken.sum(axis=1) == picks
    assert found.value == pytest.approx(worth[allowed].max(), abs=1e-6)


@pytest.mark.parametrize("seed", range(3))
def test_highs_and_trying_every_set_agree_on_the_same_objective(seed):
    rng = np.random.default_rng(seed)
    pairs = np.triu(rng.normal(0, 0.02, (12, 12)), 1)
    effects = portfolio_effects(
        rng.uniform(0, 0.08, (5, 12)), costs=rng.choice([0.02, 0.05, 0.1], 12),
        weights=rng.dirichlet(np.ones(5)), baseline=0.4, pairs=pairs + pairs.T,
        curvature=0, capacity=0.2, power=3, overload=0.05,
    )  # fmt: skip
    first = [(0, 11), (3, 10)]
    tried = best_portfolios(effects, 4, limit=0.3, first=first)
    found = choose_portfolio(
        linear_gains(effects)[:, 0], costs=effects.costs, pairs=effects.pairs[..., 0],
        picks=4, limit=0.3, first=first, capacity=0.2, power=3, overload=0.05,
    )  # fmt: skip
    assert found.value == pytest.approx(tried.value[0], abs=1e-6)
    assert found.chosen == tried.sets[0]


def test_the_catalogue_can_be_asked_which_three_of_fifteen():
    legacies = {intervention(key).remove_first for key in shortlist()} - {""}
    keys = [*shortlist(), *sorted(legacies)]
    drawn = draw_interventions(keys, 2_000, rng=1)
    world = ledger().draw(2_000, rng=1)
    effects = portfolio_effects(
        drawn.moves, costs=drawn.costs, pairs=drawn.pairs,
        weights=world["retention_weights"], size=world["effect_retention"],
        curvature=world["curvature"], capacity=drawn.capacity, power=drawn.power,
        overload=drawn.overload, frees=drawn.frees,
    )  # fmt: skip
    found = best_portfolios(effects, 3, first=drawn.first, done=range(15, 19))
    assert len(found.sets) == 455
    assert found.value[0] > 0
    helped = pair_help(effects).mean(axis=-1)
    assert helped[0, keys.index("home_days")] < 0


EFFECTS = portfolio_effects([[0.1] * 40], costs=[0.1] * 40, weights=[1])
GOOD = {"moves": [[0.1, 0.2]], "costs": [0.1, 0.1], "weights": [1]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"moves": [[0.1, np.nan]]}, "moves must lie between -1 and 1; got nan"),
        ({"moves": "much"}, "moves must be a number"),
        ({"moves": [0.1, 0.2]}, "moves must have 2 axes"),
        ({"moves": np.zeros((0, 2))}, "moves must not be empty"),
        ({"costs": [0.1]}, "costs must be one number for each of 2"),
        ({"costs": [0.1, -1]}, "costs must lie between 0 and 100; got -1"),
        ({"weights": [0.5, 0.5]}, "weights must have one row for each of 1"),
        ({"pairs": [[0, 1], [2, 0]]}, "pairs must be symmetric"),
        ({"pairs": np.zeros((3, 3))}, "pairs must be 2 × 2"),
        ({"capacity": 0}, "capacity must be above 0; got 0"),
        ({"power": 0.5}, "power must lie between 1 and 100"),
        ({"frees": [0.1]}, "frees must have one row for each of 2"),
        ({"frees": -1}, "frees must lie between 0 and 100; got -1"),
        ({"size": [1, 2], "curvature": [1, 2, 3]}, "must have 3 draws"),
    ],
)
def test_effects_that_do_not_fit_get_one_sentence(change, message):
    with pytest.raises(ValueError, match=message):
        portfolio_effects(**GOOD | change)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: best_portfolios(EFFECTS, 41), "picks must lie between 1 and 40"),
        (lambda: best_portfolios(EFFECTS, 10), "too many to try them all"),
        (lambda: best_portfolios(EFFECTS, 3, limit=0.2), "No set of 3 of 40"),
        (lambda: best_portfolios(EFFECTS, 3, limit=-1), "limit must lie between"),
        (lambda: best_portfolios(EFFECTS, 3, first=[(0, 40)]), "first must lie"),
        (lambda: best_portfolios(EFFECTS, 3, first=[(0, 1, 2)]), "hold pairs"),
        (lambda: best_portfolios(EFFECTS, 3, done=[40]), "done must lie between 0"),
        (lambda: best_portfolios(EFFECTS, 1, among=[1, 1]), "among must name each"),
        (lambda: best_portfolios(EFFECTS, 40, done=[1]), "picks must lie between"),
        (lambda: choose_portfolio([1], costs=[1], capacity=0), "capacity must lie"),
        (lambda: portfolio_values(EFFECTS, [(0, 0)]), "each intervention once"),
        (lambda: portfolio_values(EFFECTS, [(0, 0.5)]), "sets must be a whole"),
        (lambda: dilution(-1), "attention must lie between 0 and inf"),
        (lambda: choose_portfolio([1], costs=[1, 2], limit=1), "one number for each"),
        (
            lambda: choose_portfolio([1, 1], costs=[2, 2], limit=1, picks=1),
            "No set of 2 interventions keeps to a limit of 1",
        ),
        (
            lambda: choose_portfolio([1, 1], costs=[1, 1], limit=1, pairs=[[0, 1]]),
            "pairs must be symmetric, 2 × 2",
        ),
    ],
)
def test_questions_that_cannot_be_answered_get_one_sentence(ask, message):
    with pytest.raises(ValueError, match=message):
        ask()
