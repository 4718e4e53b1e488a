"""Time a key press on a lever until the new picture is painted, in JupyterLab.

Ours is `explore_flexwork`; the comparator is what most notebooks do: the same six
levers, the same 10,000 draws and the same pictures through `interactive_output` with
`plt.subplots` and `plt.show`. Both run in one JupyterLab on this machine, in turns.
The last lever is in both cases the same one, and a press counts as answered when every
picture that follows at once has been replaced, decoded and painted; the strip of
provenance, which waits until the lever is released, is drawn by neither.

Run from the project's folder: ``python tests/benchmarks/bench_slider.py [presses]``.
"""

import importlib.util
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

OURS = """
from lederlib.widget import explore_flexwork
explore_flexwork(lang="da", draws=10_000)
"""
USUAL = """
%matplotlib inline
import ipywidgets
import matplotlib.pyplot as plt
import numpy as np
from lederlib.catalogue import ledger
from lederlib.plot.flexwork.week import sample_week
from lederlib.scenario import Scenario, ways_of_sharing
from lederlib.scenario import run

today = run(Scenario({}))

def fan(axes, outcome):
    table = outcome.table[outcome.table["outcome"] == "retention"]
    axes.fill_between(table["years"], table["q05"], table["q95"], alpha=.2)
    axes.fill_between(table["years"], table["q25"], table["q75"], alpha=.35)
    axes.plot(table["years"], table["q50"], label="median")
    return table

def draw(home, anchor, team, role, shift_wishes, four_day):
    levers = dict(home=home, anchor=anchor, team=team, role=role,
                  shift_wishes=shift_wishes, four_day=float(four_day))
    outcome = run(Scenario(levers), draws=10_000)
    week = sample_week(5, anchor=anchor, home=home + float(four_day), team=team, rng=0)
    fig, axes = plt.subplots(figsize=(7, 4.2))
    axes.pcolormesh(week[::-1], edgecolors="white", linewidth=2, cmap="Blues")
    row, day = np.nonzero(~week[::-1])
    axes.plot(day + .5, row + .5, "k^", ms=6)
    for day, count in enumerate(week.sum(axis=0)):
        axes.text(day + .5, -.6, str(count), ha="center")
    axes.set_xticks(np.arange(5) + .5, ["man", "tir", "ons", "tor", "fre"])
    axes.set_title("En tilfældig uge")
    plt.show()
    fig, axes = plt.subplots(figsize=(7, 4.9))
    ways = ways_of_sharing(levers, ledger=ledger())
    for days, line in ways.groupby("anchor"):
        axes.plot(line["freedom"], line["community"], "o-", color="grey")
        for x, y in zip(line["freedom"], line["community"]):
            axes.text(x, y, f"{days:.0f}", ha="center", va="center")
    low, middle, high = np.quantile(outcome.samples["community"], [.05, .5, .95])
    point = np.median(outcome.samples["freedom"])
    axes.plot([point, point], [low, high], lw=3)
    axes.plot(point, middle, "D", ms=12)
    axes.set(xlabel="frihed", ylabel="fællesskab", title="Frihed og fællesskab")
    plt.show()
    fig, axes = plt.subplots(figsize=(7, 4.4))
    table = fan(axes, outcome)
    before = today.table[today.table["outcome"] == "retention"]
    axes.plot(before["years"], before["q50"], "--", label="i dag")
    axes.plot([1, 5], [.82, .54], "kD", label="undersøgelsen")
    axes.legend()
    axes.set(ylim=(0, 1.02), xlabel="år", title="Hvor mange er her endnu?")
    plt.show()
    print(outcome.summary("da"))

levers = dict(
    home=ipywidgets.IntSlider(2, 0, 5),
    anchor=ipywidgets.IntSlider(0, 0, 5),
    team=ipywidgets.IntSlider(12, 2, 40),
    role=ipywidgets.ToggleButtons(options=["office", "frontline"]),
    shift_wishes=ipywidgets.FloatSlider(0, min=0, max=1, step=.1),
    four_day=ipywidgets.Checkbox(False),
)
shown = ipywidgets.interactive_output(draw, levers)
shown.add_class("usual-pictures")
ipywidgets.VBox([*levers.values(), shown])
"""
# A press is answered when, after the last change to the pictures, all of them are
# there and decoded; the time is taken in the frame after that.
WATCH = """([handle, pictures, number]) => {
    const changed = new Promise((answer) => {
        const box = document.querySelector(pictures);
        let done = false;
        const observer = new MutationObserver(async () => {
            const found = [...box.querySelectorAll('img')];
            if (done || (number && found.length < number)) return;
            const marks = found.map((image) => image.src).join();
            if (number && marks === window.lastMarks) return;
            await Promise.all(found.map((image) => image.decode().catch(() => 0)));
            const again = [...box.querySelectorAll('img')];
            if (done || again.map((image) => image.src).join() !== marks) return;
            if (number && again.some((image) => window.lastSet?.has(image))) return;
            done = true;
            observer.disconnect();
            requestAnimationFrame(() => {
                window.lastMarks = marks;
                window.lastSet = new Set(again);
                answer(performance.now() - window.pressed);
            });
        });
        observer.observe(box, { subtree: true, childList: true, attributes: true,
            attributeFilter: ['data-frame', 'src'] });
    });
    window.answered = changed;
    document.addEventListener('keydown', () => { window.pressed = performance.now(); },
        { capture: true, once: true });
    document.querySelector(handle).focus();
}"""
KINDS = {
    "ours": (".lederlib-lever-home input", ".lederlib-gallery", 0),
    "usual": (".widget-hslider .noUi-handle", ".usual-pictures", 3),
}


