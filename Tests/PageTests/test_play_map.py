"""The map of `descent play` beyond its whole, and the surface in its place."""

import base64
import bisect
import contextlib
import json
import math
import struct
from urllib.parse import parse_qs, urlsplit

import pytest

from test_pages import script

VALLEY = ("?functions=rosenbrock&optimizers=sgd:lr=0.001&steps=30&start=-1.2,1&window=-2:2,-1:3")
BOWL = ("?functions=x1%5E2%2Bx2%5E2&optimizers=sgd:lr=0.5&optimizers=momentum:lr=1e-12&steps=4"
        "&start=1.5,-1&window=-2:2,-2:2&aspect=equal")


# The lower the map, the fewer digits stand at its axis.
RESIZED = ("?functions=beale&optimizers=sgd:lr=0.001&steps=30&start=0.5,0.5&window=-2:2,-1:3"
           "&aspect=fill")


class Map:
    """A page as its reader uses it."""

    def __init__(self, page):
        self.page = page
        self.race = json.loads(page.locator("#race").text_content())

    def answered(self, action):
        """Does something that asks the server, and waits for its answer."""
        before = self.answers
        action()
        self.page.wait_for_function(
            "() => document.querySelector('main').getAttribute('aria-busy') === 'false' && "
            f"performance.getEntriesByName('answer').length > {before}")

    @property
    def answers(self):
        return self.page.evaluate("performance.getEntriesByName('answer').length")

    @property
    def query(self):
        return {key: values[0] for key, values in parse_qs(urlsplit(self.page.url).query).items()}

    @property
    def window(self):
        """As the address tells it: left, right, bottom, top."""
        return [float(end) for end in self.query["window"].replace(",", ":").split(":")]

    @property
    def frame(self):
        """The map's box in pixels of the window, as the one of the window that is shown."""
        frame = self.page.evaluate("drawn.map.frames[0]")
        box = self.page.locator("#map").bounding_box()
        return {"left": box["x"] + frame["left"], "right": box["x"] + frame["right"],
                "top": box["y"] + frame["top"], "bottom": box["y"] + frame["bottom"]}

    def pixel(self, across, up):
        """Where shares of the map are in the window."""
        frame = self.frame
        return (frame["left"] + across * (frame["right"] - frame["left"]),
                frame["bottom"] + up * (frame["top"] - frame["bottom"]))

    def color(self, canvas, x, y):
        """Of a pixel of a canvas, in pixels of the style sheet."""
        return tuple(self.page.evaluate("""([id, x, y]) => {
            const context = document.getElementById(id).getContext("2d");
            const [column, row] = [x, y].map((place) => Math.floor(place * devicePixelRatio));
            return [...context.getImageData(column, row, 1, 1).data].slice(0, 3); }""",
            [canvas, x, y]))

    def frames(self):
        """Until what is asked for is drawn."""
        self.page.evaluate(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture
def open_map(browser, play_server):
    @contextlib.contextmanager
    def open_map(query=VALLEY, width=1280, height=720, scale=1, prepare=None, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, device_scale_factor=scale, **options)
        page = context.new_page()
        page.set_default_timeout(120_000)
        failures = []
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.add_init_script(script("record"))
        if prepare: page.add_init_script(prepare)
        page.goto(play_server + query)
        page.wait_for_function("() => window.drawn?.map?.frames.length > 0")
        yield Map(page)
        assert failures == []
        context.close()

    return open_map


def near(found, expected, tolerance):
    assert len(found) == len(expected)
    assert all(abs(a - b) <= tolerance for a, b in zip(found, expected)), (found, expected)


# MARK: The free window


def test_the_wheel_shows_what_lies_beyond(open_map):
    """Twice as much each way, and what is below the pointer stays there."""
    with open_map() as shown:
        shown.page.mouse.move(*shown.pixel(0.25, 0.75))
        shown.answered(lambda: shown.page.mouse.wheel(0, 100))
        # −1, 2 is a quarter and three quarters of the window.
        near(shown.window, [-3, 5, -4, 4], 0.02)


def test_settings_have_no_more_digits_than_pixels_tell(open_map):
    with open_map() as shown:
        for _ in range(2): shown.answered(lambda: shown.page.keyboard.press("+"))
        near(shown.window, [-0.5, 0.5, 0.5, 1.5], 0.01)
        shown.page.mouse.move(*shown.pixel(0.4321, 0.1234))
        shown.answered(lambda: shown.page.mouse.wheel(0, -37))
        left, right = shown.window[:2]
        frame = shown.frame
        pixel = (right - left) / (frame["right"] - frame["left"])
        texts = shown.query["window"].replace(",", ":").split(":")
        decimals = max(len(text.partition(".")[2]) for text in texts)
        assert pixel / 10 <= 10 ** -decimals <= pixel


def drag(page, start, offset, button="left"):
    page.mouse.move(*start)
    page.mouse.down(button=button)
    page.mouse.move(start[0] + offset[0] / 2, start[1] + offset[1] / 2)
    page.mouse.move(start[0] + offset[0], start[1] + offset[1])
    page.mouse.up(button=button)


def test_of_several_maps_the_pressed_one_takes_the_start(open_map):
    """Beyond its edge the start stays at that edge, also over the map above it."""
    with open_map(VALLEY + "&optimizers=momentum:lr=0.001&layout=grid") as shown:
        box = shown.page.locator("#map").bounding_box()
        frames = sorted(shown.page.evaluate("drawn.map.frames"), key=lambda frame: frame["top"])
        assert len(frames) == 2 and frames[0]["bottom"] < frames[1]["top"]
        lower = frames[1]

        def place(across, up):
            return (box["x"] + lower["left"] + across * (lower["right"] - lower["left"]),
                    box["y"] + lower["bottom"] + up * (lower["top"] - lower["bottom"]))

        shown.answered(lambda: shown.page.mouse.click(*place(0.25, 0.75)))
        near([float(x) for x in shown.query["start"].split(",")], [-1, 2], 0.05)
        shown.answered(lambda: drag(shown.page, place(0.25, 0.75), (0, -box["height"] / 2)))
        near([float(x) for x in shown.query["start"].split(",")], [-1, 3], 0.05)


@pytest.mark.parametrize("way", ["shift", "right button"])
def test_drags_move_the_map_and_not_the_start(open_map, way):
    with open_map() as shown:
        page = shown.page
        page.evaluate("document.addEventListener('contextmenu', "
                      "(event) => (window.hasMenu = !event.defaultPrevented))")
        frame, start = shown.frame, shown.pixel(0.5, 0.5)
        quarter = (frame["right"] - frame["left"]) / 4

        def move():
            if way == "shift":
                page.keyboard.down("Shift")
                drag(page, start, (quarter, quarter / 2))
                page.keyboard.up("Shift")
            else:
                drag(page, start, (quarter, quarter / 2), "right")

        height = frame["bottom"] - frame["top"]
        shown.answered(move)
        up = 4 * (quarter / 2) / height
        near(shown.window, [-3, 1, -1 + up, 3 + up], 0.02)
        assert shown.query["start"] == "-1.2,1"
        assert not page.evaluate("window.hasMenu ?? false")


def test_two_fingers_move_and_zoom(open_map):
    with open_map(has_touch=True) as shown:
        (x, y), page = shown.pixel(0.5, 0.5), shown.page
        session = page.context.new_cdp_session(page)

        def touch(kind, *fingers):
            points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(fingers)]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        def pinch():
            touch("touchStart", (x - 80, y))
            touch("touchStart", (x - 80, y), (x + 80, y))
            touch("touchMove", (x - 60, y), (x + 60, y))
            touch("touchMove", (x - 40, y), (x + 40, y))
            touch("touchEnd")

        shown.answered(pinch)
        page.wait_for_function("() => location.search.includes('window=-4')")
        near(shown.window, [-4, 4, -3, 5], 0.2)
        assert shown.query["start"] == "-1.2,1"


