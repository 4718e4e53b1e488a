import pandas as pd
import pytest

from lederlib.plot import plot_conflicts


def path_of(picture, place):
    return picture.moving[place].get_path()


def test_words_count_those_that_are_sure_and_name_the_strongest(examples):
    alt = plot_conflicts(examples["table"], examples["helping"](), lang="en").alt
    assert alt.startswith("Of 6 pairs, 2 help each other in at least 9 of 10")
    assert "1 hinder" in alt
    assert "Fixed presence days and Home days help each other most (3.0" in alt


def test_words_say_what_the_chosen_do_to_one_another(examples):
    table = examples["table"]
    alt = plot_conflicts(
        table, examples["helping"](), chosen=[table[0], table[2]], lang="da"
    ).alt
    assert alt.endswith(
        "Blandt de valgte: Faste fremmødedage og Færre møder hindrer hinanden "
        "(3,0 point)."
    )


def test_a_sign_is_a_shape_and_not_only_a_colour(examples):
    picture = plot_conflicts(examples["table"], examples["helping"]())
    # Boxes come first, then signs: helps, hinders, may help, may hinder.
    corners = [len(path_of(picture, place).vertices) for place in (4, 5, 6, 7)]
    assert corners == [2 * 13, 5, 13, 5]


def test_the_order_of_a_pair_does_not_matter(examples):
    pairs = examples["helping"]()
    turned = pairs.rename(columns={"one": "other", "other": "one"})
    one, other = (
        plot_conflicts(examples["table"], each, lang="en").alt
        for each in (pairs, turned)
    )
    assert one == other


def test_a_padlock_stands_in_each_locked_row(examples):
    table = examples["table"]
    picture = plot_conflicts(table, examples["helping"](), locked=table[1:3])
    heights = path_of(picture, -1).vertices[:, 1]
    assert {round(float(height) - 0.5) for height in heights} <= {1, 2}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"table": ["home_days"] * 27}, "table must hold 1 to 26"),
        ({"table": ["coffee"]}, "intervention must be one of"),
        ({"pairs": pd.DataFrame({"one": []})}, "pairs must have the columns one, ot"),
        ({"chosen": ["young_voices"]}, "intervention must be one of"),
    ],
)
def test_what_does_not_fit_gets_one_sentence(examples, wrong, message):
    good = {"table": examples["table"], "pairs": examples["helping"]()}
    with pytest.raises(ValueError, match=message):
        plot_conflicts(**good | wrong)
