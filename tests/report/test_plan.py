import re
import subprocess
import sys
from datetime import date
from html import unescape

import pandas as pd
import pytest
from docx import Document
from docx.oxml.ns import qn

from lederlib.answers import AnswersError, profile, read_answers, suggest_focus
from lederlib.catalogue import FACTOR_KEYS, balance_items, dataset_path, factor
from lederlib.cli import main
from lederlib.report import write_report
from lederlib.report.dates import KEPT_DAYS
from lederlib.report.plan import FIELDS, QUESTIONS, make_plan
from lederlib.report.plan_document import plan_docx
from lederlib.report.themes import chosen_keys, suggested_factors
from lederlib.text import LANGS, label

CHOSEN = "onboarding,alone_in_pressure,support_leader_group"
DAY = date(2026, 11, 30)
FEW = "Omdømme;Værdier\nrød;gul\ngul;gul\n"


def html_of(tmp_path, answers=None, **options):
    target = tmp_path / "report.html"
    write_report(answers or dataset_path("workshop"), target, today=DAY, **options)
    text = target.read_text(encoding="utf-8")
    return text[text.index('<section id="plan"') :]


def document_of(tmp_path, answers=None, *, force=True, **options):
    target = tmp_path / "plan.docx"
    told = options | {"today": DAY, "force": force}
    write_report(answers or dataset_path("workshop"), target, **told)
    return Document(target)


def headings(document, level):
    return [p.text for p in document.paragraphs if p.style.name == f"Heading {level}"]


def words_of(document):
    """Return all that stands in the paragraphs, tables and foot of a document."""
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    foot = [p.text for p in document.sections[0].footer.paragraphs]
    return "\n".join([p.text for p in document.paragraphs] + cells + foot)


def words_in(html):
    return unescape(re.sub(r"<[^>]+>", "\n", html))


def written(tmp_path, text):
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    return path


def suggested():
    focus = suggest_focus(profile(read_answers(dataset_path("workshop"))))
    return focus.index[focus["suggested"]].tolist()


@pytest.mark.parametrize("lang", LANGS)
def test_the_themes_are_the_suggested_focus_unless_told(tmp_path, lang):
    names = [factor(key).name.to(lang) for key in suggested()]
    assert names
    assert headings(document_of(tmp_path, lang=lang), 2) == 2 * names
    html = html_of(tmp_path, lang=lang)
    assert [unescape(name) for name in re.findall("<h4>(.*?)</h4>", html)] == 2 * names
    assert label("plan.note_suggested", lang) in words_in(html)


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("da", ["Onboarding", "Skru ned: Alene i presset"]),
        ("en", ["Onboarding", "Turn down: Alone in the pressure"]),
    ],
)
def test_the_themes_are_those_that_are_named(tmp_path, lang, names):
    document = document_of(tmp_path, lang=lang, focus="onboarding,alone_in_pressure")
    assert headings(document, 2) == 2 * names
    html = html_of(tmp_path, lang=lang, focus=["onboarding", "alone_in_pressure"])
    assert re.findall("<h4>(.*?)</h4>", html) == 2 * names
    assert label("plan.note_chosen", lang) in words_in(html)


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_of_a_card_can_be_filled_in_on_paper(tmp_path, lang):
    html = html_of(tmp_path, lang=lang, focus=CHOSEN)
    for key in FIELDS:
        name, hint = (label(f"plan.{key}{end}", lang) for end in ("", "_hint"))
        assert words_in(html).count(f"\n{name} \n{hint}\n") == 3, key
    for key in QUESTIONS:
        question = label(f"plan.question_{key}", lang)
        assert words_in(html).count(f"\n{question}\n") == 3, key
    filled = re.findall("</dt><dd>(.*?)</dd>", html)
    assert len(filled) == html.count("<dt>")
    assert all(re.fullmatch('(<span class="line"></span>)+', lines) for lines in filled)


@pytest.mark.parametrize("lang", LANGS)
def test_every_field_of_a_card_has_an_empty_cell_in_the_document(tmp_path, lang):
    document = document_of(tmp_path, lang=lang, focus=CHOSEN)
    asked = [[row.cells[0].text for row in t.rows[1:]] for t in document.tables]
    questions = [label(f"plan.question_{key}", lang) for key in QUESTIONS]
    fields = [
        "\n".join(label(f"plan.{key}{end}", lang) for end in ("", "_hint"))
        for key in FIELDS
    ]
    assert asked == 3 * [questions] + 3 * [fields] + [[label("plan.closing", lang)]]
    for table in document.tables:
        assert all(row.cells[1].text == "" for row in table.rows[1:])
        assert all(text.text for text in table.rows[0].cells)
        marks = table.rows[0]._tr.trPr
        assert marks.find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize(("lang", "language"), [("da", "da-DK"), ("en", "en-GB")])
