import numpy as np
import pytest

from lederlib.measure import plan_cfa
from lederlib.measure.planning.structure import cfa_power


def test_people_needed_agree_with_semtools(reference):
    for df, null, true, needed in reference("cfa_n"):
        plan = plan_cfa(int(df), null_rmsea=null, true_rmsea=true)
        assert plan.needed == needed
        assert plan.table.loc[plan.needed, "chance"] >= 0.8
        assert plan.table.loc[plan.needed - 1, "chance"] < 0.8


def test_power_agrees_with_semtools(reference):
    for df, people, _, power in reference("cfa_power"):
        ours = cfa_power(
            int(people), df=int(df), null_rmsea=0.05, true_rmsea=0.08, alpha=0.05
        )
        assert ours == pytest.approx(power, rel=1e-8)


def test_with_no_misfit_at_all_the_test_keeps_its_level():
    for alpha in (0.01, 0.1):
        near = cfa_power(200, df=40, null_rmsea=0, true_rmsea=1e-9, alpha=alpha)
        assert near == pytest.approx(alpha, rel=1e-6)


def test_more_degrees_of_freedom_need_fewer_people():
    needed = [plan_cfa(df).needed for df in (2, 10, 50, 200)]
    assert (np.diff(needed) < 0).all()


def test_nobody_is_simulated_and_the_summary_says_so():
    assert "formel" in plan_cfa(20).summary()
    assert "formula" in plan_cfa(20).summary("en")
    unlikely = plan_cfa(1, null_rmsea=0.05, true_rmsea=0.051)
    assert unlikely.needed is None
    assert "flere end 100.000" in unlikely.summary()


def test_two_equal_misfits_cannot_be_told_apart():
    with pytest.raises(ValueError, match=r"both are 0\.05"):
        plan_cfa(20, true_rmsea=0.05)
