import os
import signal
import subprocess
import sys
import time

import joblib
import numpy as np
import pandas as pd
import pytest

from lederlib.model import cascade, crossover, mean_field, strain_path
from lederlib.scenario import sweep
from lederlib.scenario.sweeps.answers import Job
from lederlib.scenario.sweeps.points import point_of
from lederlib.scenario.sweeps.workers import Marks, answered

GRID = {"left": [1, 2, 3], "right": [0.5, -1.0]}
SOMEWHERE_ELSE = os.getpid() + 1


def make_models():
    """Return models that travel to another process by value, not by module."""

    def product(left, right):
        return left * right

    def lucky(left, right, rng):
        return {"sum": left + right, "luck": rng.random()}

    return product, lucky


PRODUCT, LUCKY = make_models()


def test_every_point_of_the_grid_stands_in_one_row_in_order():
    table = sweep(PRODUCT, GRID)
    assert table.columns.tolist() == ["left", "right", "value", "status", "error"]
    assert table["left"].tolist() == [1, 1, 2, 2, 3, 3]
    assert table["value"].tolist() == [0.5, -1, 1, -2, 1.5, -3]
    assert (table["status"] == "done").all()


def test_a_table_is_taken_row_by_row():
    sample = pd.DataFrame({"left": [4, 5], "right": [1, 2]}, index=[7, 9])
    assert sweep(PRODUCT, sample)["value"].tolist() == [4, 10]


def test_outputs_says_what_to_keep_of_a_path():
    table = sweep(
        strain_path,
        {"load": [0.5, 0.9]},
        fixed={"resources": 0.6},
        outputs=lambda path: {"end": path.strain[-1], "worst": path.strain.max()},
    )
    wanted = strain_path([0.5, 0.9], 0.6).strain
    assert table["end"].to_numpy() == pytest.approx(wanted[-1], rel=1e-15)
    assert table["worst"].to_numpy() == pytest.approx(wanted.max(axis=0), rel=1e-15)


@pytest.mark.parametrize("together", [1, 2, 7, 1000])
def test_points_that_go_together_get_the_same_numbers(together):
    grid = {"load": np.linspace(0, 1, 11), "resources": [0.5, 1]}
    alone = sweep(strain_path, grid, outputs=lambda path: path.strain[-1])
    some = sweep(
        strain_path, grid, outputs=lambda path: path.strain[-1], together=together
    )
    pd.testing.assert_frame_equal(some, alone, rtol=1e-13)


@pytest.mark.parametrize("backend", ["loky", "threading", "sequential"])
@pytest.mark.parametrize("n_jobs", [1, 2])
def test_chance_is_the_same_for_any_workers_and_backend(backend, n_jobs):
    with joblib.parallel_config(backend=backend, n_jobs=n_jobs):
        table = sweep(LUCKY, GRID, rng=3, repeats=4)
    pd.testing.assert_frame_equal(table, sweep(LUCKY, GRID, rng=3, repeats=4))


def test_a_backend_that_hands_over_everything_at_the_end_will_do():
    with joblib.parallel_config(backend="multiprocessing", n_jobs=2):
        table = sweep(cascade, {"branching": [0.1, 0.5]})
    assert table["value"].tolist() == pytest.approx([1 / 0.9, 2])


def test_chance_follows_from_the_point_and_not_from_its_neighbours():
    whole = sweep(LUCKY, GRID, rng=3).set_index(["left", "right"])["luck"]
    part = sweep(LUCKY, {"right": [-1], "left": [3.0, 2]}, rng=3)
    assert part["luck"].tolist() == [whole[3, -1.0], whole[2, -1.0]]
    assert whole.is_unique
    assert (whole != sweep(LUCKY, GRID, rng=4)["luck"].to_numpy()).all()


def test_repeats_differ_and_may_share_their_chance_between_points():
    own = sweep(LUCKY, GRID, repeats=3)
    assert own["repeat"].tolist() == [0, 1, 2] * 6
    assert own["luck"].is_unique
    shared = sweep(LUCKY, GRID, repeats=3, shared_chance=True)
    assert shared.groupby("repeat")["luck"].nunique().tolist() == [1, 1, 1]
    assert shared["luck"].nunique() == 3


def test_a_model_with_its_own_seed_keeps_it():
    small = {"leaders": 4, "employees": 40, "weeks": 5}
    table = sweep(
        crossover,
        {"load": [0.8, 1.2]},
        fixed={"rng": 7, **small},
        outputs=lambda path: path.employee_mean[-1],
    )
    wanted = [crossover(load=at, rng=7, **small).employee_mean[-1] for at in (0.8, 1.2)]
    assert table["value"].tolist() == wanted


