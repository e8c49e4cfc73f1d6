"""A study's page: its numbers are those of Statistics, and its controls do what they say."""

import json
import math
import re

import pytest

from conftest import HERE
from windows import Window

SOURCES = HERE.parents[1] / "Sources"
COMMON = SOURCES / "Rendering/Player/Page"
PARTS = SOURCES / "Reports/Page/Parts"
# What computes, without the page.
COMPUTING = ["columns", "study", "work", "quantiles", "times", "shares", "excess"]
SIZES = [(640, 480), (1280, 720), (1920, 1080), (1024, 768)]
FIGURES = ["reached", "excess", "data", "performance", "ert", "final"]


# What the page's scripts compute for the choices of study.json.
ANSWERS = """([study, columns, choices]) => {
  const infinite = (values) => Array.from(values, (value) =>
    value === Infinity ? "inf" : value);
  const all = new Study(study, new PackedColumns(columns));
  const curve = ({ places, shares }) => [infinite(places), infinite(shares)];
  return choices.map(({ axis, cost, unit, scale, levels, hide, start }) => {
    const optimizers = all.optimizers.flatMap(({ name }, i) => hide.includes(name) ? [] : [i]);
    const problems = all.problems.flatMap((problem, i) =>
      start === "" || problem.start === start ? [i] : []);
    const work = new Work(all, { axis, cost, unit });
    const times = new HittingTimes(all, work, { scale, levels }, { problems, optimizers });
    const [data, performance] = [dataProfiles(times), performanceProfiles(times)];
    return {
      axis, cost, unit, scale, levels, hide, start,
      problems: times.problems.map((i) => all.problems[i].name),
      optimizers: optimizers.map((optimizer, place) => ({
        name: all.optimizers[optimizer].name,
        expected: times.problems.flatMap((problem) => levels.map((_, level) => {
          const time = times.expected(problem, optimizer, level);
          return time && infinite([time.value, time.reached, time.total, ...time.quartiles,
            ...wilsonInterval(time.reached, time.total)]);
        })),
        reached: curve(distribution(times, optimizer)),
        data: curve(data[place]), performance: curve(performance[place]),
      })),
      leftOut: times.leftOut.unknownMinimum + times.leftOut.unknownWork,
      bands: problems.flatMap((problem) => optimizers.flatMap((optimizer) =>
        ["best", "current"].map((kind) => {
          const runs = all.cells[problem][optimizer]
            .map((run) => excessOf(all, work, run, kind)).filter((run) => run !== null);
          if (runs.length === 0) return null;
          const { clocks, lower, median, upper } = runBand(runs);
          return [clocks, lower, median, upper].map(infinite);
        }))),
    };
  });
}"""


def differences(told, found, place=""):
    """Where two answers differ by more than the rounding of a sum."""
    if isinstance(told, dict):
        return [d for key in told for d in differences(told[key], found[key], f"{place}.{key}")]
    if isinstance(told, list):
        if len(told) != len(found): return [f"{place}: {len(found)} instead of {len(told)}"]
        return [d for i, (a, b) in enumerate(zip(told, found))
                for d in differences(a, b, f"{place}[{i}]")]
    if isinstance(told, (int, float)) and isinstance(found, (int, float)):
        return [] if math.isclose(told, found, rel_tol=1e-13) else [f"{place}: {found}, not {told}"]
    return [] if told == found else [f"{place}: {found}, not {told}"]


def embedded(html, name):
    return re.search(rf'<script type="[^"]*" id="{name}">(.*?)</script>', html, re.S).group(1)


def test_numbers(browser, pages):
    choices = json.loads((pages / "study.json").read_text())
    html = (pages / "study.html").read_text()
    page = browser.new_page()
    for name in COMPUTING: page.add_script_tag(content=(PARTS / f"{name}.js").read_text())
    found = page.evaluate(
        ANSWERS, [json.loads(embedded(html, "study")), embedded(html, "columns"), choices])
    page.close()
    assert len(choices) >= 10 and len(choices[0]["problems"]) > 15
    assert sum(len(one["reached"][0]) for choice in choices for one in choice["optimizers"]) > 1000
    assert differences(choices, found) == []


@pytest.fixture
def report(open_window):
    """Opens the page in a window of a size."""

    def report(size=(1280, 720), fragment="", name="study"):
        return open_window(Window(name, *size, 1), fragment="#" + fragment)

    return report


def picture(page):
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate("document.getElementById('graph').toDataURL()")


def choose(page, name, value):
    page.locator(f"[name={name}]").select_option(value)


