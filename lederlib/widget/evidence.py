"""Explore the evidence: filter it, sort it, and see what was only recalled."""

from functools import partial

import numpy as np
import pandas as pd

from lederlib._checks import Bools
from lederlib.catalogue import EVIDENCE_KINDS, FACTOR_KEYS, factor
from lederlib.plot import plot_evidence
from lederlib.text import Lang, format_number, label
from lederlib.widget.controls import Control, choice, free_text
from lederlib.widget.description import Description, View
from lederlib.widget.explorer import Explorer
from lederlib.widget.register import (
    ORDERS,
    chosen_rows,
    readable_register,
    register_listing,
    register_table,
)


def explore_evidence(*, lang: Lang = "da") -> Explorer:
    """Return the register of evidence below the levers that filter and sort it.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word but the subjects and the notes, which are English.

    Examples
    --------
    >>> explorer = explore_evidence(lang="en")
    >>> explorer.move({"seen": "not seen"})
    >>> explorer.stage.frame["words"][:56]
    "The selection holds 61 of the register's 203 figures. 0 "
    """
    return Explorer(evidence_description(lang))


def evidence_description(lang: Lang) -> Description:
    """Return what the explorer of the register of evidence is."""
    register = readable_register()
    table = register_table(register, lang)
    return Description(
        name="evidence",
        lesson="11",
        lang=lang,
        controls=evidence_controls(register, lang),
        first=("seen", "topic", "kind"),
        tours={
            "tour1": {"seen": "not seen"},
            "tour2": {"seen": "all", "kind": "direction"},
            "tour3": {"kind": "all", "order": "people"},
        },
        find=lambda values, _: chosen_rows(register, values),
        pictures=(
            View(
                name="register",
                plot=partial(plot_evidence, register, lang=lang),
                data=lambda _, rows: {"chosen": rows},
                caption=label("evidence.caption", lang),
            ),
        ),
        sentence=lambda values, rows: evidence_words(
            register, rows, str(values["order"]), lang
        ),
        table=lambda values, rows: register_listing(
            table, register, rows, str(values["order"])
        ),
    )


def evidence_controls(register: pd.DataFrame, lang: Lang) -> tuple[Control, ...]:
    """Return the levers: two lists, two sets of buttons and a field to search in."""
    everything = label("evidence.all", lang)
    return (
        choice(
            "seen",
            label("evidence.lever_seen", lang),
            {
                "all": everything,
                "seen": label("evidence.seen", lang),
                "not seen": label("evidence.not_seen", lang),
            },
            start="all",
        ),
        choice(
            "topic",
            label("evidence.lever_topic", lang),
            _topics(register, lang),
            start="all",
            kind="choice",
        ),
        choice(
            "kind",
            label("evidence.lever_kind", lang),
            {"all": label("evidence.kind_all", lang)}
            | {kind: _kind_name(kind, lang) for kind in EVIDENCE_KINDS},
            start="all",
            kind="choice",
        ),
        choice(
            "order",
            label("evidence.lever_order", lang),
            {order: label(f"evidence.order_{order}", lang) for order in ORDERS},
            start="register",
            kind="choice",
        ),
        free_text("search", label("evidence.lever_search", lang)),
    )


def evidence_words(register: pd.DataFrame, rows: Bools, order: str, lang: Lang) -> str:
    """Say how much the selection holds, how much of it was seen, and of which kinds."""
    total = format_number(len(rows), lang, digits=0)
    if not rows.any():
        return label("evidence.words_none", lang, total=total)
    seen = int((rows & np.asarray(register["verified"] == "seen")).sum())
    said = label(
        "evidence.words",
        lang,
        chosen=int(rows.sum()),
        total=total,
        seen=seen,
        recalled=int(rows.sum()) - seen,
        order=label(f"evidence.order_{order}", lang),
    )
    kinds = set(register["kind"][rows])
    if len(kinds) == 1:
        return said
    return f"{said} {label('evidence.words_kinds', lang, kinds=len(kinds))}"


def _topics(register: pd.DataFrame, lang: Lang) -> dict[str, str]:
    named = set(register["factor"])
    topics = {"all": label("evidence.topic_all", lang)}
    topics |= {key: factor(key).name.to(lang) for key in FACTOR_KEYS if key in named}
    return topics | {"none": label("evidence.topic_none", lang)}


def _kind_name(kind: str, lang: Lang) -> str:
    name = label(f"evidence.kind_{kind}", lang)
    return f"{name} ({label(f'evidence.hint_{kind}', lang)})"