def test_a_point_that_raises_is_reported_and_the_others_go_on():
    def fussy(left):
        if left == 2:
            msg = "two is too many"
            raise ValueError(msg)
        return left

    words = r"1 of 3 points gave no answer; the first is left = 2: ValueError: two is"
    for together in (1, 3):
        with pytest.warns(RuntimeWarning, match=words):
            table = sweep(_whole(fussy), {"left": [1, 2, 3]}, together=together)
        assert table["status"].tolist() == ["done", "failed", "done"]
        assert table["value"].isna().tolist() == [False, True, False]
        assert table["error"].tolist() == ["", "ValueError: two is too many", ""]


def _whole(model):
    """Return a model for arrays from one for numbers."""

    def many(left):
        return np.array([model(each) for each in np.atleast_1d(left)])

    return many


def killer():
    def deadly(left, right):
        if left == 2:
            time.sleep(0.2)
            os._exit(3)
        return left * right

    return deadly


def test_a_worker_that_dies_is_reported_with_its_point_and_the_others_go_on():
    grid = {"left": range(8), "right": [1, 10]}
    with pytest.warns(RuntimeWarning, match=r"2 of 16 .* left = 2, right = 1: The"):
        table = sweep(killer(), grid, n_jobs=2)
    died = table["left"] == 2
    assert table["status"].eq("died").equals(died)
    assert table.loc[died, "error"].str.contains("ended with code 3").all()
    alive = table[~died]
    assert (alive["value"] == alive["left"] * alive["right"]).all()
    assert (alive["status"] == "done").all()


def test_a_sweep_goes_on_where_it_stopped_and_computes_only_what_is_new(tmp_path):
    seen = tmp_path / "seen"

    def noted(left, seen=str(seen)):
        with open(seen, "a", encoding="utf-8") as file:  # noqa: PTH123
            file.write(f"{left}\n")
        return left**2

    first = sweep(noted, {"left": [1, 2]}, folder=tmp_path / "kept")
    more = sweep(noted, {"left": [2, 3, 1]}, folder=tmp_path / "kept")
    assert seen.read_text().split() == ["1", "2", "3"]
    assert more["value"].tolist() == [4, 9, 1]
    assert first["value"].tolist() == [1, 4]
    sweep(noted, {"left": [1]}, folder=tmp_path / "kept", tag="again")
    assert seen.read_text().split() == ["1", "2", "3", "1"]
    assert not list((tmp_path / "kept").glob(".running-*"))


def test_another_model_seed_or_number_held_fixed_is_another_sweep(tmp_path):
    def scaled(by):
        return lambda left: by * left

    def kept(model, **options):
        return sweep(model, {"left": [1]}, folder=tmp_path, **options)["value"][0]

    assert kept(scaled(2)) == 2
    assert kept(scaled(3)) == 3
    assert kept(PRODUCT, fixed={"right": 1}) == 1
    assert kept(PRODUCT, fixed={"right": 5}) == 5
    lucks = {
        sweep(LUCKY, {"left": [1], "right": [1]}, folder=tmp_path, rng=rng)["luck"][0]
        for rng in (1, 2)
    }
    assert len(lucks) == 2
    assert len(list(tmp_path.glob("*.jsonl"))) == 6


def test_a_line_that_was_never_finished_is_computed_again(tmp_path):
    whole = sweep(LUCKY, GRID, folder=tmp_path)
    (file,) = tmp_path.glob("*.jsonl")
    file.write_bytes(file.read_bytes()[:-9])
    pd.testing.assert_frame_equal(sweep(LUCKY, GRID, folder=tmp_path), whole)
    assert len(file.read_text().splitlines()) == 6


SCRIPT = """
import sys, time
from lederlib.scenario import sweep

def slow(number, rng, seen=sys.argv[1]):
    with open(seen, "a") as file:
        file.write(f"{number}\\n")
    time.sleep(0.1)
    return {"luck": rng.random()}

if __name__ == "__main__":
    table = sweep(slow, {"number": range(24)}, folder=sys.argv[2], rng=5, n_jobs=2)
    table.to_csv(sys.argv[3])
"""