def tip_at(page, across, down):
    box = page.locator("#graph").bounding_box()
    page.mouse.move(box["x"] + across * box["width"], box["y"] + down * box["height"])
    return page.locator("#tip").inner_text()


LAYOUT = """() => {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((box) =>
    box.checkVisibility() && box.getClientRects().length > 0);
  const wrong = [];
  if (document.scrollingElement.scrollWidth > innerWidth) wrong.push("wider than the window");
  for (const box of shown("h1, h2, p, label, button, legend, summary, li, select")) {
    if (box.closest(".spoken, .table") || box.id === "spoken") continue;
    const { left, right } = box.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1 || box.scrollWidth > box.clientWidth + 1 &&
      box.clientWidth > 0 && box.tagName !== "SELECT") wrong.push(`cut: ${box.textContent}`);
    if (box.textContent.trim() && parseFloat(getComputedStyle(box).fontSize) < 14)
      wrong.push(`small: ${box.textContent}`);
  }
  const boxes = shown(".controls > label, #heading, .graph, .table, #reading, #notes, aside > section, footer");
  boxes.forEach((box, i) => boxes.slice(i + 1).forEach((other) => {
    const [a, b] = [box.getBoundingClientRect(), other.getBoundingClientRect()];
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      wrong.push(`${box.id || box.className || box.textContent} over ${other.id || other.className}`);
  }));
  for (const control of shown("button, input, select, canvas")) {
    if (!control.closest("label") && !control.getAttribute("aria-label") &&
      control.textContent.trim() === "") wrong.push(`nameless: ${control.id || control.name}`);
  }
  return wrong;
}"""


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_layout(report, size, figure, theme):
    if theme == "projector" and size[0] < 1280: pytest.skip("projectors are wider")
    with report(size, f"show={figure}&theme={theme}&cost=own&runs=1") as page:
        picture(page)
        assert page.evaluate(LAYOUT) == []


def test_choices_change_the_figure_and_the_address(report):
    with report() as page:
        seen = [picture(page)]
        for name, value in [("axis", "steps"), ("scale", "relative"), ("show", "data"),
                            ("show", "performance"), ("axis", "evaluations"),
                            ("cost", "black-box")]:
            choose(page, name, value)
            seen.append(picture(page))
            assert f"{name}={value}" in page.url or name == "axis"
        assert len(set(seen)) == len(seen)
        # The same address gives the same figure.
        page.reload()
        assert picture(page) == seen[-1]
        assert page.locator("[name=cost]").input_value() == "black-box"


def test_hidden_optimizers_change_profiles(report):
    with report(fragment="show=performance&axis=gradients") as page:
        before = picture(page)
        count = lambda: len(tip_at(page, 0.6, 0.5).splitlines())
        lines = count()
        page.locator("#optimizers input").first.uncheck()
        assert "hide=bfgs" in page.url or "hide=" in page.url
        page.mouse.move(0, 0)
        assert picture(page) != before
        assert count() < lines
        page.locator("#all-optimizers").click()
        page.mouse.move(0, 0)
        assert picture(page) == before


def test_hovering_tells_every_curve(report):
    with report(fragment="show=reached") as page:
        picture(page)
        text = tip_at(page, 0.6, 0.3)
        for name in ["bfgs", "adam:lr=0.1", "newton"]: assert name in text
        assert "%" in text
        assert page.locator("#optimizers .is-near").count() == 1


def test_single_runs_tell_their_end(report):
    with report(fragment="show=excess&problem=noisy(sphere,sigma%3D0.05)&runs=1&bands=0") as page:
        picture(page)
        texts = [tip_at(page, 0.9, down / 40) for down in range(2, 36)]
        told = [text for text in texts if "outcome" in text]
        assert told and all("seed" in text and "least excess" in text for text in told)


def test_clicks_open_what_is_behind(report):
    with report(fragment="show=excess&problem=himmelblau") as page:
        picture(page)
        box = page.locator("#graph").bounding_box()
        page.mouse.click(box["x"] + 0.5 * box["width"], box["y"] + 0.4 * box["height"])
        assert "on himmelblau" in page.locator("#details-heading").inner_text()
        command = page.locator("#details input").input_value()
        assert command.startswith("descent race himmelblau --optimizer")
        page.keyboard.press("Escape")
        assert not page.locator("#details").is_visible()


def test_races_beside_the_report_are_shown(report, pages):
    races = pages / "races"
    races.mkdir(exist_ok=True)
    (races / "beale.html").write_text("<!doctype html><title>race</title><p>A race.</p>")
    with report(fragment="show=ert") as page:
        page.locator("#table button").first.click()
        assert "on beale" in page.locator("#details-heading").inner_text()
        frame = page.frame_locator("#details iframe")
        assert frame.locator("p").inner_text() == "A race."


