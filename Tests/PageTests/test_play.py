"""The page of `descent play`: what its controls change is run anew, shown, and stands in the
address."""

import contextlib
import itertools
import re
from urllib.parse import parse_qs, urlsplit

import pytest

RACE = ("?functions=quadratic:condition=20&optimizers=sgd:lr=0.01&optimizers=adamw:lr=0.05"
        "&start=-1.8,1&steps=60")
SIZES = [
    (640, 480), (700, 520), (768, 1024), (800, 600), (820, 820), (821, 700), (900, 700),
    (960, 540), (1024, 768), (1080, 720), (1099, 700), (1100, 700), (1160, 800), (1180, 660),
    (1280, 720), (1366, 768), (1440, 900), (1600, 900), (1680, 1050), (1920, 1080),
]


class Play:
    """A page as its reader uses it."""

    def __init__(self, page, server):
        self.page = page
        self.server = server

    def __getitem__(self, selector):
        return self.page.locator(selector)

    def settle(self):
        """Until the race is the one that was chosen."""
        self["main[aria-busy=false]"].wait_for()

    def do(self, action):
        """Something that asks for another race, until that is shown or refused."""
        self.page.evaluate("document.querySelector('main').removeAttribute('aria-busy')")
        action()
        self.settle()

    def fill(self, selector, text):
        self.do(lambda: (self[selector].fill(text), self.page.keyboard.press("Enter")))

    def open_everything(self):
        """All that is behind a word in the panel."""
        self["#panel details"].evaluate_all("(all) => all.forEach((one) => (one.open = true))")

    @property
    def query(self):
        return parse_qs(urlsplit(self.page.url).query)

    @property
    def picture(self):
        """The map's pixels, as a text."""
        return self.page.evaluate("document.getElementById('map').toDataURL()")

    @property
    def errors(self):
        return self[".field-error:visible, #play-error:visible"].all_inner_texts()

    @property
    def rows(self):
        return self["#legend tbody b"].all_inner_texts()

    @property
    def cards(self):
        return self[".card h3"].all_inner_texts()

    def parameter(self, card, name, kind="text"):
        """The control of a parameter; kind range is its slider."""
        title = self[".card"].nth(card).locator(f".parameter[title^='{name}:']")
        return title.locator(f"input[type={kind}]")

    @property
    def shown(self):
        """What every control of the panel says."""
        return self.page.evaluate("""[...document.querySelectorAll(
            "#panel :is(input, select):not(#presets)")].map((control) =>
                [control.getAttribute("aria-label"), control.type === "checkbox"
                    ? control.checked : control.value])""")


@pytest.fixture
def open_play(browser, play_server):
    """Opens the page of a race; it may complain of nothing but what the server refuses."""

    @contextlib.contextmanager
    def open_play(query=RACE, size=(1280, 720), **options):
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, **options)
        page = context.new_page()
        page.set_default_timeout(30_000)
        complaints = []
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("console", lambda message: "status of 422" in message.text
                or "status of 503" in message.text or complaints.append(message.text))
        page.on("request", lambda request: request.url.startswith(("data:", play_server))
                or complaints.append(f"asks for {request.url}"))
        page.goto(play_server + query)
        play = Play(page, play_server)
        play.settle()
        yield play
        assert complaints == []
        context.close()

    return open_play


def drag(play, slider, shares):
    """Moves the pointer along a slider to shares of its width; yields in between."""
    box = slider.bounding_box()
    mouse = play.page.mouse
    places = [(box["x"] + share * box["width"], box["y"] + box["height"] / 2) for share in shares]
    mouse.move(*places[0])
    mouse.down()
    for place in places[1:]:
        mouse.move(*place)
    play.do(mouse.up)


def test_slider(open_play):
    with open_play() as play:
        before = play.picture
        entries = play.page.evaluate("history.length")
        drag(play, play.parameter(0, "lr", "range"), [0.5, 0.52, 0.54, 0.56, 0.6])
        rate = play.parameter(0, "lr").input_value()
        assert 0.01 < float(rate) < 1
        assert play.query["optimizers"] == [f"sgd:lr={rate}", "adamw:lr=0.05"]
        assert play.picture != before
        # The map stays, and the whole change is one step of the history.
        assert "window" in play.query
        assert play.page.evaluate("history.length") == entries + 1


def test_scales(open_play):
    with open_play() as play:
        for name, ends in [("lr", ("1e-05", "10")), ("beta1", ("0", "0.999"))]:
            slider = play.parameter(1, name, "range")
            for key, end in zip(("Home", "End"), ends):
                play.do(lambda: slider.press(key))
                assert play.parameter(1, name).input_value() == end
        # Half-way between 1 and 0.001, which 1 − value goes through.
        middle = play.parameter(1, "beta1", "range")
        play.do(lambda: middle.fill("200"))
        assert float(play.parameter(1, "beta1").input_value()) == pytest.approx(
            1 - 0.001 ** 0.5, abs=5e-4)


