"""Time a key press on a lever until the new picture is painted, explorer by explorer.

Each explorer stands alone on a page of one JupyterLab on this machine, with its model
running at every press. Wanted: at most 100 ms at the 95th percentile.

Run from the project's folder:
``python tests/benchmarks/bench_explorers.py [presses] [explorer …]``.
"""

import importlib.util
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import lederlib.widget

EXPLORERS = [name for name in lederlib.widget.__all__ if name.startswith("explore_")]
CELL = "import lederlib.widget; lederlib.widget.{name}(lang='da')"
#: The lever that makes the model work hardest, where it is not the first slider.
LEVERS = {
    "explore_bucket": "quits",
    "explore_calendar": "urgent",
    "explore_contagion": "leader_load",
    "explore_evidence": "topic",
    "explore_pilots": "teams",
    "explore_synchronise": "pick_1",
}
HANDLE = ".lederlib-levers input[type=range]"
MOST = 100


def neighbour(name):
    """Return the benchmark of one slider, whose watch and harness serve here too."""
    spec = importlib.util.spec_from_file_location(
        name, Path(__file__).with_name(f"{name}.py")
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def press(page, watch, handle, key):
    """Press a key on the lever; return milliseconds until the picture is painted."""
    page.evaluate(watch, [handle, ".lederlib-gallery", 0])
    page.keyboard.press(key)
    elapsed = page.evaluate("() => window.answered")
    page.wait_for_timeout(700)  # the kernel comes to rest
    return elapsed


def times_of(page, slider, handle, presses):
    """Return the time of each press, up three steps and down again."""
    page.locator(handle).first.focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(3000)
    is_list = page.locator(handle).first.evaluate("lever => lever.tagName === 'SELECT'")
    on, back = ("ArrowDown", "ArrowUp") if is_list else ("ArrowRight", "ArrowLeft")
    keys = ([on] * 3 + [back] * 3) * (presses // 6 + 2)
    elapsed = [press(page, slider.WATCH, handle, key) for key in keys[: presses + 6]]
    return elapsed[6:]  # the first ones warm caches up


def handle_of(name):
    """Return where the explorer's lever, a slider or a list, is on its page."""
    lever = LEVERS.get(name)
    return f".lederlib-lever-{lever} :is(input, select)" if lever else HANDLE


def time_explorer(name, presses, *, tools, browser, server, slider):
    """Return the times of one explorer, alone on its page; none without a slider."""
    page = tools.new_page(browser)
    try:
        tools.open_lesson(page, server, f"{name}.ipynb", [CELL.format(name=name)])
        page.locator(".lederlib-explorer .lederlib-picture").first.wait_for()
        page.wait_for_timeout(3000)
        for folded in page.locator(".lederlib-more > summary").all():
            folded.click()
        if not page.locator(handle_of(name)).count():
            return []
        return times_of(page, slider, handle_of(name), presses)
    finally:
        page.context.close()


def report(name, slider, values):
    middle, late = statistics.median(values), slider.p95(values)
    sys.stdout.write(
        f"{name:20} median {middle:6.1f} ms   p95 {late:6.1f} ms   n {len(values)}\n"
    )
    return late < MOST


def main():
    presses = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    names = sys.argv[2:] or EXPLORERS
    slider = neighbour("bench_slider")
    tools, good = slider.harness(), []
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        serving = tools.serve("lab", tools.lab_command, Path(home), "api/status")
        server = next(serving)
        browser = playwright.chromium.launch(
            executable_path=tools.find_chromium(), args=list(tools.CHROMIUM_ARGS)
        )
        place = {"tools": tools, "browser": browser, "server": server}
        place["slider"] = slider
        try:
            for name in names:
                values = time_explorer(name, presses, **place)
                good.append(not values or report(name, slider, values))
        finally:
            browser.close()
            serving.close()
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
