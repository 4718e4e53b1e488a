"""Read a bucket's outcome: levels and flows in one year, tables, and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import WEEKS_PER_YEAR, Floats, require_count
from lederlib.catalogue import ledger
from lederlib.scenario.bucket.bucket import POSITIONS, BucketOutcome
from lederlib.scenario.flexwork.outcome import QUANTILE_NAMES, QUANTILES
from lederlib.scenario.uncertainty.directions import (
    direction,
    share_of_worlds,
    shares_in_words,
)
from lederlib.text import Lang, format_number, format_range, format_share, label

STOCKS = ("vacancies", "newcomers", "established", "present", "alumni")
FLOWS = ("hires", "returns", "quits", "newcomer_quits", "retirements")
# Half of the last digit that is shown.
_SHOWN = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class BucketYear:
    """The middle of all worlds in one year, for 100 positions.

    Attributes
    ----------
    year : int
        Years from today.
    levels, flows : mapping of str to float
        Median stocks (`STOCKS`; the established are what the vacancies and newcomers
        leave of 100), and flows (`FLOWS`) in the year that begins then, or in the last
        year at the end of the path.
    """

    year: int
    levels: Mapping[str, float]
    flows: Mapping[str, float]


def bucket_year(outcome: BucketOutcome, year: int) -> BucketYear:
    """Return the bucket's middle levels and flows in one year.

    Raises
    ------
    ValueError
        If the path does not reach that year.

    Examples
    --------
    >>> from lederlib.scenario import run_bucket
    >>> found = bucket_year(run_bucket(draws=20), 5)
    >>> found.flows["returns"] < found.flows["hires"]
    True
    """
    place = _place(outcome, year)
    path, last = outcome.path, len(outcome.path.hires)
    ends = min(place + _per_year(outcome), last)
    during = slice(ends - _per_year(outcome), ends)
    levels = np.median([getattr(path, name)[place] for name in STOCKS], axis=1)
    levels[2] = POSITIONS - levels[0] - levels[1]
    flows = np.median(
        [getattr(path, name)[during].sum(axis=0) for name in FLOWS], axis=1
    )
    return BucketYear(
        year=year,
        levels=dict(zip(STOCKS, levels.tolist(), strict=True)),
        flows=dict(zip(FLOWS, flows.tolist(), strict=True)),
    )


def bucket_table(outcome: BucketOutcome) -> pd.DataFrame:
    """Return quantiles of every stock over the years, as shares.

    Returns
    -------
    pandas.DataFrame
        Columns outcome, years and q05, q25, q50, q75, q95: quarters of a year at
        first, then half years. Shares of the positions (alumni may exceed 1), and for
        `present` of the staff at the start.

    Examples
    --------
    >>> from lederlib.scenario import run_bucket
    >>> table = bucket_table(run_bucket(years=1, draws=20))
    >>> table["years"].unique().round(2).tolist()
    [0.0, 0.23, 0.54, 0.77, 1.0]
    """
    places = _places(len(outcome.path.hires), _per_year(outcome))
    years = outcome.path.weeks[places] / WEEKS_PER_YEAR
    shares = [getattr(outcome.path, name)[places] / POSITIONS for name in STOCKS]
    shares[STOCKS.index("present")] = _still_here(outcome)[places]
    found = np.quantile(shares, QUANTILES, axis=-1)
    facts = {"outcome": np.repeat(STOCKS, len(years)), "years": np.tile(years, 5)}
    rows = {name: found[n].ravel() for n, name in enumerate(QUANTILE_NAMES)}
    return pd.DataFrame(facts | rows)


def share_run_dry(outcome: BucketOutcome, year: int) -> float:
    """Return the share of worlds in which the bucket has run dry by that year.

    Dry means more vacancies than `dry_bucket` of the ledger, a convention.
    """
    vacancies = outcome.path.vacancies[_place(outcome, year)] / POSITIONS
    return float((vacancies > ledger()["dry_bucket"].value).mean())


def bucket_sentence(outcome: BucketOutcome, year: int, lang: Lang) -> str:
    """Say how many positions are vacant and who is still here, with 90 % intervals.

    Where those missing in 2030 are counted in, it names the number's two conditions.

    Examples
    --------
    >>> from lederlib.scenario import run_bucket
    >>> bucket_sentence(run_bucket(draws=20), 5, "en")[-23:]
    'to 55%) are still here.'
    """
    place = _place(outcome, year)
    path = outcome.path
    said = label(
        f"bucket.words_{_when(year)}",
        lang,
        year=year,
        vacancies=_with_range(path.vacancies[place], lang, digits=1),
        newcomers=_with_range(path.newcomers[place], lang, digits=1),
        present=_with_range(100 * _still_here(outcome)[place], lang, share=True),
    )
    sentences = [said]
    if dry := share_run_dry(outcome, year):
        limit = format_number(100 * ledger()["dry_bucket"].value, lang, digits=0)
        share = format_share(dry, lang)
        sentences.append(label("bucket.words_dry", lang, share=share, limit=limit))
    if outcome.bucket.missing_in_2030:
        sentences.append(label("bucket.words_missing", lang))
    return " ".join(sentences)


def bucket_change(
    before: BucketOutcome, after: BucketOutcome, year: int, lang: Lang
) -> str:
    """Say how the vacancies differ between two outcomes, world by world.

    Examples
    --------
    >>> from lederlib.scenario import Bucket, run_bucket
    >>> fewer = run_bucket(Bucket(quits=-0.5), draws=400)
    >>> bucket_change(run_bucket(draws=400), fewer, 5, "en")[:32]
    'Against today: fewer vacancies, '
    """
    change = _change(before, after, year)
    low, middle, high = np.quantile(change, [0.05, 0.5, 0.95])
    found = direction(change, limit=_SHOWN)
    ends = (-high, -low) if found.way == "down" else (low, high)
    return label(
        f"bucket.change_{found.way}",
        lang,
        size=format_number(abs(middle), lang, digits=1),
        range=format_range(*ends, lang, digits=1),
        share=share_of_worlds(max(found.up, found.down), lang),
        shares=shares_in_words(found, lang),
        limit=format_number(_SHOWN, lang),
    )


def compare_buckets(
    options: Mapping[str, BucketOutcome], *, before: BucketOutcome, year: int = 5
) -> pd.DataFrame:
    """Return what each option does to the vacancies of 100 positions.

    Parameters
    ----------
    options : mapping of str to BucketOutcome
        By the name that is read, in the same worlds as `before`.
    before : BucketOutcome
        What they are compared with.
    year : int, default 5
        Years from today.

    Returns
    -------
    pandas.DataFrame
        One row per option: q05, q50 and q95 of the change, and `best`, the share of
        worlds in which no other option leaves fewer vacancies.

    Raises
    ------
    ValueError
        If an option was run in other worlds than `before`.

    Examples
    --------
    >>> from lederlib.scenario import Bucket, run_bucket
    >>> options = {"keep": run_bucket(Bucket(quits=-0.2), draws=20),
    ...            "draw": run_bucket(Bucket(applicants=0.2), draws=20)}
    >>> table = compare_buckets(options, before=run_bucket(draws=20))
    >>> bool((table["q50"] < 0).all()), round(float(table["best"].sum()), 6)
    (True, 1.0)
    """
    changes = np.stack([_change(before, found, year) for found in options.values()])
    low, middle, high = np.quantile(changes, [0.05, 0.5, 0.95], axis=1)
    best = np.bincount(changes.argmin(axis=0), minlength=len(options))
    facts = {"q05": low, "q50": middle, "q95": high, "best": best / changes.shape[1]}
    return pd.DataFrame(facts, index=pd.Index(list(options), name="option"))


def _change(before: BucketOutcome, after: BucketOutcome, year: int) -> Floats:
    """Return the change of vacancies in every world."""
    if _worlds(before) != _worlds(after):
        msg = (
            "Two buckets are compared in the same worlds: same seed, draws and ledger; "
            f"got {_worlds(before)} and {_worlds(after)}."
        )
        raise ValueError(msg)
    first, second = (
        outcome.path.vacancies[_place(outcome, year)] for outcome in (before, after)
    )
    return np.asarray(second - first)


def _worlds(outcome: BucketOutcome) -> tuple[int | None, int | None, str | None]:
    stamp = outcome.stamp
    return stamp.seed, stamp.draws, stamp.fingerprint


def _when(year: int) -> str:
    return {0: "now", 1: "one_year"}.get(year, "years")


def _with_range(
    values: Floats, lang: Lang, *, digits: int = 0, share: bool = False
) -> str:
    low, middle, high = np.quantile(values, [0.05, 0.5, 0.95])
    return label(
        "bucket.with_range_share" if share else "bucket.with_range",
        lang,
        middle=format_number(middle, lang, digits=digits),
        range=format_range(low, high, lang, digits=digits),
    )


def _still_here(outcome: BucketOutcome) -> Floats:
    """Return the share of the staff at the start that is still here."""
    return np.asarray(outcome.path.present / outcome.path.present[0])


def _per_year(outcome: BucketOutcome) -> int:
    """Return the number of steps in a year."""
    return int(WEEKS_PER_YEAR // outcome.path.weeks[1])


def _place(outcome: BucketOutcome, year: int) -> int:
    steps = _per_year(outcome)
    last = len(outcome.path.hires) // steps
    return require_count(year, 0, last, name="year") * steps


def _places(last: int, steps: int) -> list[int]:
    """Return the steps that a table shows: dense at first, where most happens."""
    quarters = [int(steps * n / 4 + 0.5) for n in range(4)]
    half = [round(steps * n / 2) for n in range(2, 2 * last)]
    return [*quarters, *(place for place in half if place <= last)]
