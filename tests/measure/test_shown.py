"""Every result can be read: one line, and a page piece in both languages."""

import dataclasses
import importlib
import pkgutil
import re
from functools import cache

import numpy as np
import pandas as pd
import pytest

from lederlib import measure
from lederlib.measure.shown import Readable
from lederlib.text import LANGS

ODD = "<b>ro&amp</b>"
ODD_MODEL = f"f =~ `{ODD}` + b + c + d"
ITEMS = ["a", "b", "c", "d", "e", "g"]
LEVELS = "level: 1; f =~ 1*a+x*b+y*c; level: 2; f =~ 1*a+x*b+y*c"
GENERAL = "f =~ a+b+c\nh =~ d+e+g\ng0 =~ f+1*h"


@cache
def answers():
    rng = np.random.default_rng(4)
    seen = rng.normal(size=(120, 1)) + rng.normal(size=(120, 6))
    steps = np.digitize(seen, [-1.5, -0.5, 0.5, 1.5]) + 1.0
    people = [f"person-{number}" for number in range(120)]
    return pd.DataFrame(steps, columns=ITEMS, index=people)


def odd():
    return answers().rename(columns={"a": ODD})


def labels(size=12):
    return answers().assign(unit=[f"u{place // size}" for place in range(120)])


def fit():
    return measure.cfa("f =~ a+b+c\nh =~ d+e+g", answers())


RESULTS = {
    "Agreement": lambda: measure.rwg_j(answers(), list(labels()["unit"])),
    "Alpha": lambda: measure.alpha(odd()),
    "Bootstrap": lambda: fit().bootstrap(draws=9),
    "Cfa": lambda: measure.cfa(ODD_MODEL, odd()),
    "Comparison": lambda: measure.compare(
        fit(), measure.cfa("f =~ a+b+c\nh =~ d+e+g\nf ~~ 0*h", answers())
    ),
    "CriterionValidity": lambda: measure.criterion_validity(odd(), "b", [ODD, "c"]),
    "Efa": lambda: measure.efa(odd(), 2),
    "FactorIcc": lambda: measure.factor_icc(
        measure.cfa(LEVELS, labels(6), cluster="unit")
    ),
    "FactorReliability": lambda: measure.factor_reliability(fit()),
    "GeneralFactor": lambda: measure.general_factor(measure.cfa(GENERAL, answers())),
    "GradedDif": lambda: measure.graded_dif(odd()[[ODD, "b", "c"]], ["n", "s"] * 60),
    "GradedResponse": lambda: measure.graded_response(odd()[[ODD, "b", "c"]]),
    "Guttman": lambda: measure.guttman(odd()),
    "Htmt": lambda: measure.htmt(
        answers(), {ODD: ITEMS[:3], "h": ITEMS[3:]}, draws=100
    ),
    "Icc": lambda: measure.icc(answers()["a"], list(labels()["unit"])),
    "Invariance": lambda: measure.invariance("f =~ a+b+c+d", labels(60), "unit"),
    "ItemTable": lambda: measure.item_table(odd()),
    "LinedUp": lambda: measure.line_up(
        measure.efa(odd(), 2).loadings, [ODD] * 3 + ["h"] * 3
    ),
    "MeasurementError": lambda: measure.measurement_error(odd()),
    "MissingPatterns": lambda: measure.missing_patterns(odd()),
    "Multilevel": lambda: measure.multilevel(labels(), "a", ["b"], group="unit"),
    "Omega": lambda: measure.omega(odd(), 2),
    "ParallelAnalysis": lambda: measure.parallel_analysis(odd(), draws=20),
    "PartialTest": lambda: measure.partial_test(odd()),
    "Plan": lambda: measure.plan_cfa(df=24),
    "Polychoric": lambda: measure.polychoric(odd()),
    "Reach": lambda: measure.smallest_effects(people=50),
    "ResponseSurface": lambda: measure.response_surface(odd(), ODD, "b", "c"),
    "Retest": lambda: measure.retest(answers()["a"], answers()["b"]),
    "SplitHalves": lambda: measure.split_halves(odd()),
    "Suitability": lambda: measure.suitability(odd()),
}
found = cache(lambda name: RESULTS[name]())


