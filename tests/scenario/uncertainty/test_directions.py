import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from lederlib.scenario import Scenario, compare
from lederlib.scenario.flexwork.outcome import limit_of
from lederlib.scenario.flexwork.run import YEARS
from lederlib.scenario.uncertainty.directions import (
    direction,
    share_of_worlds,
    shares_in_words,
)
from lederlib.text import LANGS

SHARES = st.tuples(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))


def worlds(up, same, down):
    return np.repeat([0.3, 0.01, -0.3], [up, same, down])


@given(SHARES.filter(lambda counts: sum(counts) > 0))
def test_the_rule_is_that_of_an_independent_interval(counts):
    up, same, down = counts
    found = direction(worlds(*counts), limit=0.1)
    moving = up + down
    assert found.up + found.same + found.down == pytest.approx(1)
    assert found.same == pytest.approx(same / sum(counts))
    if moving == 0:
        assert found.way == "none"
    elif moving < sum(counts) / 2:
        assert found.way == "few"
    else:
        low, _ = proportion_confint(max(up, down), moving, method="wilson")
        sure = "up" if up > down else "down"
        assert found.way == (sure if low >= 0.99 else "depends")


def test_few_effective_worlds_are_never_sure():
    drawn = np.ones(10_000)
    assert direction(drawn, limit=0.1).way == "up"
    assert direction(drawn, limit=0.1, effective=300).way == "depends"


@pytest.mark.parametrize(
    ("limit", "effective"), [(0, None), (-1, None), (np.nan, None), (0.1, 0)]
)
def test_a_limit_or_a_number_of_worlds_that_is_none_is_refused(limit, effective):
    with pytest.raises(ValueError, match=r"must lie between"):
        direction(np.ones(3), limit=limit, effective=effective)


@pytest.mark.parametrize("lang", LANGS)
def test_no_share_is_ever_all_or_none_of_the_worlds(lang):
    for share in (0.0, 0.001, 0.4, 0.996, 1.0):
        said = share_of_worlds(share, lang)
        assert not said.startswith(("100", "0"))
    assert "100" not in shares_in_words(direction(np.ones(9), limit=0.1), lang)


def pairs(count, seed):
    chance = np.random.default_rng(seed)

    def scenario():
        home, anchor = chance.integers(0, 6), chance.integers(0, 4)
        return Scenario(
            {
                "home": int(min(home, 4 - anchor)),
                "anchor": int(anchor),
                "four_day": bool(chance.random() < 0.2),
                "shift_wishes": float(chance.random()),
            }
        )

    return [(scenario(), scenario()) for _ in range(count)]


def check_pairs(count, seeds, draws):
    ways = set()
    for number, (one, other) in enumerate(pairs(count, seed=20)):
        seed = seeds[number % len(seeds)]
        change = compare(one, other, draws=draws, rng=seed)
        for row in change.table.itertuples():
            values = np.atleast_2d(change.samples[row.outcome])
            drawn = values[YEARS.index(row.years) if len(values) > 1 else 0]
            limit = limit_of(row.outcome)
            up, down = (drawn >= limit).mean(), (-drawn >= limit).mean()
            ways.add(row.verdict)
            if row.verdict in ("up", "down"):
                same_way = up if row.verdict == "up" else down
                assert up + down >= 0.5
                assert same_way >= 0.99 * (up + down)
            elif row.verdict == "depends":
                low, _ = proportion_confint(
                    round(max(up, down) * draws),
                    round((up + down) * draws),
                    method="wilson",
                )
                assert low < 0.99
            else:
                assert up + down < 0.5
    return ways


def test_verdicts_stand_on_their_samples():
    ways = check_pairs(30, seeds=range(10), draws=1000)
    assert ways == {"none", "up", "down", "few", "depends"}


@pytest.mark.slow
def test_five_hundred_pairs_stand_on_their_samples_whatever_the_seed():
    for seed in range(10):
        check_pairs(500, seeds=[seed], draws=1000)
