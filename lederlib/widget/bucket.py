"""Explore the bucket with holes: levers over ten years of coming and going."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from lederlib._checks import seed_of
from lederlib.catalogue import Ledger
from lederlib.model import LOOPS
from lederlib.plot import plot_bucket, plot_bucket_years
from lederlib.scenario import (
    BUCKET_DRAWS,
    BUCKET_LEVERS,
    BUCKET_STEPS,
    BUCKET_YEARS,
    FAMILY_CHOICES,
    Bucket,
    BucketOutcome,
    bucket_change,
    bucket_sentence,
    bucket_table,
    bucket_year,
    run_bucket,
)
from lederlib.text import Lang, format_number, format_share, label, wording
from lederlib.widget.controls import Control, Span, choice, slider, sliders, switch
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("bucket.")

FIRST_YEAR = 5
FINE, COARSE = BUCKET_STEPS
_STEP = 0.1
# The levers as they stand and as they stand today, at rest and on their way.
_KEPT = 4
Run = Callable[[Bucket, int], BucketOutcome]


def explore_bucket(
    *,
    lang: Lang = "da",
    draws: int = BUCKET_DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Explorer:
    """Return the levers of coming and going above the bucket that they fill.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    draws : int, default 120
        Possible worlds at every move. While a lever is on its way they are followed
        by quarters of a year, and at rest in steps of four weeks.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers.

    Examples
    --------
    >>> explorer = explore_bucket(lang="en", draws=20)
    >>> explorer.said("quits")
    'Quits among all: as today'
    """
    return Explorer(bucket_description(lang, draws=draws, rng=rng, ledger=ledger))


def bucket_description(
    lang: Lang,
    *,
    draws: int = BUCKET_DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Description:
    """Return what the explorer of the bucket is."""
    run = _kept_runs(draws, rng, ledger)
    usual = run(Bucket(), FINE)
    return Description(
        name="bucket",
        lesson="05",
        lang=lang,
        controls=bucket_controls(lang),
        first=("year", "shortage", "quits"),
        time="year",
        tours={
            "tour1": {"shortage": 0.5},
            "tour2": {"shortage": 0.0, "onboarding": -1.0},
            "tour3": {"family": "weibull", "year": 10.0},
            "tour4": {"shortage": 0.5} | {f"loop_{loop}": True for loop in LOOPS},
        },
        find=lambda values, rest: _found(values, run, rest=rest),
        pictures=(
            View(
                name="bucket",
                plot=partial(plot_bucket, lang=lang, stamp=usual.stamp),
                data=lambda values, found: {
                    "year": bucket_year(found.outcome, int(values["year"]))
                },
            ),
            View(
                name="years",
                plot=partial(
                    plot_bucket_years,
                    today=bucket_table(usual),
                    lang=lang,
                    stamp=usual.stamp,
                ),
                data=lambda values, found: {
                    "table": bucket_table(found.outcome),
                    "year": int(values["year"]),
                },
            ),
        ),
        sentence=lambda values, found: bucket_words(
            found.outcome, found.today, int(values["year"]), lang
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The bucket as the levers stand, and as it is today."""

    outcome: BucketOutcome
    today: BucketOutcome


def _found(values: Values, run: Run, *, rest: bool) -> _Found:
    step, bucket = FINE if rest else COARSE, bucket_of(values)
    outcome = run(bucket, step)
    return _Found(outcome=outcome, today=run(Bucket(family=bucket.family), step))


def bucket_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the levers: year, changes, shape of leaving, and the four loops."""
    yes_no = [label(f"widget.{key}", lang) for key in ("off", "on")]
    spans = {key: Span(*ends, _STEP, 0.0) for key, ends in BUCKET_LEVERS.items()}
    families = {key: _word(f"family_{key}", lang) for key in FAMILY_CHOICES}
    return (
        _year(lang),
        *sliders("bucket", spans, lang, said=partial(_said, lang)),
        switch("missing_in_2030", _word("lever_missing_in_2030", lang), texts=yes_no),
        choice(
            "family",
            _word("lever_family", lang),
            families,
            start=FAMILY_CHOICES[0],
            kind="choice",
        ),
        *(
            switch(f"loop_{loop}", _word(f"loop_{loop}", lang), texts=yes_no)
            for loop in LOOPS
        ),
    )


def bucket_of(values: Values) -> Bucket:
    """Return the levers as a bucket.

    Examples
    --------
    >>> levers = {control.key: control.start for control in bucket_controls("en")}
    >>> bucket_of(levers | {"loop_load": True}).loops
    ('load',)
    """
    # A browser sends back zero as a number next to it.
    changes = {key: round(float(values[key]), 6) + 0.0 for key in BUCKET_LEVERS}
    loops = tuple(loop for loop in LOOPS if values[f"loop_{loop}"])
    return Bucket(
        **changes,
        missing_in_2030=bool(values["missing_in_2030"]),
        loops=loops,
        family=values["family"],
    )


def bucket_words(
    outcome: BucketOutcome, today: BucketOutcome, year: int, lang: Lang
) -> str:
    """Return the bucket in one year in words, and how it differs from today's."""
    worlds = format_number(outcome.path.vacancies.shape[1], lang, digits=0)
    return " ".join(
        (
            bucket_sentence(outcome, year, lang),
            _word("words_worlds", lang, draws=worlds),
            bucket_change(today, outcome, year, lang),
        )
    )


def change_in_words(change: float, lang: Lang) -> str:
    """Return a relative change as a reader says it.

    Examples
    --------
    >>> change_in_words(-0.2, "en"), change_in_words(0, "da")
    ('20% less', 'som i dag')
    """
    if change == 0:
        return _word("as_today", lang)
    share = format_share(abs(change), lang)
    return _word("more" if change > 0 else "less", lang, share=share)


def _kept_runs(
    draws: int, rng: int | np.random.Generator, ledger: Ledger | None
) -> Run:
    """Return a function that runs a bucket, and remembers the latest few."""
    seed = seed_of(rng)
    kept: dict[tuple[Bucket, int], BucketOutcome] = {}

    def run(bucket: Bucket, step: int) -> BucketOutcome:
        found = kept.pop((bucket, step), None) or run_bucket(
            bucket, draws=draws, rng=seed, ledger=ledger, step=step
        )
        kept[bucket, step] = found
        if len(kept) > _KEPT:
            del kept[next(iter(kept))]
        return found

    return run


def _year(lang: Lang) -> Control:
    def words(year: float) -> str:
        key = {0: "year_now", 1: "year_one"}.get(int(year), "year_many")
        return _word(key, lang, year=int(year))

    name = _word("lever_year", lang)
    return slider(
        "year",
        name,
        low=0,
        high=BUCKET_YEARS,
        step=1,
        start=FIRST_YEAR,
        words=words,
    )


def _said(lang: Lang, key: str, change: float) -> str:
    if key == "shortage":
        return format_share(change, lang)
    if key == "press" and change:
        return _word("press_value", lang, share=format_share(change, lang))
    return change_in_words(change, lang)
