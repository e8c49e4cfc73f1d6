"""Contours are computed anew where a map is zoomed: their places are those of the function."""

import json
import math

import pytest

from test_geometry import PAGE
from test_pages import script
from windows import Window

SCALES = [1, 2]

PIXELS = """([across, down]) => {
    const canvas = document.querySelector("#map");
    const ratio = devicePixelRatio;
    const { left, top, right, bottom } = drawn.map.frames[0];
    const y = Math.round((top + down * (bottom - top)) * ratio);
    const [first, end] = [Math.ceil(left * ratio) + 2, Math.floor(right * ratio) - 2];
    const { data } = canvas.getContext("2d").getImageData(first, y, end - first, 1);
    const colors = Array.from({ length: end - first },
        (_, i) => [data[4 * i], data[4 * i + 1], data[4 * i + 2]]);
    const share = (i) => ((first + i + 0.5) / ratio - left) / (right - left);
    return { colors, shares: colors.map((_, i) => share(i)),
             down: ((y + 0.5) / ratio - top) / (bottom - top) }; }"""
"""The colours along a row of the map's pixels, and where they are as shares of its frame."""


class Zoomed:
    """The middle of the bowl x² + 4y², so many times as large, along a row of pixels."""

    def __init__(self, page, factor, down):
        row = page.evaluate(PIXELS, [0, down])
        race = json.loads(page.locator("#race").text_content())
        left, right, bottom, top = race["window"]
        assert (left, bottom) == (-right, -top)
        self.bands = [
            tuple(int(color[i:i + 2], 16) for i in (1, 3, 5)) for color in race["levels"]["colors"]]
        self.colors = [tuple(color) for color in row["colors"]]
        self.xs = [(2 * share - 1) * right / factor for share in row["shares"]]
        self.y = (1 - 2 * row["down"]) * top / factor
        self.pixel = self.xs[1] - self.xs[0]

    @property
    def edges(self):
        """Runs of pixels without a band's colour, between two that have one: the first and the
        last."""
        runs = []
        for i, color in enumerate(self.colors):
            if color in self.bands: continue
            if runs and runs[-1][1] == i - 1: runs[-1][1] = i
            else: runs.append([i, i])
        return runs


@pytest.fixture
def open_bowl(open_window):
    def open_bowl(scale):
        return open_window(
            Window("bowl", 1280, 720, scale),
            lambda page: page.add_init_script(script("record")))

    return open_bowl


def zoom(page, times):
    """In by twos about the middle."""
    for _ in range(times): page.locator("#zoom-in").click()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("times", [1, 2])
def test_isolines_lie_where_the_function_has_their_level(open_bowl, scale, times):
    with open_bowl(scale) as page:
        zoom(page, times)
        row = Zoomed(page, 2 ** times, 0.42)
        edges = row.edges
        levels = [half * half for half in range(1, 9)]
        right = row.xs[-1]
        expected = sorted(
            side * math.sqrt(level - 4 * row.y ** 2) for level in levels for side in (-1, 1)
            if 4 * row.y ** 2 < level < 4 * row.y ** 2 + right ** 2)
        assert len(expected) >= 4
        # Beside the levels there may be finer lines where levels are few.
        for x in expected:
            middles = [(row.xs[first] + row.xs[last]) / 2 for first, last in edges]
            assert min(abs(middle - x) for middle in middles) <= 1.5 * row.pixel


@pytest.mark.parametrize("scale", SCALES)
def test_edges_are_sharp(open_bowl, scale):
    """A line of 1.2 pixels of the style sheet with half a pixel of the screen on either side."""
    with open_bowl(scale) as page:
        zoom(page, 2)
        edges = Zoomed(page, 4, 0.42).edges
        assert len(edges) >= 4
        assert max(last - first + 1 for first, last in edges) <= 2 * scale + 2


@pytest.mark.parametrize("scale", SCALES)
def test_bands_are_those_of_the_function(open_bowl, scale):
    with open_bowl(scale) as page:
        zoom(page, 2)
        row = Zoomed(page, 4, 0.3)
        seen = 0
        for x, color in zip(row.xs, row.colors):
            half = math.sqrt(x * x + 4 * row.y ** 2)
            # Not where a line is.
            if color not in row.bands: continue
            seen += 1
            if abs(half - round(half)) > 2 * row.pixel:
                assert color == row.bands[min(math.floor(half), 8)]
        assert seen > 0.8 * len(row.xs)


def test_finer_lines_come_where_levels_are_few(open_bowl):
    with open_bowl(1) as page:
        zoom(page, 6)
        assert len(Zoomed(page, 64, 0.42).edges) >= 4


def test_the_whole_is_the_picture_again(open_bowl):
    with open_bowl(1) as page:
        picture = "() => document.querySelector('#map').toDataURL()"
        page.wait_for_function(
            "document.querySelector('#background').complete && window.drawn?.map !== undefined")
        zoom(page, 0)
        whole = page.evaluate(picture)
        zoom(page, 3)
        assert page.evaluate(picture) != whole
        page.locator("#zoom-reset").click()
        zoom(page, 0)
        assert page.evaluate(picture) == whole


@pytest.fixture
def field(browser):
    """Heights at places by the page's script, from nodes of a function on [-1, 1] × [-1, 1]."""

    def field(function, degree, places, side=33):
        page = browser.new_page()
        page.add_script_tag(content=(PAGE / "field.js").read_text())
        found = page.evaluate(f"""([degree, side, places]) => {{
            const f = {function};
            const node = (i) => (2 * i) / (side - 1) - 1;
            const heights = Float64Array.from({{ length: side * side }}, (_, i) =>
                f(node(i % side), node(Math.floor(i / side))));
            const grid = {{ columns: side, rows: side, degree, heights }};
            return [...new Field(grid, [-1, 1, -1, 1]).over(places, places)]
                .map((height) => Number.isNaN(height) ? null : height); }}""",
            [degree, side, places])
        page.close()
        return found

    return field


PLACES = [-1, -0.97, -0.5, -0.123, 0, 0.31, 0.76, 0.999, 1]


def test_polynomials_are_exact_up_to_their_degree(field):
    for degree, function in [(5, lambda x, y: x**5 - 3 * x * y**4 + y), (1, lambda x, y: 2 * x - x * y)]:
        text = {5: "(x, y) => x**5 - 3 * x * y**4 + y", 1: "(x, y) => 2 * x - x * y"}[degree]
        found = field(text, degree, PLACES)
        expected = [function(x, y) for y in PLACES for x in PLACES]
        assert all(abs(a - b) <= 1e-12 for a, b in zip(found, expected, strict=True))


def test_what_is_undefined_stays_so(field):
    """Within half a cell of the border of the domain."""
    places = [i / 50 for i in range(-50, 51)]
    found = field("(x, y) => x > 0.2 || y > 0.5 ? NaN : x + y", 5, places)
    cell, seen = 2 / 32, set()
    for i, height in enumerate(found):
        x, y = places[i % 101], places[i // 101]
        if min(abs(x - 0.2), abs(y - 0.5)) < cell: continue
        seen.add(height is None)
        assert (height is None) == (x > 0.2 or y > 0.5)
        if height is not None: assert abs(height - (x + y)) <= 1e-12
    assert seen == {True, False}
