"""The levers and quantities of a workforce, checked once."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between

_LIMITS: dict[str, tuple[float, float]] = {
    "positions": (1e-3, 1e9),
    "vacant": (0, 1),
    "alumni": (0, 1e9),
    "eta_retention": (-5, 5),
    "eta_attraction": (-10, 10),
    "shortage": (0, 1),
    "wellbeing_change": (-1, 1),
    "gone_in_one_year": (0, 1),
    "gone_in_five_years": (0, 1),
    "newcomer_hazard": (0, 10),
    "newcomer_ratio": (0, 20),
    "onboarding_weeks": (1, 520),
    "retirement": (0, 1),
    "applicants_per_advert": (0, 1e6),
    "acceptance": (0, 1),
    "recruitment_weeks": (0.1, 520),
    "could_return": (0, 1),
    "return_rate": (0, 10),
    "alumni_fading": (0, 10),
    "wellbeing_weeks": (0.1, 520),
    "wellbeing_to_applicants": (0, 10),
    "wellbeing_to_retention": (0, 10),
    "wellbeing_to_onboarding": (0, 10),
    "vacancies_to_wellbeing": (0, 10),
    "vacancies_to_quits": (0, 10),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The levers and quantities of a workforce, all of one shape, and weeks a step."""

    step: int
    positions: Floats
    vacant: Floats
    alumni: Floats
    eta_retention: Floats
    eta_attraction: Floats
    shortage: Floats
    wellbeing_change: Floats
    gone_in_one_year: Floats
    gone_in_five_years: Floats
    newcomer_hazard: Floats
    newcomer_ratio: Floats
    onboarding_weeks: Floats
    retirement: Floats
    applicants_per_advert: Floats
    acceptance: Floats
    recruitment_weeks: Floats
    could_return: Floats
    return_rate: Floats
    alumni_fading: Floats
    wellbeing_weeks: Floats
    wellbeing_to_applicants: Floats
    wellbeing_to_retention: Floats
    wellbeing_to_onboarding: Floats
    vacancies_to_wellbeing: Floats
    vacancies_to_quits: Floats


def world_of(shape: tuple[int, ...], step: int, **given: npt.ArrayLike) -> World:
    """Return the levers and quantities, each in its range, all in one shape."""
    checked = [
        require_between(given[name], low, high, name=name)
        for name, (low, high) in _LIMITS.items()
    ]
    # Zeros, for their shape only.
    *alike, _ = np.broadcast_arrays(*checked, np.zeros(shape))
    return World(step=step, **dict(zip(_LIMITS, alike, strict=True)))
