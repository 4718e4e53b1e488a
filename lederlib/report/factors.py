"""The part of the report on the 15 factors: map, disagreement, groups, focus."""

from html import escape

import pandas as pd

from lederlib.answers import (
    Reference,
    coarsen,
    describe_focus,
    disagreement,
    suggest_focus,
)
from lederlib.catalogue import factor, ledger
from lederlib.measure import half_width
from lederlib.plot import plot_factor_map
from lederlib.report.page import figure, section
from lederlib.report.reference import beside
from lederlib.text import (
    COLOURS,
    Lang,
    format_number,
    format_range,
    format_share,
    label,
)
from lederlib.text.html import bullets, cell, paragraph, table


def sections(
    whole: pd.DataFrame | None,
    parts: pd.DataFrame | None,
    *,
    column: str | None,
    lang: Lang,
    made_up: bool,
    coarse: bool = False,
    reference: Reference | None = None,
) -> list[str]:
    """Return all that the report says of the factors, or that there is nothing."""
    if whole is None:
        none = paragraph(label("report.map_none", lang))
        return [section("map", [none], lang=lang)]
    if coarse:
        return [
            order_section(whole, lang=lang, reference=reference),
            groups_section(parts, column=column or "", lang=lang, coarse=True),
        ]
    return [
        map_section(whole, lang=lang, synthetic=made_up, reference=reference),
        split_section(whole, lang=lang),
        groups_section(parts, column=column or "", lang=lang),
        focus_section(whole, lang=lang),
    ]


def order_section(
    profile: pd.DataFrame, *, lang: Lang, reference: Reference | None = None
) -> str:
    """Return the factors in order with their rounded means, and nothing of their own.

    References stand beside them, rounded alike.
    """
    others = beside(reference, profile.index, digits=1)
    ordered = coarsen(profile).sort_values("place", kind="stable")
    head = [label(f"report.{name}", lang) for name in ("factor", "place", "mean")]
    rows = [
        others.row(_order_row(str(key), row, lang), 3, str(key), lang)
        for key, row in ordered.iterrows()
    ]
    body = [
        paragraph(label("report.order_lead", lang)),
        table(
            others.head(head, 3, lang), rows, caption=label("report.order_table", lang)
        ),
        others.note(lang),
    ]
    return section("map", body, lang=lang)


def _order_row(key: str, row: pd.Series, lang: Lang) -> list[str]:
    name = cell(factor(key).name.to(lang), row=True)
    if pd.isna(row["place"]):
        text = label("report.hidden_cell", lang)
        return [name, *[cell(text, kind="hidden")] * 2]
    place = format_number(row["place"], lang, digits=0)
    return [name, cell(place), cell(format_number(row["mean"], lang, digits=1))]


def map_section(
    profile: pd.DataFrame,
    *,
    lang: Lang,
    synthetic: bool,
    reference: Reference | None = None,
) -> str:
    """Return the map as a picture and as a table, with references beside the means."""
    others = beside(reference, profile.index)
    head = ["factor", "mean", "interval", "spread", *COLOURS, "n"]
    body = [
        paragraph(label("report.map_lead", lang)),
        figure(plot_factor_map(profile, lang=lang, synthetic=synthetic)),
        table(
            others.head([label(f"report.{name}", lang) for name in head], 2, lang),
            [
                others.row(_map_row(key, row, lang), 2, str(key), lang)
                for key, row in profile.iterrows()
            ],
            caption=label("report.map_table", lang),
        ),
        others.note(lang),
        paragraph(label("report.interval_note", lang), kind="small"),
    ]
    return section("map", body, lang=lang)


def _map_row(key: object, row: pd.Series, lang: Lang) -> list[str]:
    name = cell(factor(str(key)).name.to(lang), row=True)
    if row["hidden"] in ("few", "protect"):
        text = label("report.hidden_cell", lang)
        return [name, *[cell(text, kind="hidden")] * 7]
    shares = [cell(format_share(row[colour], lang)) for colour in COLOURS]
    return [
        name,
        cell(format_number(row["mean"], lang)),
        cell(_interval(row, lang)),
        cell(format_number(row["spread"], lang)),
        *shares,
        cell(format_number(row["n"], lang, digits=0)),
    ]


