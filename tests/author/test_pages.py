"""The house rules of lessons and exercises, and what a committed page must hold."""

import ast
import re
from pathlib import Path

import nbformat
import pytest

from lederlib.author.committed import check_pages, committed_pages
from lederlib.author.forms import declared_form
from lederlib.author.pages import build_page, read_source, sources
from lederlib.catalogue import shipped
from lederlib.text import LANGS

ROOT = shipped("notebooks").parent
SOURCES = tuple(sources(ROOT))
# A page that starts with no number is a tool: it has no goal, no time and no question.
TAUGHT = [each for each in SOURCES if each.name[0].isdigit()]
LESSONS = [each for each in TAUGHT if each.parents[1].name == "notebooks"]
NUMBERED = [each for each in LESSONS if not each.name.startswith("00")]
#: Lessons that declare a form are held to its limits in test_forms.
OLDER = [each for each in TAUGHT if not declared_form(each)]
EXERCISES = [each for each in SOURCES if each.parents[1].name == "exercises"]
COMMITTED = committed_pages(ROOT)
BANNED = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.For,
    ast.While,
)
SECTIONS = {
    "da": ["Mål", "Begreb", "Udforsk", "Reflektér", "Øvelse"],
    "en": ["Goal", "Concept", "Explore", "Reflect", "Exercise"],
}
YOUR_OWN = {
    "da": r"\b(du|dig|din|dit|dine|I|jer|jeres)\b",
    "en": r"\b(you|your|yours)\b",
}
MINUTES = {"da": r"(\d+)(?:–(\d+))? minutter", "en": r"(\d+)(?:–(\d+))? minutes"}
DATA_ADDRESS = re.compile(r"data:[\w/+.;-]+,[A-Za-z0-9+/=\s]+")
EMPTY_HEADING = re.compile(r"<th[^>]*>\s*</th>")
IMAGE_DATA = re.compile(r"^image/(png|jpeg|gif)$")
WIDGET_REPR = re.compile(r"^\w*(Box|Widget|Output|Image|HTML|Slider|Tab)\(")


def name_of(path):
    return "-".join(path.parts[-3:]) if isinstance(path, Path) else None


def code_cells(source):
    return [cell for cell in read_source(source).cells if cell.cell_type == "code"]


