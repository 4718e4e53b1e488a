"""Explore small tests: predict, store the prediction, and only then see what came."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import pandas as pd

from lederlib.exercise import answers_path, keep_answer, kept_answers
from lederlib.model import PilotComparison, change_power
from lederlib.plot import plot_pilot_effect, plot_power, plot_run_chart
from lederlib.scenario import (
    PILOT_MEASURES,
    PilotWeeks,
    inside_words,
    per_cent,
    pilot_name,
    pilot_outcome,
    pilot_row,
    pilot_themes,
    pilot_weeks,
    range_words,
    zero_words,
)
from lederlib.text import Lang, format_number, format_share, label
from lederlib.widget.controls import Control, choice, slider, switch
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

KEY: Final = "09.pilot"
#: Per cent, to both sides.
FURTHEST: Final = 30
_AXIS = (45.0, 125.0)
_COLUMNS = pd.Index(["name", "effect", "low", "high", "predicted"])


def explore_pilots(
    *, lang: Lang = "da", file: str | os.PathLike[str] | None = None
) -> Explorer:
    """Return three small tests whose outcome shows once a prediction is stored.

    The data are the made-up dataset `pilot_weeks`.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    file : path, optional
        Where predictions are kept, beside the answers of the exercises;
        ``answers.json`` in the working folder unless given.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = tempfile.TemporaryDirectory()
    >>> explorer = explore_pilots(lang="en", file=pathlib.Path(folder.name, "a.json"))
    >>> explorer.move({"prediction": -10, "stored": True})
    >>> "you believed −10%" in explorer.stage.frame["words"]
    True
    >>> folder.cleanup()
    """
    predictions = Predictions(file)
    return Explorer(
        pilots_description(lang, stored=predictions.get(*first_test())),
        settle=partial(hold_to_it, predictions=predictions, lang=lang, file=file),
    )


def pilots_description(lang: Lang, *, stored: float | None = None) -> Description:
    """Return what the explorer of small tests is.

    `stored` is what was predicted for the first test, in per cent. The description
    keeps no prediction: that is the affair of whatever shows it.
    """
    tests = {
        (theme, measure): pilot_weeks(theme, measure)
        for theme in pilot_themes()
        for measure in PILOT_MEASURES
    }
    came = {key: pilot_outcome(weeks) for key, weeks in tests.items()}
    start = tests[first_test()].start
    look: dict[str, Any] = {"lang": lang, "synthetic": True}
    return Description(
        name="pilots",
        lesson="09",
        lang=lang,
        controls=pilot_controls(stored, lang),
        first=("theme", "prediction", "stored"),
        tours={
            "tour1": {"theme": "leadership_quality"},
            "tour2": {"theme": "flexible_work", "measure": "contact"},
            "tour3": {"theme": "psychological_safety", "measure": "strain"},
            "tour4": {"prediction": -10.0, "teams": 40.0},
        },
        settle=begin_anew,
        find=lambda values, _: _test_of(values, tests, came),
        pictures=(
            View(
                name="chart",
                plot=partial(plot_run_chart, start=start, limits=_AXIS, **look),
                data=_charted,
            ),
            View(
                name="effect",
                plot=partial(plot_pilot_effect, limit=FURTHEST, **look),
                data=lambda values, test: {"table": _row(values, test, lang)},
            ),
            View(
                name="power",
                plot=partial(plot_power, **look),
                data=lambda values, test: {
                    "effect": float(values["prediction"]),
                    "spread": test.weeks.spread,
                    "teams": int(values["teams"]),
                },
            ),
        ),
        sentence=lambda values, test: pilot_words(values, test.weeks, test.came, lang),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Test:
    """One small test: its weeks, and what came of it."""

    weeks: PilotWeeks
    came: PilotComparison


def _test_of(
    values: Values,
    tests: Mapping[tuple[str, str], PilotWeeks],
    came: Mapping[tuple[str, str], PilotComparison],
) -> _Test:
    key = (values["theme"], values["measure"])
    return _Test(weeks=tests[key], came=came[key])


def _charted(values: Values, test: _Test) -> dict[str, Any]:
    treated, others = test.weeks.means
    return {"values": treated, "others": others, "shown": bool(values["stored"])}


def _row(values: Values, test: _Test, lang: Lang) -> pd.DataFrame:
    name = pilot_name(test.weeks.theme, test.weeks.measure, lang)
    came = test.came if values["stored"] else None
    return pd.DataFrame([pilot_row(name, came, float(values["prediction"]))])


def first_test() -> tuple[str, str]:
    """Return the theme and the measure that are looked at first."""
    return pilot_themes()[0], PILOT_MEASURES[0]


def pilot_controls(stored: float | None, lang: Lang) -> tuple[Control, ...]:
    """Return the levers: which test, the prediction, whether stored, and teams."""
    themes = {key: _upper(label(f"pilots.tried_{key}", lang)) for key in pilot_themes()}
    measures = {
        key: _upper(label(f"pilots.measure_{key}", lang)) for key in PILOT_MEASURES
    }
    first = first_test()
    return (
        choice("theme", label("pilots.lever_theme", lang), themes, start=first[0]),
        choice(
            "measure", label("pilots.lever_measure", lang), measures, start=first[1]
        ),
        slider(
            "prediction",
            label("pilots.lever_prediction", lang),
            low=-FURTHEST,
            high=FURTHEST,
            step=1,
            start=0 if stored is None else stored,
            words=lambda change: _number_words("change_words", change, lang),
        ),
        switch(
            "stored",
            label("pilots.lever_stored", lang),
            start=stored is not None,
            texts=(label("pilots.stored_off", lang), label("pilots.stored_on", lang)),
        ),
        slider(
            "teams",
            label("pilots.lever_teams", lang),
            low=2,
            high=40,
            step=1,
            start=8,
            words=lambda teams: _number_words("teams_words", teams, lang),
        ),
    )


class Predictions:
    """What was predicted before it was seen: kept once, and never changed.

    Parameters
    ----------
    file : path, optional
        Where answers are kept; ``answers.json`` in the working folder unless given.
    """

    def __init__(self, file: str | os.PathLike[str] | None = None) -> None:
        self._file = file
        self._known = _read(file)

    def get(self, theme: str, measure: str) -> float | None:
        """Return the stored prediction in per cent, or None."""
        return self._known.get(f"{KEY}.{theme}.{measure}")

    def keep(self, theme: str, measure: str, predicted: float) -> str:
        """Store a prediction; return why it could not be written, or ''."""
        key = f"{KEY}.{theme}.{measure}"
        self._known[key] = predicted
        try:
            keep_answer(key, {"answer": predicted, "seen": True}, self._file)
        except OSError as problem:
            return problem.strerror or str(problem)
        return ""


def _read(file: str | os.PathLike[str] | None) -> dict[str, float]:
    """Return the predictions kept so far; what is damaged is dealt with on keeping."""
    try:
        kept = kept_answers(file)
    except (OSError, ValueError):
        return {}
    found = {}
    for key, record in kept.items():
        answer = record.get("answer")
        whole = isinstance(answer, int | float) and float(answer).is_integer()
        if key.startswith(f"{KEY}.") and whole and abs(answer) <= FURTHEST:
            found[key] = float(answer)
    return found


def begin_anew(values: Values, moved: str) -> tuple[dict[str, Any], str]:
    """Take the prediction back where another test is looked at."""
    settled = dict(values)
    if moved in ("theme", "measure"):
        settled |= {"prediction": type(values["prediction"])(0), "stored": False}
    return settled, ""


def hold_to_it(
    values: Values,
    moved: str,
    *,
    predictions: Predictions,
    lang: Lang,
    file: str | os.PathLike[str] | None = None,
) -> tuple[dict[str, Any], str]:
    """Store a prediction when the reader says so, and hold to it from then on."""
    settled, test = dict(values), (values["theme"], values["measure"])
    before = predictions.get(*test)
    if before is None and settled["stored"] and moved not in ("theme", "measure"):
        reason = predictions.keep(*test, float(settled["prediction"]))
        return settled, _stored_words(settled, reason, lang=lang, file=file)
    settled["stored"] = before is not None
    if before is None:
        if moved in ("theme", "measure"):
            settled["prediction"] = type(values["prediction"])(0)
        return settled, ""
    settled["prediction"] = type(values["prediction"])(before)
    if moved not in ("prediction", "stored") or settled == dict(values):
        return settled, ""
    facts = {"name": pilot_name(*test, lang), "predicted": per_cent(before, lang)}
    return settled, label("pilots.notice_fixed", lang, **facts)


def pilot_words(
    values: Values, weeks: PilotWeeks, came: PilotComparison, lang: Lang
) -> str:
    """Say what was believed and what came, or how surely a test could show it."""
    name = pilot_name(weeks.theme, weeks.measure, lang)
    guess = float(values["prediction"])
    facts = {"name": name, "predicted": per_cent(guess, lang)}
    if values["stored"]:
        row = pd.Series(pilot_row(name, came, guess), index=_COLUMNS)
        facts["effect"] = per_cent(row["effect"], lang)
        facts["range"] = range_words(row["low"], row["high"], lang)
        facts["inside"], facts["zero"] = inside_words(row, lang), zero_words(row, lang)
        return label("pilots.words_came", lang, **facts)
    if not guess:
        return label("pilots.words_no_change", lang, name=name)
    power = change_power(values["teams"], effect=guess, spread=weeks.spread)
    facts["teams"] = format_number(float(values["teams"]), lang, digits=0)
    facts["power"] = format_share(float(power), lang)
    return label("pilots.words_waiting", lang, **facts)


def _stored_words(
    values: Values,
    reason: str,
    *,
    lang: Lang,
    file: str | os.PathLike[str] | None,
) -> str:
    name = pilot_name(values["theme"], values["measure"], lang)
    predicted = per_cent(float(values["prediction"]), lang)
    said = label("pilots.notice_stored", lang, name=name, predicted=predicted)
    if not reason:
        return said
    facts = {"file": answers_path(file).name, "reason": reason}
    return f"{said} {label('pilots.notice_not_kept', lang, **facts)}"


def _number_words(key: str, number: float, lang: Lang) -> str:
    return label(f"pilots.{key}", lang, number=format_number(number, lang, digits=0))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
