"""The pictures of the report on a measure that are drawn only where they tell much."""

from collections.abc import Iterator

from lederlib.measure import Cfa, graded_response
from lederlib.measure.graded.result import GradedResponse
from lederlib.plot import plot_item_curves, plot_residuals
from lederlib.report.measures.fitting import or_reason
from lederlib.report.measures.reasons import reason_words
from lederlib.report.measures.working import Measured
from lederlib.report.pieces import Piece, Words
from lederlib.text import Lang, format_number, label

#: A residual correlation that is far off, as the picture colours it.
FAR = 0.1
#: More items than this are too many squares to read.
MOST_SQUARES = 24
#: As many people as slopes and thresholds need (Reise and Yu, 1990, Journal of
#: Educational Measurement), and as many items as the model of answers needs.
FEWEST_PEOPLE, FEWEST_ITEMS = 500, 3


def residuals(own: Cfa, lang: Lang, *, synthetic: bool) -> Iterator[Piece]:
    """Yield what the model leaves of each pair's correlation, drawn if some is far off.

    Where there are too many pairs to draw, the farthest is told.
    """
    left = own.residuals().dropna(subset=["residual"])
    left = left[left["item"] != left["other"]]
    if left.empty:
        return
    sizes = left["residual"].abs()
    most = int(sizes.to_numpy().argmax())
    far = int((sizes > FAR).sum())
    told = label(
        "measure.residuals",
        lang,
        one=left["item"].iloc[most],
        other=left["other"].iloc[most],
        value=format_number(float(left["residual"].iloc[most]), lang),
        far=far,
        pairs=len(left),
    )
    yield Words(text=told)
    items = {*left["item"], *left["other"]}
    if far and len(items) <= MOST_SQUARES:
        yield plot_residuals(own, lang=lang, synthetic=synthetic)


def weakest_item(measured: Measured, lang: Lang, *, synthetic: bool) -> Iterator[Piece]:
    """Yield the chances of each answer to the item that tells people apart the least.

    Thresholds tell how often each answer was given, so the item is one of those of
    which no answer was given by few.
    """
    if measured.people < FEWEST_PEOPLE:
        return
    found: dict[str, GradedResponse] = {}
    for factor, keys in measured.study.factors.items():
        if len(keys) < FEWEST_ITEMS:
            continue
        fit = or_reason(graded_response, measured.study.only(factor))
        if isinstance(fit, str):
            which = label(
                "measure.curves_of", lang, factor=measured.factor(factor, lang)
            )
            reason = f"{which}: {reason_words(fit, lang)}"
            yield Words(
                text=label("measure.failed", lang, reason=reason), kind="notice"
            )
        else:
            found |= {key: fit for key in keys if _may_be_told(measured, key)}
    slopes = {key: float(fit.parameters["slope"][key]) for key, fit in found.items()}
    if not slopes:
        return
    weakest = min(slopes, key=lambda key: slopes[key])
    yield Words(
        text=label(
            "measure.curves",
            lang,
            item=weakest,
            slope=format_number(slopes[weakest], lang),
            highest=format_number(max(slopes.values()), lang),
        )
    )
    yield plot_item_curves(found[weakest], weakest, lang=lang, synthetic=synthetic)


def _may_be_told(measured: Measured, key: str) -> bool:
    counts = measured.study.items[key].value_counts()
    return bool((counts >= measured.min_group).all())
