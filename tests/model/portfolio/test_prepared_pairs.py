import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import judge_pairs, pair_help, portfolio_effects, prepare_pairs


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