def test_values_of_other_kinds(open_play):
    with open_play(RACE.replace("sgd:lr=0.01", "rmsprop:lr=0.01")) as play:
        rate = play.parameter(0, "lr")
        play.do(lambda: (rate.fill("power(0.2,r=30)"), rate.press("Enter")))
        play[".card .more summary"].first.click()
        card = play[".card"].first
        play.do(lambda: card.locator(".parameter[title^='centered:'] input").check())
        choice = card.locator(".parameter[title^='lr-placement:'] select")
        play.do(lambda: choice.select_option("outside"))
        assert play.query["optimizers"][0] == (
            "rmsprop:lr=power(initial=0.2,r=30),centered=true,lr-placement=outside")
        # A usual value needs no words.
        play.do(lambda: choice.select_option("inside"))
        assert play.query["optimizers"][0] == "rmsprop:lr=power(initial=0.2,r=30),centered=true"
        text = card.locator(".as-text input")
        play.do(lambda: (text.fill("rmsprop:lr=0.3"), text.press("Enter")))
        assert rate.input_value() == "0.3"


def test_a_refused_value_is_told_where_it_stands(open_play):
    with open_play() as play:
        address = play.page.url
        rate = play.parameter(0, "lr")
        play.do(lambda: (rate.fill("-1"), rate.press("Enter")))
        assert len(play.errors) == 1 and "lr=-1" in play.errors[0]
        assert rate.get_attribute("aria-invalid") == "true"
        described = rate.get_attribute("aria-describedby")
        assert play[f"#{described}"].inner_text() == play.errors[0]
        assert play.page.url == address
        # Others go on from the race that is shown.
        play.do(lambda: play.parameter(1, "lr", "range").press("ArrowRight"))
        assert play.errors == [] and play.query["optimizers"][0] == "sgd:lr=0.01"
        assert rate.get_attribute("aria-invalid") is None


def test_entrants_come_and_go(open_play):
    with open_play() as play:
        assert play.cards == play.rows == ["SGD", "AdamW"]
        play.do(lambda: play.page.get_by_label("Duplicate AdamW").click())
        assert play.query["optimizers"] == ["sgd:lr=0.01"] + 2 * ["adamw:lr=0.05"]
        assert len(play.cards) == len(play.rows) == 3
        play.do(lambda: play.page.get_by_label("Remove SGD").click())
        assert play.query["optimizers"] == 2 * ["adamw:lr=0.05"]
        play.fill("#add-optimizer", "bfgs")
        assert play.query["optimizers"][-1] == "bfgs" and play.rows[-1] == "BFGS"
        assert play["#add-optimizer"].input_value() == ""
        play.fill("#add-optimizer", "adm")
        assert "did you mean adam" in play.errors[0] and len(play.cards) == 3
        suggested = play["#optimizer-names option[value=adamw]"].get_attribute("label")
        assert suggested.startswith("Adam")


@pytest.mark.parametrize("way", ["button", "enter", "leaving"])
def test_an_optimizer_is_added_once(open_play, way):
    with open_play() as play:
        field = play["#add-optimizer"]
        field.fill("bfgs")
        ways = {
            "button": play["#add"].click, "enter": lambda: field.press("Enter"),
            "leaving": lambda: field.press("Tab"),
        }
        play.do(ways[way])
        # What was asked twice would be there by now.
        play.do(lambda: play.parameter(0, "lr", "range").press("ArrowRight"))
        assert play.query["optimizers"].count("bfgs") == 1 and len(play.cards) == 3


def test_the_last_entrant_stays(open_play):
    with open_play("?functions=beale&optimizers=sgd&steps=5") as play:
        play[".card-buttons button"].last.click()
        assert play.cards == ["SGD"]


def test_function(open_play):
    with open_play() as play:
        play.fill("#function", "himmelblau")
        assert play.query["functions"] == ["himmelblau"]
        assert "start" not in play.query and "window" not in play.query
        assert play["h1"].inner_text() == "Himmelblau"
        play.fill("#function", "quadratic")
        condition = play["#function-parameters .parameter[title^='condition:'] input[type=range]"]
        play.do(lambda: condition.press("Home"))
        assert play.query["functions"] == ["quadratic:condition=1"]
        assert play["#function"].input_value() == "quadratic:condition=1"


