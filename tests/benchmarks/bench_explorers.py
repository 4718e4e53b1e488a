"""Time a key press until the new picture is painted, for each explorer with a slider.

Each explorer stands alone on a page of JupyterLab with its model running as a reader
meets it; the keys move its first slider to and fro. Wanted: a 95th percentile of at
most 100 ms.

Run from the project's folder:
``python tests/benchmarks/bench_explorers.py [presses] [name …]``, a name being that of
the function without ``explore_``; all of them unless given.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from bench_slider import WATCH, harness, p95
from playwright.sync_api import sync_playwright

from lederlib import widget

WANTED = 100  # milliseconds
WARM = 3
CELL = "from lederlib.widget import explore_{name}\nexplore_{name}(lang='da')"


def press(page, handle, key):
    """Press a key on the slider; return milliseconds until the picture is painted."""
    page.evaluate(WATCH, [handle, ".lederlib-gallery", 0])
    page.keyboard.press(key)
    elapsed = page.evaluate("() => window.answered")
    page.wait_for_timeout(700)  # what waits for the release may follow
    return elapsed


def measure(page, presses):
    """Return the times of presses on the first slider, after some to warm up."""
    handle = ".lederlib-explorer .noUi-handle"
    keys = (["ArrowRight"] * 3 + ["ArrowLeft"] * 3) * (presses // 6 + 2)
    return [press(page, handle, key) for key in keys[: presses + WARM]][WARM:]


def report(name, times):
    middle, slow = statistics.median(times), p95(times)
    line = f"{name:14} median {middle:6.1f} ms   p95 {slow:6.1f} ms   n {len(times)}"
    sys.stdout.write(f"{line}\n")
    return slow <= WANTED


def timed(browser, tools, server, name, presses):
    """Open one explorer, time it, and close its page again."""
    page = tools.new_page(browser)
    tools.open_lesson(page, server, f"{name}.ipynb", [CELL.format(name=name)])
    page.locator(".lederlib-explorer .noUi-handle").first.wait_for()
    page.wait_for_timeout(2000)
    good = report(name, measure(page, presses))
    page.context.close()
    return good


def main():
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    presses = numbers[0] if numbers else 40
    known = [name[8:] for name in widget.__all__ if name.startswith("explore_")]
    names = [word for word in sys.argv[1:] if not word.isdigit()] or known
    tools = harness()
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        serving = tools.serve("lab", tools.lab_command, Path(home), "api/status")
        server = next(serving)
        browser = playwright.chromium.launch(
            executable_path=tools.find_chromium(), args=list(tools.CHROMIUM_ARGS)
        )
        try:
            good = [timed(browser, tools, server, name, presses) for name in names]
        finally:
            browser.close()
            serving.close()
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
