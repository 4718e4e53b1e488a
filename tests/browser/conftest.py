"""A real browser, and the two servers that show a lesson: JupyterLab and Voilà.

Nothing leaves the machine: every server listens on a free loopback port, works in a
folder of its own and is stopped by the process that started it.
"""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

PATIENCE = 60_000  # milliseconds; the first kernel of a cold machine is slow
NEEDED = ("playwright", "axe_playwright_python", "jupyterlab", "voila")
WIDE = {"width": 1280, "height": 900}
CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

OWN_TESTS = """
from IPython.display import display
import lederlib.widget
from lederlib.report import your_answers
from lederlib.widget import Description, Explorer, slider

def fragile(values, rest):
    if values["fuse"] == 1:
        raise RuntimeError("the fuse blew.")
    return "All is well."

for name in (
    "flexwork", "factors", "balance", "bucket", "calendar", "strain", "contagion",
    "evidence", "conclusion", "pilots", "synchronise",
):
    display(getattr(lederlib.widget, f"explore_{{name}}")(lang={lang!r}))
fuse = slider("fuse", "Fuse", low=0, high=2, step=1, start=0,
              words=lambda value: "fuse %d" % value)
display(Explorer(Description(
    name="fragile", lesson="00", lang={lang!r}, controls=(fuse,), first=("fuse",),
    find=fragile, pictures=(), sentence=lambda values, found: found,
)))
display(your_answers({lang!r}))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server under test: where it answers, and the folder that it shows."""

    kind: str
    address: str
    folder: Path


def required() -> bool:
    """Return whether a missing browser is a failure rather than a reason to skip."""
    asked = (os.environ.get("CI", ""), os.environ.get("LEDERLIB_REQUIRE_BROWSER", ""))
    return any(word.lower() not in ("", "0", "false") for word in asked)


def lack(reason):
    (pytest.fail if required() else pytest.skip)(reason)


def find_chromium():
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser")
    found = (shutil.which(name) for name in (*names, "google-chrome") if name)
    return next((path for path in found if path), None)


@pytest.fixture(scope="session")
def browser_tools():
    """The path of Chromium; skip if a part is missing, or fail where it is required."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        lack(f"Browser tests need {', '.join(missing)}: install the group 'test'.")
    path = find_chromium()
    if path is None:
        lack("Browser tests need Chromium: install it, or name it in CHROMIUM.")
    return path


@pytest.fixture(scope="package")
def chromium(browser_tools):
    """One browser for the folder: its event loop must not outlive the browser tests."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - may be missing

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_tools, args=list(CHROMIUM_ARGS)
        )
        yield browser
        browser.close()


def new_page(browser):
    """Return a fresh page, 1280 pixels wide, that keeps what it complained of."""
    page = browser.new_context(viewport=WIDE).new_page()
    page.set_default_timeout(PATIENCE)
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


@pytest.fixture(scope="package")
def lab_server(browser_tools, tmp_path_factory):  # noqa: ARG001 - asked for its check
    yield from serve("lab", lab_command, tmp_path_factory.mktemp("lab"), "api/status")


@pytest.fixture(scope="package")
def voila_server(browser_tools, tmp_path_factory):  # noqa: ARG001 - asked for its check
    yield from serve("voila", voila_command, tmp_path_factory.mktemp("voila"), "")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def lab_command(folder, port):
    return [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *(f"--ServerApp.port={port}", "--ServerApp.ip=127.0.0.1"),
        *("--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}"),
        *("--IdentityProvider.token=", "--ServerApp.open_browser=False"),
        "--LabApp.expose_app_in_browser=True",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]


def voila_command(folder, port):
    return [
        *(sys.executable, "-m", "voila", str(folder), "--no-browser"),
        *(f"--port={port}", "--Voila.ip=127.0.0.1", "--Voila.port_retries=0"),
    ]


def serve(kind, command, home, probe):
    folder = home / "pages"
    folder.mkdir()
    port = free_port()
    log = (home / "server.log").open("w")
    server = Server(kind=kind, address=f"http://127.0.0.1:{port}", folder=folder)
    process = subprocess.Popen(
        command(folder, port),
        cwd=folder,
        env={**os.environ, **_own_settings(home)},
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        _wait_until_up(f"{server.address}/{probe}", process, home / "server.log")
        yield server
    finally:
        _stop(process)
        log.close()


def _own_settings(home):
    """Keep the server away from the settings and the news of whoever runs the tests."""
    quiet = home / "settings" / "@jupyterlab" / "apputils-extension"
    quiet.mkdir(parents=True)
    news = json.dumps({"fetchNews": "false", "checkForUpdates": False})
    (quiet / "notification.jupyterlab-settings").write_text(news)
    return {
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_PLATFORM_DIRS": "1",
    }


def _wait_until_up(address, process, log):
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=2).close()
            return
        time.sleep(0.2)
    pytest.fail(f"The server did not come up:\n{log.read_text()[-2000:]}")


