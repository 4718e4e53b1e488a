"""The three laws by which a group of people may leave."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats

PRECISION = 1e-13
_YEAR = np.ones(())


def gamma(t: Floats, frailty: Floats, rate: Floats, hazard_ratio: Floats) -> Floats:
    # Frailty 0 is the exponential law; the floor reaches it to the last digit.
    frailty = np.maximum(frailty, PRECISION)
    return np.asarray(np.exp(np.log1p(t * (frailty * rate * hazard_ratio)) / -frailty))


def mover_stayer(
    t: Floats, movers: Floats, rate: Floats, hazard_ratio: Floats
) -> Floats:
    return np.asarray(1 + movers * np.expm1(-t * (rate * hazard_ratio)))


def weibull(t: Floats, power: Floats, rate: Floats, hazard_ratio: Floats) -> Floats:
    return np.asarray(np.exp(-(t**power) * (rate * hazard_ratio)))


LAWS = (gamma, mover_stayer, weibull)


def share_after_a_year(
    kind: npt.NDArray[np.int64], shape: Floats, rate: Floats
) -> Callable[[Floats], Floats]:
    """Return a function from a hazard ratio to the share left after one year.

    It sorts the draws by family once, for those who ask at every step.
    """
    groups = [
        (law, kind == number, shape[kind == number], rate[kind == number])
        for number, law in enumerate(LAWS)
        if (kind == number).any()
    ]

    def share_left(hazard_ratio: Floats) -> Floats:
        share = np.empty(hazard_ratio.shape)
        for law, chosen, form, pace in groups:
            share[chosen] = law(_YEAR, form, pace, hazard_ratio[chosen])
        return share

    return share_left
