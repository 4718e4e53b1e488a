"""What a comparison of groups says, in words: the form first, then the steps."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from lederlib.text import (
    Lang,
    format_number,
    format_p,
    format_share,
    join_words,
    label,
    wording,
)

if TYPE_CHECKING:
    from lederlib.measure.invariance.result import Invariance

MOST_NAMED = 3
SMALL_FALL = 0.01
KINDS = {"=~": "loading", "~1": "level", "~~": "residual", "|": "threshold"}
_word = wording("invariance.")


def summary(found: "Invariance", lang: Lang, words: Mapping[str, str]) -> str:
    """Return in plain words how far the groups can be compared."""
    lines = [
        _word(
            "people",
            lang,
            n=format_number(found.n, lang, digits=0),
            groups=join_words(list(found.groups), lang),
            estimator=found.estimator,
        )
    ]
    if found.cluster:
        lines.append(_word("clustered", lang, column=found.cluster))
    if found.free:
        names = [
            _named(*name.split(" ", 2), lang=lang, words=words) for name in found.free
        ]
        lines.append(_word("free", lang, names=join_words(names, lang)))
    lines += [_form(found, lang), *_steps(found, lang)]
    lines += [verdict_words(found, lang, words), *_notices(found, lang, words)]
    return " ".join(lines)


def _form(found: "Invariance", lang: Lang) -> str:
    form = found.form
    return _word(
        f"form_{found.form_verdict}",
        lang,
        chi2=format_number(float(form.chi2), lang),
        df=int(form.df),
        p=format_p(float(form.p), lang),
        cfi=format_number(float(form.cfi), lang, digits=3),
        rmsea=format_number(float(form.rmsea), lang, digits=3),
        least=format_number(found.limits.cfi, lang),
        most=format_number(found.limits.rmsea, lang),
    )


def _steps(found: "Invariance", lang: Lang) -> Iterator[str]:
    falls = found.told["delta_cfi"]
    for step, row in found.table.iloc[1:].iterrows():
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


def verdict_words(found: "Invariance", lang: Lang, words: Mapping[str, str]) -> str:
    """Return what may be said of the groups, with what it rests on."""
    if found.verdict == "unsound":
        steps = [
            _word("quoted", lang, step=_word(step, lang)) for step in found.unsound
        ]
        return _word("unsound_steps", lang, steps=join_words(steps, lang))
    if found.verdict.startswith("form_"):
        return _word("no_form", lang)
    said = []
    if found.verdict == "fails":
        said = [*_failed(found, lang, words)]
    else:
        told = {"seen": seen_words(found, lang), "rate": rate_words(found, lang)}
        said = [_word(found.verdict, lang, **told)]
        if found.failed:
            said += [_word("strict_fails", lang)]
    return " ".join(said)


def rate_words(found: "Invariance", lang: Lang) -> str:
    """Return the false-alarm rate that all tests of the comparison share."""
    return format_share(found.limits.false_alarm, lang, digits=None)


def seen_words(found: "Invariance", lang: Lang) -> str:
    """Return how large a difference in one item would have been seen."""
    hidden = found.hidden
    if np.isnan(hidden.least_sd):
        return _word("seen_nothing", lang)
    points = hidden.op == "~1" and found.estimator != "WLSMV"
    return _word(
        "seen_points" if points else "seen",
        lang,
        sd=format_number(hidden.least_sd, lang),
        points=format_number(hidden.least, lang),
    )


def _failed(found: "Invariance", lang: Lang, words: Mapping[str, str]) -> Iterator[str]:
    step = found.failed
    fall = found.told["delta_cfi"][step]
    yield _word("fails", lang, step=_word(step, lang), rate=rate_words(found, lang))
    if fall > -SMALL_FALL:
        yield _word("fails_little", lang)
    rows = found.to_free.head(MOST_NAMED)
    if rows.empty:
        yield _word("free_none", lang)
        return
    names = [
        _named(row.lhs, row.op, row.rhs, lang=lang, words=words) for row in _rows(rows)
    ]
    yield _word("free_some", lang, names=join_words(names, lang))


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


def _notices(
    found: "Invariance", lang: Lang, words: Mapping[str, str]
) -> Iterator[str]:
    """Yield what speaks against any step, each once."""
    still = _still(found)
    if still:
        names = [words.get(name, name) for name in still]
        yield _word("still_means", lang, names=join_words(names, lang))
    said = set()
    for step, fit in found.fits.items():
        for notice in fit.notices:
            text = notice.to(lang)
            if text not in said and (notice.spoils or step == found.table.index[0]):
                said.add(text)
                name = label(f"invariance.{step}", lang)
                yield f"({name}) {text}" if notice.spoils else text


def _still(found: "Invariance") -> list[str]:
    """Return the factors of factors whose mean stays the same in all groups."""
    last = list(found.fits.values())[-1].fit.model
    paths = {cell.lhs for cell in last.cells if cell.matrix == "paths"}
    return [
        cell.lhs
        for cell in last.cells
        if cell.matrix == "means" and cell.group == 1 and not cell.free
        if cell.lhs in paths
    ]
