import numpy as np

GROUPED = "f =~ y1 + c(a, a)*y2 + y3\ng =~ y4 + y5\ny1 ~~ y4"
FIXED = "f =~ 1*y1 + 0.5*y2\nf ~~ 1*f\ny1 ~~ 1*y1\ny2 ~~ 2*y2"


def test_equal_labels_are_one_estimate_in_every_group(build):
    model = build(GROUPED, groups=2)
    point = np.arange(1.0, model.estimates + 1)
    first, second = (model.matrices(point, number) for number in range(2))
    assert first.loadings[1, 0] == second.loadings[1, 0]
    assert first.loadings[2, 0] != second.loadings[2, 0]
    assert all(group.distinct for group in model.groups)
    assert model.estimates == 2 * build(GROUPED.replace("c(a, a)*", "")).estimates - 1
    assert not build("f =~ y1 + a*y2 + a*y3").groups[0].distinct


def test_covariances_stand_on_both_sides_of_the_diagonal(build):
    model = build(GROUPED, groups=2)
    for number in range(2):
        found = model.matrices(np.arange(1.0, model.estimates + 1), number)
        for square in (found.factors, found.residuals):
            assert (square == square.T).all()
            assert square.any()


def test_estimates_move_only_what_is_free(build):
    model = build(GROUPED, groups=2)
    low, high = (model.values(np.full(model.estimates, at)) for at in (1.0, 2.0))
    assert (high[model.target >= 0] - low[model.target >= 0] == 1).all()
    assert (high[model.target < 0] == low[model.target < 0]).all()


def test_a_model_may_have_nothing_to_estimate(build):
    model = build(FIXED)
    assert model.estimates == 0
    found = model.matrices(np.zeros(0), 0)
    assert found.loadings.ravel().tolist() == [1, 0.5]
    assert np.diag(found.residuals).tolist() == [1, 2]
