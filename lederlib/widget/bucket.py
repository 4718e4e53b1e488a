"""Explore the bucket with holes: levers over ten years of coming and going."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from lederlib._checks import seed_of
from lederlib.catalogue import Ledger
from lederlib.model import LOOPS
from lederlib.plot import Picture, live_bucket, live_bucket_years
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
from lederlib.widget.controls import Control, choice, slider, switch
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.stage import Show

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
    >>> explorer.levers["quits"].description
    'Quits among all: as today'
    """
    run = _kept_runs(draws, rng, ledger)
    pictures = bucket_pictures(run, lang)
    return Explorer(
        name="bucket",
        controls=bucket_controls(lang),
        show=_shower(pictures, run, lang),
        still=lambda: still_html(list(pictures.values())),
        lang=lang,
    )


def bucket_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the levers: year, changes, shape of leaving, and the four loops."""
    yes_no = [label(f"widget.{key}", lang) for key in ("off", "on")]
    families = {key: _word(f"family_{key}", lang) for key in FAMILY_CHOICES}
    return (
        _year(lang),
        *(_change(key, lang) for key in BUCKET_LEVERS),
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
    return Bucket(**changes, loops=loops, family=values["family"])


def bucket_words(
    outcome: BucketOutcome, today: BucketOutcome, year: int, lang: Lang
) -> str:
    """Return the bucket in one year in words, and how it differs from today's."""
    worlds = format_number(outcome.draws, lang, digits=0)
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


def bucket_pictures(run: Run, lang: Lang) -> dict[str, Picture]:
    """Return the pictures as things are today, ready to be moved."""
    today = run(Bucket(), FINE)
    table = bucket_table(today)
    return {
        "bucket": live_bucket(
            bucket_year(today, FIRST_YEAR), lang=lang, stamp=today.stamp
        ),
        "years": live_bucket_years(
            table, today=table, year=FIRST_YEAR, lang=lang, stamp=today.stamp
        ),
    }


def _shower(
    pictures: Mapping[str, Picture], run: Run, lang: Lang
) -> Callable[[Values, bool], Show]:
    make = {name: scenes_of(picture) for name, picture in pictures.items()}

    def show(values: Values, rest: bool) -> Show:
        step = FINE if rest else COARSE
        bucket, year = bucket_of(values), int(values["year"])
        outcome = run(bucket, step)
        today = run(Bucket(family=bucket.family), step)
        scenes = (
            make["bucket"](year=bucket_year(outcome, year)),
            make["years"](table=bucket_table(outcome), year=year),
        )
        return Show(words=bucket_words(outcome, today, year, lang), scenes=scenes)

    return show


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

    facts: dict[str, Any] = {"low": 0, "high": BUCKET_YEARS, "step": 1}
    name = _word("lever_year", lang)
    return slider("year", name, **facts, start=FIRST_YEAR, words=words)


def _change(key: str, lang: Lang) -> Control:
    low, high = BUCKET_LEVERS[key]

    def words(change: float) -> str:
        if key == "shortage":
            return format_share(change, lang)
        return change_in_words(change, lang)

    return slider(
        key,
        _word(f"lever_{key}", lang),
        low=low,
        high=high,
        step=_STEP,
        start=0.0,
        words=words,
    )
