import pytest

from lederlib.scenario import Scenario, compare, confront, narrowing, targets

PAIR = Scenario({"home": 0}), Scenario({"home": 2})


@pytest.fixture(scope="module")
def found():
    return narrowing(*PAIR, draws=2000)


def test_the_first_row_is_the_answer_of_the_ledger_alone(found):
    plain = compare(*PAIR).samples["retention"][10]
    row = found.table.loc["prior"]
    assert row["up"] == pytest.approx((plain >= 0.0005).mean())
    assert row["narrowed"] == 0


def test_the_last_row_is_the_answer_of_worlds_that_fit_all_numbers(found):
    numbers = [one for one in targets() if one.kind == "number"]
    left = confront(targets=numbers, draws=2000)
    there = compare(*PAIR, worlds=left.worlds(10_000)).samples["retention"][10]
    assert found.table.loc["jointly", "up"] == pytest.approx((there >= 0.0005).mean())
    assert found.table.loc["jointly", "effective"] == left.effective
    width = found.table["high"] - found.table["low"]
    assert found.table.loc["jointly", "narrowed"] == pytest.approx(
        1 - width["jointly"] / width["prior"]
    )


def test_one_number_alone_is_all_of_them():
    one = next(one for one in targets() if one.kind == "number")
    table = narrowing(*PAIR, targets=(one,), draws=2000).table
    assert list(table.index) == ["prior", one.key]


def test_only_numbers_weigh_and_without_any_the_words_say_so():
    signs = [one for one in targets() if one.kind != "number"]
    found = narrowing(*PAIR, targets=signs, draws=2000)
    assert list(found.table.index) == ["prior"]
    assert found.summary("en").endswith("No number has weighed the worlds.")


def test_wider_is_never_called_narrower(found):
    word = "narrower" if found.table.loc["jointly", "narrowed"] >= 0 else "wider"
    assert found.summary("en").endswith(f"{word}.")
    assert found.summary("da")


def test_another_outcome_has_its_own_unit():
    found = narrowing(*PAIR, outcome="community", targets=(), draws=2000)
    assert not found.in_per_cent
    assert "point" not in found.summary("en")
    with pytest.raises(ValueError, match="outcome"):
        narrowing(*PAIR, outcome="happiness", targets=(), draws=2000)