def test_keys_move_and_zoom(open_map):
    with open_map() as shown:
        press = shown.page.keyboard.press
        shown.answered(lambda: press("-"))
        near(shown.window, [-4, 4, -3, 5], 0.03)
        shown.answered(lambda: press("Shift+ArrowRight"))
        near(shown.window, [-3.2, 4.8, -3, 5], 0.05)
        shown.answered(lambda: press("Shift+ArrowDown"))
        near(shown.window, [-3.2, 4.8, -3.8, 4.2], 0.07)
        shown.answered(lambda: press("0"))
        assert "window" not in shown.query


def test_a_double_click_leaves_the_window_to_the_server_and_the_start_where_it_is(open_map):
    with open_map() as shown:
        x, y = shown.pixel(0.7, 0.3)
        shown.page.mouse.dblclick(x, y)
        shown.page.wait_for_function("() => !location.search.includes('window')")
        assert shown.query["start"] == "-1.2,1"


def test_a_function_of_one_variable_has_a_window_of_one(open_map):
    with open_map("?functions=x%5E4-x%5E2&optimizers=sgd:lr=0.01&steps=20&start=1.5") as shown:
        shown.answered(lambda: shown.page.keyboard.press("-"))
        assert "," not in shown.query["window"]
        left, right = shown.window
        assert left < 0 < 1.5 < right


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_meanwhile_the_whole_is_where_it_belongs(open_map, theme):
    """Until the answer is there: bands in the middle half of the map, a quiet colour of the theme
    around it."""
    with open_map(VALLEY + "&theme=" + theme) as shown:
        held = []
        shown.page.route("**/race?part=whole*", lambda route: held.append(route))
        shown.page.keyboard.press("-")
        shown.page.wait_for_function("() => document.getElementById('zoom-out').disabled === false")
        shown.frames()
        box = shown.page.locator("#map").bounding_box()

        def color(across, up):
            x, y = shown.pixel(across, up)
            return shown.color("map", x - box["x"], y - box["y"])

        around = shown.page.evaluate(
            "getComputedStyle(document.documentElement).getPropertyValue('--grid').trim()")
        blank = tuple(int(around[i:i + 2], 16) for i in (1, 3, 5))
        for place in [(0.1, 0.5), (0.9, 0.1), (0.5, 0.05), (0.2, 0.8)]: assert color(*place) == blank
        for place in [(0.3, 0.3), (0.3, 0.7), (0.7, 0.7)]: assert color(*place) != blank
        shown.page.unroute("**/race?part=whole*")


