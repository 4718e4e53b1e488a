"""Explore small tests: predict, store the prediction, and only then see what came."""

import os
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from lederlib.exercise.kept import answers_path
from lederlib.model import PilotComparison, change_power
from lederlib.plot import (
    Picture,
    live_pilot_effect,
    live_power,
    live_run_chart,
)
from lederlib.scenario import PilotWeeks, pilot_outcome, pilot_themes, pilot_weeks
from lederlib.scenario.pilots.weeks import MEASURES
from lederlib.scenario.pilots.words import (
    inside_words,
    per_cent,
    pilot_name,
    pilot_row,
    range_words,
    zero_words,
)
from lederlib.text import Lang, format_number, format_share, label
from lederlib.widget.controls import Control, choice, slider, switch
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.predictions import FURTHEST, Predictions
from lederlib.widget.stage import Scene, Show

_AXIS = (45.0, 125.0)
_ROW = pd.Index(["name", "effect", "low", "high", "predicted"])


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
    tests = {
        (theme, measure): pilot_weeks(theme, measure)
        for theme in pilot_themes()
        for measure in MEASURES
    }
    came = {key: pilot_outcome(weeks) for key, weeks in tests.items()}
    controls = pilot_controls(predictions, lang)
    start = {control.key: control.start for control in controls}
    pictures = pilot_pictures(start, tests, came, lang)
    return Explorer(
        name="pilots",
        controls=controls,
        show=_shower(pictures, tests, came, lang),
        still=lambda: still_html(list(pictures.values())),
        settle=lambda values, moved: hold_to_it(
            values, moved, predictions, lang=lang, file=file
        ),
        lang=lang,
    )


def pilot_controls(predictions: Predictions, lang: Lang) -> tuple[Control, ...]:
    """Return the levers: which test, the prediction, whether stored, and teams."""
    themes = {key: _upper(label(f"pilots.tried_{key}", lang)) for key in pilot_themes()}
    measures = {key: _upper(label(f"pilots.measure_{key}", lang)) for key in MEASURES}
    first = (next(iter(themes)), MEASURES[0])
    stored = predictions.get(*first)
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


def hold_to_it(
    values: Values,
    moved: str,
    predictions: Predictions,
    *,
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
        row = pd.Series(pilot_row(name, came, guess), index=_ROW)
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


def pilot_pictures(
    values: Values,
    tests: Mapping[tuple[str, str], PilotWeeks],
    came: Mapping[tuple[str, str], PilotComparison],
    lang: Lang,
) -> dict[str, Picture]:
    """Return the run chart, the effect and the power, ready to be moved."""
    weeks = tests[values["theme"], values["measure"]]
    data = _pictured(values, weeks, came[weeks.theme, weeks.measure], lang)
    look: dict[str, Any] = {"lang": lang, "synthetic": True}
    chart = live_run_chart(**data["chart"], start=weeks.start, limits=_AXIS, **look)
    return {
        "chart": chart,
        "effect": live_pilot_effect(**data["effect"], limit=FURTHEST, **look),
        "power": live_power(**data["power"], **look),
    }


def _pictured(
    values: Values, weeks: PilotWeeks, came: PilotComparison, lang: Lang
) -> dict[str, dict[str, Any]]:
    treated, others = weeks.means
    seen, guess = bool(values["stored"]), float(values["prediction"])
    name = pilot_name(weeks.theme, weeks.measure, lang)
    row = pilot_row(name, came if seen else None, guess)
    teams = int(values["teams"])
    return {
        "chart": {"values": treated, "others": others, "shown": seen},
        "effect": {"table": pd.DataFrame([row])},
        "power": {"effect": guess, "spread": weeks.spread, "teams": teams},
    }


def _shower(
    pictures: Mapping[str, Picture],
    tests: Mapping[tuple[str, str], PilotWeeks],
    came: Mapping[tuple[str, str], PilotComparison],
    lang: Lang,
) -> Callable[[Values, bool], Show]:
    draw = {name: scenes_of(picture) for name, picture in pictures.items()}
    last: dict[str, tuple[object, Scene]] = {}

    def scene(name: str, rests_on: object, data: Mapping[str, Any]) -> Scene:
        """Draw only what has changed."""
        if name not in last or last[name][0] != rests_on:
            last[name] = rests_on, draw[name](**data)
        return last[name][1]

    def show(values: Values, rest: bool) -> Show:  # noqa: ARG001 - nothing lags here
        test = (values["theme"], values["measure"])
        data = _pictured(values, tests[test], came[test], lang)
        seen, guess = values["stored"], values["prediction"]
        rests_on = {
            "chart": (test, seen),
            "effect": (test, seen, guess),
            "power": (test, guess, values["teams"]),
        }
        scenes = tuple(scene(name, rests_on[name], data[name]) for name in draw)
        words = pilot_words(values, tests[test], came[test], lang)
        return Show(words=words, scenes=scenes)

    return show


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
