"""Every public function of `measure` answers anything: a result, or one sentence.

Functions are found through `lederlib.measure.__all__`, so that a new one without a call
here, or among the functions of numbers, fails the first test.
"""

import datetime as dt
import inspect
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from lederlib import measure
from lederlib.measure import Moments
from lederlib.measure.item_matrix import item_matrix

PEOPLE = 80
PATHS = "`{1}` ~ a*`{0}`\n`{2}` ~ b*`{1}`\nindirect := a*b"
MODEL = "f =~ `{0}` + `{1}` + `{2}` + `{3}`"


def answers(items=4, people=PEOPLE):
    rng = np.random.default_rng(4)
    shared = rng.normal(size=(people, 1)) + rng.normal(size=(people, items))
    steps = np.digitize(shared, [-1.5, -0.5, 0.5, 1.5]) + 1.0
    return pd.DataFrame(steps, columns=list("abcdefghijkl")[:items])


def changed(values, item="a"):
    """Return good answers with one column replaced."""
    return answers().assign(**{item: values})


def seen_apart():
    table = answers()
    table.iloc[::2, 0] = table.iloc[1::2, 1] = np.nan
    return table


def turned(table, name):
    return table.astype(dict.fromkeys(table.columns, name))


def mixed_cells():
    cells = [1, "to", None, 3.5, dt.date(2026, 1, 1), [4], {"a": 1}, Decimal(2)]
    return pd.Series((cells * PEOPLE)[:PEOPLE], dtype=object)