def test_a_resized_map_stands_where_it_does_when_opened(open_map):
    with open_map(RESIZED, height=1000) as shown:
        shown.page.set_viewport_size({"width": 640, "height": 400})
        shown.page.wait_for_function("() => document.getElementById('map').width < 640")
        shown.frames()
        resized = shown.frame
        shown.page.reload()
        shown.page.wait_for_function("() => window.drawn?.map?.frames.length > 0")
        shown.frames()
        assert shown.frame == resized


BEALE = "?functions=beale&optimizers=sgd:lr=0.002&optimizers=adam:lr=0.05&steps=150"


def test_the_buttons_leave_the_minimum_to_be_seen(open_map):
    """Beale's, at (3, 0.5), is near the right edge of a small map."""
    with open_map(BEALE + "&theme=projector", width=640, height=480) as shown:
        left, right, bottom, top = shown.race["window"]
        x, y = shown.pixel((3 - left) / (right - left), (0.5 - bottom) / (top - bottom))
        box = shown.page.locator(".zoom").bounding_box()
        within = (box["x"] < x < box["x"] + box["width"], box["y"] < y < box["y"] + box["height"])
        assert within != (True, True)


@pytest.mark.parametrize("width", [1024, 1160, 1279])
def test_the_map_is_large_beside_the_settings(open_map, width):
    with open_map(VALLEY, width=width, height=768) as shown:
        assert shown.page.locator("#panel").is_visible()
        frame = shown.frame
        assert min(frame["right"] - frame["left"], frame["bottom"] - frame["top"]) >= 360


def test_small_maps_of_fractional_pixels_are_not_made_anew_at_every_picture(open_map):
    with open_map(VALLEY + "&optimizers=momentum:lr=0.001&optimizers=adam&layout=grid"
                  "&aspect=equal", width=1027, height=771, scale=1.5) as shown:
        shown.frames()
        made = shown.page.evaluate("""async () => {
            let count = 0;
            const { createElement } = document;
            document.createElement = function (name, ...more) {
                count += name === "canvas" ? 1 : 0;
                return createElement.call(this, name, ...more); };
            for (const key of ["ArrowLeft", "ArrowLeft", "ArrowRight"]) {
                document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
                await new Promise((done) =>
                    requestAnimationFrame(() => requestAnimationFrame(done))); }
            return count; }""")
        assert made == 0


# MARK: The surface


YAW, PITCH, DISTANCE, MARGIN, TOP = 0.5, 0.9, 6, 40, 0.55


