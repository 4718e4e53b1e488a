import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.plot import plot_bucket
from lederlib.plot.bucket.bucket import BOTTOM, TOP, _people, bucket_shapes
from lederlib.scenario import BucketYear


def year_of(vacancies, newcomers, hires=12.0, quits=10.0):
    levels = {"vacancies": vacancies, "newcomers": newcomers, "alumni": 20.0}
    levels["established"] = 100 - vacancies - newcomers
    flows = {"hires": hires, "returns": 1.0, "quits": quits}
    flows |= {"newcomer_quits": quits / 5, "retirements": 2.0}
    return BucketYear(year=3, levels=levels, flows=flows)


def drawn(year):
    return bucket_shapes(_people(year))[0]


def size(boxes):
    """Return width and height of everything drawn."""
    corners = boxes.reshape(-1, 2)
    return np.ptp(corners, axis=0)


@given(st.floats(0, 60), st.floats(0, 40))
def test_the_levels_are_shares_of_the_bucket_s_height(vacancies, newcomers):
    shapes = drawn(year_of(vacancies, newcomers))
    settled, new = (size(shapes[name])[1] for name in ("settled", "newcomers"))
    assert settled / (TOP - BOTTOM) == pytest.approx(
        (100 - vacancies - newcomers) / 100
    )
    assert new / (TOP - BOTTOM) == pytest.approx(newcomers / 100)


def test_a_hole_is_as_wide_as_the_people_that_leave_through_it():
    few, many = (drawn(year_of(4, 6, quits=quits))["others"] for quits in (5, 15))
    heights = [box[:, 1].max() - box[:, 1].min() for box in (few[0], many[0])]
    assert heights[1] == pytest.approx(3 * heights[0])


def test_what_falls_into_the_pool_ends_on_its_surface():
    shapes = drawn(year_of(4, 6))
    surface = shapes["pool"][:, :, 1].max()
    for name in ("others", "newcomer_quits", "returns"):
        assert shapes[name][:, :, 1].min() == pytest.approx(surface)


def test_words_say_every_level_and_every_stream(lang):
    alt = plot_bucket(year_of(4.2, 6.3, hires=13.1, quits=10), lang=lang).alt
    for number in (4.2, 6.3, 89.5, 12.1, 1.0, 2.0, 8.0):
        shown = f"{number:.1f}".replace(".", "," if lang == "da" else ".")
        assert shown in alt
