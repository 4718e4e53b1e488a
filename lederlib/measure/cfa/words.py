"""How well a model fits, in words."""

from lederlib.measure.cfa.indices import Indices
from lederlib.measure.cfa.two_level_fit import Units
from lederlib.text import Lang, format_number, format_p, format_range, label


def units_words(units: Units, lang: Lang) -> str:
    """Return how many units there are and how well each level fits."""
    return label(
        "cfa.units",
        lang,
        count=format_number(units.count, lang, digits=0),
        smallest=units.smallest,
        largest=units.largest,
        within=format_number(units.srmr_within, lang, digits=3),
        between=format_number(units.srmr_between, lang, digits=3),
    )


def fit_words(shown: Indices, srmr: float, lang: Lang, *, scaled: bool) -> list[str]:
    """Return the test of a model that has one, and the indices of its fit."""
    return [
        label(
            "cfa.test_scaled" if scaled else "cfa.test",
            lang,
            chi2=format_number(float(shown.chi2), lang),
            df=shown.df,
            p=format_p(shown.p, lang),
        ),
        label(
            "cfa.indices",
            lang,
            cfi=format_number(shown.cfi, lang, digits=3),
            tli=format_number(shown.tli, lang, digits=3),
            rmsea=format_number(shown.rmsea, lang, digits=3),
            interval=format_range(shown.rmsea_low, shown.rmsea_high, lang, digits=3),
            srmr=format_number(srmr, lang, digits=3),
        ),
    ]