def test_the_document_opens_again_with_headings_language_and_paper(
    tmp_path, lang, language
):
    document = document_of(tmp_path, lang=lang)
    assert document.paragraphs[0].text == label("plan.plan", lang)
    assert headings(document, 1) == [
        label(f"plan.{key}", lang) for key in ("zoom", "cards", "end")
    ]
    spoken = [
        each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))
    ]
    assert set(spoken) == {language}
    assert document.core_properties.language == language
    assert document.core_properties.author == ""
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


def test_a_card_breaks_neither_on_paper_nor_in_the_document(tmp_path):
    html = html_of(tmp_path)
    themes = suggested_factors(profile(read_answers(dataset_path("workshop"))))
    # To zoom in and to act on each theme, and one on how they go together.
    assert themes
    assert html.count('<div class="card">') == 2 * len(themes) + 1
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert re.search(r"\.card {[^}]*break-inside: avoid", page)
    for table in document_of(tmp_path).tables:
        *rows, last = [row.cells[0].paragraphs for row in table.rows]
        assert all(p.paragraph_format.keep_with_next for row in rows for p in row)
        assert not any(p.paragraph_format.keep_with_next for p in last)


@pytest.mark.parametrize(("lang", "day"), [("da", "31.5.2027"), ("en", "2027-05-31")])
def test_page_and_document_say_when_to_delete_them(tmp_path, lang, day):
    assert KEPT_DAYS == 182
    told = label("plan.delete_by", lang, day=day)
    assert told in words_in(html_of(tmp_path, lang=lang))
    document = document_of(tmp_path, lang=lang)
    assert told in [p.text for p in document.paragraphs]
    assert document.sections[0].footer.paragraphs[0].text == told


@pytest.mark.parametrize("coarse", [False, True])
@pytest.mark.parametrize("focus", [None, CHOSEN])
def test_no_number_from_the_answers_stands_in_the_plan(tmp_path, focus, coarse):
    for words in (
        words_in(html_of(tmp_path, focus=focus, coarse=coarse)),
        words_of(document_of(tmp_path, focus=focus, coarse=coarse)),
    ):
        numbers = set(re.findall(r"\d+(?:[.,]\d+)*", words))
        assert numbers <= {"31.5.2027"} | ({"1", "2", "3"} if coarse else set())


@pytest.mark.parametrize("colour", ["rød", "gul", "grøn"])
def test_what_few_people_answered_changes_nothing_in_the_plan(tmp_path, colour):
    own = written(tmp_path, FEW.replace("rød", colour))
    words = words_of(document_of(tmp_path, own))
    assert label("plan.note_hidden", "da") in words
    assert label("plan.note_hidden", "da") in words_in(html_of(tmp_path, own))
    own = written(tmp_path, FEW)
    assert words == words_of(document_of(tmp_path, own))


@pytest.mark.parametrize("lang", LANGS)
def test_themes_that_nothing_may_suggest_are_left_to_be_written(tmp_path, lang):
    own = written(tmp_path, FEW)
    document = document_of(tmp_path, own, lang=lang)
    open_themes = [label("plan.theme_open", lang, number=n) for n in (1, 2, 3)]
    assert headings(document, 2) == 2 * open_themes
    first = [table.rows[1].cells[0].text for table in document.tables[:-1]]
    assert set(first) == {label("plan.theme_write", lang)}


def test_a_named_theme_with_hidden_answers_says_so(tmp_path):
    own = written(tmp_path, FEW)
    words = words_of(document_of(tmp_path, own, focus="reputation,hiring"))
    assert label("plan.note_chosen_hidden", "da", names="Omdømme") in words


def test_a_coarse_report_suggests_no_themes(tmp_path):
    words = words_of(document_of(tmp_path, coarse=True))
    assert label("plan.note_coarse", "da") in words
    assert factor(suggested()[0]).name.da not in words


def test_a_file_with_a_balance_alone_suggests_its_heaviest_and_its_scarcest(tmp_path):
    rows = [f"{n};9;{9 - n};2" for n in range(5)]
    rows[0] = "0;8;9;1"
    head = "For lidt tid nu;Mange krav på én gang nu;Rigtigt fri nu;Tid til at tænke nu"
    own = written(tmp_path, "\n".join([head, *rows]))
    assert headings(document_of(tmp_path, own), 2)[:2] == [
        "Skru ned: Mange krav på én gang",
        "Skru op: Tid til at tænke",
    ]


def test_a_balance_of_few_suggests_nothing(tmp_path):
    own = written(tmp_path, "For lidt tid nu;Rigtigt fri nu\n9;1\n8;2\n")
    assert label("plan.note_hidden", "da") in words_of(document_of(tmp_path, own))


def test_themes_go_by_key_or_by_name():
    assert chosen_keys(" Omdømme,onboarding,onboarding") == ("reputation", "onboarding")
    assert chosen_keys("Too little time") == ("limited_time",)
    keys = [*FACTOR_KEYS, *(item.key for item in balance_items())]
    assert [chosen_keys(key) for key in keys] == [(key,) for key in keys]


