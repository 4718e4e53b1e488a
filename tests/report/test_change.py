import re
import tomllib
from importlib.resources import files

import numpy as np
import pandas as pd
import pytest
from docx import Document

from lederlib.answers import AnswersError, read_answers
from lederlib.catalogue import FACTOR_KEYS, dataset_path, factor
from lederlib.cli import main
from lederlib.report import write_report
from lederlib.report.change import change_section
from lederlib.report.earlier import read_since
from lederlib.text import LANGS, format_number, label

from .page_reader import own_attributes, read_page

WORDS = ["rød", "gul", "grøn"]
THEMES = ("balanced_demands", "onboarding")
#: As many of the factors as the files ask about.
ASKED = FACTOR_KEYS[:8]
NUMBER = re.compile(r"[−+]?\d[.,]\d\d")


def answers(tmp_path, name, *, seed, people=12, shift=0.0, named=True):
    """Write the answers of people who mostly answer alike at every time."""
    steady = np.random.default_rng(7).normal(0, 0.6, (40, len(ASKED)))[:people]
    noise = np.random.default_rng(seed).normal(0, 0.6, steady.shape)
    told = np.array(WORDS)[np.digitize(steady + shift + noise, [-0.5, 0.5])]
    table = pd.DataFrame(told, columns=[factor(key).name.da for key in ASKED])
    if named:
        table.insert(0, "respondent", [f"Leder {number}" for number in range(people)])
    path = tmp_path / name
    table.to_csv(path, sep=";", index=False)
    return path


@pytest.fixture
def times(tmp_path):
    old = answers(tmp_path, "old.csv", seed=1)
    return old, answers(tmp_path, "new.csv", seed=2)


def section_of(new, old, *, lang="da", plan=None, focus=()):
    """Return the part of the page, without the other parts' pictures."""
    now, before = (read_answers(path) for path in (new, old))
    found = read_since(now, before, plan=plan, focus=focus)
    return change_section(found, lang=lang, synthetic=False)


def filled(tmp_path, old, *, lang="da", texts=("Flere siger grøn.", "Færre vagter.")):
    """Write the plan of last time, and fill in what was predicted."""
    path = tmp_path / "plan.docx"
    write_report(old, path, focus=THEMES, lang=lang, force=True)
    document = Document(path)
    names = [label(f"plan.{key}", lang) for key in ("prediction", "sign")]
    for row in (row for table in document.tables for row in table.rows):
        head = row.cells[0].text.partition("\n")[0]
        if head in names:
            row.cells[1].text = texts[names.index(head)]
    document.save(path)
    return path


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_shows_each_change_and_what_it_was_computed_on(times, lang):
    old, new = times
    page = read_page(section_of(new, old, lang=lang))
    head, *rows = page.tables[label("change.table", lang)]
    assert head[0] == label("change.factor", lang)
    assert len(rows) == len(ASKED)
    assert label("change.paired", lang, matched=12) in page.words
    pairs = label("change.how_paired", lang, pairs=12)
    assert sum(row[-1] == pairs for row in rows) > 4
    assert len(page.pictures) == 1
    assert "× 0" in page.words
    assert own_attributes(page) == []


@pytest.mark.parametrize("lang", LANGS)
def test_where_one_has_left_the_page_holds_words_alone(tmp_path, lang):
    old = answers(tmp_path, "old.csv", seed=1)
    new = answers(tmp_path, "new.csv", seed=2, people=11)
    page = read_page(section_of(new, old, lang=lang, focus=THEMES))
    _, *rows = page.tables[label("change.table_words", lang)]
    told = {label(f"change.{word}", lang) for word in ("up", "same", "down")}
    assert {row[1] for row in rows} <= told | {label("report.hidden_cell", lang)}
    numbers = set(NUMBER.findall(page.words))
    assert numbers <= {format_number(0.1, lang)}
    assert page.pictures == []
    assert label("change.few_moved_all", lang, limit=5) in page.words
    assert label("change.few_share", lang) in page.words


def test_where_one_has_left_nothing_hangs_on_who_answered_what(tmp_path):
    old = answers(tmp_path, "old.csv", seed=1)
    new = answers(tmp_path, "new.csv", seed=2, people=11)
    shown = section_of(new, old)
    table = pd.read_csv(new, sep=";")
    mixed = table.assign(respondent=table["respondent"].to_numpy()[::-1])
    mixed.to_csv(new, sep=";", index=False)
    assert section_of(new, old) == shown


