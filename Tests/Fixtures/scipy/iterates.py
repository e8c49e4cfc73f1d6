"""Writes iterates.json: where scipy's minimizers stand after each step on the reference problems.

    python3 iterates.py > iterates.json

Derivatives are exact: each number carries its gradient and its Hessian. A step is told where the
iterate moves; at most 20 steps are stored. Every run is made five times, the residuals multiplied by
numbers within 2e-15 of 1, which changes their rounding and nothing else to speak of. Iterates that
are the same in all runs to 1e-9 are stored; those after them are rounding's.

Of functions so steep that rounding itself chooses the second step, runs of BFGS are stored as they
are: whoever rounds as scipy does takes the same steps.
"""

import json
import math
import warnings

import numpy as np
import scipy
from scipy.optimize import least_squares, minimize


class Jet:
    """A number with its first and second derivatives."""

    __array_ufunc__ = None

    def __init__(self, value, gradient, hessian):
        self.value, self.gradient, self.hessian = value, gradient, hessian

    def through(self, f, slope, bend):
        outer = np.outer(self.gradient, self.gradient)
        return Jet(f, slope * self.gradient, slope * self.hessian + bend * outer)

    def __add__(self, other):
        if not isinstance(other, Jet):
            return Jet(self.value + other, self.gradient, self.hessian)
        return Jet(
            self.value + other.value, self.gradient + other.gradient, self.hessian + other.hessian)

    def __mul__(self, other):
        if not isinstance(other, Jet):
            return Jet(self.value * other, self.gradient * other, self.hessian * other)
        cross = np.outer(self.gradient, other.gradient)
        return Jet(
            self.value * other.value,
            self.value * other.gradient + other.value * self.gradient,
            self.value * other.hessian + other.value * self.hessian + cross + cross.T)

    def __truediv__(self, other):
        if not isinstance(other, Jet):
            return self * (1 / other)
        v = other.value
        return self * other.through(1 / v, -1 / v**2, 2 / v**3)

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    __radd__ = __add__
    __rmul__ = __mul__


def sin(x):
    return x.through(math.sin(x.value), math.cos(x.value), -math.sin(x.value))


def cos(x):
    return x.through(math.cos(x.value), -math.sin(x.value), -math.cos(x.value))


def sqrt(x):
    root = math.sqrt(x.value)
    return x.through(root, 0.5 / root, -0.25 / root**3)


def atan(x):
    s = 1 + x.value**2
    return x.through(math.atan(x.value), 1 / s, -2 * x.value / s**2)


def rosenbrock(x):
    r = []
    for i in range(0, len(x), 2):
        r += [10 * (x[i + 1] - x[i] * x[i]), 1 - x[i]]
    return r


def quadratic(x):
    return [math.sqrt(0.5) * x[0], math.sqrt(50) * x[1]]


def himmelblau(x):
    return [x[0] * x[0] + x[1] - 11, x[0] + x[1] * x[1] - 7]


def beale(x):
    y = x[1]
    return [1.5 - x[0] * (1 - y), 2.25 - x[0] * (1 - y * y), 2.625 - x[0] * (1 - y * y * y)]


def powell(x):
    b = x[1] - 2 * x[2]
    d = x[0] - x[3]
    return [x[0] + 10 * x[1], math.sqrt(5) * (x[2] - x[3]), b * b, math.sqrt(10) * d * d]


def wood(x):
    return [
        10 * (x[1] - x[0] * x[0]), 1 - x[0], math.sqrt(90) * (x[3] - x[2] * x[2]), 1 - x[2],
        math.sqrt(10) * (x[1] + x[3] - 2), math.sqrt(0.1) * (x[1] - x[3])]


def helix(x):
    turn = atan(x[1] / x[0]) / (2 * math.pi) + (0.5 if x[0].value < 0 else 0.0)
    return [
        10 * (x[2] - 10 * turn), 10 * (sqrt(x[0] * x[0] + x[1] * x[1]) - 1), 1.0 * x[2]]


def variably(x):
    s = sum(((i + 1) * (v - 1) for i, v in enumerate(x)), 0)
    return [v - 1 for v in x] + [s, s * s]


def trigonometric(x):
    rest = len(x) - sum((cos(v) for v in x), 0)
    return [rest + (i + 1) * (1 - cos(v)) - sin(v) for i, v in enumerate(x)]


def brown(x):
    return [x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2]


def freudenstein(x):
    return [
        -13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1],
        -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]]


