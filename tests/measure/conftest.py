"""What tries a function of `measure`, and the values that it is tried with."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

VALUES = {
    "nothing": None,
    "a text": "x",
    "no number": np.nan,
    "infinite": np.inf,
    "below": -1,
    "zero": 0,
    "huge": 1e300,
    "too long": 10**400,
    "complex": 1j,
    "a list": [1, 2],
    "an empty list": [],
    "a list of texts": ["a"],
    "a dict": {"a": 1},
    "a date": dt.date(2026, 1, 1),
    "a table": pd.DataFrame({"a": [1, 2], "b": [2, 1]}),
}


#: Functions of numbers, with arguments that are right.
ON_NUMBERS = {
    "draw_alphas": {"value": 0.8, "people": 20, "items": 5, "draws": 10},
    "feldt_interval": {"value": 0.8, "people": 20, "items": 5},
    "half_width": {"spread": 1.0, "n": 9},
    "null_variance": {"null": "uniform", "options": 5},
    "plan_cfa": {"df": 24},
    "plan_difference": {"difference": 0.5},
    "plan_icc": {"icc": 0.1, "size": 8, "width": 0.2},
    "plan_loadings": {"factors": 1, "items": 3, "width": 2, "draws": 50},
    "plan_reliability": {"reliability": 0.8, "items": 5, "width": 0.2},
    "smallest_effects": {"people": 10},
    "spearman_brown": {"reliability": 0.6, "times": 2},
    "times_needed": {"reliability": 0.6, "wanted": 0.8},
    "usual_alphas": {"value": 0.8, "people": 20, "items": 5},
}


@pytest.fixture(scope="session")
def hostile_values():
    return VALUES


@pytest.fixture(scope="session")
def on_numbers():
    return ON_NUMBERS


@pytest.fixture(scope="session")
def tried():
    """Return what says what went wrong: nothing, with a result or one sentence."""
    return _tried


def _tried(call, *given, **named):
    """Return what went wrong: nothing, where there is a result or one sentence."""
    try:
        found = call(*given, **named)
        for lang in ("da", "en"):
            if hasattr(found, "summary"):
                found.summary(lang)
        if hasattr(found, "to_frame"):
            found.to_frame()
    except ValueError as error:
        said = str(error)
        if type(error) is ValueError and "lederlib" in _last_file(error):
            return "" if said[:1].isalpha() and said.endswith(".") else said
        return f"{type(error).__name__}: {said}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _last_file(error):
    held = error.__traceback__
    while held.tb_next is not None:
        held = held.tb_next
    return held.tb_frame.f_code.co_filename