def test_expression(open_play):
    with open_play() as play:
        # As it is typed, without Enter.
        play.do(lambda: play["#function"].fill("x^2+5*y^2"))
        assert play.query["functions"] == ["x^2+5*y^2"]
        address, picture = play.page.url, play.picture
        play.do(lambda: play["#function"].fill("x^2+5*y^"))
        column = int(re.search(r"at column (\d+)", play.errors[0])[1])
        written, sign = play["#panel pre"].inner_text().split("\n")
        # The expression ends after eight letters: a ninth is missing.
        assert column == 9 and written == "x^2+5*y^" and sign.index("^") == 8
        assert (play.page.url, play.picture) == (address, picture)
        play.do(lambda: play["#function"].fill("x^2+5*y^4"))
        assert play.errors == [] and play.query["functions"] == ["x^2+5*y^4"]


def test_presets(open_play):
    with open_play() as play:
        presets = play["#presets option:not([value=''])"].evaluate_all(
            "(options) => options.map(({ value }) => value)")
        assert len(presets) >= 8
        for preset in presets:
            play.do(lambda: play["#presets"].select_option(preset))
            assert play.errors == [], preset
            assert len(play.rows) == len(parse_qs(preset)["optimizers"])
            assert play["#presets"].input_value() == preset


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_preset_begins_at_its_start(open_play, motion):
    with open_play(reduced_motion=motion) as play:
        play.do(lambda: play["#presets"].select_option(label=(
            "Why Adam overshoots: averaged gradients")))
        assert play["#narration"].get_attribute("open") is not None
        if motion == "reduce":
            assert play["#time"].inner_text() == "step 0 of 120"
        else:
            # It plays once, and then it is over.
            play.page.get_by_label("Pause").wait_for()
            play.page.get_by_label("Play", exact=True).wait_for()
            assert play["#time"].inner_text() == "step 120 of 120"


def test_another_theme_leaves_the_reader_where_they_are(open_play):
    with open_play() as play:
        play.open_everything()
        play["#narration select"].select_option(index=1)
        play["#scrub"].fill("20")
        with play.page.expect_navigation():
            play["[data-setting=theme]"].select_option("dark")
        play.settle()
        assert play["#time"].inner_text() == "step 20 of 60"
        assert play["#narration select"].input_value() == "1"
        assert play["#panel > details:not([open])"].count() == 0
        # Once: who comes later begins anew.
        play.page.reload()
        play.settle()
        assert play["#time"].inner_text() == "step 60 of 60"


def test_a_wrong_address_stays_to_be_mended(open_play):
    with open_play("?functions=x%5E%5E2&optimizers=sgd:lr=0.01") as play:
        assert play.page.url.endswith("?functions=x%5E%5E2&optimizers=sgd:lr=0.01")
        assert play["#function"].input_value() == "x^^2"
        assert len(play.errors) == 1 and "column 3" in play.errors[0]
        assert play["#function"].get_attribute("aria-invalid") is not None
        assert play.cards == ["SGD"]
        play.fill("#function", "x^2+y^2")
        assert play.errors == []
        assert (play.query["functions"], play.query["optimizers"]) == (
            ["x^2+y^2"], ["sgd:lr=0.01"])


def test_what_takes_long_says_so(open_play):
    with open_play() as play:
        sign = "getComputedStyle(document.body, '::after').content !== 'none'"
        clock = play.page.clock
        clock.install()
        held = hold(play, "**/race?*")
        play["[data-setting=steps]"].fill("40")
        clock.pause_at(play.page.evaluate("Date.now() + 1000"))
        with play.page.expect_request("**/race?*"): play.page.keyboard.press("Enter")
        clock.run_for(399)
        assert not play.page.evaluate(sign)
        clock.run_for(1)
        assert play.page.evaluate(sign)
        assert play["main"].get_attribute("aria-busy") == "true"
        clock.resume()
        play.do(held[0].continue_)
        assert not play.page.evaluate(sign)


def test_run_and_drawing(open_play):
    with open_play() as play:
        play.fill("[data-setting=steps]", "40")
        assert "budget 40 steps" in play["#notes"].inner_text()
        play.do(lambda: play["#steps-slider"].press("Home"))
        assert play.query["steps"] == ["1"]
        play.fill("[data-setting=seed]", "7")
        assert "seed 7" in play["#notes"].inner_text()
        play.do(play["#new-seed"].click)
        assert play.query["seed"] != ["7"]
        play["summary:text-is('Drawing')"].click()
        play.do(lambda: play["#overlay-names input[value=gradient]"].check())
        play.do(lambda: play["#overlay-names input[value=step]"].check())
        assert play.query["overlay"] == ["gradient,step"]
        play.do(lambda: play["[data-setting=palette]"].select_option(index=1))
        assert "palette" in play.query
        play.fill("[data-setting=window]", "-2:2,-1:1")
        assert play.query["window"] == ["-2:2,-1:1"]
        play.do(play["#fit"].click)
        assert "window" not in play.query
        play.fill("[data-setting=start]", "1,2,3")
        assert len(play.errors) == 1 and "start" in play.query
        assert play["#batch-row"].is_hidden() and play["#plane-row"].is_hidden()
        with play.page.expect_navigation():
            play["[data-setting=theme]"].select_option("dark")
        play.settle()
        assert play["meta[name=color-scheme]"].get_attribute("content") == "dark"


