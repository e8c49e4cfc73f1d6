"""While the start of a race is dragged over the map its trails follow: what each move costs the
page and the server."""

import contextlib
import json
from urllib.parse import unquote

import pytest

RACE = ("?functions=rosenbrock&optimizers=sgd:lr=0.001&optimizers=adam:lr=0.05&steps=50&start=-1.2,1"
        "&window=-2:2,-1:3")
MOVES = 12
# How often each canvas was emptied, for a new drawing, and how often a size or place was asked for.
COUNTING = """
    window.counts = { drawings: {}, sizes: 0 };
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        const { id } = this.canvas;
        counts.drawings[id] = (counts.drawings[id] ?? 0) + 1;
        return clearRect.apply(this, box);
    };
    for (const name of ["clientWidth", "clientHeight"]) {
        const { get } = Object.getOwnPropertyDescriptor(Element.prototype, name);
        Object.defineProperty(Element.prototype, name, { get() {
            counts.sizes += 1;
            return get.call(this);
        } });
    }"""
# A line that never opens.
NO_LINE = "window.WebSocket = class extends EventTarget {};"
ANSWERS = "performance.getEntriesByName('answer').length"


@pytest.fixture
def open_drag(browser, play_server):
    """A page whose start is in the pointer's hand; `move` waits for the answer and its picture."""

    @contextlib.contextmanager
    def open_drag(prepare=""):
        context = browser.new_context(viewport={"width": 1280, "height": 720})
        page = context.new_page()
        page.set_default_timeout(60_000)
        failures = []
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.add_init_script(COUNTING + prepare)
        lines = []
        page.on("websocket", lambda line: lines.append(line))
        page.goto(play_server + RACE)
        page.locator("main[aria-busy=false]").wait_for()
        box = page.locator("#map").bounding_box()

        def move(number):
            before = page.evaluate(ANSWERS)
            page.mouse.move(box["x"] + 200 + 5 * number, box["y"] + 150 + 3 * number)
            if number == 0: page.mouse.down()
            page.wait_for_function(f"() => {ANSWERS} > {before}")
            page.evaluate(
                "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

        move(0)
        move(1)
        yield page, move, lines
        page.mouse.up()
        page.locator("main[aria-busy=false]").wait_for()
        assert failures == []
        context.close()

    return open_drag


def wander(page, count):
    """Moves the pointer over the map, 50 times a second, and waits for no answer."""
    box = page.locator("#map").bounding_box()
    for number in range(count):
        page.mouse.move(box["x"] + 200 + number, box["y"] + 150)
        page.wait_for_timeout(20)
        yield


def test_an_answer_is_drawn_once(open_drag):
    with open_drag() as (page, move, _):
        page.evaluate("counts.drawings = {}")
        before = page.evaluate(ANSWERS)
        for number in range(2, MOVES): move(number)
        answers = page.evaluate(ANSWERS) - before
        assert answers >= MOVES - 2
        # The colour bar is what it was.
        assert page.evaluate("counts.drawings") == {"map": answers, "chart": answers}


def test_nothing_is_measured_while_something_is_dragged(open_drag):
    """What is asked for its size after something was written is laid out at once, and later again."""
    with open_drag() as (page, move, _):
        page.evaluate("counts.sizes = 0")
        for number in range(2, MOVES): move(number)
        assert page.evaluate("counts.sizes") == 0


def test_nothing_else_moves_while_something_is_dragged(open_drag):
    with open_drag() as (page, move, _):
        for number in range(2, MOVES): move(number)
        page.wait_for_timeout(600)
        assert page.locator("main[aria-busy=true]").count() == 1
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.locator("#tip").is_hidden()


def test_races_come_over_a_line(open_drag):
    """They are those that a request brings, and it brings the first, before there is a line."""
    with open_drag() as (page, move, lines):
        frames = {"framesent": [], "framereceived": []}
        [line] = lines
        for name, found in frames.items(): line.on(name, lambda frame, found=found: found.append(frame))
        for number in range(2, MOVES): move(number)
        (head, query), (told, race) = (
            frames[name][-1].split("\n", 1) for name in ("framesent", "framereceived"))
        number, what = head.split()
        assert told == f"{number} 200"
        asked = page.request.post(page.url.split("?")[0] + what, data=query,
                                  headers={"Content-Type": "text/plain"})
        assert asked.json() == json.loads(race)
        assert len(frames["framesent"]) == len(frames["framereceived"]) >= MOVES - 2


def test_a_start_is_taken_up_again_before_all_is_there(open_drag):
    """What the end of a drag asks for, the next end asks for again: nothing waits for it."""
    with open_drag() as (page, move, _):
        held = []
        page.route("**/race?part=whole*", lambda route: held.append(route))
        page.mouse.up()
        for _ in range(500):
            if held: break
            page.wait_for_timeout(20)
        page.mouse.down()
        for number in range(2, 6): move(number)
        assert len(held) == 1
        page.unroute("**/race?part=whole*")


def test_without_a_line_races_come_by_requests(open_drag):
    with open_drag(NO_LINE) as (page, move, lines):
        asked = []
        page.on("request", lambda request: asked.append((request.method, request.url)))
        for number in range(2, MOVES): move(number)
        assert lines == []
        races = [url for method, url in asked if method == "POST" and "race?part=runs" in url]
        assert len(races) >= MOVES - 2


def test_a_line_over_which_nothing_comes_is_left(open_drag):
    with open_drag("""
            window.WebSocket = class extends WebSocket {
                send(text) { if (this !== window.dead) super.send(text); }
                constructor(address) { super(address); window.last = this; }
            };""") as (page, move, lines):
        page.evaluate("window.dead = window.last")
        before = page.evaluate(ANSWERS)
        for _ in wander(page, 200):
            if page.evaluate(ANSWERS) > before: break
        assert page.evaluate(ANSWERS) > before
        assert page.evaluate("dead.readyState >= WebSocket.CLOSING")


def test_a_line_that_closes_between_two_moves_costs_none(open_drag):
    """The next move is answered all the same, and those after it over another line."""
    with open_drag("""
            window.WebSocket = class extends WebSocket {
                constructor(address) { super(address); window.last = this; }
            };""") as (page, move, lines):
        page.evaluate("""() => new Promise((done) => {
            last.addEventListener("close", done);
            last.close(); })""")
        before = page.evaluate(ANSWERS)
        for number in range(2, 6): move(number)
        assert page.evaluate(ANSWERS) >= before + 4
        assert len(lines) == 2 and page.evaluate("last.readyState === WebSocket.OPEN")


RATE = ".card .parameter.has-slider input[type=range]"


@pytest.mark.parametrize("way", ["at once", "with pictures"])
def test_a_slider_is_answered_where_its_thumb_is(browser, play_server, way):
    """Also before the browser tells of it, which it does with the next picture; and without a secure
    context, where it tells of nothing before."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    if way == "with pictures":
        page.add_init_script("""addEventListener("pointerrawupdate",
            (event) => event.stopImmediatePropagation(), true)""")
    page.goto(play_server + RACE)
    page.locator("main[aria-busy=false]").wait_for()
    slider = page.locator(RATE).first
    page.evaluate("""(selector) => {
        window.told = [];
        const slider = document.querySelector(selector);
        const number = slider.parentElement.querySelector("input[type=text]");
        for (const name of ["pointerrawupdate", "input"]) {
            slider.addEventListener(name, () => told.push([name, slider.value, number.value]));
        } }""", RATE)
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, y)
    page.mouse.down()
    for share in [0.55, 0.6, 0.7, 0.62, 0.4, 0.05, -0.2, 0.3]:
        page.mouse.move(box["x"] + share * box["width"], y)
        page.wait_for_timeout(40)
    held = page.locator(RATE).first.evaluate(
        "(slider) => slider.parentElement.querySelector('input[type=text]').value")
    told = page.evaluate("told")
    page.mouse.up()
    page.locator("main[aria-busy=false]").wait_for()
    early = [number for (kind, _, number), (next_kind, _, after) in zip(told, told[1:])
             if (kind, next_kind) == ("pointerrawupdate", "input") and number == after]
    assert (len(early) >= 5) == (way == "at once"), told
    # Hovering moves nothing.
    page.mouse.move(box["x"] + 0.8 * box["width"], y)
    page.wait_for_timeout(100)
    assert f"sgd:lr={held}" in unquote(page.url)
    context.close()


def test_what_takes_long_says_so_while_something_is_dragged(open_drag):
    with open_drag(NO_LINE) as (page, move, _):
        page.route("**/race?part=runs*", lambda route: None)
        for _ in wander(page, 30): pass
        assert page.locator("body.is-waiting").count() == 1
        page.unroute("**/race?part=runs*")


def test_the_end_of_a_drag_waits_for_no_trails(open_drag):
    """However patient the page has become: the end comes at most so late as trails at first."""
    with open_drag(NO_LINE) as (page, move, _):
        page.route("**/race?part=runs*", lambda route: None)
        for _ in wander(page, 100): pass
        page.evaluate("""() => {
            addEventListener("pointerup", ({ timeStamp }) => (window.end = timeStamp), true);
            const { fetch } = window;
            window.fetch = (what, options) => {
                if (what.startsWith("race?part=whole")) window.asked = performance.now();
                return fetch(what, options);
            }; }""")
        page.mouse.up()
        page.locator("main[aria-busy=false]").wait_for()
        assert page.evaluate("asked - end") < 1000


def test_a_slider_that_comes_back_is_answered_to_the_end(browser, play_server):
    """Browsers tell no change then."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.goto(play_server + RACE)
    page.locator("main[aria-busy=false]").wait_for()
    slider = page.locator(RATE).first
    box = slider.bounding_box()
    x, y = box["x"] + 0.6 * box["width"], box["y"] + box["height"] / 2
    page.mouse.click(x, y)
    page.locator("main[aria-busy=false]").wait_for()
    seen = [page.locator("#legend").inner_text(), slider.input_value(), page.url]
    page.evaluate("""(selector) => { window.changes = 0;
        document.querySelector(selector).addEventListener("change", () => changes++); }""", RATE)
    page.mouse.move(x, y)
    page.mouse.down()
    for share in [0.65, 0.7, 0.65]:
        page.mouse.move(box["x"] + share * box["width"], y)
        page.wait_for_timeout(60)
    assert page.locator("main").get_attribute("aria-busy") == "true"
    page.mouse.move(x, y)
    page.wait_for_timeout(60)
    page.mouse.up()
    page.locator("main[aria-busy=false]").wait_for()
    assert page.evaluate("changes") == 0
    assert [page.locator("#legend").inner_text(), slider.input_value(), page.url] == seen
    context.close()
