"""What every check of a page needs: the pages, a browser, and windows that complain of nothing."""

import contextlib
import os
import pathlib
import shutil
import subprocess

import pytest
from playwright.sync_api import sync_playwright

from serving import play_server

__all__ = ["play_server"]
HERE = pathlib.Path(__file__).resolve().parent
NAMES = ["chromium", "chromium-browser", "google-chrome"]


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """The folder where the package's tests have written their pages."""
    folder = tmp_path_factory.mktemp("pages")
    command = ["swift", "test", "--skip-build", "--filter", "pagesForABrowser"]
    environment = dict(os.environ, PLAYER_PAGES=str(folder))
    run = subprocess.run(
        command, cwd=HERE.parents[1], env=environment, capture_output=True, text=True)
    assert run.returncode == 0 and any(folder.iterdir()), f"no pages\n{run.stdout}{run.stderr}"
    return folder


@pytest.fixture(scope="session")
def browser():
    """The system's own Chromium: none is ever downloaded."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    assert program, "there is no Chromium; install the system's package of it"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            # Surfaces are drawn on machines without a graphics processor too.
            executable_path=program, args=["--enable-unsafe-swiftshader"])
        yield chromium
        chromium.close()


@pytest.fixture
def open_window(browser, pages, tmp_path):
    """Opens a page in a window, at rest unless told otherwise; where the test fails there, a screenshot shows how it looked."""

    @contextlib.contextmanager
    def open_window(window, prepare=lambda page: None, fragment="#still"):
        context = browser.new_context(
            viewport={"width": window.width, "height": window.height},
            device_scale_factor=window.scale,
            reduced_motion="reduce" if window.reduces_motion else "no-preference")
        page = context.new_page()
        # Long enough for a busy machine: what never comes fails all the same.
        page.set_default_timeout(300_000)
        complaints = listen(page)
        prepare(page)
        try:
            page.goto((pages / f"{window.name}.html").as_uri() + fragment)
            yield page
            assert complaints == []
        except BaseException:
            picture = tmp_path / f"{window}.png"
            page.screenshot(path=picture, full_page=True)
            print(f"screenshot: {picture}")
            raise
        finally:
            context.close()

    return open_window


def listen(page):
    """Everything that a page must not do is entered here when it does: it says something on the
    console, it fails, or it asks for something elsewhere."""
    complaints = []
    page.on("console", lambda message: complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("request", lambda request: request.url.startswith(("data:", "file:"))
            or complaints.append(f"asks for {request.url}"))
    return complaints