def code_lines(cell):
    lines = [line.strip() for line in cell.source.splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def texts(source, lang):
    cells = build_page(source, lang).cells
    return [cell.source for cell in cells if cell.cell_type == "markdown"]


def outputs(page):
    cells = nbformat.read(page, 4).cells
    return [each for cell in cells for each in cell.get("outputs", [])]


def shown(output):
    """Return what an output says, without the pictures in it."""
    parts = [output.get("text", ""), *map(str, output.get("data", {}).values())]
    kinds = output.get("data", {})
    if any(IMAGE_DATA.match(kind) for kind in kinds):
        parts = [str(kinds[kind]) for kind in kinds if not IMAGE_DATA.match(kind)]
    return DATA_ADDRESS.sub("", "\n".join(parts))


def test_there_are_sources_of_both_kinds():
    assert LESSONS
    assert EXERCISES


@pytest.mark.parametrize("page", COMMITTED, ids=name_of)
def test_no_table_has_an_empty_heading(page):
    assert not [each for each in outputs(page) if EMPTY_HEADING.search(shown(each))]


def test_committed_pages_are_what_the_sources_build():
    assert check_pages(ROOT) == (), "run: python -m lederlib.author"


@pytest.mark.parametrize("lesson", [*filter(OLDER.count, NUMBERED)], ids=name_of)
@pytest.mark.parametrize("lang", LANGS)
def test_a_lesson_has_the_five_sections(lesson, lang):
    lines = "\n".join(texts(lesson, lang)).splitlines()
    assert [line[3:] for line in lines if line.startswith("## ")] == SECTIONS[lang]


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_a_source_holds_little_code_and_no_machinery(source):
    cells = code_cells(source)
    lines = [len(code_lines(cell)) for cell in cells]
    assert sum(lines) <= 40
    assert max(lines) <= 8
    nodes = [node for cell in cells for node in ast.walk(ast.parse(cell.source))]
    assert not [node for node in nodes if isinstance(node, BANNED)]


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
@pytest.mark.parametrize("lang", LANGS)
def test_every_code_cell_begins_with_a_caption_in_its_language(source, lang):
    other = {"da": "en", "en": "da"}[lang]
    mine = [c.source for c in build_page(source, lang).cells if c.cell_type == "code"]
    theirs = [
        c.source for c in build_page(source, other).cells if c.cell_type == "code"
    ]
    captions = [text.splitlines()[0] for text in mine]
    assert [each for each in captions if not re.fullmatch(r"# \S.{2,85}", each)] == []
    assert not {*captions} & {text.splitlines()[0] for text in theirs}


@pytest.mark.parametrize("source", OLDER, ids=name_of)
@pytest.mark.parametrize("lang", LANGS)
def test_the_first_lines_say_how_to_run_all_and_how_long_it_takes(source, lang):
    first = "\n".join(texts(source, lang)[:2])
    assert "Run ▸ Run All Cells" in first
    assert "**Ctrl+Enter**" in first
    low, high = re.search(MINUTES[lang], first).groups()
    if source in NUMBERED:
        assert 20 <= int(low) <= int(high or low) <= 45


@pytest.mark.parametrize("source", OLDER, ids=name_of)
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_ends_in_a_question_about_the_reader_s_own_work(source, lang):
    question = re.split(r"(?<=[.:!])\s|\n\n", texts(source, lang)[-1].strip())[-1]
    assert question.endswith("?")
    assert re.search(YOUR_OWN[lang], question)


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_both_languages_have_cells_in_the_same_order(source):
    kinds = [[c.cell_type for c in build_page(source, lang).cells] for lang in LANGS]
    assert kinds[0] == kinds[1]
    allowed = {None, *LANGS}
    assert {c.metadata.get("lang") for c in read_source(source).cells} <= allowed
    words = [c for c in read_source(source).cells if c.cell_type == "markdown"]
    shared = [cell.source for cell in words if "lang" not in cell.metadata]
    # A task is said in both languages by the file that declares it.
    assert [one for one in shared if not re.fullmatch(r"\{\{task .+\}\}", one)] == []


@pytest.mark.parametrize("page", COMMITTED, ids=name_of)
def test_every_link_leads_to_a_page(page):
    cells = nbformat.read(page, 4).cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", text)
    near = [link for link in links if "://" not in link]
    assert [link for link in near if not (page.parent / link).is_file()] == []


@pytest.mark.parametrize("page", COMMITTED, ids=name_of)
def test_a_committed_page_has_been_run_without_error(page):
    code = [c for c in nbformat.read(page, 4).cells if c.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert not [each for each in outputs(page) if each.output_type == "error"]
    assert not [each for each in outputs(page) if each.get("name") == "stderr"]


@pytest.mark.parametrize("page", COMMITTED, ids=name_of)
def test_every_picture_is_seen_without_a_kernel_and_without_trust(page):
    for output in outputs(page):
        data = output.get("data", {})
        drawn = any(kind.startswith("image/") for kind in data)
        live = bool(WIDGET_REPR.match(data.get("text/plain", "")))
        html = data.get("text/html", "")
        if not (drawn or live or "<img" in html or "<svg" in html):
            continue
        images = re.findall(r"<img\b[^>]*>", html)
        assert images
        assert all(re.search(r'\bsrc="data:image/', each) for each in images)
        assert all(re.search(r'\balt="[^"]{10,}"', each) for each in images)
        assert re.search(r"<figcaption[^>]*>\s*\S", html)


@pytest.mark.parametrize("page", COMMITTED, ids=name_of)
def test_a_committed_page_keeps_no_trace_of_the_machine_that_ran_it(page):
    notebook = nbformat.read(page, 4)
    assert "widgets" not in notebook.metadata
    assert not [cell for cell in notebook.cells if "execution" in cell.metadata]
    for output in outputs(page):
        assert "application/vnd.jupyter.widget-view+json" not in output.get("data", {})
        text = shown(output)
        traces = [str(ROOT), str(Path.home()), "/tmp/", "localhost", "127.0.0.1"]
        assert not [each for each in traces if len(each) > 1 and each in text]
        assert not re.search(r"\bat 0x[0-9a-f]{6,}|/home/|/Users/|[A-Z]:\\", text)