def test_many_variables(open_play):
    with open_play("?functions=rosenbrock:n=4&optimizers=adam:lr=0.05&steps=20") as play:
        play["summary:text-is('Drawing')"].click()
        assert play["#plane-row"].is_visible()
        play.fill("[data-setting=plane]", "x1,x3")
        assert play.query["plane"] == ["coordinates:1,3"] or play.query["plane"] == ["x1,x3"]
        play[".more summary"].first.click()
        play.fill("#function-parameters .parameter[title^='n:'] input", "2")
        assert play.query["functions"] == ["rosenbrock"] and "plane" not in play.query


def test_reload_gives_the_same(open_play):
    with open_play() as play:
        play.do(lambda: play.parameter(0, "lr", "range").press("ArrowRight"))
        play.do(lambda: play.page.get_by_label("Duplicate AdamW").click())
        play.fill("[data-setting=seed]", "3")
        address, shown, rows = play.page.url, play.shown, play.rows
        play.page.reload()
        play.settle()
        assert (play.page.url, play.shown, play.rows) == (address, shown, rows)


@pytest.mark.parametrize("function, usual", [("beale", [1, 1]), ("rosenbrock", [-1.2, 1])])
def test_a_function_s_own_start_moves_the_race(open_play, function, usual):
    """The usual start times a factor; the map goes along."""
    with open_play(f"?functions={function}&optimizers=sgd:lr=1e-6&steps=5&start=0.5,0.5") as play:
        answers = []
        play.page.on("response", lambda reply: "part=whole" in reply.url and answers.append(reply))
        factor = play["#function-parameters .parameter[title^='start:'] input[type=text]"]
        slider = play["#function-parameters .parameter[title^='start:'] input[type=range]"]
        ways = [lambda: (factor.fill("2"), factor.press("Enter")), lambda: slider.press("PageUp")]
        for way in ways:
            play.do(way)
            race = answers[-1].json()["race"]
            first = [race["entrants"][0][name][0] for name in ("x", "y")]
            moved = float(factor.input_value())
            assert moved >= 2 and first == pytest.approx([moved * x for x in usual])
            assert play.query["functions"] == [f"{function}:start={factor.input_value()}"]
            assert "start" not in play.query and "window" not in play.query
            left, right, bottom, top = race["window"]
            assert left <= first[0] <= right and bottom <= first[1] <= top
        assert moved > 2


def test_the_address_tells_the_clock_and_who_is_hidden(open_play):
    """Whatever way led to it: opened anew it gives the same picture."""
    with open_play(THREE) as play:
        clock, boxes = play["#clock"], play["#legend input"]
        usual = clock.input_value()
        others = [name for name in clock.locator("option").all_inner_texts() if name != usual]
        for name in others:
            play.do(lambda: clock.select_option(name))
            assert play.query["clock"] == [name] and play.errors == []
        play.do(boxes.nth(1).uncheck)
        assert play.query["hidden"] == ["2"]
        play.do(lambda: play.page.get_by_label("Remove SGD").click())
        assert play.query["hidden"] == ["1"]
        play.fill("#add-optimizer", "newton")

        def seen():
            return (play.page.url, clock.input_value(), play["#time"].inner_text(), play.picture,
                    [boxes.nth(i).is_checked() for i in range(boxes.count())])

        before = seen()
        assert before[1] == others[-1] and before[4] == [False, True, True]
        play.page.reload()
        play.settle()
        assert seen() == before
        play.do(play.page.go_back)
        assert "newton" not in play.query["optimizers"] and not boxes.nth(0).is_checked()


def test_the_usual_clock_is_that_of_the_race(open_play):
    """Where nobody has chosen one, also of a race that wants another than the one before."""
    with open_play() as play:
        play.fill("#add-optimizer", "newton")
        before = play["#clock"].input_value(), play["#time"].inner_text(), play.picture
        play.page.reload()
        play.settle()
        assert (play["#clock"].input_value(), play["#time"].inner_text(), play.picture) == before


