import numpy as np
import pandas as pd
import pytest

from lederlib.measure import cfa
from lederlib.plot import plot_residuals
from lederlib.text import format_number

RNG = np.random.default_rng(4)
SEEN = RNG.normal(size=(300, 1)) + RNG.normal(size=(300, 5))
TABLE = pd.DataFrame(SEEN, columns=list("abcde"))
FIT = cfa("f =~ a + b + c + d + e", TABLE)


def test_every_pair_has_its_square_and_figure():
    axes = plot_residuals(FIT).axes[0]
    rows = FIT.residuals()
    shown = sorted(text.get_text() for text in axes.texts)
    assert len(axes.patches) == len(shown) == 10
    told = rows.loc[rows["item"] != rows["other"], "residual"]
    assert shown == sorted(format_number(value, "da") for value in told)


def test_the_words_name_the_pair_that_the_model_misses_most(lang):
    rows = FIT.residuals()
    most = rows.loc[rows["residual"].abs().idxmax()]
    alt = plot_residuals(FIT, lang=lang).alt
    assert all(f" {most[end]}" in alt for end in ("item", "other"))
    assert format_number(float(most["residual"]), lang) in alt


def test_two_groups_are_refused():
    fit = cfa("f =~ a + b + c", TABLE.assign(side=["n", "s"] * 150), group="side")
    with pytest.raises(ValueError, match="one group"):
        plot_residuals(fit)
