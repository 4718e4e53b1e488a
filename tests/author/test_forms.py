"""A lesson keeps to the form that it declares, in both languages."""

import re

import pytest

from lederlib.author.forms import (
    FORMS,
    declared_form,
    form_counts,
    form_faults,
)
from lederlib.author.pages import build_page, read_source, sources, tags
from lederlib.catalogue import shipped
from lederlib.text import LANGS
from lederlib.widget import DESCRIPTIONS

ROOT = shipped("notebooks").parent
FORMED = [each for each in sources(ROOT) if declared_form(each)]
EXPLORED = re.compile(r"explore_(\w+)\(")
ASKED = re.compile(r'^ask\("(.+?)"', re.MULTILINE)

SMALL = """\
# %% [markdown] lang="da" form="model"
# # Titel
# Hvad {filler} sker der hos jer?

# %%
# da: Skru
# en: Turn
week = explore_flexwork(lang=LANG)

# %% [markdown] lang="da"
# **Målet:** Vælg en uge.
#
# <details><summary>Hvad skete der?</summary>
#
# Det skete.
#
# </details>

# %%
step(week, "tour1", lang=LANG)

# %%
step(week, "tour2", lang=LANG)

# %%
step(week, "tour3", lang=LANG)

# %% [markdown] lang="da"
# ## Øvelse

# %% [markdown] lang="da" tags=["guide"]
# Spørg klassen.
"""


def small(folder, filler="", **changed):
    text = SMALL.format(filler=filler)
    for old, new in changed.values():
        assert old in text
        text = text.replace(old, new)
    path = folder / "01_small.py"
    path.write_text(text, encoding="utf-8")
    return path


def text_of(source, lang):
    return "\n".join(cell.source for cell in build_page(source, lang).cells)


def test_some_lesson_declares_a_form():
    assert FORMED


@pytest.mark.parametrize("source", FORMED, ids=lambda source: source.stem)
@pytest.mark.parametrize("lang", LANGS)
def test_a_lesson_keeps_to_its_form(source, lang):
    assert form_faults(source, lang) == ()


@pytest.mark.parametrize("source", FORMED, ids=lambda source: source.stem)
@pytest.mark.parametrize("lang", LANGS)
def test_an_explorer_begins_with_few_levers_after_a_guess(source, lang):
    text = text_of(source, lang)
    most = FORMS[declared_form(source)].levers
    name, *others = EXPLORED.findall(text)
    assert others == []
    told = DESCRIPTIONS[name](lang, draws=100, guess=True)
    assert 1 <= len(told.first) <= most
    assert told.guess is not None
    steps = re.findall(r'^step\(\w+, "(.+?)"', text, flags=re.MULTILINE)
    assert steps == [*told.tours]


@pytest.mark.parametrize("source", FORMED, ids=lambda source: source.stem)
def test_a_lesson_asks_what_its_exercise_asks_and_edits_no_cell(source):
    keys = ASKED.findall(text_of(source, "da"))
    exercise = source.parents[2] / "exercises" / "source" / source.name
    numbered = [key for key in keys if key.partition(".")[2].isdigit()]
    assert numbered == ASKED.findall(exercise.read_text("utf-8"))
    assert [key.partition(".")[2] for key in keys if key not in numbered] == [
        "why",
        "own",
    ]
    marks = {mark for cell in read_source(source).cells for mark in tags(cell)}
    assert marks <= {"parameters", "lab-only", "guide", "nbval-check-output"}


@pytest.mark.parametrize("source", FORMED, ids=lambda source: source.stem)
@pytest.mark.parametrize("lang", LANGS)
def test_no_code_stands_before_the_title_and_no_guide_on_the_page(source, lang):
    first, *_ = build_page(source, lang).cells
    assert first.source.startswith("# ")
    guide = [cell for cell in read_source(source).cells if "guide" in tags(cell)]
    text = text_of(source, lang)
    assert guide
    assert not [cell for cell in guide if cell.source in text]


def test_a_small_lesson_is_counted_by_its_parts(tmp_path):
    counts = form_counts(small(tmp_path), "da")
    assert counts.question == 5
    assert counts.before == 6
    assert counts.goal == 3
    assert counts.happened == 5
    assert counts.lesson == 6 + 4
    assert counts.exercise == 1
    assert counts.folded == 5
    assert form_faults(tmp_path / "01_small.py", "da") == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Vælg en uge.", "ord " * 16, "Its goal has 16 words; 15 at most."),
        ("**Målet:** Vælg en uge.", "Intet.", "It has no goal."),
        ("Det skete.", "ord " * 118, "Its happened has 121 words; 120 at most."),
        ('step(week, "tour3", lang=LANG)', "1", "It has 2 steps; 3 at least."),
        ("# ## Øvelse", "# ## Øvelse\n# " + "ord " * 350, "Its exercise has 351 words"),
    ],
)
def test_what_leaves_the_form_is_said(tmp_path, old, new, said):
    source = small(tmp_path, change=(old, new))
    (fault,) = form_faults(source, "da")
    assert fault.startswith(said)


def test_a_long_question_is_said(tmp_path):
    assert form_faults(small(tmp_path, filler="ord " * 36), "da") == (
        "Its question has 41 words; 40 at most.",
    )


def test_an_unknown_form_is_refused(tmp_path):
    source = small(tmp_path, change=('form="model"', 'form="poem"'))
    with pytest.raises(ValueError, match="form must be one of model"):
        declared_form(source)