@pytest.mark.parametrize("query, title, words", [
    ("functions=rosenbrock&start=1,1&starts=grid:3x3", "Rosenbrock", "start and starts exclude each other"),
    ("functions=rosenbrock&optimizers=admm", "Rosenbrock", "unknown optimizer 'admm'"),
    ("functions=rosenbrock&steps=abc", "Rosenbrock", "steps: 'abc' is not accepted; expected a whole"),
    ("functions=rosenbrock&clock=noon", "Rosenbrock", "clock: 'noon' is not accepted; expected one of"),
    ("functions=rosenbrock&windov=1", "Rosenbrock", "unknown key 'windov'; did you mean window?"),
    ("functions=rosenbrock&optimizers=sgd&hidden=2", "Rosenbrock", "hidden: '2' is no entrant"),
    ("functions=rosenbrock&steps=abc&windov=1", "Rosenbrock", "steps: 'abc' is not accepted"),
    ("functions=rosenbrok", "Beale", "unknown function 'rosenbrok'; did you mean rosenbrock?"),
    ("functions=%zz", "Beale", "expected % before two digits"),
])
def test_an_address_that_is_not_understood_says_so(open_play, query, title, words):
    """In one line that is in sight, over what is left of the race; the server says the same."""
    with open_play("?" + query) as play:
        [error] = play.errors
        assert words in error and "\n" not in error
        assert play["h1"].inner_text() == title
        assert play.page.url.endswith("?" + query)
        box = play[".field-error:visible, #play-error:visible"].bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= 720
        reply = play.page.request.post(play.server + "race", data=query,
                                       headers={"Content-Type": "text/plain"})
        assert reply.status == 422 and reply.json()["error"].endswith(error)


def test_history(open_play):
    with open_play() as play:
        first = play.shown
        play.do(lambda: play.parameter(0, "lr", "range").press("ArrowRight"))
        second = play.shown
        play.do(lambda: play.page.get_by_label("Duplicate AdamW").click())
        play.do(play.page.go_back)
        assert play.shown == second
        play.do(play.page.go_back)
        assert play.shown == first and play.rows == ["SGD", "AdamW"]
        play.do(play.page.go_forward)
        assert play.shown == second


# MARK: What comes in between


def slide(play, card, name, share):
    """Moves a slider to a share of its length, as by a drag that goes on."""
    play.parameter(card, name, "range").evaluate("""(slider, share) => {
        slider.value = share * slider.max;
        slider.dispatchEvent(new Event("input", { bubbles: true })); }""", share)


def hold(play, pattern):
    """Keeps the next question of a kind from the server; those that are held."""
    held = []
    play.page.route(pattern, lambda route: held.append(route), times=1)
    return held


def answer(play, pattern, **reply):
    """Answers the next question of a kind in the place of the server."""
    play.page.route(pattern, lambda route: route.fulfill(**reply), times=1)


BUSY = {"status": 503, "content_type": "text/plain", "body": "too much is asked at once\n"}


@pytest.mark.parametrize("pause", [0, 600])
def test_a_slow_map_is_not_lost(open_play, pause):
    """While it is awaited the trails are asked for: sooner and later than the page is patient."""
    with open_play() as play:
        levels = play["#bar"].get_attribute("aria-label")
        asked = []
        play.page.on("request", lambda request: "/race?" in request.url
                     and asked.append(parse_qs(urlsplit(request.url).query)["part"][0]))
        held = hold(play, "**/race?*")
        play["#function"].fill("himmelblau")
        play.page.keyboard.press("Enter")
        play.page.wait_for_timeout(pause)
        slide(play, 1, "lr", 0.5)
        play.settle()
        assert len(held) == 1 and asked == ["whole", "whole"]
        assert play["h1"].inner_text() == play.page.title() == "Himmelblau"
        assert play["#bar"].get_attribute("aria-label") != levels
        assert play.query["functions"] == ["himmelblau"]


def test_what_was_too_much_is_asked_again(open_play):
    with open_play() as play:
        answer(play, "**/race?*", **BUSY)
        play.fill("[data-setting=steps]", "40")
        assert play.errors == [] and play.query["steps"] == ["40"]


def test_a_second_finger_leaves_no_page_busy(open_play):
    """One that comes soon, and goes without a move."""
    with open_play(has_touch=True) as play:
        box = play["#map"].bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        session = play.page.context.new_cdp_session(play.page)

        def tap():
            fingers = [{"x": x, "y": y, "id": 0}, {"x": x + 90, "y": y, "id": 1}]
            for kind, count in [("touchStart", 1), ("touchStart", 2), ("touchEnd", 0)]:
                session.send("Input.dispatchTouchEvent",
                             {"type": kind, "touchPoints": fingers[:count]})

        play.do(tap)
        assert play.query["start"] == ["-1.8,1"]