def harness():
    """Return the browser tests' module, which starts and stops the server."""
    place = Path(__file__).parents[1] / "browser" / "conftest.py"
    spec = importlib.util.spec_from_file_location("browser_harness", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def press(page, kind, key):
    """Press a key on the lever; return milliseconds until the picture is painted."""
    handle, pictures, number = KINDS[kind]
    page.bring_to_front()
    page.wait_for_timeout(300)  # a tab that has just come to the front is painted anew
    page.evaluate(WATCH, [handle, pictures, number])
    page.keyboard.press(key)
    elapsed = page.evaluate("() => window.answered")
    page.wait_for_timeout(900)  # the strip may follow; the kernel comes to rest
    return elapsed


def measure(pages, presses):
    times = {kind: [] for kind in pages}
    keys = (["ArrowRight"] * 3 + ["ArrowLeft"] * 3) * (presses // 6 + 2)
    for place, key in enumerate(keys[: presses + 3]):
        for kind, page in pages.items():
            elapsed = press(page, kind, key)
            if place >= 3:  # the first ones warm caches up
                times[kind].append(elapsed)
    return times


def p95(values):
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def report(times):
    for kind, values in times.items():
        middle = statistics.median(values)
        line = f"{kind:6} median {middle:6.1f} ms   p95 {p95(values):6.1f} ms"
        sys.stdout.write(f"{line}   n {len(values)}\n")
    ratio = statistics.median(times["usual"]) / statistics.median(times["ours"])
    sys.stdout.write(f"ratio of medians {ratio:.2f} (wanted: at least 1.6)\n")
    return ratio >= 1.6 and p95(times["ours"]) < 100


def opened(browser, tools, server, kind, cell):
    page = tools.new_page(browser)
    tools.open_lesson(page, server, f"{kind}.ipynb", [cell])
    page.locator(KINDS[kind][0]).first.wait_for()
    page.wait_for_timeout(3000)
    return page


def main():
    presses = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    tools = harness()
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        serving = tools.serve("lab", tools.lab_command, Path(home), "api/status")
        server = next(serving)
        browser = playwright.chromium.launch(
            executable_path=tools.find_chromium(), args=list(tools.CHROMIUM_ARGS)
        )
        try:
            cells = {"ours": OURS, "usual": USUAL}
            pages = {
                kind: opened(browser, tools, server, kind, cell)
                for kind, cell in cells.items()
            }
            good = report(measure(pages, presses))
        finally:
            browser.close()
            serving.close()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
