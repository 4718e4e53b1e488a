import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import (
    best_portfolios,
    judge_pairs,
    judge_portfolios,
    pair_help,
    portfolio_effects,
    prepare_pairs,
    prepare_portfolios,
    value_of,
)
from lederlib.model.synchronise.best import portfolio_values

SEEDS = st.integers(0, 10_000)


def random_parts(seed, n=7, factors=4, draws=30):
    rng = np.random.default_rng(seed)
    moves = rng.uniform(-0.3, 0.6, (factors, n, draws))
    pairs = np.triu(rng.normal(0, 0.05, (n, n)), 1)
    return {
        "moves": moves * (rng.random((factors, n, 1)) < 0.6),
        "costs": rng.choice([0.02, 0.05, 0.07], n),
        "frees": rng.uniform(0, 0.1, (n, draws)) * (rng.random((n, 1)) < 0.3),
        "weights": rng.dirichlet(np.ones(factors), draws).T,
        "pairs": pairs + pairs.T,
        "size": rng.uniform(0.3, 3, draws),
        "capacity": rng.uniform(0.1, 0.4, draws),
        "power": rng.uniform(2, 6, draws),
        "overload": rng.uniform(0, 0.2, draws),
    }


@given(SEEDS, st.sampled_from([(), (6,)]))
def test_a_prepared_answer_is_the_one_that_trying_every_set_gives(seed, done):
    parts = random_parts(seed)
    effects = portfolio_effects(**parts)
    asked = {"first": [(0, 6), (1, 2)], "done": done}
    slow = best_portfolios(effects, 3, **asked)
    quick = judge_portfolios(
        prepare_portfolios(effects, 3, **asked),
        capacity=parts["capacity"],
        power=parts["power"],
    )
    where = [quick.sets.index(one) for one in slow.sets]
    assert sorted(where) == list(range(len(slow.sets)))
    for name in ("value", "best", "regret", "attention"):
        found = getattr(quick, name)[where]
        assert np.allclose(found, getattr(slow, name), atol=1e-6), name


@given(SEEDS, st.floats(0.05, 2), st.floats(1, 9))
def test_one_set_is_worth_in_each_draw_what_the_equation_says(seed, capacity, power):
    parts = random_parts(seed) | {"capacity": capacity, "power": power}
    effects = portfolio_effects(**parts)
    prepared = prepare_portfolios(effects, 3, done=[5])
    found = value_of(prepared, (4, 0, 2), capacity=capacity, power=power)
    expected = portfolio_values(effects, [(0, 2, 4, 5)])[0]
    assert np.allclose(found, expected, atol=1e-6)


@given(SEEDS, st.floats(0.05, 0.5))
def test_more_capacity_never_makes_a_good_set_worth_less(seed, capacity):
    parts = random_parts(seed)
    parts["moves"], parts["pairs"] = np.abs(parts["moves"]), 0
    prepared = prepare_portfolios(portfolio_effects(**parts), 3)
    tight, wide = (
        value_of(prepared, (0, 1, 2), capacity=much)
        for much in (capacity, 2 * capacity)
    )
    assert (wide >= tight - 1e-7).all()


PREPARED = prepare_portfolios(portfolio_effects(**random_parts(1)), 3, first=[(0, 1)])


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: judge_portfolios(PREPARED, capacity=0), "capacity must lie between"),
        (lambda: judge_portfolios(PREPARED, capacity=1, power=0.5), "power must lie"),
        (lambda: judge_portfolios(PREPARED, capacity=[1, 2]), "one number or 30"),
        (lambda: value_of(PREPARED, (0, 2, 3), capacity=1), "is not among the"),
    ],
)
def test_questions_that_cannot_be_answered_get_one_sentence(ask, message):
    with pytest.raises(ValueError, match=message):
        ask()


@given(st.integers(0, 10_000))
def test_a_prepared_pair_helps_as_much_as_the_pair_itself(seed):
    rng = np.random.default_rng(seed)
    pairs = np.triu(rng.normal(0, 0.05, (5, 5)), 1)
    effects = portfolio_effects(
        rng.uniform(-0.3, 0.6, (3, 5, 20)), costs=rng.choice([0.02, 0.1], 5),
        weights=[0.2, 0.3, 0.5], pairs=pairs + pairs.T, frees=[0, 0.2, 0, 0, 0],
        capacity=rng.uniform(0.1, 0.4, 20), power=rng.uniform(2, 6, 20),
    )  # fmt: skip
    expected = pair_help(effects)
    found = judge_pairs(
        prepare_pairs(effects, among=[4, 1, 2]),
        capacity=effects.capacity,
        power=effects.power,
    )
    assert set(found) == {(1, 2), (1, 4), (2, 4)}
    for pair, values in found.items():
        assert np.allclose(values, expected[pair], atol=1e-6)