def test_a_load_of_their_own_bears_the_name_that_the_group_gave(tmp_path):
    few = "\n".join(["Belastning: Nyt <b>it\x07</b> nu;Omdømme", *100 * [";rød"], "9;"])
    own = written(tmp_path, few)
    document = document_of(tmp_path, own, focus="open_load_1")
    assert headings(document, 2) == 2 * ["Skru ned: Nyt <b>it</b>"]
    hidden = label("plan.note_chosen_hidden", "da", names="Nyt <b>it</b>")
    assert hidden in words_of(document)
    assert "<b>" not in html_of(tmp_path, own, focus="open_load_1")


@pytest.mark.parametrize(
    ("focus", "told"),
    [
        ("onbording", ("nærmeste er onboarding", "nearest is onboarding")),
        ("qqqq", ("vælg blandt reputation, ", "choose among reputation, ")),
        ("hiring,values,onboarding,reputation", ("her er 4", "here are 4")),
        (",", ("her er 0", "here are 0")),
        ("many_demands,limited_time", ("i den samme skål", "in the same pan")),
    ],
)
@pytest.mark.parametrize("output", ["plan.docx", "report.html"])
def test_a_focus_that_cannot_be_gets_one_sentence(
    tmp_path, capsys, focus, told, output
):
    command = ["report", str(dataset_path("workshop")), "-o", str(tmp_path / output)]
    for lang, words in zip(("da", "en"), told, strict=True):
        assert main([*command, "--focus", focus, "--lang", lang]) == 2
        error = capsys.readouterr().err
        assert words in error
        assert error.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_place_for_a_plan(tmp_path, capsys):
    folder = tmp_path / "plan.docx"
    folder.mkdir()
    command = ["report", str(dataset_path("workshop")), "-o", str(folder)]
    assert main(command) == 2
    assert "ikke en fil, der kan skrives" in capsys.readouterr().err
    assert list(folder.iterdir()) == []


def test_the_command_writes_the_plan_alone(tmp_path, capsys):
    target = tmp_path / "PLAN.DOCX"
    command = ["report", str(dataset_path("workshop")), "-o", str(target)]
    assert main([*command, "--focus", "onboarding"]) == 0
    assert str(target) in capsys.readouterr().out
    assert headings(Document(target), 2) == ["Onboarding", "Onboarding"]
    assert [path.name for path in tmp_path.iterdir()] == ["PLAN.DOCX"]


def test_a_plan_that_may_be_filled_in_is_overwritten_by_force_alone(tmp_path):
    document = document_of(tmp_path, focus="onboarding")
    document.tables[0].rows[1].cells[1].text = "Vi talte med de nye."
    target = tmp_path / "plan.docx"
    document.save(target)
    with pytest.raises(AnswersError, match="someone may have written in it"):
        document_of(tmp_path, focus="onboarding", force=False)
    assert "Vi talte med de nye." in words_of(Document(target))
    again = document_of(tmp_path, focus="onboarding")
    assert "Vi talte" not in words_of(again)


def test_without_the_extra_one_sentence_names_it(tmp_path):
    code = (
        "import sys; sys.modules['docx'] = None; from lederlib.cli import main; "
        f"sys.exit(main(['report', {str(dataset_path('workshop'))!r}, '-o', "
        f"{str(tmp_path / 'plan.docx')!r}, '--lang', 'en']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert 'run: pip install "lederlib[files]".' in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_report_as_a_page_needs_no_extra(tmp_path):
    code = (
        "import sys; sys.modules['docx'] = None; from lederlib.cli import main; "
        f"sys.exit(main(['report', {str(dataset_path('workshop'))!r}, '-o', "
        f"{str(tmp_path / 'report.html')!r}]))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_plan_can_be_made_in_python(tmp_path):
    answers = read_answers(written(tmp_path, FEW))
    plan = make_plan(answers, None, focus=["onboarding"], lang="en", today=DAY)
    assert [theme.name for theme in plan.themes] == ["Onboarding"]
    assert plan_docx(plan).paragraphs[0].text == plan.title


def test_a_focus_is_checked_before_the_answers_are_read(tmp_path):
    with pytest.raises(AnswersError, match="nearest is onboarding"):
        write_report(tmp_path / "none.csv", tmp_path / "x.html", focus="onbording")


def test_the_same_answers_give_the_same_words_whatever_the_order(tmp_path):
    table = pd.read_csv(dataset_path("workshop"), sep=";", encoding="cp1252", dtype=str)
    own = tmp_path / "own.csv"
    table[::-1].to_csv(own, sep=";", index=False)
    again = headings(document_of(tmp_path, own), 2)
    assert again == headings(document_of(tmp_path), 2)
