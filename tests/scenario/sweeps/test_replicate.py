import joblib
import numpy as np
import pytest

from lederlib.model import crossover
from lederlib.scenario import replicate

SMALL = {"leaders": 4, "employees": 40, "weeks": 12}
KEPT = ("employee_mean", "quits")


@pytest.fixture(scope="module")
def paths():
    return replicate(crossover, 30, outputs=KEPT, fixed=SMALL, rng=2)


def test_the_runs_stand_behind_the_axes_of_the_model(paths):
    assert paths["employee_mean"].shape == (13, 30)
    assert paths["quits"].shape == (12, 30)
    assert len(np.unique(paths["employee_mean"][-1])) == 30


@pytest.mark.parametrize("backend", ["loky", "threading"])
def test_the_runs_are_the_same_for_any_number_of_workers(paths, backend):
    with joblib.parallel_config(backend=backend, n_jobs=2):
        again = replicate(crossover, 30, outputs=KEPT, fixed=SMALL, rng=2)
    for name in KEPT:
        assert (again[name] == paths[name]).all()


def test_more_runs_begin_with_the_same_ones(paths):
    more = replicate(crossover, 33, outputs=KEPT, fixed=SMALL, rng=2)
    assert (more["quits"][:, :30] == paths["quits"]).all()


def test_progress_rises_to_one():
    told = []
    replicate(crossover, 5, outputs=KEPT, fixed=SMALL, progress=told.append)
    assert told == pytest.approx([0.2, 0.4, 0.6, 0.8, 1])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"runs": 0}, "runs must lie between 1 and 1e"),
        (
            {"outputs": ("strian",)},
            "outputs must name what the model returns; .*strian",
        ),
        ({"rng": "x"}, "rng must be a generator or a seed"),
    ],
)
def test_bad_input_gets_one_sentence(given, words):
    options = {"runs": 2, "outputs": KEPT, "fixed": SMALL} | given
    with pytest.raises(ValueError, match=words):
        replicate(crossover, **options)
