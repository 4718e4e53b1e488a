import os

from lederlib.scenario.sweeps.answers import Job
from lederlib.scenario.sweeps.points import point_of
from lederlib.scenario.sweeps.workers import Marks, answered

SOMEWHERE_ELSE = os.getpid() + 1


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
