"""Numbers are written by the page as by films: the texts come from the Swift that writes these."""

import json

import pytest

from conftest import HERE

NUMBERS = HERE.parents[1] / "Sources/Rendering/Player/Page/numbers.js"


@pytest.mark.parametrize("name, script", [
    ("numbers", "([value, digits, keeps]) => valueText(value, digits, keeps === 1)"),
    ("shortest", "([value]) => shortText(value)"),
])
def test_numbers(browser, pages, name, script):
    vectors = json.loads((pages / f"{name}.json").read_text())
    assert len(vectors) > 500
    page = browser.new_page()
    page.add_script_tag(content=NUMBERS.read_text())
    written = page.evaluate(f"(vectors) => vectors.map({script})", vectors)
    page.close()
    wrong = [(vector, text) for vector, text in zip(vectors, written) if vector[-1] != text]
    assert wrong == []