DAYS = pd.Series(pd.date_range("2026-01-01", periods=PEOPLE))
WORDS = ["aldrig", "tit"] * (PEOPLE // 2)
STEPS = answers()["a"]
TABLES = {
    "nothing": lambda: None,
    "a number": lambda: 7,
    "a text": lambda: "alle svar",
    "a list of texts": lambda: ["a", "b"],
    "a list of numbers": lambda: [1, 2, 3],
    "an empty list": lambda: [],
    "a ragged list": lambda: [[1, 2], [3]],
    "a cube": lambda: np.zeros((3, 3, 3)),
    "a set": lambda: {1, 2},
    "a date": lambda: dt.date(2026, 1, 1),
    "a function": lambda: print,
    "a dict of lists": lambda: {"a": [1, 2], "b": [2, 1]},
    "a series": lambda: STEPS,
    "good": answers,
    "empty": pd.DataFrame,
    "no rows": lambda: answers().iloc[:0],
    "one row": lambda: answers().iloc[:1],
    "two rows": lambda: answers().iloc[:2],
    "three rows": lambda: answers().iloc[:3],
    "fewer people than items": lambda: answers(12, 8),
    "one column": lambda: answers(1),
    "two columns": lambda: answers(2),
    "three columns": lambda: answers(3),
    "a constant": lambda: changed(3.0),
    "all alike": lambda: answers() * 0 + 3,
    "nothing answered": lambda: answers() * np.nan,
    "an item unanswered": lambda: changed(np.nan),
    "one answer": lambda: changed([2.0] + [np.nan] * (PEOPLE - 1)),
    "a gap in each row": lambda: answers().where(
        np.eye(4, dtype=bool)[np.arange(PEOPLE) % 4] < 1
    ),
    "never seen together": seen_apart,
    "half missing": lambda: answers().where(
        np.random.default_rng(1).random((PEOPLE, 4)) > 0.5
    ),
    "two columns of one name": lambda: answers().set_axis(list("abca"), axis=1),
    "the same item twice": lambda: changed(answers()["b"]),
    "an item and its reverse": lambda: changed(6 - answers()["b"]),
    "a sum of others": lambda: changed(answers()["b"] + answers()["c"]),
    "nearly the same item": lambda: changed(answers()["b"] + 1e-9 * STEPS),
    "cancelling out": lambda: answers(2).join(
        (6 - answers(2)).set_axis(list("cd"), axis=1)
    ),
    "infinite": lambda: changed(STEPS.replace(5, np.inf)),
    "huge": lambda: answers() * 1e300,
    "one huge": lambda: changed(STEPS * 1e40),
    "tiny": lambda: answers() * 1e-300,
    "one tiny": lambda: changed(STEPS * 1e-40),
    "far from zero": lambda: answers() + 1e15,
    "whole numbers too long": lambda: changed([10**400] * PEOPLE),
    "texts": lambda: changed(WORDS),
    "mixed cells": lambda: changed(mixed_cells()),
    "dates": lambda: changed(DAYS),
    "dates of days": lambda: changed(DAYS.dt.date),
    "dates in a zone": lambda: changed(DAYS.dt.tz_localize("Europe/Copenhagen")),
    "months": lambda: changed(DAYS.dt.to_period("M")),
    "spans of time": lambda: changed(DAYS - DAYS[0]),
    "complex": lambda: changed(STEPS * 1j),
    "booleans": lambda: answers() > 3,
    "booleans with a gap": lambda: changed(
        (STEPS > 3).astype("boolean").mask(STEPS > 4)
    ),
    "nullable numbers": lambda: turned(answers(), "Int64").mask(answers() > 4),
    "ordered answers": lambda: changed(
        pd.Categorical(WORDS, ["aldrig", "tit"], ordered=True)
    ),
    "unordered answers": lambda: changed(pd.Categorical(WORDS)),
    "odd names": lambda: answers().set_axis([None, 1.5, ("x", 1), dt.date.min], axis=1),
    "names in two rows": lambda: answers().set_axis(
        pd.MultiIndex.from_product([["x"], list("abcd")]), axis=1
    ),
    "many decimals": lambda: answers() + np.random.default_rng(1).random((PEOPLE, 4)),
    "item moments": lambda: Moments.from_table(answers()),
}
#: Kinds of tables that are read as good answers; the slow functions get one of them.
ALIKE = {
    "a plain array": lambda: answers().to_numpy(),
    "an arrow table": lambda: pa.Table.from_pandas(answers()),
    "texts of numbers": lambda: turned(answers(), str),
    "arrow numbers": lambda: turned(answers(), "double[pyarrow]"),
    "text type": lambda: turned(answers(), "string"),
    "small floats": lambda: turned(answers(), "float16"),
    "bytes": lambda: turned(answers(), "uint8"),
    "sparse": lambda: turned(answers(), pd.SparseDtype("float", np.nan)),
    "decimals": lambda: changed([Decimal(int(step)) for step in STEPS]),
    "categories of numbers": lambda: turned(answers(), "category"),
    "whole numbers as names": lambda: answers().set_axis(range(4), axis=1),
    "a doubled index": lambda: answers().set_axis([0] * PEOPLE),
    "rows in two levels": lambda: answers().set_axis(
        pd.MultiIndex.from_product([range(PEOPLE // 2), list("xy")])
    ),
    "dates as index": lambda: answers().set_axis(DAYS),
}


def names_of(table):
    """Return four names of columns, of the table or of none."""
    columns = names_all(table) if isinstance(table, pd.DataFrame) else []
    return [*columns, *"abcd"][:4]


def names_all(table):
    return [str(name) for name in table.columns]


def with_groups(table):
    """Return the table with a column of two groups, if it is one."""
    if not isinstance(table, pd.DataFrame):
        return table
    half = np.array(["nord", "syd"] * len(table))[: len(table)]
    return table.set_axis(names_all(table), axis=1).assign(unit=half)


def with_units(table):
    """Return the table with a column of units of five people, if it is one."""
    if not isinstance(table, pd.DataFrame):
        return table
    five = np.arange(len(table)) // 5
    return table.set_axis(names_all(table), axis=1).assign(unit=five)


def labels_of(table):
    rows = len(table) if hasattr(table, "__len__") else 2
    return (["nord", "syd"] * rows)[:rows]


def first_of(table):
    return table.iloc[:, 0] if isinstance(table, pd.DataFrame) and table.size else table


def factors_of(table):
    one, two, three, four = names_of(table)
    return {"calm": [one, two], "load": [three, four]}


#: How each function is called on a table.
ON_TABLES = {
    "ad_index": lambda t: measure.ad_index(t, labels_of(t)),
    "alpha": measure.alpha,
    "cfa": lambda t: measure.cfa(MODEL.format(*names_of(t)), t),
    "compare": lambda t: measure.compare(t, t),
    "criterion_validity": lambda t: measure.criterion_validity(
        t, names_of(t)[0], names_of(t)[1:]
    ),
    "efa": lambda t: measure.efa(t, 1),
    "factor_icc": measure.factor_icc,
    "factor_reliability": measure.factor_reliability,
    "general_factor": measure.general_factor,
    "graded_dif": lambda t: measure.graded_dif(t, labels_of(t)),
    "graded_response": measure.graded_response,
    "guttman": measure.guttman,
    "htmt": lambda t: measure.htmt(t, factors_of(t), draws=100),
    "icc": lambda t: measure.icc(first_of(t), labels_of(t)),
    "invariance": lambda t: measure.invariance(
        MODEL.format(*names_of(t)), with_groups(t), "unit"
    ),
    "item_frequencies": measure.item_frequencies,
    "item_table": measure.item_table,
    "line_up": lambda t: measure.line_up(t, ["calm", "calm", "load", "load"]),
    "measurement_error": measure.measurement_error,
    "missing_patterns": measure.missing_patterns,
    "multilevel": lambda t: measure.multilevel(
        with_groups(t), names_of(t)[0], names_of(t)[1:2], group="unit"
    ),
    "omega": lambda t: measure.omega(t, 2),
    "parallel_analysis": lambda t: measure.parallel_analysis(t, draws=20),
    "partial_test": measure.partial_test,
    "polychoric": measure.polychoric,
    "r_star_wg": lambda t: measure.r_star_wg(t, labels_of(t)),
    "response_surface": lambda t: measure.response_surface(t, *names_of(t)[:3]),
    "retest": lambda t: measure.retest(first_of(t), first_of(t)),
    "rwg_j": lambda t: measure.rwg_j(t, labels_of(t)),
    "sem": lambda t: measure.sem(PATHS.format(*names_of(t)), t),
    "split_halves": measure.split_halves,
    "suitability": measure.suitability,
}
#: The same with options that take another way.
BESIDES = {
    "alpha, ordinal": lambda t: measure.alpha(t, kind="ordinal"),
    "alpha, bootstrap": lambda t: measure.alpha(t, interval="bootstrap", draws=100),
    "cfa, fiml": lambda t: measure.cfa(MODEL.format(*names_of(t)), t, missing="fiml"),
    "cfa, WLSMV": lambda t: measure.cfa(MODEL.format(*names_of(t)), t, "WLSMV"),
    "cfa, MLR": lambda t: measure.cfa(MODEL.format(*names_of(t)), t, "MLR"),
    "cfa, clusters": lambda t: measure.cfa(
        MODEL.format(*names_of(t)), with_units(t), "WLSMV", cluster="unit"
    ),
    "cfa, levels": lambda t: measure.cfa(
        "level: 1; {0}; level: 2; {0}".format(MODEL.format(*names_of(t))),
        with_units(t),
        cluster="unit",
    ),
    "efa, polychoric": lambda t: measure.efa(t, 1, "ml", correlations="polychoric"),
    "moments": Moments.from_table,
    "omega, cfa": lambda t: measure.omega(t, kind="cfa"),
    "parallel, factors": lambda t: measure.parallel_analysis(
        t, draws=20, kind="factors", null="permuted"
    ),
    "sem, drawn anew": lambda t: measure.sem(PATHS.format(*names_of(t)), t).bootstrap(
        draws=9
    ),
    "sem, fiml": lambda t: measure.sem(PATHS.format(*names_of(t)), t, missing="fiml"),
    "sem, pairwise": lambda t: measure.sem(
        MODEL.format(*names_of(t)), t, "WLSMV", missing="pairwise"
    ),
    "retest, other rows": lambda t: measure.retest(STEPS, t),
    "rwg, other labels": lambda t: measure.rwg_j(answers(), t),
    "dif, other labels": lambda t: measure.graded_dif(answers(), t),
}
#: What takes tens of milliseconds or more: the gate tries every third table.
SLOW = (
    *("cfa", "cfa, fiml", "cfa, MLR", "cfa, WLSMV", "graded_dif", "graded_response"),
    *("invariance", "multilevel", "sem", "sem, drawn anew", "sem, fiml"),
    *("sem, pairwise", "cfa, clusters", "cfa, levels"),
)


def test_every_public_function_is_tried(on_numbers):
    public = {
        name for name in measure.__all__ if not inspect.isclass(getattr(measure, name))
    }
    assert public == ON_TABLES.keys() | on_numbers.keys()


@pytest.mark.parametrize("kind", ALIKE)
def test_other_kinds_of_tables_are_read_alike(kind):
    found = item_matrix(ALIKE[kind]()).values
    assert np.array_equal(found, answers().to_numpy())


def untold(call, tables, tried):
    wrong = {told: tried(call, table()) for told, table in tables.items()}
    return {told: what for told, what in wrong.items() if what}


@pytest.mark.parametrize("name", [*ON_TABLES, *BESIDES])
def test_a_hostile_table_gives_a_result_or_one_sentence(name, tried):
    tables = dict([*TABLES.items()][::3]) if name in SLOW else TABLES | ALIKE
    assert untold((ON_TABLES | BESIDES)[name], tables, tried) == {}


@pytest.mark.release
@pytest.mark.parametrize("name", SLOW)
def test_every_hostile_table_gives_a_result_or_one_sentence(name, tried):
    assert untold((ON_TABLES | BESIDES)[name], TABLES, tried) == {}
