import pytest

from lederlib.answers import AnswersError, profile, read_answers, read_reference
from lederlib.catalogue import dataset_path
from lederlib.report import write_report
from lederlib.report.balance import balance_section
from lederlib.report.factors import map_section, order_section
from lederlib.text import LANGS, label

from .page_reader import read_page

HEAD = "Faktor;Gennemsnit;Kilde;År;Skala\n"
ROWS = "Omdømme;3,4;Kommunen;2025;1-5\nFor lidt tid;62;Landet;2023;0-100\n"


@pytest.fixture(scope="module")
def answers():
    return read_answers(dataset_path("workshop"))


def others(tmp_path, rows=ROWS):
    path = tmp_path / "others.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return read_reference(path)


def column(page, caption, lang):
    """Return what stands beside each row of a table, without its headings."""
    head, *rows = page.tables[label(f"report.{caption}", lang)]
    place = head.index(label("reference.head", lang))
    return {row[0]: row[place] for row in rows}


@pytest.mark.parametrize(("lang", "mean"), [("da", "0,60"), ("en", "0.60")])
def test_references_stand_beside_with_source_and_year(tmp_path, answers, lang, mean):
    told = {"lang": lang, "reference": others(tmp_path)}
    page = read_page(map_section(profile(answers), synthetic=True, **told))
    assert set(column(page, "map_table", lang).values()) == {"–", mean}
    assert "Kommunen, 2025" in page.words
    assert label("reference.turned", lang, top=1) in page.words
    assert label("reference.caution", lang) in page.words


@pytest.mark.parametrize(("lang", "load"), [("da", "6,2"), ("en", "6.2")])
def test_loads_and_resources_have_references_too(tmp_path, answers, lang, load):
    told = {"lang": lang, "reference": others(tmp_path)}
    page = read_page(balance_section(answers, min_group=5, **told))
    assert set(column(page, "balance_table", lang).values()) == {"–", load}
    assert "Landet, 2023" in page.words
    assert "0–100" in page.words


def test_two_sources_in_one_column_are_told_apart(tmp_path, answers):
    found = others(tmp_path, "Omdømme;0,6;A;2025;\nVærdier;0,4;B;2020;\n")
    page = read_page(order_section(profile(answers), lang="da", reference=found))
    told = column(page, "order_table", "da")
    assert told["Omdømme"] == "0,6 (a)"
    assert told["Værdier"] == "0,4 (b)"
    assert "Reference (b): B, 2020" in page.words


@pytest.mark.parametrize("lang", LANGS)
def test_a_coarse_page_rounds_them_as_it_rounds_its_own(tmp_path, answers, lang):
    told = {"lang": lang, "reference": others(tmp_path)}
    page = read_page(order_section(profile(answers), **told))
    assert {len(each) for each in column(page, "order_table", lang).values()} == {1, 3}
    page = read_page(balance_section(answers, min_group=5, coarse=True, **told))
    assert set(column(page, "balance_order", lang).values()) == {"–", "6"}


def test_without_references_no_column_is_added(answers):
    page = read_page(order_section(profile(answers), lang="da"))
    assert label("reference.head", "da") not in page.words


@pytest.mark.parametrize(
    ("name", "words"),
    [("page.html", "no reference for anything"), ("plan.docx", "shows no numbers")],
)
def test_references_for_nothing_that_is_shown_are_refused(tmp_path, name, words):
    own, path = tmp_path / "own.csv", tmp_path / "others.csv"
    own.write_text("Omdømme\nrød\ngul\n", encoding="utf-8")
    path.write_text(HEAD + "Værdier;0,4;B;2020;\n", encoding="utf-8")
    with pytest.raises(AnswersError, match=words):
        write_report(own, tmp_path / name, reference=path)
    assert not (tmp_path / name).exists()


def test_a_report_is_written_with_its_references(tmp_path):
    own, path = tmp_path / "own.csv", tmp_path / "others.csv"
    own.write_text("Omdømme\n" + "rød\ngul\ngrøn\n" * 2, encoding="utf-8")
    path.write_text(HEAD + ROWS, encoding="utf-8")
    write_report(own, tmp_path / "page.html", reference=path)
    assert "Kommunen, 2025" in (tmp_path / "page.html").read_text(encoding="utf-8")
