"""Every solution is right, and every page asks what the tasks declare."""

import ast
import re

import pytest

from lederlib.author.pages import code_in, read_source, sources, tags
from lederlib.catalogue import shipped
from lederlib.exercise import Feedback, kept_answers, task_keys
from lederlib.text import LANGS

ALL = [
    each
    for each in sources(shipped("exercises").parent)
    if each.parents[1].name == "exercises"
]


def asked_in(source):
    """Return the tasks that `ask` shows on a page."""
    return re.findall(r'^ask\("(.+?)"', source.read_text("utf-8"), flags=re.MULTILINE)


def keys_of(source):
    number = source.name.partition("_")[0]
    return {key for key in task_keys() if key.partition(".")[0] == number}


#: Pages whose answers are written in cells; on the others no cell is edited.
EXERCISES = [source for source in ALL if not asked_in(source)]


def last_value(code, names):
    """Run a cell as a kernel does, and return what it ends in."""
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return last and eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def replies(source, lang):
    """Return what each cell that checks something ends in, and whether it solves."""
    names: dict = {}
    cells = [cell for cell in read_source(source).cells if cell.cell_type == "code"]
    ran = [("solution" in tags(c), last_value(code_in(c, lang), names)) for c in cells]
    return [(solves, end) for solves, end in ran if isinstance(end, Feedback)]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("source", EXERCISES, ids=lambda source: source.stem)
@pytest.mark.parametrize("lang", LANGS)
def test_every_solution_is_right(source, lang):
    solved = [reply for solves, reply in replies(source, lang) if solves]
    assert [reply for reply in solved if not reply.correct] == []
    assert {reply.task for reply in solved} == keys_of(source)
    assert all(reply.lang == lang for reply in solved)
    assert {*kept_answers()} == keys_of(source)


@pytest.mark.parametrize("source", EXERCISES, ids=lambda source: source.stem)
def test_the_page_as_a_reader_meets_it_waits_for_every_answer(source):
    waiting = [reply for solves, reply in replies(source, "en") if not solves]
    assert {reply.task for reply in waiting} == keys_of(source)
    first = {reply.task: reply for reply in reversed(waiting)}
    assert {reply.verdict for reply in first.values()} == {"waiting"}


@pytest.mark.parametrize("source", ALL, ids=lambda source: source.stem)
def test_a_page_has_three_to_five_tasks_and_a_heading_for_each(source):
    text = source.read_text("utf-8")
    assert 3 <= len(keys_of(source)) <= 5
    found = re.findall(r"^# \{\{task (.+)\}\}$", text, flags=re.MULTILINE)
    assert sorted(found + asked_in(source)) == sorted(keys_of(source))


def test_every_task_stands_on_a_page():
    assert {key for source in ALL for key in keys_of(source)} == {*task_keys()}
