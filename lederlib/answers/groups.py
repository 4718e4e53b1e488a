"""Find the groups that a table of answers names."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lederlib._checks import Ints, nearest
from lederlib.answers.intake import Answers
from lederlib.answers.scales import read_scale
from lederlib.catalogue import FACTOR_KEYS
from lederlib.measure.item_matrix import numbered


def group_codes(
    answers: Answers | pd.DataFrame, cuts: Sequence[str]
) -> tuple[Ints, list[tuple[str, object]]]:
    """Return each person's group in each cut, and the groups in order.

    Returns
    -------
    codes : numpy.ndarray of int, shape (persons, cuts)
        Number of the group within its cut, -1 where it is missing or blank.
    names : list of tuple
        The cut and the group, for every group.

    Raises
    ------
    ValueError
        If a cut is unknown or named twice; the message lists the columns there are.
    """
    table = answers.background if isinstance(answers, Answers) else answers
    people = len(answers.factors if isinstance(answers, Answers) else answers)
    codes = np.empty((people, len(cuts)), dtype=np.int64)
    names: list[tuple[str, object]] = []
    for place, cut in enumerate(_known(cuts, table)):
        codes[:, place], groups = numbered(table[cut])
        names += [(cut, group) for group in groups]
    return codes, names


def _known(cuts: Sequence[str], table: pd.DataFrame) -> Sequence[str]:
    answered = {*FACTOR_KEYS, *(item.key for item in read_scale().items)}
    columns = [str(name) for name in table.columns if name not in answered]
    for cut in cuts:
        if cut not in columns:
            known = (
                f"the columns are {', '.join(columns)}" if columns else "it has none"
            )
            msg = f"No column of groups is called {cut!r}; {known}."
            raise ValueError(msg + nearest(cut, columns))
    if len(set(cuts)) < len(cuts):
        msg = f"by names a column twice; got {', '.join(cuts)}."
        raise ValueError(msg)
    return cuts
