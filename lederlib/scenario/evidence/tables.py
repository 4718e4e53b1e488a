"""Every table of a confrontation, as it stands on a page or in a terminal."""

from lederlib.scenario.evidence.confrontation import Confrontation
from lederlib.scenario.evidence.widths import under_other_widths
from lederlib.scenario.evidence.words import (
    prior_in_words,
    quantities_in_words,
    targets_in_words,
    widths_in_words,
)
from lederlib.text import Lang, format_number, label
from lederlib.text.tables import Table, show_table


def confrontation_tables(held: Confrontation, lang: Lang = "da") -> tuple[Table, ...]:
    """Return what was seen and given before and after, what it narrowed, and widths.

    Parameters
    ----------
    held : Confrontation
        From `confront`.
    lang : {"da", "en"}
        Language of the words.

    Returns
    -------
    tuple of Table
        The prior-predictive table; what was seen beside what the model gives before
        and after; the numbers that were narrowed most; and what half and double the
        width of the prior of the effect on retention do, with the same draws.
    """
    seed, draws = held.stamp.seed or 0, held.stamp.draws or 0
    widths = under_other_widths(held.ledger, held.targets, draws=draws, rng=seed)
    parts = {
        "prior": prior_in_words(held.targets, held.prior, lang),
        "after": targets_in_words(held.targets, held.prior, held.after, lang),
        "quantities": quantities_in_words(held.table, held.ledger, lang),
        "widths": widths_in_words(widths, lang),
    }
    written = format_number(draws, lang, digits=0)
    return tuple(
        show_table(
            part, lang, caption=label(f"confront.{name}_caption", lang, draws=written)
        )
        for name, part in parts.items()
    )
