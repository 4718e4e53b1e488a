"""What a comparison of groups says, in words: the form first, then the steps."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lederlib.measure.cfa.indices import Indices
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.result import Cfa
from lederlib.measure.invariance.limits import Hidden, Limits
from lederlib.text import (
    Lang,
    format_number,
    format_p,
    join_words,
    label,
    wording,
)

MOST_NAMED = 3
SMALL_FALL = 0.01
KINDS = {"=~": "loading", "~1": "level", "~~": "residual", "|": "threshold"}
_word = wording("invariance.")


def people_words(
    n: int, groups: Sequence[str], estimator: str, cluster: str | None, lang: Lang
) -> str:
    """Return who was compared, and what the tests allow for."""
    people = _word(
        "people",
        lang,
        n=format_number(n, lang, digits=0),
        groups=join_words(list(groups), lang),
        estimator=estimator,
    )
    clustered = _word("clustered", lang, column=cluster) if cluster else ""
    return f"{people} {clustered}".rstrip()


def free_words(
    free: Sequence[str], lang: Lang, words: Mapping[str, str]
) -> Iterator[str]:
    """Yield which parameters were allowed to differ, if any were."""
    if free:
        names = [_named(*name.split(" ", 2), lang=lang, words=words) for name in free]
        yield _word("free", lang, names=join_words(names, lang))


def form_words(form: Indices, verdict: str, limits: Limits, lang: Lang) -> str:
    """Return whether the form fits in all groups."""
    return _word(
        f"form_{verdict}",
        lang,
        chi2=format_number(float(form.chi2), lang),
        df=int(form.df),
        p=format_p(float(form.p), lang),
        cfi=format_number(float(form.cfi), lang, digits=3),
        rmsea=format_number(float(form.rmsea), lang, digits=3),
        least=format_number(limits.cfi, lang),
        most=format_number(limits.rmsea, lang),
    )


def step_words(table: pd.DataFrame, falls: pd.Series, lang: Lang) -> Iterator[str]:
    """Yield the test of each step but the first, and how far the CFI falls in it."""
    for step, row in table.iloc[1:].iterrows():
        name = _word(str(step), lang)
        if row["note"]:
            yield _word("not_testable", lang, step=name)
        elif np.isnan(row["p"]):
            yield _word("no_test", lang, step=name)
        else:
            yield _word(
                "step",
                lang,
                step=name,
                chi2=format_number(row["delta_chi2"], lang),
                df=row["delta_df"],
                p=format_p(row["p"], lang),
                cfi=format_number(falls[str(step)], lang, digits=3),
            )
        if str(row["method"]).endswith("2010"):
            yield _word("method_2010", lang, step=name)


def verdict_words(
    verdict: str, unsound: Sequence[str], lang: Lang, *, seen: str, rate: str
) -> str:
    """Return what may be said of the groups where no step fails.

    `seen` tells how large a difference would have been seen, `rate` how often all tests
    together call groups different that are alike.
    """
    if verdict == "unsound":
        steps = [_word("quoted", lang, step=_word(step, lang)) for step in unsound]
        return _word("unsound_steps", lang, steps=join_words(steps, lang))
    if verdict.startswith("form_"):
        return _word("no_form", lang)
    return _word(verdict, lang, seen=seen, rate=rate)


def seen_words(hidden: Hidden, lang: Lang, *, ordered: bool) -> str:
    """Return how large a difference in one item would have been seen."""
    if np.isnan(hidden.least_sd):
        return _word("seen_nothing", lang)
    points = hidden.op == "~1" and not ordered
    return _word(
        "seen_points" if points else "seen",
        lang,
        sd=format_number(hidden.least_sd, lang),
        points=format_number(hidden.least, lang),
    )


def failed_words(step: str, fall: float, rate: str, lang: Lang) -> str:
    """Return which step fails, and how little that may be."""
    failed = _word("fails", lang, step=_word(step, lang), rate=rate)
    little = _word("fails_little", lang) if fall > -SMALL_FALL else ""
    return f"{failed} {little}".rstrip()


def to_free_words(to_free: pd.DataFrame, lang: Lang, words: Mapping[str, str]) -> str:
    """Return what to let go of, the largest first."""
    rows = to_free.head(MOST_NAMED)
    if rows.empty:
        return _word("free_none", lang)
    names = [
        _named(row.lhs, row.op, row.rhs, lang=lang, words=words) for row in _rows(rows)
    ]
    return _word("free_some", lang, names=join_words(names, lang))


def _rows(table: pd.DataFrame) -> list[Any]:
    return list(table.itertuples())


def _named(
    lhs: str, op: str, rhs: str = "", *, lang: Lang, words: Mapping[str, str]
) -> str:
    """Return a parameter in words."""
    kind = KINDS.get(op, "")
    item, factor = (rhs, lhs) if op == "=~" else (lhs, rhs)
    return _word(
        f"name_{kind}",
        lang,
        item=words.get(item, item),
        factor=words.get(factor, factor).removeprefix("t" if op == "|" else ""),
    )


def notice_words(
    fits: Mapping[str, Cfa], lang: Lang, words: Mapping[str, str]
) -> Iterator[str]:
    """Yield what speaks against any step, each once; the first step is the form."""
    *_, last = fits.values()
    still = _still(last.fit.model)
    if still:
        names = [words.get(name, name) for name in still]
        yield _word("still_means", lang, names=join_words(names, lang))
    said = set()
    for place, (step, fit) in enumerate(fits.items()):
        for notice in fit.notices:
            text = notice.to(lang)
            if text not in said and (notice.spoils or not place):
                said.add(text)
                name = label(f"invariance.{step}", lang)
                yield f"({name}) {text}" if notice.spoils else text


def _still(model: Model) -> list[str]:
    """Return the factors of factors whose mean stays the same in all groups."""
    paths = {cell.lhs for cell in model.cells if cell.matrix == "paths"}
    return [
        cell.lhs
        for cell in model.cells
        if cell.matrix == "means" and cell.group == 1 and not cell.free
        if cell.lhs in paths
    ]
