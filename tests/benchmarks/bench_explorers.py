"""Time a key press on a lever until the new picture is painted, explorer by explorer.

Each explorer stands alone on a page of one JupyterLab on this machine, with its model
running at every press. Wanted: at most 100 ms at the 95th percentile.

Run from the project's folder: ``python tests/benchmarks/bench_explorers.py [presses]``.
"""

import importlib.util
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

#: For each explorer: the cell that shows it, and a lever that makes its model run.
EXPLORERS = {
    "bucket": (
        "from lederlib.widget import explore_bucket; explore_bucket(lang='da')",
        "quits",
    ),
    "calendar": (
        "from lederlib.widget import explore_calendar; explore_calendar(lang='da')",
        "urgent",
    ),
}
MOST = 100


def neighbour(name):
    """Return the benchmark of one slider, whose watch and harness serve here too."""
    spec = importlib.util.spec_from_file_location(
        name, Path(__file__).with_name(f"{name}.py")
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def press(page, watch, lever, key):
    """Press a key on the lever; return milliseconds until the picture is painted."""
    handle = f".lederlib-lever-{lever} .noUi-handle"
    page.evaluate(watch, [handle, ".lederlib-gallery", 0])
    page.keyboard.press(key)
    elapsed = page.evaluate("() => window.answered")
    page.wait_for_timeout(700)  # the kernel comes to rest
    return elapsed


def times_of(page, slider, lever, presses):
    keys = (["ArrowRight"] * 3 + ["ArrowLeft"] * 3) * (presses // 6 + 2)
    elapsed = [press(page, slider.WATCH, lever, key) for key in keys[: presses + 3]]
    return elapsed[3:]  # the first ones warm caches up


def report(name, slider, values):
    middle, late = statistics.median(values), slider.p95(values)
    sys.stdout.write(
        f"{name:10} median {middle:6.1f} ms   p95 {late:6.1f} ms   n {len(values)}\n"
    )
    return late < MOST


def main():
    presses = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    slider = neighbour("bench_slider")
    tools, good = slider.harness(), []
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        serving = tools.serve("lab", tools.lab_command, Path(home), "api/status")
        server = next(serving)
        browser = playwright.chromium.launch(
            executable_path=tools.find_chromium(), args=list(tools.CHROMIUM_ARGS)
        )
        try:
            for name, (cell, lever) in EXPLORERS.items():
                page = tools.new_page(browser)
                tools.open_lesson(page, server, f"{name}.ipynb", [cell])
                page.locator(f".lederlib-lever-{lever} .noUi-handle").wait_for()
                page.wait_for_timeout(3000)
                values = times_of(page, slider, lever, presses)
                good.append(report(name, slider, values))
                page.context.close()
        finally:
            browser.close()
            serving.close()
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
