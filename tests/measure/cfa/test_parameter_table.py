import pytest

from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.parameter_table import parameter_table
from lederlib.measure.cfa.syntax import read_syntax


def cells(model, **options):
    syntax = read_syntax(model)
    frame = Frame(
        items=syntax.items(), factors=syntax.factors(), **{"levels": {}, **options}
    )
    table = parameter_table(syntax, frame)
    return {(cell.lhs, cell.op, cell.rhs, cell.group): cell for cell in table}


def test_the_first_loading_is_one_unless_factors_have_variance_one():
    first = cells("f =~ y1 + y2 + y3")
    assert (first["f", "=~", "y1", 0].value, first["f", "~~", "f", 0].free) == (1, True)
    second = cells("f =~ y1 + y2 + y3", std_lv=True)
    assert second["f", "=~", "y1", 0].free
    assert second["f", "~~", "f", 0].value == 1


def test_a_freed_first_loading_stays_free():
    assert cells("f =~ NA*y1 + y2 + y3\nf ~~ 1*f")["f", "=~", "y1", 0].free


def test_only_factors_that_no_other_factor_measures_covary():
    found = cells("f =~ y1 + y2\ng =~ y3 + y4\nk =~ y5 + y6\nh =~ f + g")
    covary = {key[:3] for key in found if key[1] == "~~" and key[0] != key[2]}
    assert covary == {("k", "~~", "h")}
    assert found["h", "=~", "g", 0].matrix == "paths"


def test_an_item_alone_on_its_factor_has_no_residual():
    found = cells("f =~ y1\ng =~ y2 + y3")
    assert not found["y1", "~~", "y1", 0].free
    assert found["y2", "~~", "y2", 0].free


def test_a_label_shared_with_a_fixed_parameter_fixes_the_rest():
    found = cells("f =~ a*y1 + a*y2 + y3")
    assert not found["f", "=~", "y2", 0].free
    assert found["f", "=~", "y2", 0].value == 1


def test_ties_join_labels_and_fix_them_to_numbers():
    found = cells("f =~ y1 + a*y2 + b*y3 + d*y4\na == b\nd == 0.5")
    assert found["f", "=~", "y2", 0].label == found["f", "=~", "y3", 0].label
    assert found["f", "=~", "y4", 0].value == 0.5


def test_every_group_has_its_own_cells():
    found = cells("f =~ y1 + c(0.5, NA)*y2 + y3", groups=2, means=True)
    assert found["f", "=~", "y2", 0].value == 0.5
    assert found["f", "=~", "y2", 1].free
    assert ("y1", "~1", "", 1) in found


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("f =~ y1 + y2\nf ~~ y1", "two items or two factors"),
        ("f =~ y1 + c(1, 2, 3)*y2", "one for each of 1 groups; got 3"),
        ("f =~ a*y1 + y2\nq == a", "label 'q'"),
        ("f =~ y1 + y2\ny1 | t1", "Only ordered items"),
    ],
)
def test_what_a_measurement_model_has_not_is_named(model, message):
    with pytest.raises(ValueError, match=message):
        cells(model)