def test_steps_name_problem_and_target(report):
    with report(fragment="show=reached&hide=adam%3Alr%3D0.1") as page:
        picture(page)
        box = page.locator("#graph").bounding_box()
        page.mouse.click(box["x"] + 0.6 * box["width"], box["y"] + 0.3 * box["height"])
        text = page.locator("#details").inner_text()
        assert "target" in text and " on " in text


def test_keys_read_the_figure(report):
    with report(fragment="show=reached") as page:
        picture(page)
        page.locator("#graph").focus()
        page.keyboard.press("ArrowRight")
        first = page.locator("#spoken").inner_text()
        assert "%" in first
        page.keyboard.press("ArrowDown")
        assert page.locator("#spoken").inner_text() != first
        page.keyboard.press("Enter")
        assert page.locator("#details").is_visible()


def test_problems_are_chosen(report):
    with report() as page:
        whole = page.locator("#chosen").inner_text()
        page.locator("[name=q]").fill("rosen")
        assert page.locator("#chosen").inner_text().startswith("6 of ")
        page.locator("[name=q]").fill("")
        page.locator("#starts").get_by_label("random").uncheck()
        assert page.locator("#chosen").inner_text().startswith("9 of ")
        page.locator("#sizes").get_by_label("10", exact=True).uncheck()
        assert page.locator("#chosen").inner_text().startswith("8 of ")
        page.reload()
        assert page.locator("#chosen").inner_text().startswith("8 of ")
        page.goto(page.url.split("#")[0] + "#")
        assert page.locator("#chosen").inner_text() == whole


def test_wrong_numbers_are_refused(report):
    with report(fragment="cost=own") as page:
        before = picture(page)
        for name, text in [("levels", "1e-2, much"), ("weights", "gradients=-1")]:
            page.locator(f"[name={name}]").fill(text)
            page.locator(f"[name={name}]").press("Tab")
            assert not page.locator(f"[name={name}]").evaluate("(field) => field.checkValidity()")
            assert picture(page) == before
        page.locator("[name=weights]").fill("gradients=5")
        page.locator("[name=weights]").press("Tab")
        assert picture(page) != before


def test_what_is_left_out_is_told(report):
    with report() as page:
        notes = page.locator("#notes").inner_text()
        assert "Left out: 54 runs without a known minimum" in notes
        assert re.search(r"Defect: on x\^2\+y\^2\+1:minimum=2.* fell below .*minimum 2 ", notes)
    with report(fragment="show=excess&problem=monkey-saddle") as page:
        assert "Left out: 18 runs without a known minimum." in page.locator("#notes").inner_text()
    with report(name="study-thinned") as page:
        assert "Thinned" in page.locator("#notes").inner_text()


def test_unknown_words_of_an_address_are_as_usual(report):
    with report() as page: usual = picture(page)
    with report(fragment="show=nothing&axis=parsecs&theme=pink&other=1") as page:
        assert picture(page) == usual


def test_commands_can_be_copied(report):
    with report(fragment="show=ert&q=himmelblau+from") as page:
        page.locator("#table button").first.click()
        command = page.locator("#details input")
        assert re.search(r" --start=-?[0-9.]+,-?[0-9.]+ --steps \d+ ", command.input_value())
        page.get_by_role("button", name="Copy").click()
        page.locator("#details [role=status]:not(:empty)").wait_for()
        assert page.evaluate("document.activeElement.selectionEnd") == len(command.input_value())


# How long a choice may take in a page of 20,000 runs, in milliseconds: ten times what it takes on a
# machine at rest, since this one may be busy.
LONGEST = 500
TIMED = """async ([name, value]) => {
  const field = document.querySelector(`[name=${name}]`);
  const begin = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done));
  return performance.now() - begin;
}"""


def test_large_studies_are_quick(report):
    with report(name="study-large") as page:
        opened = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
        times = {f"{name}={value}": page.evaluate(TIMED, [name, value]) for name, value in [
            ("show", "data"), ("show", "performance"), ("show", "excess"), ("show", "ert"),
            ("show", "final"), ("show", "reached"), ("scale", "found"), ("levels", "coco"),
            ("axis", "steps")]}
        print(f"opened in {opened:.0f} ms;",
              ", ".join(f"{name}: {time:.0f} ms" for name, time in times.items()))
        assert opened < 20 * LONGEST
        assert max(times.values()) < LONGEST