def classes():
    """Return every class of `measure` that says in words what was found."""
    for module in pkgutil.walk_packages(measure.__path__, "lederlib.measure."):
        for thing in vars(importlib.import_module(module.name)).values():
            if dataclasses.is_dataclass(thing) and hasattr(thing, "summary"):
                yield thing


def test_every_result_is_tried_and_readable():
    told = {each for each in classes() if each.__name__ != "Shown"}
    assert {each.__name__ for each in told} == RESULTS.keys()
    assert all(issubclass(each, Readable) for each in told)


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_is_read_in_both_languages(name):
    result = found(name)
    shown = {lang: result.show(lang) for lang in LANGS}
    pages = {lang: piece.to_html() for lang, piece in shown.items()}
    assert pages["da"] != pages["en"]
    assert result._repr_html_() == pages["da"] == shown["da"]._repr_html_()
    for lang, piece in shown.items():
        tags = re.findall(r"<(\w+)", pages[lang])
        assert {"caption", "table", "p"} <= set(tags)
        assert "b" not in tags
        assert "person-" not in pages[lang]
        assert piece.summary == result.summary(lang)
        assert piece.table.caption not in {"", name if name != "Omega" else ""}
        assert piece.table.cells
        assert all(len(row) == len(piece.table.head) for row in piece.table.cells)
        named = [word for word in piece.table.head if "_" in word]
        assert named == []


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_is_one_short_line(name):
    line = repr(found(name))
    assert line.startswith(f"{name}(")
    assert len(line) < 200
    assert "\n" not in line
    assert "person-" not in line


def cells(result, lang):
    return [cell for row in result.show(lang).table.cells for cell in row]


def test_a_chance_is_never_nought_and_is_filed_as_a_number():
    for name in RESULTS:
        shown = found(name).show("da").table
        chances = {place for place, head in enumerate(shown.head) if head[:1] == "p"}
        assert not any(row[at] == "0,000" for row in shown.cells for at in chances)
    fitted, last = found("Cfa"), {}
    for lang, least in (("da", "< 0,001"), ("en", "< 0.001")):
        table = fitted.show(lang).table
        assert least in cells(fitted, lang)
        lines = table.to_csv(lang)
        assert least not in lines
        row = next(row for row in table.filed if "e-" in row[6])
        last[lang] = float(row[6].replace(",", "."))
    p = fitted.estimates["p"].dropna()
    assert last["da"] == last["en"] == pytest.approx(p[p < 0.0001].iloc[0], rel=0.005)


def test_rows_that_lederlib_names_are_named_in_both_languages():
    assert found("Suitability").show("da").table.cells[-1][0] == "alle"
    terms = [row[1] for row in found("Multilevel").show("da").table.cells]
    assert terms == ["konstant", "b", "konstant", "inden for grupper"]
    english = [row[1] for row in found("Multilevel").show("en").table.cells]
    assert english == ["intercept", "b", "intercept", "within groups"]


def test_a_readers_names_stay_as_they_are():
    """An item may be called as a figure is."""
    table = answers().rename(columns={"a": "f", "b": "alpha", "c": "mean"})
    shown = measure.missing_patterns(table.mask(table == 1)).show("da").table
    assert {"f", "alpha", "mean"} <= set(shown.head)
    shown = measure.item_table(table).show("da").table
    assert {"f", "alpha", "mean"} <= {row[0] for row in shown.cells}


def test_figures_that_stand_below_each_other_have_decimals_of_their_own():
    rows = {row[0]: row[1:] for row in found("Comparison").show("en").table.cells}
    assert rows["df"] == ("8", "9")
    assert all(len(cell.partition(".")[2]) == 3 for cell in rows["CFI"])


@pytest.mark.parametrize("missing", ["summary", "to_frame"])
def test_a_result_without_words_or_table_cannot_be_made(missing):
    whole = {"summary": Readable.show, "to_frame": Readable.show}
    assert type("Whole", (Readable,), whole)()
    del whole[missing]
    with pytest.raises(TypeError, match=missing):
        type("Half", (Readable,), whole)()
