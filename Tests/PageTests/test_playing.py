"""Time and keys: the race plays by a clock that stands still until the test lets it go on, so that
no machine is too slow, and keys are pressed as a reader presses them."""

import contextlib
import json

import pytest

from windows import WINDOWS, Window

PICTURE = 16
"""Milliseconds from one picture to the next, as Playwright's clock counts them."""


class Player:
    """A page as its reader uses it, whose clock goes on only by `wait`."""

    def __init__(self, page):
        self.page = page
        page.clock.run_for(100)
        self.race = json.loads(page.locator("#race").text_content())

    @property
    def counts(self):
        """What each entry of each entrant adds to the clock."""
        return [entrant[self.race["clock"]] for entrant in self.race["entrants"]]

    @property
    def last(self):
        return max(map(sum, self.counts))

    @property
    def time(self):
        return self.page.locator("#time").text_content()

    @property
    def now(self):
        return int(self.time.split(" ")[1])

    @property
    def action(self):
        """What the button does next."""
        return self.page.locator("#play").get_attribute("aria-label")

    @property
    def speed(self):
        return self.page.locator("#speed-text").text_content()

    @property
    def focused(self):
        return self.page.evaluate("document.activeElement.id")

    def wait(self, milliseconds):
        self.page.clock.run_for(milliseconds)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.wait(2 * PICTURE)

    def set_speed(self, power):
        """Ten to this power times as fast; nothing has the focus afterwards."""
        self.page.locator("#speed").fill(str(power))
        self.page.evaluate("document.activeElement.blur()")
        self.wait(2 * PICTURE)

    def stills(self, milliseconds):
        """The race's time at each picture, for so long."""
        times = []
        for _ in range(0, milliseconds, PICTURE):
            self.wait(PICTURE)
            times.append(self.now)
        return times


@pytest.fixture
def open_player(open_window):
    """Opens a page with its clock in hand."""

    def stop_the_clock(page):
        page.clock.install(time=0)
        page.clock.pause_at(1)

    @contextlib.contextmanager
    def open_player(window, fragment="#still"):
        with open_window(window, stop_the_clock, fragment) as page:
            yield Player(page)

    return open_player


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_playing(open_player, window):
    with open_player(window) as player:
        starts_paused(player)
        moves_as_liked(player, window.reduces_motion)
        pauses(player)
        ends_by_itself(player)
        changes_its_speed(player)


@pytest.mark.parametrize("window", WINDOWS[:1] + [w for w in WINDOWS if w.reduces_motion][:1], ids=str)
def test_opens_with_a_moving_picture(open_player, window):
    """Once through; never for readers who prefer little motion."""
    with open_player(window, fragment="") as player:
        player.wait(1500)
        assert (player.now > 0) != window.reduces_motion
        assert player.action == ("Play" if window.reduces_motion else "Pause")
        player.wait(15_000)
        assert player.now == (0 if window.reduces_motion else player.last)
        assert player.action == "Play"


@pytest.mark.parametrize("window", WINDOWS[:1], ids=str)
def test_loops_on_wish(open_player, window):
    """The end stands for a second, and the race begins again until the wish is taken back."""
    with open_player(window) as player:
        player.set_speed(1)
        player.press("l", " ")
        assert player.page.locator("#loop").is_checked()
        times = player.stills(6000)
        ends = [now == player.last for now in times]
        assert sum(later and not earlier for earlier, later in zip(ends, ends[1:])) >= 2
        assert player.action == "Pause"
        player.press("l")
        player.wait(3000)
        assert (player.now, player.action) == (player.last, "Play")


@pytest.mark.parametrize(
    "window",
    [Window("said", 1280, 720, 1), Window("said", 800, 600, 1, reduces_motion=True),
     Window("said", 360, 740, 2)], ids=str)
def test_rests_where_something_is_said(open_player, window):
    """For two seconds each; what is said stands within the map, and in the notes below it."""
    with open_player(window) as player:
        note, notes = player.page.locator("#note"), player.page.locator("#notes").text_content()
        said = {0: "all begin here", 60: "here momentum overshoots · twice"}
        assert "step 0: all begin here" in notes and "step 60: twice" in notes
        player.set_speed(1)
        player.press(" ")
        rests = {}
        for _ in range(0, 8_000, PICTURE):
            player.wait(PICTURE)
            now = player.now
            assert note.text_content() == said.get(now, ""), now
            if now in said:
                rests[now] = rests.get(now, 0) + PICTURE
        assert player.now == player.last
        assert rests.keys() == said.keys()
        slowest = 3100 if window.reduces_motion else 2200
        assert all(2000 - 4 * PICTURE <= rest <= slowest for rest in rests.values()), rests
        player.page.locator("#scrub").fill("60")
        player.wait(2 * PICTURE)
        assert note.text_content() == said[60]
        box, map = note.bounding_box(), player.page.locator("#map").bounding_box()
        assert map["x"] <= box["x"] and map["y"] <= box["y"]
        assert box["x"] + box["width"] <= map["x"] + map["width"]
        assert box["y"] + box["height"] <= map["y"] + map["height"]
        player.page.locator("#clock").select_option("gradients")
        player.wait(2 * PICTURE)
        assert note.text_content() == ""


def starts_paused(player):
    unit = player.race["clock"].split(":")[0][:-1]
    player.wait(2000)
    assert player.time == f"{unit} 0 of {player.last}"
    assert player.action == "Play"


def moves_as_liked(player, reduces_motion):
    """Motion is many stills, or two a second for readers who prefer little of it."""
    player.press(" ")
    assert player.action == "Pause"
    count = len(set(player.stills(2000)))
    assert 3 <= count <= 5 if reduces_motion else count >= 10


def pauses(player):
    player.press(" ")
    assert player.action == "Play"
    stopped = player.now
    player.wait(2000)
    assert player.now == stopped > 0


def ends_by_itself(player):
    """A race takes three to twelve seconds, and a tenth of that at the highest speed."""
    player.set_speed(1)
    assert player.speed == "10×"
    player.press(" ")
    assert player.action == "Pause"
    player.wait(2000)
    assert player.action == "Play"
    assert player.now == player.last


def changes_its_speed(player):
    player.set_speed(-1)
    assert player.speed == "0.1×"
    player.press("]")
    assert player.speed == "0.13×"


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_keys(open_player, window):
    """What only true key presses show: the order of focus, and that no press counts twice."""
    with open_player(window) as player:
        reaches_the_button(player)
        plays_once(player)
        scrubs_once(player)
        switches_an_entrant(player)


def reaches_the_button(player):
    focused = []
    while "play" not in focused and len(focused) < 40:
        player.press("Tab")
        focused.append(player.focused)
    assert focused[-1] == "play"


def plays_once(player):
    player.press(" ")
    assert player.action == "Pause"
    player.press(" ")
    assert player.action == "Play"


def scrubs_once(player):
    player.press("End")
    player.page.locator("#scrub").focus()
    player.press("Home", "ArrowRight")
    assert player.now == min(counts[0] + counts[1] for counts in player.counts)


def switches_an_entrant(player):
    box = player.page.locator("#legend input").first
    box.focus()
    player.press(" ")
    assert not box.is_checked()
    assert player.action == "Play"
    player.press(" ")
    assert box.is_checked()
