"""A fit as printed: everything that R's summary shows, in both languages."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from lederlib.measure import cfa, sem
from lederlib.measure.cfa.printed import COLUMNS, printed
from lederlib.text import LANGS, format_number

TABLES = Path(__file__).parents[2] / "reference" / "tables"
MODEL = "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8"


@cache
def answers():
    return pd.read_csv(TABLES / "five_points.csv")


def told(fit, lang):
    figures = dict(fit.to_frame().itertuples(index=False))
    return printed(figures, fit.estimates, fit.groups, fit.notices, lang)


def figures(line):
    return line.split()[-len(COLUMNS) :]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("estimator", ["ML", "MLR", "WLSMV"])
def test_every_figure_of_the_fit_is_printed(estimator, lang):
    fit = cfa(MODEL, answers(), estimator)
    text = told(fit, lang)
    names = ["chi2", "p", "cfi", "tli", "rmsea", "rmsea_low", "rmsea_high", "srmr"]
    names += [] if estimator == "WLSMV" else ["aic", "bic", "loglik"]
    names += [] if estimator == "ML" else ["scaled_chi2", "scaled_cfi", "scaled_rmsea"]
    for name in names:
        assert format_number(float(getattr(fit, name)), lang, digits=3) in text, name


R = pd.read_csv(TABLES.parent / "printed.csv")
MODELS = {"two": MODEL, "mixed": "f =~ y1 + y2 + y3 + y4 + 0.1*y5"}
PLACES = {
    "rmsea.pvalue": ("p of RMSEA", 0),
    "rmsea.pvalue.scaled": ("p of RMSEA", 1),
    "unrestricted.logl": ("Log-likelihood, free", 0),
    "bic2": ("BIC, adjusted", 0),
}


@pytest.mark.parametrize("row", R.to_dict("records"), ids=lambda row: row["name"])
def test_what_r_shows_beside_them_is_printed_too(row):
    text = told(cfa(MODELS[row["model"]], answers(), row["estimator"]), "en")
    name, place = PLACES[row["name"]]
    line = next(line for line in text.splitlines() if line.startswith(name))
    shown = line[24:].split()[place].replace(",", "").replace("\u2212", "-")
    assert float(shown) == pytest.approx(row["value"], abs=0.0006)


@pytest.mark.parametrize("lang", LANGS)
def test_every_estimate_has_its_line(lang):
    fit = sem(f"{MODEL}\ng ~ b*f\ntwice := 2*b", answers())
    lines = told(fit, lang).splitlines()
    for row in fit.estimates.to_dict("records"):
        cells = [format_number(row[name], lang, digits=3) for name in COLUMNS]
        assert any(line[:2] == "  " and figures(line) == cells for line in lines)
    assert str(fit) == told(fit, "da")


def test_few_steps_treated_as_numbers_are_said_under_ml_alone():
    def told(fit):
        return [note.names for note in fit.notices if note.key == "as_numbers"]

    items = ("y1", "y2", "y3", "y4")
    model = MODEL.splitlines()[0]
    assert told(cfa(model, answers())) == [items]
    assert told(cfa(model, answers(), "WLSMV")) == []
    assert told(cfa(model, answers().assign(y1=answers()["y1"] / 2.5))) == [items[1:]]