def _stop(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=5)


def write_notebook(folder, name, cells):
    """Write a notebook of code cells into the folder of a server."""
    blank = {"cell_type": "code", "metadata": {}, "outputs": []}
    notebook = {
        "cells": [
            {**blank, "id": f"cell-{place}", "execution_count": None, "source": cell}
            for place, cell in enumerate(cells)
        ],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    (folder / name).write_text(json.dumps(notebook), encoding="utf-8")


def open_lesson(page, server, name, cells):
    """Write a notebook, open it in JupyterLab or in Voilà, and run all of it."""
    write_notebook(server.folder, name, cells)
    if server.kind == "voila":
        page.goto(f"{server.address}/voila/render/{name}")
        return
    page.goto(f"{server.address}/doc/tree/{name}?reset")
    page.wait_for_function(_KERNEL_READY)
    page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")


_KERNEL_READY = """() => {
    const widget = window.jupyterapp?.shell.currentWidget;
    return widget?.context?.sessionContext?.session?.kernel?.status === 'idle'
        && widget.content?.widgets?.length > 0;
}"""


def explorer(kit, name):
    """Return an explorer by its name."""
    return kit.page.locator(f".lederlib-explorer-{name}")


def lever(kit, name, key):
    """Return a lever's own control; one that is folded away is unfolded by key."""
    box = explorer(kit, name)
    found = box.locator(f".lederlib-lever-{key} :is(input, select, button)").first
    if not found.is_visible():
        box.locator(".lederlib-more summary").press("Enter")
    return found


def press(kit, name, key, *keys):
    """Press keys on a lever."""
    lever(kit, name, key).focus()
    for one in keys:
        kit.page.keyboard.press(one)


def await_words(kit, name, words, part="words"):
    """Wait until the explorer says `words`; fail with what it says instead."""
    line = f".lederlib-explorer-{name} .lederlib-{part}"
    arrived = (
        "([line, words]) => document.querySelector(line).textContent.includes(words)"
    )
    try:
        kit.page.wait_for_function(arrived, arg=[line, words], timeout=15_000)
    except Exception:
        assert words in kit.page.locator(line).text_content()


def await_rest(kit, name):
    """Wait until the pictures that take time have followed."""
    at_rest = """name => !document.querySelector(
        `.lederlib-explorer-${name} .lederlib-stale:not([hidden])`)"""
    kit.page.wait_for_function(at_rest, arg=name, timeout=15_000)


@pytest.fixture(scope="package")
def open_kit(request, chromium):
    """Open one cell as a lesson and wait until each explorer says something."""

    def opened(kind, lang, name, cell, *, explorers):
        page = new_page(chromium)
        server = request.getfixturevalue(f"{kind}_server")
        folder = server.folder / name  # of its own: a stored answer locks a lever
        folder.mkdir()
        open_lesson(page, server, f"{name}/page.ipynb", [cell.format(lang=lang)])
        page.wait_for_function(_ALL_SAY_SOMETHING, arg=explorers, timeout=180_000)
        return SimpleNamespace(page=page, lang=lang, kind=kind, folder=folder)

    return opened


_ALL_SAY_SOMETHING = """count => {
    const lines = [...document.querySelectorAll('.lederlib-explorer .lederlib-words')];
    return lines.length === count && lines.every(line => line.innerText);
}"""


@pytest.fixture(scope="package", params=[("lab", "da"), ("voila", "en")], ids="-".join)
def lesson(request, open_kit):
    """What has tests of its own, on one page and one kernel."""
    opened = open_kit(*request.param, "own_tests", OWN_TESTS, explorers=12)
    yield opened
    opened.page.context.close()


@pytest.fixture
def kit(lesson):
    """The lesson on a wide screen, which has complained of nothing after the test."""
    lesson.page.set_viewport_size(WIDE)
    yield lesson
    assert lesson.page.complaints == []
