"""Tests of the module, by the Python of an environment in which the wheel is installed."""

import html
import pathlib
import tempfile

import nbclient
import nbformat
import numpy
import pandas

import descent


def adam(x, rate, steps):
    """D. Kingma and J. Ba's Adam on Rosenbrock's function, with numpy; shape (steps + 1, 2)."""
    path = [numpy.array(x, dtype=float)]
    first, second = numpy.zeros(2), numpy.zeros(2)
    for k in range(1, steps + 1):
        a, b = path[-1]
        slope = numpy.array([-400 * a * (b - a * a) - 2 * (1 - a), 200 * (b - a * a)])
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        step = first / (1 - 0.9**k) / (numpy.sqrt(second / (1 - 0.999**k)) + 1e-8)
        path.append(path[-1] - rate * step)
    return numpy.array(path)


def refused(action, *words):
    try:
        action()
    except descent.DescentError as error:
        assert all(word in str(error) for word in words), error
        return error.code
    raise AssertionError("what is wrong is taken")


def runs():
    run = descent.run("rosenbrock", "adam:lr=0.02", steps=100)
    assert run.x.shape == (101, 2) and run.value.shape == run.gradient_norm.shape == (101,)
    numpy.testing.assert_allclose(run.x, adam([-1.2, 1], 0.02, 100), rtol=1e-9)
    a, b = run.x.T
    numpy.testing.assert_allclose(run.value, 100 * (b - a * a)**2 + (1 - a)**2, rtol=1e-9)
    assert run.outcome == "budget spent" and run.counts["gradients"] == 100
    frame = run.frame()
    assert isinstance(frame, pandas.DataFrame) and len(frame) == 101
    assert list(frame.columns[-2:]) == ["x1", "x2"] and frame["gradients"].iloc[-1] == 100

    # Starts that begin with a minus, numpy's numbers, expressions, what is not finite or not known.
    start = numpy.array([-0.5, numpy.float64(0.25)])
    numpy.testing.assert_array_equal(descent.run("beale", "sgd", start=start, steps=1).x[0], start)
    fall = descent.run("-x^2", "sgd:lr=1e200", start=[3], steps=9)
    assert fall.excess is None and fall.outcome == "diverged"
    assert descent.run("booth", "bfgs", start=(0, 0), gradient_tolerance=1e-6).outcome == "converged"
    assert refused(lambda: descent.run("rosenbrok", "adam"), "rosenbrok", "rosenbrock") == 64
    assert refused(lambda: descent.run("booth", "adam", stepps=3), "stepps") == 64


def measurements():
    found = descent.measure(
        "rosenbrock", ["adam:lr=0.02", "bfgs"], steps=60, targets=[1e-2, 1e-8])
    assert found.targets.tolist() == [1e-2, 1e-8] and found.work.shape == (2, 2)
    assert found.final_excess[1] < 1e-8 < found.final_excess[0]
    curves = found.curves()
    bfgs = curves[curves["optimizer"] == "bfgs"]
    # The work to a target is that of the first row below it.
    assert found.work[1, 0] == bfgs[bfgs["excess"] <= 1e-2]["step"].iloc[0]
    assert numpy.isinf(found.work[0]).all()
    assert list(found.frame()["optimizer"]) == found.optimizers == ["adam:lr=0.02", "bfgs"]
    assert "<table" in found._repr_html_()


def races():
    with tempfile.TemporaryDirectory() as folder:
        race = descent.race(
            "beale", ["sgd:lr=0.001", "adam"], steps=20, format="gif", label=["one", "two, too"],
            output=folder)
        assert (pathlib.Path(folder) / "race.gif").read_bytes()[:4] == b"GIF8"
    assert race.poster[:4] == b"\x89PNG" and len(race.runs) == 2 and race.frame().shape[0] == 42
    assert "two, too" in race.pages[0]
    both = descent.race(["booth", "beale"], "adam", steps=3)
    assert [run.function for run in both.runs] == ["booth", "beale"]
    assert "Booth" in both.pages[0] and "Beale" in both.pages[1]


def notebook():
    """A kernel shows a race as its page."""
    cells = ["import descent", "descent.race('himmelblau', ['sgd', 'adam'], start=(0, 0), steps=30)"]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(book, timeout=120, kernel_name="python3").execute()
    shown = book.cells[-1].outputs[0].data["text/html"]
    assert shown.startswith("<iframe srcdoc=") and shown.count("<iframe") == 1
    inner = html.unescape(shown.split('srcdoc="')[1].split('"')[0])
    assert inner.lstrip().lower().startswith("<!doctype html>") and "Himmelblau" in inner
    assert "http://" not in inner.replace("http://www.w3.org", ""), "the page needs a network"


for test in [runs, measurements, races, notebook]:
    test()
print(f"module: descent {descent.version()}, {descent.program()}")