def test_a_sweep_killed_in_the_middle_loses_at_most_what_was_under_way(tmp_path):
    script, seen, kept, table = (
        tmp_path / name for name in ("script.py", "seen", "kept", "table.csv")
    )
    script.write_text(SCRIPT)
    command = [sys.executable, script, seen, kept, table]
    child = subprocess.Popen(command)
    _wait_for_lines(kept, 5)
    os.kill(child.pid, signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    time.sleep(0.5)  # its workers finish what they hold
    subprocess.run(command, check=True)

    def at_once(number, rng):
        return {"luck": rng.random(), "number": number}

    whole = sweep(at_once, {"number": range(24)}, rng=5)
    assert pd.read_csv(table)["luck"].tolist() == whole["luck"].tolist()
    again = seen.read_text().split()
    assert set(again) == {str(number) for number in range(24)}
    # What the two workers held when the parent died is all that ran twice; a worker
    # may have been sent a few at once.
    assert len(again) < 24 + 12


def _wait_for_lines(folder, count):
    for _ in range(4000):  # workers are slow to start on a busy machine
        lines = [
            line
            for file in folder.glob("*.jsonl")
            for line in file.read_text().splitlines()
        ]
        if len(lines) >= count:
            return
        time.sleep(0.05)
    pytest.fail("no answers were kept")


def test_progress_rises_to_one():
    told = []
    sweep(PRODUCT, GRID, progress=told.append)
    assert told == pytest.approx(np.arange(1, 7) / 6)


def test_what_raises_in_progress_is_not_taken_for_a_dead_worker():
    def stop(share):
        raise KeyError(share)

    with pytest.raises(KeyError):
        sweep(PRODUCT, GRID, progress=stop)


@pytest.mark.filterwarnings("ignore:.*:DeprecationWarning")
def test_a_dask_cluster_answers_the_same_sweep_also_when_a_worker_dies():
    distributed = pytest.importorskip("dask.distributed")
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    )
    grid = {"left": range(5), "right": [10]}
    with cluster, distributed.Client(cluster), joblib.parallel_config(backend="dask"):
        table = sweep(LUCKY, GRID, rng=3)
        with pytest.warns(RuntimeWarning, match="1 of 5 points"):
            deadly = sweep(killer(), grid)
    pd.testing.assert_frame_equal(table, sweep(LUCKY, GRID, rng=3))
    assert deadly["status"].eq("died").equals(deadly["left"] == 2)
    alive = deadly[deadly["left"] != 2]
    assert (alive["value"] == alive["left"] * alive["right"]).all()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"grid": {}}, "grid must name levers"),
        ({"grid": {"left": [1], "right": []}}, "at least one value of right; got none"),
        ({"grid": {"left": 3}}, "grid must list the values of left; got 3"),
        ({"grid": {"left": "abc"}}, "grid must list the values of left; got 'abc'"),
        ({"grid": {"left": [1, float("nan")]}}, "left must be a number in every point"),
        ({"grid": {"left": [[1]], "right": [2]}}, "list the values of left"),
        ({"grid": {"left": [object()], "right": [2]}}, "left must be a number, a word"),
        ({"grid": {"left": [1], "rigth": [1]}}, "lever must be one of left, right"),
        ({"grid": {"left": [1]}}, "right must stand in grid or fixed"),
        ({"fixed": {"left": 1}}, "left must stand in grid or in fixed, not in both"),
        ({"repeats": 3}, "repeats must be 1 for a model that takes no rng; got 3"),
        ({"repeats": 0}, "repeats must lie between 1 and 1e+06; got 0"),
        ({"together": 0}, "together must lie between 1 and 1e+06; got 0"),
        ({"memory_limit": -1}, "memory_limit must lie between 0 and inf; got -1"),
        (
            {"memory_per_run": 3, "n_jobs": 2},
            "memory_per_run × workers must fit into 4 GB; 3 × 2 would need 6 GB",
        ),
        (
            {"grid": {"left": range(50_000), "right": range(50_000)}},
            "its 2,500,000,000 points would need 4,657 GB",
        ),
        ({"rng": -1, "model": LUCKY}, "rng must be a generator or a seed"),
        ({"together": 2, "model": LUCKY}, "together must be 1 for a model that takes"),
        (
            {"together": 2, "grid": {"left": ["a", "b"], "right": [1]}},
            "together must be 1 where left is not always a number",
        ),
        (
            {"outputs": sys.stdout.write},
            "must be such that they can be sent to another process",
        ),
    ],
)  # fmt: skip
def test_bad_input_gets_one_sentence(given, words):
    options = {"model": PRODUCT, "grid": GRID} | given
    with pytest.raises(ValueError, match=r".") as caught:
        sweep(**options)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_model_that_returns_a_path_asks_what_to_keep():
    with pytest.warns(RuntimeWarning, match=r"say by outputs= what to keep"):
        table = sweep(mean_field, {"load": [1.0]})
    assert table["status"].tolist() == ["failed"]


def double(left):
    return 2 * left


JOB = Job(double, {}, None, None, False, False)
TASK = (point_of({"left": 3}),)


def test_a_machine_that_does_not_share_the_folder_computes_all_the_same():
    (answer,) = answered(JOB, TASK, Marks("nowhere", SOMEWHERE_ELSE))
    assert answer.values == {"value": 6}


def test_a_mark_is_there_only_while_its_task_is_under_way(tmp_path):
    def look(left):
        return len(list(tmp_path.iterdir())) * left

    (answer,) = answered(
        JOB._replace(model=look), TASK, Marks(str(tmp_path), SOMEWHERE_ELSE)
    )
    assert answer.values == {"value": 3}
    assert not list(tmp_path.iterdir())


def test_what_a_dead_worker_left_under_way_is_tried_in_a_process_apart(tmp_path):
    home = os.getpid()

    def where(left):
        return {"apart": os.getpid() != home, "left": left}

    (tmp_path / TASK[0].key).touch()
    (answer,) = answered(
        JOB._replace(model=where), TASK, Marks(str(tmp_path), SOMEWHERE_ELSE)
    )
    assert answer.values == {"apart": 1, "left": 3}
