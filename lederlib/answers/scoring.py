"""Score the factors of a scale from answers to its questionnaire."""

from collections.abc import Callable

import pandas as pd

from lederlib.answers.intake import Answers
from lederlib.answers.item_scores import Range, as_answered, score_items
from lederlib.answers.scales import Scale, read_scale


def score(
    answers: Answers | pd.DataFrame,
    scale: Scale | None = None,
    *,
    range: Range = "0-1",  # noqa: A002 - what it is
    progress: Callable[[float], None] | None = None,
) -> pd.DataFrame:
    """Return each person's factor scores from the items, reversed items turned.

    Parameters
    ----------
    answers : Answers or pandas.DataFrame
        With a table, person × item key in the scale's units, as answered; other
        columns are left alone and an item without a column counts as not answered.
    scale : Scale, optional
        The questionnaire; the one that the answers were read by, else the shipped one.
    range : {"0-1", "1-5"}
        What the scale's lowest and highest answer count as.
    progress : callable, optional
        Called with the share of the work done.

    Returns
    -------
    pandas.DataFrame, person × factor key
        In that range: the mean over the items answered, NaN where fewer than the
        scale's `min_answered` were.

    Raises
    ------
    ValueError
        If no column is an item, or an answer lies off the scale or is no number; the
        message names item and row.

    Examples
    --------
    >>> items = pd.DataFrame({"values_1": [5, 1], "values_2": [3, float("nan")]})
    >>> score(items)["values"].tolist()
    [0.75, nan]
    """
    read_by = answers.scale if isinstance(answers, Answers) else None
    known = scale or read_by or read_scale()
    return score_items(as_answered(answers), known, range=range, progress=progress)