PROBLEMS = [
    ("rosenbrock", rosenbrock, [-1.2, 1]),
    ("quadratic_k100", quadratic, [1, 1]),
    ("himmelblau", himmelblau, [0, 0]),
    ("beale", beale, [1, 1]),
    ("extended_rosenbrock10", rosenbrock, [-1.2, 1] * 5),
    ("powell_singular", powell, [3, -1, 0, 1]),
    ("wood", wood, [-3, -1, -3, -1]),
    ("helical_valley", helix, [-1, 0, 0]),
    ("variably_dimensioned10", variably, [1 - i / 10 for i in range(1, 11)]),
    ("trigonometric10", trigonometric, [0.1] * 10),
    ("brown_badly_scaled", brown, [1, 1]),
    ("freudenstein_roth", freudenstein, [0.5, -2]),
]
METHODS = [
    "BFGS", "CG", "L-BFGS-B", "Newton-CG", "dogleg", "trust-ncg", "trust-exact", "trust-krylov"]
SQUARES = ["lm", "trf", "trf jac", "dogbox", "dogbox jac"]
MOST = 20
FACTORS = [1, 1 + 4e-16, 1 - 4e-16, 1 + 2e-15, 1 - 2e-15]


def jets(residuals, x):
    n = len(x)
    axes, flat = np.eye(n), np.zeros((n, n))
    return residuals([Jet(float(v), axes[i], flat) for i, v in enumerate(x)])


def total(residuals, x):
    return sum((r * r for r in jets(residuals, x)), 0)


def iterates(method, residuals, start):
    """The points after the start, each other than the one before, and whether scipy was content."""
    points = [np.array(start, float)]

    def note(x):
        if not np.array_equal(x, points[-1]):
            points.append(np.array(x))

    if method in SQUARES:
        def jacobian(x):
            note(x)
            return np.array([r.gradient for r in jets(residuals, x)])

        result = least_squares(
            lambda x: np.array([r.value for r in jets(residuals, x)]), start, jac=jacobian,
            method=method.split()[0], x_scale="jac" if method.endswith("jac") else None, xtol=1e-12, ftol=1e-12, gtol=1e-12)
        note(result.x)
    else:
        second = method not in ("BFGS", "CG", "L-BFGS-B")
        result = minimize(
            lambda x: total(residuals, x).value, start, method=method,
            jac=lambda x: total(residuals, x).gradient,
            hess=(lambda x: total(residuals, x).hessian) if second else None, callback=note)
    return points[1:], bool(result.success)


def agree(points):
    size = 1e-9 * np.maximum(1, np.abs(points[0]))
    return all(np.all(np.abs(p - points[0]) <= size) for p in points[1:])


def record(method, name, residuals, start):
    def scaled(factor):
        return lambda x: [factor * r for r in residuals(x)]

    runs = [iterates(method, scaled(factor), start) for factor in FACTORS]
    points, success = runs[0]
    stored = 0
    for group in zip(*[run[0][:MOST] for run in runs]):
        if not agree(group):
            break
        stored += 1
    end = points[-1] if points else np.array(start, float)
    return {
        "method": method, "problem_id": name, "success": success, "count": len(points),
        "iterates": [[float(v) for v in p] for p in points[:stored]],
        "end": [float(v) for v in end], "f": float(total(residuals, end).value)}


def exponential(x):
    e = math.exp(x * x)
    return e, 2 * x * e


def power(x):
    """x^64 and its slope, by multiplications alone."""
    p, slope = x, 1.0
    for _ in range(6):
        p, slope = p * p, 2 * p * slope
    return p, slope


STEEP = [("exp(x^2)", exponential, [12, 5, 3]), ("x^64", power, [12, 30, -3])]


def steep(name, function, start):
    points = []
    result = minimize(
        lambda x: function(float(x[0]))[0], [float(start)],
        jac=lambda x: np.array([function(float(x[0]))[1]]), method="BFGS",
        callback=lambda x: points.append(float(x[0])))
    return {
        "function": name, "start": start, "count": len(points), "iterates": points[:MOST],
        "end": float(result.x[0])}


def main():
    warnings.simplefilter("ignore")
    records = [
        record(m, *problem) for m in METHODS + SQUARES for problem in PROBLEMS
        if m not in SQUARES or problem[0] != "quadratic_k100"]
    print('{\n "library": "scipy", "version": "%s",\n "records": [' % scipy.__version__)
    print(",\n".join("  " + json.dumps(r) for r in records))
    print(' ],\n "steep": [')
    runs = [steep(name, f, start) for name, f, starts in STEEP for start in starts]
    print(",\n".join("  " + json.dumps(r) for r in runs))
    print(" ]\n}")


main()
