import pytest

from lederlib.measure.cfa.modifiers import Modifier
from lederlib.measure.cfa.syntax import DERIVED, MEASURED, STRUCTURAL, read_syntax


def modifiers(line):
    return read_syntax(f"f =~ {line}").terms[0].modifiers


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("0.8*y1", Modifier(fixed=0.8)),
        ("-1.5e-1*y1", Modifier(fixed=-0.15)),
        ("NA*y1", Modifier(free=True)),
        ("a*y1", Modifier(label="a")),
        ('"a b"*y1', None),
        ('label("a")*y1', Modifier(label="a")),
        ("start(0.5)*y1", Modifier(start=0.5)),
    ],
)
def test_modifiers_fix_free_label_and_start(line, expected):
    if expected is None:
        with pytest.raises(ValueError, match="A modifier must be"):
            modifiers(line)
    else:
        assert modifiers(line) == ((expected,),)


def test_a_modifier_may_differ_by_group():
    assert modifiers("c(0.9, NA)*y1") == ((Modifier(fixed=0.9), Modifier(free=True)),)
    assert modifiers("c(a, b)*y1") == ((Modifier(label="a"), Modifier(label="b")),)


def test_a_label_beside_na_is_refused_for_r_holds_all_groups_equal():
    # cfa("f =~ y1 + c(l, NA)*y2 + y3 + y4", group = "g"): 23 parameters, "l" in both.
    with pytest.raises(ValueError, match=r"beside NA in 'c\(l, NA\)'.*each group"):
        modifiers("c(l, NA)*y1")


def test_comments_semicolons_and_continued_lines_are_read():
    model = "f =~ y1 + # the first\n  y2 +\n y3; g =~ y4 +\ny5 ! the rest"
    syntax = read_syntax(model)
    assert syntax.factors() == ("f", "g")
    assert syntax.items() == ("y1", "y2", "y3", "y4", "y5")


def test_several_names_on_the_left_share_the_right():
    terms = read_syntax("f =~ y1 + y2\ny1 + y2 ~ 1").terms
    assert [(term.lhs, term.op) for term in terms[2:]] == [("y1", "~1"), ("y2", "~1")]


def test_names_may_hold_danish_letters_dots_and_spaces_in_backticks():
    syntax = read_syntax("trivsel =~ på.job + `min leder` + støtte_1")
    assert syntax.items() == ("på.job", "min leder", "støtte_1")


def test_labels_are_tied_to_labels_and_numbers():
    assert read_syntax("f =~ a*y1 + b*y2\na == b\n0.5 == b").ties == (
        ("a", "b"),
        ("b", 0.5),
    )


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("", "must measure a factor"),
        ("y1 ~~ y2", "must measure a factor"),
        ("f ~ y1", "no regressions"),
        ("f =~ y1\na := b", "made of =~"),
        ("f =~ y1\na > 0", "made of =~"),
        ("f =~ y1 + 2y", "must name an item or factor, not '2y'"),
        ("f =~ y1 + y1", "stands twice"),
        ("f =~ y1\na == b + c", "tie a label"),
        ("three factors", "made of =~"),
    ],
)
def test_what_cannot_be_read_is_shown(model, message):
    with pytest.raises(ValueError, match=message):
        read_syntax(model)


EVERYTHING = (*MEASURED, *DERIVED, *STRUCTURAL)


def test_regressions_are_read_with_their_labels_and_intercepts():
    syntax = read_syntax("f =~ y1 + y2\nm ~ a*x\ny ~ b*m + c(0, d)*f + 1", EVERYTHING)
    assert syntax.items() == ("y1", "y2", "m", "y", "x")
    assert (syntax.outcomes(), syntax.predictors()) == (("m", "y"), ("x", "m", "f"))
    assert [(term.op, term.rhs) for term in syntax.terms[-2:]] == [
        ("~", "f"),
        ("~1", ""),
    ]


def test_figures_stand_after_what_they_rest_on():
    syntax = read_syntax("y ~ a*x + b*z\ntotal := 2 * ab\nab := a*b", EVERYTHING)
    assert list(syntax.defined) == ["ab", "total"]


def test_sums_and_inequalities_are_kept_apart_from_ties():
    model = "y ~ a*x + b*z + c*w\na == b + c\nc > 0\na == b\ntwice := 2*a\ntwice == 1"
    syntax = read_syntax(model, EVERYTHING)
    assert syntax.ties == (("a", "b"),)
    assert [limit.op for limit in syntax.limits] == ["==", "<", "=="]
    assert syntax.limits[1].right.names == ("c",)


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("x ~~ y", "must have a regression"),
        ("y ~ x\nx := x2\nx2 := x", "must not rest on itself.*'x', 'x2'"),
        ("y ~ a*x\ni := a\ni := 2*a", "'i' stands twice"),
        ("y ~ a*x\ni := a[0]", "A calculation has numbers, labels"),
        ("y ~ a*x\ni := system(a)", "A calculation has numbers, labels"),
        ("y ~ a*x\ni := a *", "must calculate with labels"),
        ("y ~ a*x\na >= 0", "must say > or <"),
        ("y ~ a*x\n1 == 2", "must be about labels"),
        ("y ~ x:z", "must name an item or factor, not 'x:z'"),
        ("y ~ y", "regressed on itself"),
    ],
)
def test_structures_that_cannot_be_read_are_shown(model, message):
    with pytest.raises(ValueError, match=message):
        read_syntax(model, EVERYTHING)