def test_steps_are_those_of_the_race_that_is_shown(open_play):
    with open_play() as play:
        held = hold(play, "**/step?*")
        formula = play["#narration .formula"]
        with play.page.expect_request("**/step?*") as first:
            play["#narration summary"].click()
        with play.page.expect_request("**/step?*") as second:
            play.do(lambda: play.parameter(0, "lr", "range").press("ArrowRight"))
        names = [parse_qs(urlsplit(asked.value.url).query)["page"] for asked in (first, second)]
        assert names[0] == names[1] and names[0][0].endswith("-step")
        formula.filter(has_text="step 60").wait_for()
        told = play["#narration"].inner_text()
        old = {"step": 60, "title": "old", "formula": "", "names": [], "quantities": [],
               "sentences": []}
        held[0].fulfill(json=old)
        play.page.wait_for_timeout(300)
        assert play["#narration"].inner_text() == told


def test_a_step_that_was_too_much_is_asked_again(open_play):
    with open_play() as play:
        answer(play, "**/step?*", **BUSY)
        play["#narration summary"].click()
        play["#narration .formula"].filter(has_text="step 60").wait_for()


def test_steps_of_an_entrant_that_goes(open_play):
    with open_play() as play:
        play["#narration summary"].click()
        play["#narration select"].select_option("1")
        play["#narration .formula"].filter(has_text="Adam").wait_for()
        play.do(lambda: play.page.get_by_label("Remove AdamW").click())
        play["#narration .formula"].filter(has_text="SGD").wait_for()


def test_steps_are_open_where_there_is_room(open_play):
    for size, is_open in [((1440, 899), False), ((1440, 900), True)]:
        with open_play(size=size) as play:
            assert play["#narration"].evaluate("({ open }) => open") == is_open


THREE = RACE + "&optimizers=rmsprop:lr=0.02"


def test_cards_are_those_that_are_chosen(open_play):
    """The last of three is changed before the answer without the first."""
    with open_play(THREE) as play:
        held = hold(play, "**/race?*")
        play.page.get_by_label("Remove SGD").click()
        assert play.cards == ["AdamW", "RMSProp"] and len(play.rows) == 3
        play.parameter(1, "lr", "range").press("End")
        play.settle()
        assert len(held) == 1
        assert play.query["optimizers"] == ["adamw:lr=0.05", "rmsprop:lr=10"]
        assert play.cards == play.rows == ["AdamW", "RMSProp"]
        assert play.parameter(0, "lr").input_value() == "0.05"


def test_one_is_two_is_one(open_play):
    with open_play("?functions=beale&optimizers=sgd:lr=0.001&steps=5") as play:
        hold(play, "**/race?*")
        play.page.get_by_label("Duplicate SGD").click()
        play.page.get_by_label("Remove SGD").click()
        play.settle()
        assert play.cards == ["SGD"] and play.query["optimizers"] == ["sgd:lr=0.001"]


def test_what_may_not_go_comes_back(open_play):
    with open_play() as play:
        answer(play, "**/race?*", status=422, json={"setting": None, "error": "it may not go"})
        play.do(lambda: play.page.get_by_label("Remove SGD").click())
        assert play.errors == ["it may not go"] and play.cards == ["SGD", "AdamW"]
        play.do(lambda: play.parameter(1, "lr", "range").press("End"))
        assert play.errors == []
        assert play.query["optimizers"] == ["sgd:lr=0.01", "adamw:lr=10"]


def test_cards_of_another_race_change_nothing(open_play):
    with open_play(THREE) as play:
        hold(play, "**/race?*")
        preset = play["#presets option"].nth(1).get_attribute("value")
        play["#presets"].select_option(preset)
        slide(play, 2, "lr", 1)
        play.page.get_by_label("Remove SGD").click()
        play.page.wait_for_timeout(100)
        play.fill("[data-setting=seed]", "7")
        assert play.query["optimizers"] == parse_qs(preset)["optimizers"]


@pytest.mark.parametrize("query", [
    "?functions=rosenbrock:n=4&optimizers=adam:lr=0.05&steps=20",
    RACE + "&plane=principal",
    "?functions=beale&optimizers=sgd:lr=0.001&starts=grid:3x3&steps=20",
], ids=["four variables", "turned", "many starts"])
def test_a_map_that_is_not_all_there_is_takes_no_start(open_play, query):
    with open_play(query) as play:
        assert play["#drag-help"].inner_text().startswith("drag moves the map (")
        cursor = play["#map"].evaluate("(map) => getComputedStyle(map).cursor")
        start, box = play.query.get("start"), play["#map"].bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        play.page.mouse.move(x, y)
        play.page.mouse.down()
        play.page.mouse.move(x + 40, y + 20)
        play.do(play.page.mouse.up)
        assert play.errors == [] and play.query.get("start") == start
        assert cursor == "grab"
        # It is moved instead.
        assert "window" in play.query