def test_without_names_the_page_says_that_there_are_two_groups(tmp_path):
    old = answers(tmp_path, "old.csv", seed=1, named=False)
    new = answers(tmp_path, "new.csv", seed=2, named=False)
    page = read_page(section_of(new, old, lang="en"))
    assert label("change.unpaired", "en") in page.words
    rows = page.tables[label("change.table", "en")][1:]
    told = {label("change.how_totals", "en"), label("report.hidden_cell", "en")}
    assert {row[-1] for row in rows} <= told


def test_small_groups_beside_make_two_groups_of_the_two_times(times):
    old, new = map(read_answers, times)
    for each in (old, new):
        each.background["Team"] = ["Nord"] * 3 + ["Syd"] * 9
    found = read_since(new, old, column="Team")
    told = change_section(found, lang="en", synthetic=False)
    assert label("change.paired_not", "en") in told
    assert label("change.how_totals", "en") in told
    assert " pairs<" not in told


@pytest.mark.parametrize("lang", LANGS)
def test_predictions_of_the_plan_stand_beside_what_came(tmp_path, times, lang):
    old, new = times
    plan = filled(tmp_path, old, lang=lang, texts=("Flere siger grøn.", ""))
    page = read_page(section_of(new, old, plan=plan, lang=lang))
    assert page.words.count("Flere siger grøn.") == 2
    assert page.words.count(label("change.empty", lang)) == 2
    assert label("change.no_plan", lang) not in page.words
    assert label("change.chosen_plan", lang, names="").partition(":")[0] in page.words
    assert all(factor(key).name.to(lang) in page.words for key in THEMES)
    target = tmp_path / "next.docx"
    write_report(new, target, before=old, plan=plan, lang=lang)
    first = Document(target).tables[0]
    cells = [[cell.text for cell in row.cells] for row in first.rows]
    names = ("theme", "predicted", "sign", "outcome")
    assert cells[0] == [label(f"change.column_{name}", lang) for name in names]
    assert [row[0] for row in cells[1:]] == [factor(k).name.to(lang) for k in THEMES]
    assert {row[1] for row in cells[1:]} == {"Flere siger grøn."}
    assert not re.search(r"\d", " ".join(row[3] for row in cells[1:]))


def test_a_theme_of_ones_own_has_no_number(tmp_path, times):
    old, new = times
    plan = tmp_path / "plan.docx"
    few = tmp_path / "few.csv"
    few.write_text("Omdømme\nrød\ngul\n", encoding="utf-8")
    write_report(few, plan)
    document = Document(plan)
    for row in (row for table in document.tables for row in table.rows):
        if row.cells[0].text == label("plan.theme_write", "da"):
            row.cells[1].text = "Kaffen"
    document.save(plan)
    page = read_page(section_of(new, old, plan=plan))
    assert page.words.count("Kaffen") == 3
    assert page.words.count(label("change.outcome_absent", "da")) == 3


@pytest.mark.parametrize("lang", LANGS)
def test_the_chosen_stand_beside_the_others_and_chance(times, lang):
    old, new = times
    page = read_page(section_of(new, old, focus=THEMES, lang=lang))
    head, chosen, others = page.tables[label("change.chosen_table", lang)]
    assert head[1:3] == [
        label(f"change.mean_{name}", lang) for name in ("change", "expect")
    ]
    assert NUMBER.fullmatch(chosen[2]) or chosen[2] == format_number(0, lang)
    assert sum(map(int, chosen[3:])) <= 2 <= sum(map(int, others[3:]))
    assert "73" in page.words
    names = [row[0] for row in page.tables[label("change.table", lang)]]
    for key in THEMES:
        marked = label("change.chosen_mark", lang, factor=factor(key).name.to(lang))
        assert marked in names


def test_without_a_choice_the_old_answers_suggest_one(tmp_path):
    new = answers(tmp_path, "new.csv", seed=3, people=9)
    page = read_page(section_of(new, dataset_path("workshop"), lang="en"))
    started = label("change.chosen_suggested", "en", names="").partition(":")[0]
    assert started in page.words
    absent = label("change.chosen_absent", "en", names="Collegial community")
    assert absent in page.words


