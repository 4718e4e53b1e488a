"""Turn a group's answers into its profile of the 15 factors, few people protected."""

import zlib
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from lederlib._checks import (
    Bools,
    Floats,
    Ints,
    nearest,
    require_between,
    require_count,
    require_number,
)
from lederlib.answers.intake import Answers
from lederlib.answers.scales import read_scale
from lederlib.answers.scoring import score
from lederlib.answers.small_cells import (
    NO_GREEN,
    NO_RED,
    PROTECT,
    Cells,
    Status,
    alike,
    cross,
    hide,
)
from lederlib.catalogue import FACTOR_KEYS, factor, ledger
from lederlib.measure.labels import numbered
from lederlib.text import Lang, join_words, label

COLUMNS = ["mean", "spread", "red", "yellow", "green", "n", "hidden"]
_HAIR = 1e-9


def profile(
    answers: Answers | pd.DataFrame,
    by: str | Sequence[str] | None = None,
    min_group: int = 5,
    *,
    red_below: float | None = None,
    green_from: float | None = None,
    progress: Callable[[float], None] | None = None,
) -> pd.DataFrame:
    """Return the group's mean, spread and colours per factor, protecting the few.

    Parameters
    ----------
    answers : Answers or pandas.DataFrame
        With a table, its columns are factor keys (0 to 1), item keys or groups, and
        each row is one person. A factor that has both a column of its own and items is
        taken from its column.
    by : str or sequence of str, optional
        A column of groups, or several that are each shown by themselves. People
        without a group count in the total only.
    min_group : int, default 5
        Fewest people that are told about, 5 to 10.
    red_below, green_from : float, optional
        A person is red below the first and green from the second; red, yellow and
        green answers stay what they were. From the ledger unless told: 1/3 and 2/3.
    progress : callable, optional
        Called with the share of the work done.

    Returns
    -------
    pandas.DataFrame
        Indexed by factor; with `by`, by group and factor; with several, by cut, group
        and factor. `mean` 0–1, `spread` (standard deviation, n−1), the shares `red`,
        `yellow`, `green`, the number `n` that all of them rest on, and `hidden`: empty
        where everything is shown; "few" below `min_group` and "protect" where few
        could be computed from the rest, both with nothing shown; "unanimous" where
        all gave the same colour: then only a zero is shown, `green` 0 for "red or
        yellow" or `red` 0 for "yellow or green", and which of the two is not told.

    Raises
    ------
    ValueError
        If a group column is unknown, `min_group` is outside 5 to 10, no column is a
        factor or an item, an answer lies outside its range, or a respondent has two
        rows: limits count people.

    Notes
    -----
    Within one call, for every union of fewer than `min_group` people who share their
    groups, and for every colour, there are whole-number tables that fit all shown rows
    and everyone's row in `profiles` in which none of these people gave that colour.
    Of a shown row the shares stay: in a group of eight one reads that one of eight
    answered red, not who. The rule is sufficient and may hide more than it must, above
    all where cuts cross; `describe_hidden` says so, and a coarser cut shows more. What
    might be guessed from the choice of the hidden rows is not counted. Two calls on
    the same people, with different cuts or on different dates, are not protected
    against each other.

    Examples
    --------
    >>> answers = pd.DataFrame({"values": [0, 0.5, 0.5, 1, 1, 1]})
    >>> profile(answers).loc["values", ["red", "green", "n"]].tolist()
    [0.16666666666666666, 0.5, 6.0]
    """
    whole, parts = profiles(
        answers,
        by,
        min_group,
        red_below=red_below,
        green_from=green_from,
        progress=progress,
    )
    return whole if parts is None else parts


