from inspect import signature

import pytest

from lederlib import model
from lederlib.catalogue import ledger

FOLLOWING = (
    "bad_press",
    "delivered_quality",
    "leadership_quality",
    "newcomer_retention",
    "pilot_power",
    "results",
    "shortage_of",
    "strain_path",
    "time_to_fill",
    "two_stock_folds",
    "two_stock_path",
    "vacancy_at_rest",
    "wish_to_leave",
    "workforce_path",
)
# Switched off unless asked for.
OPTIONS = ("reverse",)


@pytest.mark.parametrize("name", FOLLOWING)
def test_what_a_function_assumes_is_what_the_ledger_says(name):
    parameters = signature(getattr(model, name)).parameters
    known = [key for key in parameters if key in ledger() and key not in OPTIONS]
    assert known
    for key in known:
        assert parameters[key].default == ledger()[key].value, key


def test_every_range_of_the_ledger_is_one_that_the_models_take():
    worlds = ledger().draw(40, rng=1)
    keys = signature(model.workforce_path).parameters
    drawn = {key: worlds[key] for key in keys if key in worlds}
    path = model.workforce_path(
        30, family=worlds["retention_family"], loops=model.LOOPS, **drawn
    )
    assert path.vacancies.shape == (31, 40)
    for function in (model.strain_path, model.two_stock_path):
        keys = signature(function).parameters
        drawn = {key: worlds[key] for key in keys if key in worlds}
        assert function(0.6, 0.6, weeks=4, **drawn).strain.shape == (5, 40)
