"""A scale of one's own begins in a file that explains itself."""

import pickle
import tomllib

import pandas as pd
import pytest

from lederlib.answers import new_scale, read_scale, score
from lederlib.answers.scale_facts import ScaleError


@pytest.mark.parametrize("name", ["ro", "arbejdsglæde", "trivsel_2"])
def test_a_new_scale_can_be_read_and_scored_at_once(tmp_path, name):
    scale = read_scale(new_scale(name, tmp_path))
    assert scale.key == name
    assert scale.factors == ("calm", "focus")
    answers = pd.DataFrame([[5, 5, 1, 1, 1, 5]], columns=[i.key for i in scale.items])
    assert score(answers, scale).to_numpy().tolist() == [[1, 0]]
    assert scale.factor_name("calm").da == "Ro"


def test_the_file_explains_every_part_in_both_languages(tmp_path):
    text = new_scale("ro", tmp_path).read_text(encoding="utf-8")
    lines = text.splitlines()
    for part in tomllib.loads(text):
        opening = next(
            place
            for place, line in enumerate(lines)
            if line.startswith((f"{part} =", f"[{part}", f"[[{part}"))
        )
        if part != "title":
            assert lines[opening - 1].startswith("# ")
    assert "Ret filen til" in text
    assert "Change the file" in text
    assert max(map(len, lines)) < 100


def test_nothing_is_overwritten(tmp_path):
    path = new_scale("ro", tmp_path)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ScaleError, match="is there already"):
        new_scale("ro", tmp_path)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["2ro", "min skala", "../ro", ""])
def test_a_name_that_cannot_be_used_is_refused(tmp_path, name):
    with pytest.raises(ScaleError, match="only letters, digits"):
        new_scale(name, tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ScaleError, match="no folder named") as caught:
        new_scale("ro", tmp_path / "væk")
    assert "Der er ingen mappe" in caught.value.phrase.da
    assert pickle.loads(pickle.dumps(caught.value)).phrase == caught.value.phrase


def test_own_factors_may_stand_beside_the_shared_ones(tmp_path):
    path = new_scale("ro", tmp_path)
    text = path.read_text(encoding="utf-8")
    mixed = tmp_path / "blandet.toml"
    mixed.write_text(text.replace('"focus"', '"values"'), encoding="utf-8")
    scale = read_scale(mixed)
    assert scale.factors == ("calm", "values")
    answers = pd.DataFrame([[5, 5, 1, 1, 1, 5]], columns=[i.key for i in scale.items])
    assert score(answers, scale).columns.tolist() == ["values", "calm"]
    assert scale.factor_name("values").en


@pytest.mark.parametrize(
    ("change", "to", "told"),
    [
        ("[factors.focus]", "[factors.calm_down]", "Nearest: 'focus'|under"),
        ("[factors.focus]", "[factors.job_content]\n[factors.focus]", "lacks 'da'"),
        ('factor = "focus"', 'factor = "focuss"', "Nearest: 'focus'"),
        ("[factors.focus]", "[factors.leadership_quality]", "already one of the 15"),
    ],
)
def test_a_mistake_in_own_factors_is_named(tmp_path, change, to, told):
    path = new_scale("ro", tmp_path)
    text = path.read_text(encoding="utf-8")
    assert change in text
    wrong = tmp_path / "forkert.toml"
    wrong.write_text(text.replace(change, to, 1), encoding="utf-8")
    with pytest.raises(ScaleError, match=told):
        read_scale(wrong)