def profiles(
    answers: Answers | pd.DataFrame,
    by: str | Sequence[str] | None = None,
    min_group: int = 5,
    *,
    red_below: float | None = None,
    green_from: float | None = None,
    progress: Callable[[float], None] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """Return the profile of everyone and that of the groups, safe beside each other.

    Everyone's row of a factor is hidden as "protect" where it alone would tell about
    few: where nearly all gave one colour, a small group surely did so too. See
    `profile`.
    """
    limit = require_count(min_group, 5, 10, name="min_group")
    cuts = _cuts(by)
    require_one_row_each(answers)
    values = factor_values(answers)
    codes, names = group_codes(answers, cuts)
    people = alike(codes)
    colours = _colours(values, red_below, green_from)
    secret = _secret(values)
    tell = progress or (lambda _: None)
    tables = []
    for place, key in enumerate(values.columns):
        cells = cross(people, colours[:, place], limit)
        status = hide(cells, yellow_is=_yellow_is(key, secret))
        tables.append(_rows(values[key], codes, cells, status))
        tell((place + 1) / values.shape[1])
    factors = list(values.columns)
    parts = None if by is None else _arrange(tables, factors, names, by)
    return _total(tables, factors), parts


def coarsen(profile: pd.DataFrame) -> pd.DataFrame:
    """Return only the order of the factors and their means in steps of 0.1.

    Returns
    -------
    pandas.DataFrame, with the rows of `profile`
        `place`, from 1 for the highest mean within a group, equal where the rounded
        means are; `mean`, rounded; and `hidden`.

    Examples
    --------
    >>> answers = pd.DataFrame({"values": [0, 0.5, 0.5, 1, 1, 1]})
    >>> coarsen(profile(answers)).loc["values", ["place", "mean"]].tolist()
    [1.0, 0.7]
    """
    mean = profile["mean"].round(1)
    levels = list(range(profile.index.nlevels - 1))
    grouped = mean.groupby(level=levels) if levels else mean
    place = grouped.rank(ascending=False, method="min").astype("Int64")
    return pd.DataFrame({"place": place, "mean": mean, "hidden": profile["hidden"]})


def describe_hidden(profile: pd.DataFrame, lang: Lang = "da") -> str:
    """Return what is hidden to protect others, and what to try; "" where nothing is.

    Examples
    --------
    >>> answers = pd.DataFrame({"values": [0, 1] * 5, "team": list("aaabbbbbbb")})
    >>> describe_hidden(profile(answers, "team"), "en").partition(":")[0]
    'Hidden because a few people could otherwise be read from the rest'
    """
    protected = profile[profile["hidden"] == PROTECT]
    if protected.empty:
        return ""
    keys = protected.index.get_level_values("factor").unique()
    names = join_words([factor(str(key)).name.to(lang) for key in keys], lang)
    count = len(protected)
    return label("answers.hidden_protect", lang, count=count, factors=names)


def factor_values(answers: Answers | pd.DataFrame) -> pd.DataFrame:
    """Return each person's factors, 0 to 1: own columns first, else from the items.

    Raises
    ------
    ValueError
        If there is neither a factor nor an item, or a value lies outside 0 to 1.
    """
    held = answers.factors if isinstance(answers, Answers) else answers
    own = held[[key for key in FACTOR_KEYS if key in held]].astype(float)
    for key in own:
        require_between(own[key].dropna(), 0, 1, name=f"the answers on {key}")
    items = answers.items if isinstance(answers, Answers) else answers
    scale = (answers.scale if isinstance(answers, Answers) else None) or read_scale()
    rated = {item.factor for item in scale.items if item.key in items}
    if rated or own.empty:
        scores = score(answers)
        own = own.join(scores[[key for key in scores if key in rated - set(own)]])
    return own[[key for key in FACTOR_KEYS if key in own]]


def require_one_row_each(answers: Answers | pd.DataFrame) -> None:
    """Refuse a table in which a respondent has several rows.

    Raises
    ------
    ValueError
        Naming the respondent.
    """
    if isinstance(answers, Answers):
        people = answers.respondents
    elif "respondent" in answers:
        people = answers["respondent"]
    else:
        return
    again = people[people.notna() & people.duplicated()]
    if len(again):
        msg = (
            f"Each person may have one row, since limits count people; the respondent "
            f"{again.iloc[0]} has {int((people == again.iloc[0]).sum())}."
        )
        raise ValueError(msg)


def _cuts(by: str | Sequence[str] | None) -> list[str]:
    if by is None:
        return []
    return [by] if isinstance(by, str) else list(by)


def _colours(
    values: pd.DataFrame, red_below: float | None, green_from: float | None
) -> Ints:
    """Return 0 red, 1 yellow, 2 green, -1 missing; shape (persons, factors)."""
    low = ledger()["red_below"].value if red_below is None else red_below
    high = ledger()["green_from"].value if green_from is None else green_from
    require_number(low, 0.01, 0.5, name="red_below")
    require_number(high, 0.51, 1, name="green_from")
    numbers = values.to_numpy()
    colours = (numbers >= low - _HAIR).astype(int) + (numbers >= high - _HAIR)
    return np.where(np.isnan(numbers), -1, colours)


def _secret(values: pd.DataFrame) -> int:
    """Return a number that only those who hold every answer can know."""
    return zlib.crc32(np.ascontiguousarray(values.to_numpy()).data)


def _yellow_is(key: str, secret: int) -> str:
    """Return a choice that only those who know the secret can repeat."""
    return (NO_GREEN, NO_RED)[zlib.crc32(key.encode(), secret) % 2]


def _rows(values: pd.Series, codes: Ints, cells: Cells, status: Status) -> pd.DataFrame:
    """Return one factor's row per cell, the total first."""
    shares = (cells.member @ cells.counts) / np.maximum(cells.people, 1)[:, None]
    table = pd.DataFrame(shares, columns=["red", "yellow", "green"])
    table["mean"], table["spread"] = _moments(values.to_numpy(), codes)
    table["n"] = pd.array(cells.people, dtype="Int64")
    unanimous = np.isin(status, (NO_GREEN, NO_RED))
    table.loc[status != "", ["mean", "spread", "yellow"]] = np.nan
    table.loc[(status != "") & (status != NO_GREEN), "green"] = np.nan
    table.loc[(status != "") & (status != NO_RED), "red"] = np.nan
    table.loc[(status != "") & ~unanimous, "n"] = pd.NA
    table["hidden"] = np.where(unanimous, "unanimous", status).astype(object)
    return table[COLUMNS].astype({"hidden": "str"})


def _moments(values: Floats, codes: Ints) -> tuple[Floats, Floats]:
    """Return mean and standard deviation of everyone and of each group, in order."""
    known = ~np.isnan(values)
    cuts = [np.zeros(len(values), dtype=np.int64), *codes.T]
    sizes = [1, *(codes.max(axis=0, initial=-1) + 1)]
    pairs = [
        _moments_by(values, cut, known & (cut >= 0), size)
        for cut, size in zip(cuts, sizes, strict=True)
    ]
    means, spreads = zip(*pairs, strict=True)
    return np.concatenate(means), np.concatenate(spreads)


def _moments_by(
    values: Floats, cut: Ints, kept: Bools, size: int
) -> tuple[Floats, Floats]:
    groups, held = cut[kept], values[kept]
    count = np.bincount(groups, minlength=size)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(groups, held, minlength=size) / count
        squares = np.bincount(groups, (held - mean[groups]) ** 2, minlength=size)
        spread = np.sqrt(squares / np.where(count > 1, count - 1, np.nan))
    return mean, spread


def _total(tables: list[pd.DataFrame], factors: list[str]) -> pd.DataFrame:
    """Return everyone's row of each factor."""
    index = pd.Index(factors, name="factor")
    return pd.concat([table.iloc[:1] for table in tables]).set_index(index)


def _arrange(
    tables: list[pd.DataFrame],
    factors: list[str],
    names: list[tuple[str, object]],
    by: str | Sequence[str],
) -> pd.DataFrame:
    """Return the groups' rows in the order of groups, then factors."""
    cells = len(names)
    rows = pd.concat([table.iloc[1:] for table in tables], ignore_index=True)
    order = np.arange(len(rows)).reshape(len(factors), cells).T.ravel()
    keys = [(cut, group, key) for cut, group in names for key in factors]
    index = pd.MultiIndex.from_tuples(keys, names=["cut", "group", "factor"])
    result = rows.iloc[order].set_index(index)
    return result.droplevel("cut") if isinstance(by, str) else result


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
