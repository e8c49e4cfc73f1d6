"""Numbers are written by the page as by films: the texts come from the Swift that writes these."""

import json

from conftest import HERE

NUMBERS = HERE.parents[1] / "Sources/Rendering/Player/Page/numbers.js"


def test_numbers(browser, pages):
    vectors = json.loads((pages / "numbers.json").read_text())
    assert len(vectors) > 1000
    page = browser.new_page()
    page.add_script_tag(content=NUMBERS.read_text())
    written = page.evaluate(
        """(vectors) => vectors.map(([value, digits, keeps]) =>
            valueText(value, digits, keeps === 1))""",
        vectors)
    page.close()
    wrong = [(vector, text) for vector, text in zip(vectors, written) if vector[3] != text]
    assert wrong == []
