import pytest

from lederlib.lab import app_session, make_working_copy
from lederlib.lab.app import lesson_titles, tool_titles
from lederlib.text import label

pytest.importorskip("voila", reason="needs the extra lab")


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_start_page_names_every_lesson(tmp_path, lang):
    pages = make_working_copy(tmp_path)
    app_session(pages, lang=lang)
    page = tmp_path / f".lederlib/app-{lang}/voila/templates/lederlib/tree.html"
    text = page.read_text(encoding="utf-8")
    titles = lesson_titles(tmp_path / "notebooks" / lang)
    assert titles
    assert all(f"voila/render/{name}" in text for name in titles)
    tools = tool_titles(tmp_path / "notebooks" / lang)
    assert list(tools) == ["your_answers.ipynb"]
    assert "your_answers.ipynb" not in titles
    above, _, below = text.partition("<h2>")
    assert label("lab.tool_your_answers", lang) in above
    assert all(f"voila/render/{name}" in above for name in tools)
    assert all(f"voila/render/{name}" in below for name in titles)
    assert f'<html lang="{lang}">' in text
    assert "<main>" in text
    assert "%" not in text.partition("</style>")[2]
