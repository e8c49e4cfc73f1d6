"""Makes the picture of descent play: a surface would hide the map, so the map, with a start moved by hand.

    .build/page-tests/bin/python docs/pictures/play.py DESCENT PICTURE
"""

import signal
import subprocess
import sys

from playwright.sync_api import sync_playwright

RACE = ("?functions=quadratic:condition=20&optimizers=momentum:lr=0.01&optimizers=adam:lr=0.2"
        "&steps=120&overlay=momentum,gradient")


def main(descent, picture):
    server = subprocess.Popen([descent, "play"], stdout=subprocess.PIPE, text=True)
    url = server.stdout.readline().split(": the race")[0]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(url + RACE)
        page.wait_for_timeout(500)
        box = page.locator("#map").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.5)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.25, steps=5)
        page.wait_for_timeout(500)
        page.mouse.up()
        page.wait_for_timeout(500)
        for _ in range(12):
            page.keyboard.press("ArrowLeft")
        page.locator("#narration summary").click()
        page.locator("#narration").scroll_into_view_if_needed()
        page.wait_for_timeout(500)
        page.screenshot(path=picture)
        browser.close()
    server.send_signal(signal.SIGINT)
    server.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