class Eye:
    """Where points are seen: a camera that looks at the middle of a block of 2 × 2 × TOP, turned by
    YAW, from the height PITCH."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        reach = math.sqrt(2)
        self.pixels = min((width - 2 * MARGIN) / 2, (height - 2 * MARGIN) / 1.8) / reach
        self.distance = DISTANCE * reach

    def pixel(self, x, y, z):
        # Turned about the upright axis, then tilted towards the eye.
        across = x * math.cos(YAW) - y * math.sin(YAW)
        away = x * math.sin(YAW) + y * math.cos(YAW)
        above = z - TOP / 2
        up = away * math.sin(PITCH) + above * math.cos(PITCH)
        towards = above * math.sin(PITCH) - away * math.cos(PITCH)
        scale = self.pixels * self.distance / (self.distance - towards)
        return self.width / 2 + across * scale, self.height / 2 - up * scale


class Bowl:
    """Heights of x² + y² over [−2, 2] × [−2, 2] as the page has them."""

    def __init__(self, race):
        ground = race["ground"]
        data = base64.b64decode(ground["heights"])
        heights = struct.unpack(f"<{len(data) // 4}f", data)
        self.low, self.high = min(heights), max(heights)
        self.steps = ground["steps"]
        self.colors = [
            tuple(int(color[i:i + 2], 16) for i in (1, 3, 5)) for color in race["levels"]["colors"]]

    def climb(self, x, y):
        """Bands climbed, from 0 at the least height, linear from level to level."""
        height = self.low + (x * x + y * y) / 8 * (self.high - self.low)
        edges = [self.low, *self.steps, self.high]
        band = bisect.bisect_right(self.steps, height)
        return band + (height - edges[band]) / (edges[band + 1] - edges[band])

    def point(self, x, y):
        return x / 2, y / 2, TOP * self.climb(x, y) / (len(self.steps) + 1)


@pytest.fixture
def open_surface(open_map):
    @contextlib.contextmanager
    def open_surface(query=BOWL, **options):
        with open_map(query, **options) as shown:
            show(shown)
            yield shown

    return open_surface


def show(shown):
    shown.page.keyboard.press("3")
    shown.page.wait_for_function("() => document.getElementById('relief').hidden === false")
    shown.page.wait_for_function("() => drawn.relief !== undefined")
    shown.frames()


def eye(shown):
    box = shown.page.locator("#relief").bounding_box()
    return Eye(box["width"], box["height"])


def picture(shown):
    shown.frames()
    return shown.page.evaluate("document.getElementById('relief').toDataURL()")


def heads(shown, color):
    """The middles of filled shapes in a colour."""
    return shown.page.evaluate("""(color) => drawn.relief.shapes
        .filter((shape) => shape.kind === "fill" && shape.color === color)
        .map(({ points }) => [0, 1].map((axis) => {
            const all = points.map((point) => point[axis]);
            return (Math.min(...all) + Math.max(...all)) / 2; }))""", color)


@pytest.mark.parametrize("size", [(640, 480, 2), (1280, 720, 1), (1920, 1080, 1)])
def test_heads_are_where_their_trails_end(open_surface, size):
    with open_surface(width=size[0], height=size[1], scale=size[2]) as shown:
        bowl, seen = Bowl(shown.race), eye(shown)
        still, moving = [(0, 0), (1.5, -1)], shown.race["entrants"]
        for entrant, place in zip(moving, still):
            [found] = heads(shown, entrant["color"])
            near(found, seen.pixel(*bowl.point(*place)), 2.5)
        shown.page.keyboard.press("Home")
        shown.frames()
        for entrant in moving:
            [found] = heads(shown, entrant["color"])
            near(found, seen.pixel(*bowl.point(1.5, -1)), 2.5)


def test_trails_lie_on_the_surface(open_surface):
    """One step from the start to the minimum, in the entrant's colour."""
    with open_surface(scale=2) as shown:
        bowl, seen = Bowl(shown.race), eye(shown)
        color = shown.race["entrants"][0]["color"]
        wanted = tuple(int(color[i:i + 2], 16) for i in (1, 3, 5))
        for share in (0.35, 0.5, 0.65):
            x, y = seen.pixel(*bowl.point(1.5 * share, -share))
            found = [shown.color("relief", x, y + down) for down in (-1.5, -1, -0.5, 0, 0.5, 1)]
            assert min(math.dist(one, wanted) for one in found) < 12, (share, found, wanted)


