"""The two commands that open the lessons, as a student and a lecturer meet them."""

import os
import re
import subprocess
import sys
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from lederlib.text import label

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def opened(chromium, tmp_path):
    """Run a command in an empty folder and open the address that it prints."""
    running, pages = [], []

    def open_command(name, *options):
        process = subprocess.Popen(
            [sys.executable, "-m", "lederlib.cli", name, "--no-browser", *options],
            cwd=tmp_path,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "IPYTHONDIR": str(tmp_path)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        running.append(process)
        address = re.search(r"http://\S+", process.stdout.readline()).group()
        page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(60_000)
        pages.append(page)
        go_when_up(page, address)
        return page

    yield open_command
    for page in pages:
        page.context.close()
    for process in running:
        stop(process)


def stop(process):
    process.terminate()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=5)
    process.stdout.close()


def go_when_up(page, address):
    for _ in range(120):
        try:
            return page.goto(address)
        except Exception as error:
            if "ERR_CONNECTION_REFUSED" not in str(error):
                raise
            time.sleep(0.5)
    return pytest.fail(f"Nothing answers at {address}")


def test_lab_opens_the_welcome_lesson_and_asks_nothing(opened, tmp_path):
    page = opened("lab", "--lang", "da")
    page.get_by_role("heading", name="Velkommen", level=1).wait_for()
    page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").wait_for()
    page.wait_for_timeout(2_000)
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0
    assert (tmp_path / "work/exercises/en/03_balance.ipynb").is_file()


def test_lab_writes_large_for_a_projector(opened):
    page = opened("lab", "--lang", "en", "--large", "--folder", "class")
    page.get_by_role("heading", name="Welcome", level=1).wait_for()
    text = page.locator(".jp-RenderedMarkdown p").first
    assert float(text.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")) >= 20


@pytest.mark.parametrize("lang", ["da", "en"])
def test_app_shows_the_lessons_without_code(opened, lang):
    page = opened("app", "--lang", lang)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.locator("html").get_attribute("lang") == lang
    page.get_by_role("heading", name=label("lab.start_title", lang)).wait_for()
    assert not Axe().run(page).response["violations"]

    page.locator("main a").last.click()
    page.get_by_role("slider").first.wait_for()
    assert page.locator("html").get_attribute("lang") == lang
    assert page.get_by_role("main").count() == 1
    assert page.locator(".jp-InputArea-editor").count() == 0
    assert all("localhost" in url for url in asked if url.startswith("http"))
    faults = Axe().run(page).response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["html"]) for fault in faults]
