"""The numbers that lesson 4 says in words are the model's."""

import re

import numpy as np
import pytest

from lederlib.author.pages import build_page
from lederlib.catalogue import shipped
from lederlib.model import never_meet, team_days
from lederlib.scenario import Scenario, confront, confrontation_tables, run
from lederlib.text import LANGS

SOURCE = shipped("notebooks") / "source" / "04_flexwork.py"


@pytest.fixture(params=LANGS)
def text(request):
    cells = build_page(SOURCE, request.param).cells
    words = [cell.source for cell in cells if cell.cell_type == "markdown"]
    return " ".join("\n".join(words).replace(",", ".").split())


def stays(**levers):
    table = run(Scenario({"agreement": 0, **levers})).table
    return 100 * table.set_index(["outcome", "years"])["q50"]["retention", 5]


def plans(**levers):
    samples = run(Scenario({"agreement": 0, **levers}), draws=100).samples
    return 2 ** np.median(samples["freedom"])


def test_the_middle_moves_as_the_page_says(text):
    said = re.search(r"(\d+) (?:til|to) (\d+) (?:af hundrede|in a hundred)", text)
    found = [stays(), stays(home=2)]
    assert [*map(float, said.groups())] == pytest.approx(found, abs=0.5)


def test_the_counted_days_are_counted_so(text):
    weeks = 1 / float(team_days(5, anchor=0, home=2, team=12))
    missed = 100 * float(never_meet(5, anchor=0, home=3))
    assert re.search(rf"{weeks:.0f}(?:\.|(?<=92)) (?:uge|weeks)", text)
    assert re.search(rf"{missed:.0f} ?%", text)
    ways = [plans(home=3), plans(home=3, agreement=1), plans(home=3, anchor=1)]
    assert [f"{way:.0f}" for way in ways] == ["26", "8", "15"]
    assert re.search(r"\b26 (?:ugeplaner|week plans)\D+\b8\D+\b15\b", text)


@pytest.mark.slow
def test_the_trial_and_the_model_are_as_the_confrontation_has_them(text):
    _, seen, *_ = confrontation_tables(confront(draws=10_000), "en")
    lines = str(seen).splitlines()
    trial = next(line for line in lines if line.startswith("Two agreed days"))
    paths = next(line for line in lines if line.startswith("Two paths"))
    numbers = [float(each) for each in re.findall(r"\d\.\d\d", trial)]
    assert numbers[:3] == [0.66, 0.44, 0.99]
    told = [float(each) for each in re.findall(r"\b[01]\.\d\d\b", text)]
    assert told == pytest.approx(numbers[:7], abs=0.02)
    before, after = [int(each) for each in re.findall(r"(\d+)%", paths)]
    assert before == pytest.approx(50, abs=2)
    assert 60 <= after < 67