def test_one_start_takes_the_place_of_many(open_play):
    with open_play("?functions=beale&optimizers=sgd:lr=0.001&starts=grid:3x3&steps=20") as play:
        play.fill("[data-setting=start]", "1,1.5")
        assert play.errors == [] and "starts" not in play.query
        assert play.query["start"] == ["1,1.5"]
        assert play["#drag-help"].inner_text() == "drag moves the start, with shift the map"


def test_charts_come_and_go(open_play):
    with open_play(RACE + "&chart=excess,gradient&subtitle=Two charts") as play:
        canvases = play[".charts canvas"]
        assert canvases.count() == 2 and play[".subtitle"].inner_text() == "Two charts"
        play.do(lambda: play["#presets"].select_option(index=2))
        assert canvases.count() == 1 and play[".subtitle"].count() == 0
        assert play["h1"].inner_text() == play.page.title() == "Beale"
        play.do(play.page.go_back)
        assert canvases.count() == 2 and play[".subtitle"].inner_text() == "Two charts"
        assert play.page.title() == play["h1"].inner_text() != "Beale"
        # The lower one tells its numbers, and is pressed for a time.
        box = play["#chart-1"].bounding_box()
        play.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
        assert "AdamW" in play["#tip"].inner_text()
        play.page.mouse.down()
        play.page.mouse.up()
        assert 0 < int(play["#time"].inner_text().split(" ")[1]) < 60


def test_who_is_hidden_stays_hidden(open_play):
    with open_play(THREE) as play:
        boxes = play["#legend input"]

        def shown():
            return [boxes.nth(i).is_checked() for i in range(boxes.count())]

        boxes.nth(1).uncheck()
        play.do(lambda: play.page.get_by_label("Remove SGD").click())
        assert play.rows == ["AdamW", "RMSProp"] and shown() == [False, True]
        play.do(lambda: play.parameter(0, "lr", "range").press("ArrowRight"))
        assert shown() == [False, True]
        play.do(lambda: play.page.get_by_label("Duplicate RMSProp").click())
        assert shown() == [False, True, True]


def test_why_nothing_is_saved_is_told(open_play):
    with open_play() as play:
        play["#saving summary"].click()
        answer(play, "**/save?*", **BUSY)
        play["#save"].click()
        play["#saving .told"].filter(has_text="too much is asked at once").wait_for()


# MARK: Where things are


BOXES = """(selector) => [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility())
    .map((element) => { const { left, top, right, bottom } = element.getBoundingClientRect();
        return { name: element.id || element.className || element.tagName,
            left, top: top + scrollY, right, bottom: bottom + scrollY }; })"""


def overlap(a, b):
    """Whether boxes share more than the hair that rounding leaves."""
    across = min(a["right"], b["right"]) - max(a["left"], b["left"])
    down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    return across > 0.5 and down > 0.5


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_nothing_overlaps_or_is_cut(open_play, size):
    width, height = size
    with open_play(size=size) as play:
        assert play["#panel"].is_visible() == (width >= 960)
        if width < 960:
            # In narrow windows the controls stay in sight, above what is scrolled.
            sections = "main > section" + (":not(.controls)" if width <= 820 else "")
            parts = play.page.evaluate(BOXES, f"h1, #open-panel, {sections}, footer")
            check_boxes(parts, width)
            play["#open-panel"].click()
        play.open_everything()
        panel = play["#panel"].bounding_box()
        assert panel["x"] >= 0 and panel["width"] <= width and panel["height"] <= height
        assert play.page.evaluate("document.documentElement.scrollWidth") <= width
        assert play["#panel"].evaluate("(panel) => panel.scrollWidth <= panel.clientWidth")
        controls = play.page.evaluate(BOXES, "#panel :is(input, select, button, .sign, h3)")
        check_boxes(controls, panel["x"] + panel["width"])
        assert all(box["right"] - box["left"] >= 10 for box in controls)
        if width >= 960:
            check_boxes(play.page.evaluate(BOXES, "#panel, h1, main > section, footer"), width)


def check_boxes(boxes, right):
    assert len(boxes) > 4
    for box in boxes:
        assert box["left"] >= 0 and box["right"] <= right + 0.5, box
    assert [pair for pair in itertools.combinations(boxes, 2) if overlap(*pair)] == []


