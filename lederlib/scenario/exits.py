"""How many leave today: as staff expect, or as observed in one profession."""

from collections.abc import Mapping

import numpy as np

from lederlib._checks import Floats
from lederlib.model import exit_ratio
from lederlib.text import Lang, label

#: What staff expect, and the professions of which an exit rate was seen.
EXITS = ("expected", "care", "teachers")
EXPECTED = EXITS[0]


def exits_quantity(exits: str) -> str:
    """Return the ledger's name of the share that is gone after one year.

    Examples
    --------
    >>> [exits_quantity(exits) for exits in EXITS]
    ['gone_in_one_year', 'exits_care', 'exits_teachers']
    """
    return "gone_in_one_year" if exits == EXPECTED else f"exits_{exits}"


def exits_eta(exits: str, drawn: Mapping[str, Floats]) -> Floats | float:
    """Return what a profession adds to retention, in log hazard; 0 as staff expect.

    Parameters
    ----------
    exits : str
        One of `EXITS`.
    drawn : mapping of str to numpy.ndarray
        Draws of the profession's rate and of `gone_in_one_year`.
    """
    if exits == EXPECTED:
        return 0.0
    observed, expected = drawn[exits_quantity(exits)], drawn[exits_quantity(EXPECTED)]
    return np.asarray(-np.log(exit_ratio(observed, gone_in_one_year=expected)))


def retirement_of(exits: str, drawn: Mapping[str, Floats]) -> dict[str, Floats]:
    """Return how many retire where exits are those of a profession.

    A register counts who retires among those gone and does not say how many they are:
    retirements keep their share of the exits. The shares gone that are returned beside
    them are what `workforce_path` has to take retirement out of, so that today's quits
    are left for `exits_eta` to move. Then all leave by today's survival to the power of
    one hazard ratio, in every family and year.
    """
    if exits == EXPECTED:
        return {}
    retirement = drawn["retirement"] * np.exp(-exits_eta(exits, drawn))
    more = retirement - drawn["retirement"]
    return {
        "retirement": np.asarray(retirement),
        "gone_in_one_year": 1 - (1 - drawn["gone_in_one_year"]) * np.exp(-more),
        "gone_in_five_years": 1 - (1 - drawn["gone_in_five_years"]) * np.exp(-5 * more),
    }


def exits_in_words(before: str, after: str, lang: Lang) -> str:
    """Say which profession's exits two results start from; nothing as staff expect.

    Examples
    --------
    >>> exits_in_words("care", "care", "en")
    'Calculated from the exits in elder care.'
    """
    if before == after == EXPECTED:
        return ""
    first, second = (label(f"exits.{exits}", lang) for exits in (before, after))
    said = "said" if before == after else "said_two"
    return label(f"exits.{said}", lang, before=first, after=second)
