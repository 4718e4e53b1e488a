"""Pairs of interventions: which kind each is, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats
from lederlib.plot.synchronise._interventions import places_of
from lederlib.scenario.synchronise.words import points
from lederlib.text import Lang, label

COLUMNS: Final = ("one", "other", "help", "positive")
LEAST: Final = 0.001
SURE: Final = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRows:
    """The pairs by the places of both, and which kind each is."""

    first: npt.NDArray[np.int64]
    second: npt.NDArray[np.int64]
    help: Floats
    kind: npt.NDArray[np.str_]


def pair_rows(pairs: pd.DataFrame, table: Sequence[str]) -> PairRows:
    """Return the pairs by their rows in `table`; raise if a column is missing."""
    missing = [column for column in COLUMNS if column not in pairs]
    if missing:
        msg = f"pairs must have the columns {', '.join(COLUMNS)}; {missing[0]} is not."
        raise ValueError(msg)
    ends = np.array([places_of(list(pairs[name]), table) for name in ("one", "other")])
    helped = pairs["help"].to_numpy(dtype=float)
    often = pairs["positive"].to_numpy(dtype=float)
    sign = np.where(helped > 0, "help", "hinder")
    unsure = np.maximum(often, 1 - often) < SURE
    kind = np.where(unsure, np.char.add("maybe_", sign), sign)
    kind[np.abs(helped) < LEAST] = "nothing"
    return PairRows(
        first=ends.min(axis=0), second=ends.max(axis=0), help=helped, kind=kind
    )


def strongest_words(rows: PairRows, names: list[str], lang: Lang) -> list[str]:
    """Say which pair helps the most and which hinders the most, if any does."""
    found = []
    for key, sign in (("most_help", 1), ("most_hinder", -1)):
        place = int((sign * rows.help).argmax())
        if sign * rows.help[place] >= LEAST:
            facts = _facts(rows, place, names, lang)
            found.append(label(f"synchronise.conflicts_{key}", lang, **facts))
    return found


def pair_words(rows: PairRows, place: int, names: list[str], lang: Lang) -> str:
    """Say whether a pair helps or hinders, and how much."""
    kind = str(rows.kind[place]).removeprefix("maybe_")
    facts = _facts(rows, place, names, lang)
    return label(f"synchronise.pair_{kind}", lang, **facts)


def _facts(rows: PairRows, place: int, names: list[str], lang: Lang) -> dict[str, str]:
    return {
        "one": names[rows.first[place]],
        "other": names[rows.second[place]],
        "size": points(float(abs(rows.help[place])), lang),
    }