def _interval(row: pd.Series, lang: Lang) -> str:
    if pd.isna(row["spread"]):
        return "–"
    half = float(half_width(row["spread"], row["n"]))
    return format_range(max(row["mean"] - half, 0), min(row["mean"] + half, 1), lang)


def split_section(profile: pd.DataFrame, *, lang: Lang) -> str:
    """Return the factors on which the group is divided into red and green."""
    if profile["hidden"].ne("").all():
        return ""
    lines = [
        label(
            "report.split_line",
            lang,
            factor=factor(str(key)).name.to(lang),
            red=format_share(row["red"], lang),
            green=format_share(row["green"], lang),
        )
        for key, row in disagreement(profile).iterrows()
    ]
    words = "split_lead" if lines else "split_none"
    body = [paragraph(label(f"report.{words}", lang)), bullets(lines)]
    return section("split", body, lang=lang)


def groups_section(
    profile: pd.DataFrame | None, *, column: str, lang: Lang, coarse: bool = False
) -> str:
    """Return a table of groups by factors, with letters beside the colours."""
    if profile is None:
        return ""
    keys = list(profile.index.get_level_values("factor").unique())
    head = [
        label("report.group", lang),
        *[factor(key).name.to(lang) for key in keys],
    ]
    shown = coarsen(profile) if coarse else profile
    rows = [
        [
            cell(str(group), row=True),
            *[_group_cell(row, lang) for _, row in part.iterrows()],
        ]
        for group, part in shown.groupby(level="group", sort=False)
    ]
    caption = label("report.groups_order" if coarse else "report.groups_table", lang)
    body = [
        paragraph(label("report.groups_lead", lang, column=column)),
        table(head, rows, caption=caption, kind="groups"),
    ]
    return section("groups", body, lang=lang)


def _group_cell(row: pd.Series, lang: Lang) -> str:
    if pd.isna(row["mean"]):
        return cell(label("report.hidden_cell", lang), kind="hidden")
    colour = colour_of(float(row["mean"]))
    letter = label(f"report.letter_{colour}", lang)
    if "spread" not in row:
        mean = format_number(row["mean"], lang, digits=1)
        return cell(f"{letter} {mean}", kind=colour)
    mean = format_number(row["mean"], lang)
    half = format_number(float(half_width(row["spread"], row["n"])), lang)
    return cell(f"{letter} {mean} ±{half}", kind=colour)


def colour_of(mean: float) -> str:
    """Return the colour of a mean by the ledger's cuts.

    Examples
    --------
    >>> [colour_of(mean) for mean in (0.2, 0.5, 0.7)]
    ['red', 'yellow', 'green']
    """
    book = ledger()
    if mean < book["red_below"].value:
        return "red"
    return "green" if mean >= book["green_from"].value else "yellow"


def focus_section(profile: pd.DataFrame, *, lang: Lang) -> str:
    """Return the suggested factors, each with why and three questions to talk about."""
    if profile["hidden"].ne("").all():
        return ""
    focus = suggest_focus(profile)
    chosen = focus[focus["suggested"]]
    body = [
        paragraph(label("report.focus_lead", lang)),
        paragraph(describe_focus(focus, lang)),
        *[_focus(str(key), row, lang) for key, row in chosen.iterrows()],
    ]
    return section("focus", body, lang=lang)


def _focus(key: str, row: pd.Series, lang: Lang) -> str:
    known = factor(key)
    questions = bullets(question.to(lang) for question in known.questions)
    talk = escape(label("report.questions", lang))
    return (
        f'<div class="focus"><h3>{escape(known.name.to(lang))}</h3>'
        f"{paragraph(str(row[f'reason_{lang}']))}<p><strong>{talk}</strong></p>"
        f"{questions}</div>"
    )
