"""Ticks, curves and clipping are the film's: the answers come from the Swift that writes these."""

import json
import math

import pytest

from conftest import HERE

PAGE = HERE.parents[1] / "Sources/Rendering/Player/Page"


@pytest.fixture
def answers(browser, pages):
    """What the page's scripts answer to the questions of a file, beside what films do."""

    def answers(name, scripts, function):
        vectors = json.loads((pages / f"{name}.json").read_text())
        page = browser.new_page()
        # In a page they stand beside the scripts.
        page.add_script_tag(content="const measures = {};")
        for script in scripts:
            page.add_script_tag(content=(PAGE / f"{script}.js").read_text())
        questions = [vector[:-1] for vector in vectors]
        found = page.evaluate(f"(questions) => questions.map({function})", questions)
        page.close()
        return [(vector[:-1], vector[-1], answer) for vector, answer in zip(vectors, found)]

    return answers


def test_ticks(answers):
    found = answers("ticks", ["numbers", "ticks"], """([low, high, target, isLogarithmic]) =>
        (isLogarithmic ? logarithmicTicks : linearTicks)(low, high, target)
            .map(({ value, label }) => [value, label])""")
    assert sum(len(ticks) for _, ticks, _ in found) > 5000
    assert [sample for sample in found if sample[1] != sample[2]] == []


def test_conics(answers):
    found = answers("conics", ["strokes"], """([numbers, isEllipse, place, reach]) =>
        new Conic(numbers, isEllipse === 1).curves(place, reach, 1)
            .filter((curve) => curve.length > 0)""")
    kinds = {question[1] for question, _, _ in found}
    assert kinds == {0, 1} and len(found) > 40
    for question, curves, answer in found:
        center, reach = question[0][:2], question[3]
        assert [len(curve) for curve in curves] == [len(curve) for curve in answer]
        for vertex, again in zip(sum(curves, []), sum(answer, [])):
            # A millionth of a picture, or of the curve where that is larger than the picture.
            size = max(reach, math.dist(vertex, center), math.dist(question[2], center))
            assert math.dist(vertex, again) <= 1e-6 * size, question


def test_clips(answers):
    found = answers("clips", ["heads"], """([[left, top, right, bottom], [ax, ay, bx, by]]) => {
        const area = { left, top, right, bottom };
        const share = shareWithin(area, { x: ax, y: ay }, { x: bx, y: by });
        return share && [share.entry, share.exit]
            .flatMap((part) => [ax + part * (bx - ax), ay + part * (by - ay)]); }""")
    assert {part is None for _, part, _ in found} == {True, False}
    for question, part, answer in found:
        assert (part is None) == (answer is None), question
        # A rounding at the farthest pixel, 10⁷ away, is a billionth of one.
        if part: assert math.dist(part, answer) <= 1e-8, question


def test_spreads(answers):
    found = answers("spreads", ["heads", "spreading"], """([points, fixed]) =>
        spreadPoints(points.map((point) => point && { x: point[0], y: point[1] }),
            fixed.map(([x, y, reach]) => ({ x, y, reach })), 7,
            (place) => nearestWithin({ left: 0, top: 0, right: 300, bottom: 200 }, place, 0))
            .map((place) => place && [place.x, place.y])""")
    moved = 0
    for (points, _), places, answer in found:
        for point, place, again in zip(points, places, answer, strict=True):
            assert (place is None) == (again is None) == (point is None)
            if place is None: continue
            assert math.dist(place, again) <= 1e-6
            moved += math.dist(point, place) > 1
    assert moved > 100
