"""Scripts that say how factors are scaled: as in R, and alike if they say the same."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lederlib.measure.invariance import invariance
from lederlib.measure.invariance.difference import difference, scale_2010

REFERENCE = Path(__file__).parents[2] / "reference"
FIGURES = pd.read_csv(REFERENCE / "invariance_scripts.csv")
SCALED = pd.read_csv(REFERENCE / "invariance_scaled.csv")
ONE = "f1 =~ y1 + y2 + y3 + y4"
TWO = f"{ONE}; f2 =~ y5 + y6 + y7 + y8"
ITEMS = tuple(f"y{place}" for place in range(1, 13))


@cache
def table(name):
    return pd.read_csv(REFERENCE / "tables" / f"{name}.csv")


def compared(model, estimator="ML", **options):
    name = "two_groups_ordered" if estimator == "WLSMV" else "two_groups"
    return invariance(model, table(name), "profession", estimator, **options)


@pytest.mark.parametrize(
    ("model", "estimator"), FIGURES.groupby(["model", "estimator"]).groups
)
def test_every_script_has_the_chi_square_and_degrees_of_freedom_of_r(model, estimator):
    chosen = (FIGURES["model"] == model) & (FIGURES["estimator"] == estimator)
    theirs = FIGURES[chosen].set_index("step")
    ours = compared(model, estimator).table.loc[theirs.index]
    assert (ours["df"] == theirs["df"]).all()
    assert (ours["chi2"] - theirs["chisq"]).abs().max() < 1e-4


@pytest.mark.parametrize("said", ["1*", "NA*"])
def test_ordered_answers_are_scaled_by_a_marker_as_by_a_variance(said):
    model = TWO.replace("=~ y", f"=~ {said}y")
    if said == "NA*":
        model = model.replace("y2", "1*y2").replace("y8", "1*y8")
    plain, marked = compared(TWO, "WLSMV").table, compared(model, "WLSMV").table
    assert (plain["df"] == marked["df"]).all()
    assert np.allclose(plain["chi2"], marked["chi2"], atol=1e-5)


# A factor's items, how it is scaled, and the same said as with variances of 1.
def scripted(factor, items, scaling, marker):
    """Return a line that scales a factor in one of four ways that say the same."""
    first, *rest = items
    plain = f"{factor} =~ {' + '.join(items)}"
    if scaling == "marker" and marker == first:
        return f"{factor} =~ {' + '.join([f'1*{first}', *rest])}"
    if scaling == "marker":
        words = [f"NA*{first}", *(f"1*{x}" if x == marker else x for x in rest)]
        return f"{factor} =~ {' + '.join(words)}"
    return f"{plain}; {factor} ~~ NA*{factor}" if scaling == "variance" else plain


@st.composite
def scripts(draw):
    """Draw a legal script: how it is written, and the same with nothing said."""
    sizes = draw(st.lists(st.sampled_from([1, 3, 4]), min_size=1, max_size=3))
    if set(sizes) == {1}:
        sizes = [1, 3]
    lines, plain, used = [], [], []
    for place, size in enumerate(sizes, start=1):
        items = ITEMS[4 * (place - 1) :][:size]
        used += items
        scaling = draw(st.sampled_from(["plain", "marker", "variance"]))
        marker = draw(st.sampled_from(items))
        lines.append(scripted(f"f{place}", items, scaling, marker))
        plain.append(f"f{place} =~ {' + '.join(items)}")
    four = [place for place, size in enumerate(sizes, start=1) if size == 4]
    more = []
    if four and draw(st.booleans()):
        first = 4 * (four[0] - 1)
        more.append(f"{ITEMS[first]} ~~ {ITEMS[first + 1]}")
    if 1 not in sizes and len(sizes) == 3 and draw(st.booleans()):
        marker = draw(st.sampled_from(["f1", "f2", "f3"]))
        scaling = draw(st.sampled_from(["plain", "marker", "variance"]))
        lines.append(scripted("g", ["f1", "f2", "f3"], scaling, marker))
        plain.append("g =~ f1 + f2 + f3")
    free = draw(st.lists(st.sampled_from(used), max_size=2, unique=True))
    return [*lines, *more], [*plain, *more], [f"{name} ~1" for name in free], sizes


def counted(lines, free, sizes):
    """Return each step's degrees of freedom, counted from what a script says."""
    items, factors = sum(sizes), len(sizes)
    alone = sizes.count(1)
    second = any(line.startswith("g =~") for line in lines)
    pairs = sum(" ~~ y" in line for line in lines)
    loadings = items + 3 * second
    between = 0 if second else factors * (factors - 1) // 2
    form = loadings + (items - alone) + between + pairs + items
    moments = items * (items + 3) // 2
    scaled = factors + second
    metric = loadings - scaled
    alone_free = sum(
        size == 1 and f"{ITEMS[4 * place]} ~1" in free
        for place, size in enumerate(sizes)
    )
    scalar = items - len(free) - (factors - alone_free)
    return np.cumsum([2 * (moments - form), metric, scalar, items - alone])


