"""What is drawn and told, by checks that run in the page itself: see checks/run.js."""

import pytest

from conftest import HERE
from windows import WINDOWS

PARTS = [
    "common", "playing", "drawing", "levels", "overlays", "rates", "clouds", "grid", "pointing",
    "layout", "run",
]


def script(name):
    return (HERE / "checks" / f"{name}.js").read_text()


# One closed scope, whose value is that of the last part.
CHECKS = "(() => {\n\"use strict\";\n" + "\n".join(map(script, PARTS)) + "})()"


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_page(open_window, window):
    with open_window(window, lambda page: page.add_init_script(script("record"))) as page:
        page.locator("#legend tbody").wait_for(state="attached")
        results = page.evaluate(CHECKS)
        assert any(result.startswith("ok") for result in results)
        assert [result for result in results if result.startswith("FAILED")] == []