def test_a_coarse_page_shows_no_change(times):
    old, new = map(read_answers, times)
    found = read_since(new, old)
    told = change_section(found, lang="da", synthetic=False, coarse=True)
    assert label("change.coarse", "da") in told
    assert not NUMBER.search(told)


def test_no_sentence_says_that_the_plan_worked():
    text = files("lederlib.text").joinpath("change.toml").read_text(encoding="utf-8")
    claims = r"\b(virke[dt]|virker|lykkedes|takket være|skyldes|worked|works|thanks to|"
    claims += r"because of|succe\w+|effekt\w*|effects?)\b"
    for key, words in tomllib.loads(text).items():
        for said in words.values():
            assert not re.search(claims, said, re.I), key


def test_how_both_files_were_read_is_told(tmp_path, times):
    old, new = times
    told = []
    target = tmp_path / "report.html"
    write_report(new, target, before=old, tell=lambda phrase: told.append(phrase.en))
    assert sum(line.startswith("old.csv: ") for line in told) == 1
    page = target.read_text(encoding="utf-8")
    assert "<h3>old.csv</h3>" in page


def sentence(tmp_path, capsys, *options):
    output = tmp_path / "page.html"
    line = ["report", *map(str, options), "-o", str(output), "--lang", "en"]
    assert main(line) == 2
    assert not output.exists()
    return capsys.readouterr().err.strip().splitlines()[-1]


def test_files_that_cannot_be_compared_are_refused_in_a_sentence(
    tmp_path, times, capsys
):
    old, new = times
    again = tmp_path / "again.csv"
    again.write_bytes(old.read_bytes())
    load = tmp_path / "load.csv"
    load.write_text("For lidt tid nu\n1\n2\n", encoding="utf-8")
    items = tmp_path / "items.csv"
    items.write_text("values_1;values_2;values_3\n1;2;3\n2;3;4\n", encoding="utf-8")
    fewer = tmp_path / "fewer.csv"
    fewer.write_text("values_1;values_2\n1;2\n2;3\n", encoding="utf-8")
    other = tmp_path / "other.csv"
    other.write_text("Omdømme\nrød\n", encoding="utf-8")
    alone = tmp_path / "alone.csv"
    alone.write_text("Værdier\nrød\n", encoding="utf-8")
    for options, words in (
        ((new, "--before", new), "both the new and the old file"),
        ((again, "--before", old), "exactly the same answers"),
        ((new, "--before", tmp_path / "none.csv"), "no file named"),
        ((new, "--before", load), "load.csv has no answers on the 15 factors"),
        ((load, "--before", old), "load.csv has no answers on the 15 factors"),
        ((new, "--before", items), "answers statements and new.csv colours"),
        ((fewer, "--before", items), "do not ask the same statements about Values"),
        ((other, "--before", alone), "no factor in common"),
        ((new, "--before-sheet", "2"), "--before-sheet belongs with --before"),
        ((new, "--plan", "plan.docx"), "--plan belongs with --before"),
        ((new, "--before", old, "--plan", old), "is no Word document"),
        ((new, "--before", old, "--plan", tmp_path / "no.docx"), "no file named"),
    ):
        assert words in sentence(tmp_path, capsys, *options)


def test_a_document_that_is_no_plan_of_ours_is_refused(tmp_path, times):
    old, new = times
    path = tmp_path / "letter.docx"
    Document().save(path)
    with pytest.raises(AnswersError, match="no action card with “What we predict”"):
        write_report(new, tmp_path / "page.html", before=old, plan=path)


def test_nothing_that_is_read_is_written_over(tmp_path, times):
    old, new = times
    plan = filled(tmp_path, old)
    for target in (old, plan):
        with pytest.raises(AnswersError, match="made from"):
            write_report(new, target, before=old, plan=plan, force=True)


def test_two_sheets_of_one_book_are_two_times(tmp_path, times):
    pytest.importorskip("openpyxl")
    book = tmp_path / "both.xlsx"
    with pd.ExcelWriter(book) as writer:
        for path in times:
            pd.read_csv(path, sep=";").to_excel(
                writer, sheet_name=path.stem, index=False
            )
    target = tmp_path / "report.html"
    write_report(book, target, sheet="new", before=book, before_sheet="old", lang="en")
    told = read_page(target.read_text(encoding="utf-8"))
    assert label("change.paired", "en", matched=12) in told.words
