"""Drags the start of a race in a browser, and a slider, and times how soon the new trails are drawn.

Serves Rosenbrock's function with four entrants of 300 steps by a descent that is built for release,
moves the pointer over its map for ten seconds in headless Chromium, as often as a screen shows a
picture, then the slider of a rate, and prints for both how many moves were answered and the times from
the event to the drawn trails as the page itself measures them (its performance entries "answer"):
median and 99th percentile in milliseconds. At most 6 and 16 are wanted; the exit code is 1 where they
are missed. Until the trails are on the screen the browser's own work follows and the wait for the
screen's next picture, up to 17 ms: these times, at most, are printed as "shown". A slider's event begins
when the browser tells of it, before each picture; the pointer's when it has moved.

Needs Debian's Chromium and `pip install playwright`, as Tests/PageTests/run puts into .build/page-tests.

    .build/page-tests/bin/python benchmarks/peers/play_drag.py [DESCENT [SECONDS]]
"""

import json
import math
import signal
import subprocess
import sys
import time

from playwright.sync_api import sync_playwright

RACE = ("?functions=rosenbrock&optimizers=sgd:lr=0.001&optimizers=momentum:lr=0.0005"
        "&optimizers=rmsprop:lr=0.02&optimizers=adam:lr=0.05&steps=300&start=-1.2,1&window=-2:2,-1:3")
GOALS = {"median_ms": 6, "p99_ms": 16}


WATCH = """
    window.shown = [];
    new PerformanceObserver((list) => list.getEntriesByName("answer").forEach(({ startTime }) =>
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => shown.push(performance.now() - startTime);
            port2.postMessage(null);
        }))).observe({ type: "measure" });"""


def share(times, part):
    """Of ascending times the one below which such a part of them lies, in tenths of milliseconds."""
    if not times: return None
    return round(times[min(int(len(times) * part), len(times) - 1)], 1)


def moved(page, seconds, place):
    """Moves the pointer along `place`, of the time, once a picture; the times of answers."""
    page.evaluate("performance.clearMeasures('answer'); shown.length = 0")
    begun = time.perf_counter()
    moves = 0
    while (now := time.perf_counter() - begun) < seconds:
        page.mouse.move(*place(now))
        moves += 1
        time.sleep(max(0, begun + moves / 60 - time.perf_counter()))
    times = sorted(page.evaluate("performance.getEntriesByName('answer').map((e) => e.duration)"))
    shown = sorted(page.evaluate("shown"))
    return {"moves": moves, "answers": len(times),
            "median_ms": share(times, 0.5), "p99_ms": share(times, 0.99),
            "shown_median_ms": share(shown, 0.5), "shown_p99_ms": share(shown, 0.99)}


def drag_start(page, seconds):
    box = page.locator("#map").bounding_box()
    x, y = box["x"] + box["width"] * 0.55, box["y"] + box["height"] * 0.45
    width, height = box["width"] * 0.3, box["height"] * 0.3
    page.mouse.move(x, y)
    page.mouse.down()
    result = moved(page, seconds, lambda t: (x + width * math.cos(2 * t), y + height * math.sin(2.6 * t)))
    page.mouse.up()
    page.locator("main[aria-busy=false]").wait_for()
    return result


def drag_slider(page, seconds):
    slider = page.locator("#entrants input[type=range]").first
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    x, y, width = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, box["width"] * 0.2
    page.mouse.move(x, y)
    page.mouse.down()
    result = moved(page, seconds, lambda t: (x + width * math.sin(2 * t), y))
    page.mouse.up()
    page.locator("main[aria-busy=false]").wait_for()
    return result


def main(descent=".build/release/descent", seconds="10"):
    server = subprocess.Popen([descent, "play", "rosenbrock"], stdout=subprocess.PIPE, text=True)
    try:
        url = server.stdout.readline().split(": the race")[0]
        is_met = True
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            page.goto(url + RACE)
            page.evaluate(WATCH)
            page.locator("main[aria-busy=false]").wait_for()
            for name, drag in [("start", drag_start), ("slider", drag_slider)]:
                drag(page, 1)
                result = drag(page, float(seconds))
                is_met = is_met and result["answers"] > 0 and all(
                    result[key] <= most for key, most in GOALS.items())
                print(json.dumps({"name": name} | result), flush=True)
            browser.close()
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
    sys.exit(0 if is_met else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
