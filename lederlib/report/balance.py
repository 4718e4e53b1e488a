"""The part of the report on load and resources."""

import pandas as pd

from lederlib.answers import (
    Answers,
    Reference,
    balance_points,
    balance_table,
    load_steps,
)
from lederlib.catalogue import balance_items, ledger
from lederlib.measure import half_width
from lederlib.plot import Drawing, plot_group_balance, plot_scale
from lederlib.report.page import figure, section
from lederlib.report.reference import Beside, beside
from lederlib.text import Lang, format_number, label
from lederlib.text.html import cell, paragraph, table

MOMENTS = ("now", "general")
OUT_OF = 10


def balance_section(
    answers: Answers,
    *,
    lang: Lang,
    min_group: int,
    coarse: bool = False,
    reference: Reference | None = None,
) -> str:
    """Return the group's scale; nothing where the file has no ratings of it.

    With `coarse` only the order of loads and of resources and their rounded means.
    """
    items = rated_items(answers, min_group=min_group)
    if items is None:
        return ""
    if items["hidden"].eq("few").all():
        words = label("report.balance_few", lang, limit=min_group)
        return section("balance", [paragraph(words)], lang=lang)
    names = item_names(answers, lang)
    if coarse:
        ordered = _order_table(items, names, lang, reference)
        return section("balance", [ordered], lang=lang)
    body = [
        paragraph(label("report.balance_lead", lang)),
        figure(_scale(items, names, lang=lang, synthetic=answers.synthetic)),
        _items_table(items, names, lang, reference),
        paragraph(label("report.balance_intervals", lang), kind="small"),
        _group(answers, lang=lang, min_group=min_group),
        _evenness(answers, lang=lang, min_group=min_group),
        paragraph(label("report.balance_questions", lang)),
    ]
    return section("balance", body, lang=lang)


def _group(answers: Answers, *, lang: Lang, min_group: int) -> str:
    """Return the figure of the group, or why there is none."""
    points = balance_points(answers, min_group=min_group)
    if points.isna().any(axis=None):
        return paragraph(label("report.balance_no_group", lang))
    return figure(plot_group_balance(points, lang=lang, synthetic=answers.synthetic))


def _evenness(answers: Answers, *, lang: Lang, min_group: int) -> str:
    """Return how evenly the load lies, or that it cannot be told of so few."""
    counts = load_steps(answers, min_group=min_group)
    if counts.empty:
        return paragraph(label("report.balance_uneven_hidden", lang, limit=min_group))
    told = {str(step): str(count) for step, count in counts.items()}
    return paragraph(label("report.balance_evenness", lang, **told))


def rated_items(answers: Answers, *, min_group: int) -> pd.DataFrame | None:
    """Return the group's loads and resources; None where the file has no ratings."""
    if answers.balance.empty or answers.balance.isna().all(axis=None):
        return None
    return balance_table(answers, min_group=min_group)


def item_names(answers: Answers, lang: Lang) -> dict[str, str]:
    """Return the name of every item; an open slot has the name that the group gave."""
    found = answers.columns.set_index("key")["found"].to_dict()
    return {
        item.key: own_name(str(found.get(f"{item.key}_now", item.name.to(lang))))
        if item.open
        else item.name.to(lang)
        for item in balance_items()
    }


def own_name(heading: str) -> str:
    """Return the group's own words from the heading of an open slot.

    Examples
    --------
    >>> own_name("Belastning: Nyt it-system nu")
    'Nyt it-system'
    """
    words = heading.partition(":")[2] or heading
    for ending in ("(nu)", "lige nu", "nu", "(now)", "right now", "now"):
        words = words.strip().removesuffix(ending)
    return words.strip()


def _scale(
    items: pd.DataFrame, names: dict[str, str], *, lang: Lang, synthetic: bool
) -> Drawing:
    now = items.xs("now", level="moment")
    sides = {
        side: {names[str(key)]: mean for key, mean in part["mean"].dropna().items()}
        for side, part in now.groupby("side")
    }
    return plot_scale(
        sides.get("load", {}),
        sides.get("resource", {}),
        reference=ledger()["reference_ratio"].value,
        lang=lang,
        synthetic=synthetic,
    )


def _order_table(
    items: pd.DataFrame,
    names: dict[str, str],
    lang: Lang,
    reference: Reference | None,
) -> str:
    """Return the loads, then the resources, the heaviest first, in whole numbers."""
    keys = items.index.get_level_values("item")
    others = beside(reference, keys, top=OUT_OF, digits=0)
    moments = items.groupby("moment")["mean"]
    means = pd.DataFrame({name: part.droplevel(1) for name, part in moments})
    rounded = (OUT_OF * means.reindex(columns=MOMENTS)).round()
    sides = items["side"].groupby("item").first()
    ordered = rounded.assign(side=sides).sort_values(
        ["side", *MOMENTS], ascending=[True, False, False], kind="stable"
    )
    rows = {
        str(key): [
            cell(names[str(key)], row=True),
            cell(label(f"report.{row['side']}", lang), kind="words"),
            *[
                _whole(row[moment], lang, asked=(key, moment) in items.index)
                for moment in MOMENTS
            ],
        ]
        for key, row in ordered.iterrows()
    }
    head = _words(lang, "balance_item", "side", *MOMENTS)
    return _with_references(head, rows, others, "balance_order", lang)


def _whole(mean: float, lang: Lang, *, asked: bool) -> str:
    if pd.isna(mean):
        words = "hidden_cell" if asked else "not_asked"
        return cell(label(f"report.{words}", lang), kind="hidden")
    return cell(format_number(mean, lang, digits=0))


def _items_table(
    items: pd.DataFrame,
    names: dict[str, str],
    lang: Lang,
    reference: Reference | None,
) -> str:
    keys = items.index.get_level_values("item")
    others = beside(reference, keys, top=OUT_OF, digits=1)
    spread, n = items["spread"], items["n"].astype(float)
    halves = pd.Series(half_width(spread, n), index=items.index)
    means = dict(zip(items.index, zip(items["mean"], halves, strict=True), strict=True))
    rows = {
        item.key: [
            cell(names[item.key], row=True),
            cell(label(f"report.{item.side}", lang), kind="words"),
            *[_mean(means.get((item.key, moment)), lang) for moment in MOMENTS],
        ]
        for item in balance_items()
        if any((item.key, moment) in means for moment in MOMENTS)
    }
    head = _words(lang, "balance_item", "side", *MOMENTS)
    return _with_references(head, rows, others, "balance_table", lang)


def _with_references(
    head: list[str],
    rows: dict[str, list[str]],
    others: Beside,
    caption: str,
    lang: Lang,
) -> str:
    """Return a table of items, with the references last."""
    last = len(head)
    lines = [others.row(cells, last, key, lang) for key, cells in rows.items()]
    words = label(f"report.{caption}", lang)
    shown = table(others.head(head, last, lang), lines, caption=words)
    return shown + others.note(lang)


def _words(lang: Lang, *names: str) -> list[str]:
    return [label(f"report.{name}", lang) for name in names]


def _mean(found: tuple[float, float] | None, lang: Lang) -> str:
    if found is None:
        return cell(label("report.not_asked", lang), kind="hidden")
    if pd.isna(found[0]):
        return cell(label("report.hidden_cell", lang), kind="hidden")
    mean, half = (format_number(OUT_OF * part, lang, digits=1) for part in found)
    return cell(mean if pd.isna(found[1]) else f"{mean} ±{half}")