@settings(max_examples=8, deadline=None)
@given(scripts())
def test_a_script_saves_what_it_says_however_it_is_written(drawn):
    lines, plain, free, sizes = drawn
    own, same = (compared("\n".join(said), free=free) for said in (lines, plain))
    assert own.table["df"].tolist() == counted(lines, free, sizes).tolist()
    assert np.allclose(own.table["chi2"], same.table["chi2"], atol=1e-4)


def test_the_mean_of_a_factor_of_factors_stays_and_is_free_where_theirs_are_not():
    second = f"{TWO}; f3 =~ y9 + y10 + y11 + y12; g =~ f1 + f2 + f3"
    means = compared(second).fits["scalar"].estimates.query("op == '~1' and group == 2")
    assert means.set_index("lhs").loc["g", ["est", "se"]].tolist() == [0, 0]
    fixed = f"{second}; f1 ~ 0*1; f2 ~ 0*1; f3 ~ 0*1"
    means = compared(fixed).fits["scalar"].estimates.query("op == '~1' and group == 2")
    assert means.set_index("lhs").loc["g", "se"] > 0


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (ONE.replace("y2", "c(.8, .9)*y2"), "fixes 'f1 =~ y2' to 0.8 and 0.9.*free"),
        (f"{ONE}; y2 ~ c(NA, 3)*1", "fixes the level 'y2 ~1'.*'f1' free; say"),
    ],
)
def test_a_step_that_does_not_lie_within_the_one_before_is_refused(model, message):
    with pytest.raises(ValueError, match=message):
        compared(model)


def test_what_is_named_as_free_may_be_fixed_to_two_numbers():
    model = ONE.replace("y2", "c(.8, .9)*y2")
    assert compared(model, free=["f1 =~ y2"]).table["delta_df"].tolist() == [0, 2, 3, 4]


@pytest.mark.parametrize("estimator", ["ML", "MLR"])
def test_a_narrower_model_that_fits_better_is_an_error_and_no_p(estimator):
    wide = compared(f"{ONE}; f1 ~~ 1*f1", estimator).fits["configural"].fit
    narrow = compared(ONE, estimator).fits["metric"].fit
    assert narrow.test.chi2 < wide.test.chi2
    with pytest.raises(ValueError, match="must not fit better than the wider"):
        difference(wide, narrow)


def test_the_scale_of_2010_is_that_of_r():
    found = invariance(
        f"{ONE.replace('y1', '1*y1')}", table("heavy_tails"), "profession", "MLR"
    )
    wide, narrow = (found.fits[step].fit for step in ("scalar", "strict"))
    theirs = SCALED.query("step == 'strict' and method == 'satorra.bentler.2010'")
    ours = (narrow.test.chi2 - wide.test.chi2) / scale_2010(wide, narrow)
    assert ours == pytest.approx(theirs["chisq"].item(), abs=1e-4)


def test_where_the_scale_of_2001_is_not_positive_that_of_2010_is_used_and_named():
    table_ = table("heavy_tails")
    found = invariance(ONE, table_, "profession", "MLR").table
    assert found["method"].tolist()[1:3] == [
        "Satorra-Bentler 2010",
        "Satorra-Bentler 2001",
    ]
    assert 0 < found.loc["metric", "p"] < 1
    assert compared(ONE).table["method"].tolist() == ["", *["difference"] * 3]


@pytest.mark.parametrize("kind", ["bentler", "bollen"])
def test_residual_correlations_of_both_kinds_are_those_of_r(kind):
    theirs = pd.read_csv(REFERENCE / "invariance_residuals.csv").query("kind == @kind")
    ours = compared(TWO).fits["strict"].residuals(kind)
    both = theirs.merge(ours, on=["group", "item", "other"], suffixes=("_r", ""))
    assert len(both) == len(theirs) == 2 * 28
    assert (both["residual"] - both["residual_r"]).abs().max() < 1e-6
    if kind == "bollen":
        own = ours.query("item == other")["residual"]
        assert own.abs().max() < 1e-12