def test_touch(open_play):
    with open_play(size=(800, 1000), has_touch=True, is_mobile=True) as play:
        play["#open-panel"].tap()
        play.open_everything()
        small = play.page.evaluate("""[...document.querySelectorAll(
            "#panel :is(input:not([type=checkbox]), select, button, summary, label.choice)")]
            .filter((element) => element.checkVisibility() &&
                element.getBoundingClientRect().height < 40).map(({ outerHTML }) => outerHTML)""")
        assert small == []
        play["#bare"].tap()
        play["#dress"].tap()
        assert play["footer"].is_visible()


def test_the_map_alone_leads_back(open_play):
    with open_play() as play:
        play["#bare"].click()
        assert play.page.evaluate("document.activeElement.id") == "dress"
        [dress] = play.page.evaluate(BOXES, "#dress")
        assert not any(overlap(dress, box) for box in play.page.evaluate(BOXES, "main, main > *"))
        play["#dress"].click()
        assert play["footer"].is_visible()
        assert play.page.evaluate("document.activeElement.id") == "bare"


def test_keys(open_play):
    with open_play(size=(900, 700)) as play:
        keyboard = play.page.keyboard
        keyboard.press("s")
        assert play["#panel"].is_visible()
        assert play.page.evaluate("document.activeElement.id") == "close-panel"
        keyboard.press("Escape")
        assert play["#panel"].is_hidden()
        assert play.page.evaluate("document.activeElement.id") == "open-panel"
        keyboard.press("h")
        assert play["footer"].is_hidden() and play[".scrub"].is_hidden()
        assert play["h1"].is_visible() and play["#time"].is_visible()
        assert play["#map"].is_visible() and play["#chart"].is_visible()
        keyboard.press("h")
        assert play["header"].is_visible()
        assert "h map and chart alone" in play["#help"].inner_text()
        assert "3 surface" in play["#help"].inner_text()
        # Letters that are typed are no orders.
        keyboard.press("s")
        play["#add-optimizer"].focus()
        keyboard.type("slh ")
        assert play["#add-optimizer"].input_value() == "slh "
        assert play["#panel"].is_visible() and not play["#loop"].is_checked()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("function", ["rosenbrock", "quadratic:condition=100", "x**4-x**2"])
def test_map_and_chart_alone_fill_the_window(open_play, size, function):
    width, height = size
    with open_play(f"?functions={function}&optimizers=sgd&steps=20", size=size) as play:
        play.page.keyboard.press("h")
        parts = play.page.evaluate(BOXES, "h1, #time, .map, .bar, .chart, .lower")
        check_boxes(parts, width)
        assert all(box["bottom"] <= height for box in parts)
        assert max(box["bottom"] for box in parts) > height - 16
        assert max(box["right"] for box in parts) > width - 16
        chart = next(box for box in parts if box["name"] == "chart")
        assert chart["right"] - chart["left"] > 120 and chart["bottom"] - chart["top"] > 80


def test_sliders_by_keyboard(open_play):
    with open_play() as play:
        slider = play.parameter(0, "lr", "range")
        time = play["#time"].inner_text()
        slider.focus()
        for _ in range(3):
            play.do(lambda: play.page.keyboard.press("ArrowRight"))
            # The focus stays, and the key does not step through the race.
            assert slider.evaluate("(slider) => slider === document.activeElement")
        assert float(play.parameter(0, "lr").input_value()) > 0.01
        assert play["#time"].inner_text() == time


@pytest.mark.parametrize("rate, shown", [
    ("0.00012345678901", "0.00012345678901"),
    ("0.3333333333333333", "0.3333333333333333"),
    ("1e-7", "1e-07"),
])
def test_numbers_are_seen_whole(open_play, rate, shown):
    with open_play(f"?functions=beale&optimizers=sgd:lr={rate}&steps=20") as play:
        field = play.parameter(0, "lr")
        assert field.input_value() == shown
        assert field.evaluate("(field) => field.scrollWidth <= field.clientWidth")


@pytest.mark.parametrize("key, values", [("start", ["1,1", "2,2"]), ("steps", ["5", "6"])])
def test_a_value_that_is_given_twice_is_told(open_play, key, values):
    query = "".join(f"&{key}={value}" for value in values)
    with open_play(f"?functions=beale&optimizers=sgd{query}") as play:
        assert play["#play-error"].is_visible()
        told = play["#play-error"].inner_text()
        assert key in told and "given twice" in told


def test_names_for_screen_readers(open_play):
    with open_play() as play:
        nameless = play.page.evaluate("""[...document.querySelectorAll(
            "#panel :is(input, select, button)")].filter((control) =>
                !control.getAttribute("aria-label") && !control.textContent.trim() &&
                control.labels?.length !== 1).map(({ outerHTML }) => outerHTML)""")
        assert nameless == []
