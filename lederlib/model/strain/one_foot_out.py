"""A leader with one foot out of the door: what the wish to leave costs before it."""

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between

_MOST = 1 - 1e-9


def wish_to_leave(
    strain: npt.ArrayLike,
    *,
    leader_turnover: npt.ArrayLike = 0.1,
    strain_to_quits: npt.ArrayLike = 2.0,
    strain_reference: npt.ArrayLike = 0.25,
) -> Floats:
    r"""Return the chance that a leader is gone within a year at that strain.

    .. math:: W = 1 - (1 - q_L)^{\exp\left(\beta (s - s_0)\right)}

    Parameters
    ----------
    strain : array-like
        The leader's strain :math:`s`, 0 to 1.
    leader_turnover : array-like, default 0.1
        Share of leaders who leave in a year at the reference :math:`q_L`, 0 to 1.
    strain_to_quits : array-like, default 2
        Log hazard per strain :math:`\beta`, 0 to 10.
    strain_reference : array-like, default 0.25
        Normal strain :math:`s_0`, 0 to 1.

    Returns
    -------
    numpy.ndarray
        0 to 1; `leader_turnover` at the reference.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model, with the hazard of `crossover`: the wish is how soon the leader
    would go if strain stayed.

    Examples
    --------
    >>> wish_to_leave([0.25, 0.75]).round(2).tolist()
    [0.1, 0.25]
    """
    excess = require_between(strain, 0, 1, name="strain") - require_between(
        strain_reference, 0, 1, name="strain_reference"
    )
    usual = require_between(leader_turnover, 0, _MOST, name="leader_turnover")
    steeper = require_between(strain_to_quits, 0, 10, name="strain_to_quits") * excess
    return np.asarray(-np.expm1(np.log1p(-usual) * np.exp(steeper)))


def delivered_quality(
    quality: npt.ArrayLike,
    wish: npt.ArrayLike,
    *,
    usual_wish: npt.ArrayLike = 0.1,
    wish_to_leadership: npt.ArrayLike = 0.5,
) -> Floats:
    r"""Return the quality of leadership that a wish to leave leaves of it.

    .. math:: x_5' = x_5 - \rho_W (W - W_0) \quad\text{kept within 0 to 1}

    Parameters
    ----------
    quality : array-like
        Leadership quality :math:`x_5` at the usual wish, 0 to 1.
    wish, usual_wish : array-like
        The wish to leave :math:`W`, and the usual one :math:`W_0`, 0 to 1.
    wish_to_leadership : array-like, default 0.5
        Factor units per unit of the wish :math:`\rho_W`, 0 to 10; 0 is no effect.

    Returns
    -------
    numpy.ndarray
        0 to 1.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model. That leaders with one foot out of the organisation deliver less
    long before they leave is what a review of 698 articles reads in the research [1]_;
    the size is an assumption.

    References
    ----------
    .. [1] Johansen & Rasmussen (2025). Vi skal have en mere nuanceret samtale om
       lederes trivsel. Offentlig Ledelse.

    Examples
    --------
    >>> delivered_quality(0.5, [0.1, 0.3]).round(2).tolist()
    [0.5, 0.4]
    """
    more = require_between(wish, 0, 1, name="wish") - require_between(
        usual_wish, 0, 1, name="usual_wish"
    )
    reach = require_between(wish_to_leadership, 0, 10, name="wish_to_leadership")
    led = require_between(quality, 0, 1, name="quality")
    return np.asarray(np.clip(led - reach * more, 0, 1))


def results(
    quality: npt.ArrayLike,
    *,
    usual_quality: npt.ArrayLike = 0.5,
    leadership_to_results: npt.ArrayLike = 0.2,
) -> Floats:
    r"""Return what the organisation achieves under that leadership.

    .. math:: y = \exp\left(\beta_y (x_5 - x_5^0)\right)

    Parameters
    ----------
    quality, usual_quality : array-like
        Leadership quality :math:`x_5`, and the usual one :math:`x_5^0`, 0 to 1.
    leadership_to_results : array-like, default 0.2
        Log results per factor unit :math:`\beta_y`, 0 to 10; 0 is no effect.

    Returns
    -------
    numpy.ndarray
        As a multiple of the usual; 1 at the usual quality.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model. That leaders' well-being goes with the organisation's results
    by way of how they lead is what the review [1]_ reads in the research, which has
    studied it least; the size is an assumption.

    References
    ----------
    .. [1] Johansen & Rasmussen (2025). Vi skal have en mere nuanceret samtale om
       lederes trivsel. Offentlig Ledelse.

    Examples
    --------
    >>> results([0.5, 0.25]).round(3).tolist()
    [1.0, 0.951]
    """
    change = require_between(quality, 0, 1, name="quality") - require_between(
        usual_quality, 0, 1, name="usual_quality"
    )
    size = require_between(leadership_to_results, 0, 10, name="leadership_to_results")
    return np.asarray(np.exp(size * change))