def test_bands_are_those_of_the_map(open_surface):
    """Lit more or less, but in the colour of the band."""
    with open_surface() as shown:
        bowl, seen = Bowl(shown.race), eye(shown)
        places = [(x / 4, y / 4) for x in range(-7, 8) for y in range(0, 8)]
        told = 0
        for place in places:
            climb = bowl.climb(*place)
            # Not near lines.
            if not 0.25 < climb % 1 < 0.75 or math.hypot(*place) < 0.7: continue
            color = bowl.colors[math.floor(climb)]
            found = shown.color("relief", *seen.pixel(*bowl.point(*place)))
            light = [a / b for a, b in zip(found, color)]
            assert max(light) - min(light) < 0.04 and 0.6 < min(light) < 1.1, (place, found, color)
            told += 1
        assert told > 10


def test_drags_keys_and_the_wheel_turn_and_zoom(open_surface):
    with open_surface() as shown:
        page, box = shown.page, shown.page.locator("#relief").bounding_box()
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        first = picture(shown)
        seen = {first}

        def changes(action):
            action()
            now = picture(shown)
            assert now not in seen
            seen.add(now)

        changes(lambda: drag(page, middle, (80, 30)))
        changes(lambda: page.mouse.wheel(0, -100))
        time = page.locator("#time").text_content()
        page.locator("#relief").focus()
        changes(lambda: page.keyboard.press("ArrowLeft"))
        changes(lambda: page.keyboard.press("ArrowUp"))
        assert page.locator("#time").text_content() == time
        changes(lambda: page.locator("#zoom-out").click())
        page.keyboard.press("0")
        assert picture(shown) == first
        assert "window=-2:2,-2:2" in page.url or shown.window == [-2, 2, -2, 2]


def test_the_map_comes_back(open_surface):
    with open_surface() as shown:
        toggle = shown.page.locator("#relief-toggle")
        assert toggle.get_attribute("aria-pressed") == "true"
        assert not shown.page.locator("#map").is_visible()
        toggle.click()
        assert toggle.get_attribute("aria-pressed") == "false"
        assert shown.page.locator("#map").is_visible()
        assert not shown.page.locator("#relief").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_background_is_the_theme_s(open_surface, theme):
    with open_surface(f"{BOWL}&theme={theme}") as shown:
        paper = shown.page.evaluate(
            "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()")
        assert shown.color("relief", 2, 2) == tuple(int(paper[i:i + 2], 16) for i in (1, 3, 5))


def test_the_picture_is_saved_with_the_screen_s_pixels(open_surface, tmp_path):
    with open_surface(scale=2) as shown:
        with shown.page.expect_download() as waiting: shown.page.locator("#relief-save").click()
        assert waiting.value.suggested_filename == "surface.png"
        waiting.value.save_as(tmp_path / "surface.png")
        data = (tmp_path / "surface.png").read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        box = shown.page.locator("#relief").bounding_box()
        near(struct.unpack(">II", data[16:24]), [2 * box["width"], 2 * box["height"]], 1)


def test_one_variable_has_no_surface(open_map):
    with open_map("?functions=x%5E4-x%5E2&optimizers=sgd:lr=0.01&steps=20&start=1.5") as shown:
        toggle = shown.page.locator("#relief-toggle")
        assert toggle.is_disabled()
        assert "one variable" in toggle.get_attribute("title")
        shown.page.keyboard.press("3")
        assert not shown.page.locator("#relief").is_visible()


def texts(shown):
    shown.frames()
    return " ".join(shown.page.evaluate("drawn.relief.texts.map(({ text }) => text)"))


NO_WEBGL = """{
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
        return kind.startsWith("webgl") ? null : getContext.call(this, kind, ...more); }; }"""
KEPT_WEBGL = """{
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
        const context = getContext.call(this, kind, ...more);
        if (kind === "webgl2") window.kept = context.getExtension("WEBGL_lose_context");
        return context; }; }"""


def test_a_browser_without_webgl_says_so(open_surface):
    with open_surface(prepare=NO_WEBGL) as shown:
        assert "WebGL 2" in texts(shown)


def test_a_lost_context_says_so_and_comes_back(open_surface):
    with open_surface(prepare=KEPT_WEBGL) as shown:
        first = picture(shown)
        shown.page.evaluate("kept.loseContext()")
        shown.page.wait_for_function(
            "() => drawn.relief.texts.some(({ text }) => text.includes('lost'))")
        shown.page.evaluate("kept.restoreContext()")
        shown.page.wait_for_function(
            "() => !drawn.relief.texts.some(({ text }) => text.includes('lost'))")
        assert picture(shown) == first
