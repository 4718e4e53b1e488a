"""One bilingual source becomes one page per language, the same every time."""

import subprocess
import sys

import nbformat
import pytest

from lederlib.author import _tools as tools
from lederlib.author import build_all
from lederlib.author.building import run_page
from lederlib.author.committed import check_pages
from lederlib.author.pages import build_page
from lederlib.text import LANGS

WIDGET = """\
from IPython.display import display
display({{"application/vnd.jupyter.widget-view+json": {{"model_id": "a"}}, {html}
         "text/plain": "Box()"}}, raw=True)
"""


@pytest.fixture
def source(small_root):
    return small_root / "notebooks/source/01_small.py"


def page_of(code):
    cells = [nbformat.v4.new_code_cell(each, id=f"cell-{n}") for n, each in code]
    return nbformat.v4.new_notebook(cells=cells, metadata={"title": "Small"})


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_is_identical_on_every_build_and_valid(source, lang):
    page = build_page(source, lang)
    assert page == build_page(source, lang)
    nbformat.validate(page)


def test_a_page_holds_its_own_language_and_the_shared_code(source):
    page = build_page(source, "en")
    text = "\n".join(cell.source for cell in page.cells)
    assert page.metadata["title"] == "Small page"
    assert page.metadata["lang"] == "en"
    assert "# Compute\n# keep this comment\nanswer" in text
    assert 'LANG = "en"\nTURNS = 3' in text
    assert "Run ▸ Run All Cells" in text
    assert "Lille" not in text
    assert "Regn" not in text


def test_a_solution_stays_in_the_source(source):
    assert "secret" in source.read_text("utf-8")
    assert not [c for c in build_page(source, "da").cells if "secret" in c.source]


def test_code_is_folded_unless_a_reader_is_to_change_it(source):
    code = [c for c in build_page(source, "da").cells if c.cell_type == "code"]
    folded = [c.metadata.get("jupyter", {}).get("source_hidden", False) for c in code]
    assert folded == [True, True, False]


def test_a_source_without_a_title_is_refused(source):
    source.write_text("# %%\n1\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"01_small\.py must have a heading"):
        build_page(source, "da")


def test_an_unknown_language_is_refused(source):
    with pytest.raises(ValueError, match="lang must be one of da, en"):
        build_page(source, "sv")


def test_pages_are_written_run_and_found_equal(small_root):
    shares = []
    pages = build_all(small_root, progress=shares.append)
    assert [page.relative_to(small_root).as_posix() for page in pages] == [
        "notebooks/da/01_small.ipynb",
        "notebooks/en/01_small.ipynb",
    ]
    assert shares == [0.5, 1.0]
    assert check_pages(small_root) == ()
    code = [c for c in nbformat.read(pages[0], 4).cells if c.cell_type == "code"]
    assert [cell.execution_count for cell in code] == [1, 2, 3]
    assert code[1].outputs[0].data["text/plain"] == "4"
    assert not [path for path in pages[0].parent.iterdir() if path not in pages]


def test_only_the_sources_asked_for_are_written(small_root):
    assert build_all(small_root, run=False, only=["02"]) == ()
    assert len(build_all(small_root, run=False, only=["01"])) == 2


def change_source(page):
    page.cells[2].source += "\n1"


def change_id(page):
    page.cells[0].id = "mine"


def change_metadata(page):
    page.cells[3].metadata["tags"] = ["raises-exception"]


def change_title(page):
    page.metadata["title"] = "Mine"


def change_length(page):
    page.cells.append(nbformat.v4.new_markdown_cell("more", id="more"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (change_source, "cell-02 differs in its source"),
        (change_id, "cell-00 differs in its id"),
        (change_metadata, "cell-03 differs in its metadata"),
        (change_title, "metadata of the page"),
        (change_length, "more is extra"),
    ],
)
def test_a_page_that_was_edited_is_told_apart(small_root, change, said):
    path, _ = build_all(small_root, run=False)
    page = nbformat.read(path, 4)
    change(page)
    nbformat.write(page, path)
    (difference,) = check_pages(small_root)
    assert difference.startswith("notebooks/da/01_small.ipynb")
    assert said in difference


def test_outputs_counts_and_widget_state_are_not_compared(small_root):
    path, _ = build_all(small_root, run=False)
    page = nbformat.read(path, 4)
    page.cells[2].execution_count = 9
    page.cells[2].outputs = [nbformat.v4.new_output("stream", text="x")]
    page.metadata["widgets"] = {}
    nbformat.write(page, path)
    assert check_pages(small_root) == ()


def test_a_missing_page_and_one_without_a_source_are_differences(small_root):
    danish, english = build_all(small_root, run=False)
    english.rename(english.with_name("02_lost.ipynb"))
    assert check_pages(small_root) == (
        "notebooks/en/01_small.ipynb is missing.",
        "notebooks/en/02_lost.ipynb has no source.",
    )
    assert danish.exists()


def test_a_page_that_fails_is_said_by_cell_and_left_as_it_was(small_root):
    path, _ = build_all(small_root, run=False)
    before = path.read_bytes()
    source = small_root / "notebooks/source/01_small.py"
    source.write_text(source.read_text("utf-8") + "\n# %%\n1 / 0\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"'Lille side'.*cell-04.*ZeroDivisionError"):
        build_all(small_root)
    assert path.read_bytes() == before


def test_a_live_widget_leaves_its_picture_and_no_trace_of_running(tmp_path):
    page = page_of([(0, WIDGET.format(html='"text/html": "<figure></figure>",'))])
    ran = run_page(page, tmp_path)
    (output,) = ran.cells[0].outputs
    assert set(output.data) == {"text/html", "text/plain"}
    assert "widgets" not in ran.metadata
    assert ran.metadata == page.metadata
    assert ran.cells[0].metadata == {}
    assert page.cells[0].outputs == []


def test_a_widget_without_a_picture_is_refused(tmp_path):
    with pytest.raises(ValueError, match="cell-0 has none"):
        run_page(page_of([(0, WIDGET.format(html=""))]), tmp_path)


def test_a_missing_tool_is_named_with_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "jupytext", None)
    with pytest.raises(ModuleNotFoundError, match="pip install jupytext"):
        tools.tool("jupytext")


def test_importing_the_author_loads_no_tool():
    code = (
        "import sys, lederlib.author; "
        "print({'jupytext', 'nbformat', 'nbclient'} & {*sys.modules})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "set()"
