"""Counts what scipy's minimize needs to reach f - f* <= 1e-8.

Prints a line of JSON for each method and problem: method, problem (a specification of descent), n,
the number of evaluations, each of f with its gradient, up to the first that is low enough (null
where none is), and the number of Hessians or of their products until then. The problems are those of
More, Garbow and Hillstrom in the sizes below, and some others. Residuals are written here anew, in
numpy; gradients come from complex steps, exact to rounding, and second derivatives from differences
of these of fourth order, right to about ten digits; what these ask for is not counted. Stopping tests are turned off as far as scipy allows, so that a
method fails only where it can go no further or asks more than 20,000 times. With `default` as the
argument scipy's own stopping tests hold. Needs `pip install scipy`.

    python benchmarks/peers/scipy_minimize.py [exact|default [method ...]]
"""

import json
import sys
import warnings

import numpy as np
from scipy.optimize import minimize

MOST = 20_000
TARGET = 1e-8

BARD = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39]
GAUSSIAN = [0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989]
MEYER = [34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427,
         3820, 3307, 2872]
KOWALIK = [0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246]
CONCENTRATION = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625]
OSBORNE1 = [0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818, 0.784, 0.751, 0.718,
            0.685, 0.658, 0.628, 0.603, 0.580, 0.558, 0.538, 0.522, 0.506, 0.490, 0.478, 0.467,
            0.457, 0.448, 0.438, 0.431, 0.424, 0.420, 0.414, 0.411, 0.406]
OSBORNE2 = [1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679,
            0.608, 0.655, 0.616, 0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644,
            0.624, 0.661, 0.612, 0.558, 0.533, 0.495, 0.500, 0.423, 0.395, 0.375, 0.372, 0.391,
            0.396, 0.405, 0.428, 0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668,
            0.645, 0.632, 0.591, 0.559, 0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581,
            0.428, 0.292, 0.162, 0.098, 0.054]


def valley(x, m):
    a, b = x[0::2], x[1::2]
    return np.concatenate([10 * (b - a * a), 1 - a])


def freudenstein(x, m):
    a, b = x
    return np.array([a - 13 + ((5 - b) * b - 2) * b, a - 29 + ((b + 1) * b - 14) * b])


def powell_badly_scaled(x, m):
    return np.array([1e4 * x[0] * x[1] - 1, np.exp(-x[0]) + np.exp(-x[1]) - 1.0001])


def brown_badly_scaled(x, m):
    return np.array([x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2])


def beale(x, m):
    return np.array([1.5, 2.25, 2.625]) - x[0] * (1 - x[1] ** np.arange(1, 4))


def jennrich(x, m):
    i = np.arange(1, m + 1)
    return 2 + 2 * i - (np.exp(i * x[0]) + np.exp(i * x[1]))


def helical(x, m):
    turn = np.arctan(x[1] / x[0]) / (2 * np.pi) + (0.5 if x[0].real < 0 else 0)
    return np.array([10 * (x[2] - 10 * turn), 10 * (np.sqrt(x[0] ** 2 + x[1] ** 2) - 1), x[2]])


def bard(x, m):
    u = np.arange(1, 16)
    v = 16 - u
    return BARD - (x[0] + u / (v * x[1] + np.minimum(u, v) * x[2]))


def gaussian(x, m):
    t = (8 - np.arange(1, 16)) / 2
    return x[0] * np.exp(-x[1] * (t - x[2]) ** 2 / 2) - (GAUSSIAN + GAUSSIAN[-2::-1])


def meyer(x, m):
    return x[0] * np.exp(x[1] / (45 + 5 * np.arange(1, 17) + x[2])) - MEYER


def gulf(x, m):
    t = np.arange(1, m + 1) / 100
    distance = 25 + (-50 * np.log(t)) ** (2 / 3) - x[1]
    distance = np.where(distance.real < 0, -distance, distance)
    return np.exp(-distance ** x[2] / x[0]) - t


def box(x, m):
    t = np.arange(1, m + 1) / 10
    return np.exp(-t * x[0]) - np.exp(-t * x[1]) - x[2] * (np.exp(-t) - np.exp(-10 * t))


def powell_singular(x, m):
    a, b, c, d = (x[k::4] for k in range(4))
    return np.concatenate(
        [a + 10 * b, np.sqrt(5) * (c - d), (b - 2 * c) ** 2, np.sqrt(10) * (a - d) ** 2])


def wood(x, m):
    return np.array([
        10 * (x[1] - x[0] ** 2), 1 - x[0], np.sqrt(90) * (x[3] - x[2] ** 2), 1 - x[2],
        np.sqrt(10) * (x[1] + x[3] - 2), (x[1] - x[3]) / np.sqrt(10)])


def kowalik(x, m):
    u = np.array(CONCENTRATION)
    return KOWALIK - x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3])


def brown_dennis(x, m):
    t = np.arange(1, m + 1) / 5
    return (x[0] + t * x[1] - np.exp(t)) ** 2 + (x[2] + x[3] * np.sin(t) - np.cos(t)) ** 2


def osborne1(x, m):
    t = 10 * np.arange(33)
    return OSBORNE1 - (x[0] + x[1] * np.exp(-t * x[3]) + x[2] * np.exp(-t * x[4]))


def biggs(x, m):
    t = np.arange(1, m + 1) / 10
    y = np.exp(-t) - 5 * np.exp(-10 * t) + 3 * np.exp(-4 * t)
    return x[2] * np.exp(-t * x[0]) - x[3] * np.exp(-t * x[1]) + x[5] * np.exp(-t * x[4]) - y


def osborne2(x, m):
    t = np.arange(65) / 10
    peaks = sum(x[k] * np.exp(-(t - x[k + 7]) ** 2 * x[k + 4]) for k in (1, 2, 3))
    return OSBORNE2 - (x[0] * np.exp(-t * x[4]) + peaks)


def watson(x, m):
    n = len(x)
    t = np.arange(1, 30)[:, None] / 29
    j = np.arange(n)
    powers = t ** j
    slopes = j[1:] * t ** (j[1:] - 1)
    rows = slopes @ x[1:] - (powers @ x) ** 2 - 1
    return np.concatenate([rows, [x[0], x[1] - x[0] ** 2 - 1]])


def penalty1(x, m):
    return np.append(np.sqrt(1e-5) * (x - 1), x @ x - 0.25)


def penalty2(x, m):
    n = len(x)
    i = np.arange(2, n + 1)
    small = np.sqrt(1e-5)
    steps = np.exp(x[1:] / 10) + np.exp(x[:-1] / 10) - np.exp(i / 10) - np.exp((i - 1) / 10)
    level = np.exp(x[1:] / 10) - np.exp(-0.1)
    return np.concatenate(
        [[x[0] - 0.2], small * steps, small * level, [np.arange(n, 0, -1) @ (x * x) - 1]])


def variably_dimensioned(x, m):
    s = np.arange(1, len(x) + 1) @ (x - 1)
    return np.append(x - 1, [s, s * s])


def trigonometric(x, m):
    n = len(x)
    return n - np.cos(x).sum() + np.arange(1, n + 1) * (1 - np.cos(x)) - np.sin(x)


def brown_almost_linear(x, m):
    return np.append(x[:-1] + x.sum() - (len(x) + 1), np.prod(x) - 1)


def boundary_value(x, m):
    n = len(x)
    h = 1 / (n + 1)
    inner = np.concatenate([[0], x, [0]])
    cube = (x + h * np.arange(1, n + 1) + 1) ** 3
    return 2 * x - inner[:-2] - inner[2:] + h * h * cube / 2


def integral_equation(x, m):
    n = len(x)
    h = 1 / (n + 1)
    t = h * np.arange(1, n + 1)
    cube = (x + t + 1) ** 3
    below = np.cumsum(t * cube)
    weighted = (1 - t) * cube
    above = weighted.sum() - np.cumsum(weighted)
    return x + h * ((1 - t) * below + t * above) / 2


def broyden_tridiagonal(x, m):
    inner = np.concatenate([[0], x, [0]])
    return (3 - 2 * x) * x - inner[:-2] - 2 * inner[2:] + 1


def broyden_banded(x, m):
    n = len(x)
    band = x * (1 + x)
    sums = [sum(band[j] for j in range(max(0, i - 5), min(n, i + 2)) if j != i) for i in range(n)]
    return x * (2 + 5 * x * x) + 1 - np.array(sums)


def linear_full_rank(x, m):
    n = len(x)
    return np.concatenate([x, np.zeros(m - n)]) - 2 / m * x.sum() - 1


def linear_rank1(x, m):
    return np.arange(1, m + 1) * (np.arange(1, len(x) + 1) @ x) - 1


def linear_rank1_zeros(x, m):
    n = len(x)
    inner = np.arange(2, n) @ x[1:-1]
    return np.concatenate([[-1], np.arange(1, m - 1) * inner - 1, [-1]])


def chebyquad(x, m):
    z = 2 * x - 1
    former, latest = np.ones_like(z), z
    result = []
    for i in range(1, m + 1):
        result.append(latest.mean() + (0 if i % 2 else 1 / (i * i - 1)))
        former, latest = latest, 2 * z * latest - former
    return np.array(result)


def quadratic(x, m):
    return np.array([x[0] / np.sqrt(2), 10 * x[1] / np.sqrt(2)])


def himmelblau(x, m):
    return np.array([x[0] ** 2 + x[1] - 11, x[0] + x[1] ** 2 - 7])


def ramp(n):
    return [1 - j / n for j in range(1, n + 1)]


def mesh(n):
    return [j / (n + 1) * (j / (n + 1) - 1) for j in range(1, n + 1)]


def even(n):
    return [j / (n + 1) for j in range(1, n + 1)]


EXP6 = [1, 2, 1, 1, 1, 1]
OSBORNE2_START = [1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5]

# Number, residuals, start, m, f*.
MGH = [
    (1, valley, [-1.2, 1], 2, 0),
    (2, freudenstein, [0.5, -2], 2, 0),
    (3, powell_badly_scaled, [0, 1], 2, 0),
    (4, brown_badly_scaled, [1, 1], 3, 0),
    (5, beale, [1, 1], 3, 0),
    (6, jennrich, [0.3, 0.4], 10, 124.36218235561485),
    (7, helical, [-1, 0, 0], 3, 0),
    (8, bard, [1, 1, 1], 15, 0.008214877306578975),
    (9, gaussian, [0.4, 1, 0], 15, 1.127932769618648e-08),
    (10, meyer, [0.02, 4000, 250], 16, 87.94585517085112),
    (11, gulf, [5, 2.5, 0.15], 10, 0),
    (11, gulf, [5, 2.5, 0.15], 99, 0),
    (12, box, [0, 10, 20], 3, 0),
    (12, box, [0, 10, 20], 10, 0),
    (13, powell_singular, [3, -1, 0, 1], 4, 0),
    (14, wood, [-3, -1, -3, -1], 6, 0),
    (15, kowalik, [0.25, 0.39, 0.415, 0.39], 11, 0.00030750560384923745),
    (16, brown_dennis, [25, 5, -5, -1], 20, 85822.20162635634),
    (17, osborne1, [0.5, 1.5, -1, 0.01, 0.02], 33, 5.464894697482907e-05),
    (18, biggs, EXP6, 13, 0),
    (19, osborne2, OSBORNE2_START, 65, 0.040137736293547735),
    (20, watson, [0] * 6, 31, 0.0022876700535524363),
    (20, watson, [0] * 9, 31, 1.39976013809902e-06),
    (21, valley, [-1.2, 1] * 2, 4, 0),
    (21, valley, [-1.2, 1] * 5, 10, 0),
    (22, powell_singular, [3, -1, 0, 1] * 2, 8, 0),
    (22, powell_singular, [3, -1, 0, 1] * 3, 12, 0),
    (23, penalty1, [1, 2, 3, 4], 5, 2.249977500899937e-05),
    (23, penalty1, list(range(1, 11)), 11, 7.087651467090369e-05),
    (24, penalty2, [0.5] * 4, 8, 9.376293007355442e-06),
    (24, penalty2, [0.5] * 10, 20, 0.00029366053745674594),
    (25, variably_dimensioned, ramp(5), 7, 0),
    (25, variably_dimensioned, ramp(10), 12, 0),
    (26, trigonometric, [1 / 5] * 5, 5, 0),
    (26, trigonometric, [1 / 10] * 10, 10, 0),
    (27, brown_almost_linear, [0.5] * 5, 5, 0),
    (27, brown_almost_linear, [0.5] * 10, 10, 0),
    (28, boundary_value, mesh(5), 5, 0),
    (28, boundary_value, mesh(10), 10, 0),
    (29, integral_equation, mesh(5), 5, 0),
    (29, integral_equation, mesh(10), 10, 0),
    (30, broyden_tridiagonal, [-1] * 5, 5, 0),
    (30, broyden_tridiagonal, [-1] * 10, 10, 0),
    (31, broyden_banded, [-1] * 5, 5, 0),
    (31, broyden_banded, [-1] * 10, 10, 0),
    (32, linear_full_rank, [1] * 5, 10, 5),
    (32, linear_full_rank, [1] * 10, 20, 10),
    (33, linear_rank1, [1] * 5, 10, 2.142857142857143),
    (33, linear_rank1, [1] * 10, 20, 4.634146341463414),
    (34, linear_rank1_zeros, [1] * 5, 10, 3.6470588235294117),
    (34, linear_rank1_zeros, [1] * 10, 20, 6.135135135135135),
    (35, chebyquad, even(5), 5, 0),
    (35, chebyquad, even(8), 8, 0.0035168737256779316),
    (35, chebyquad, even(10), 10, 0.004772713696375349),
]

# Those that are not among the above: specification, residuals, start, f*.
OTHERS = [
    ("quadratic:condition=100,angle=0", quadratic, [1, 1], 0),
    ("himmelblau", himmelblau, [0, 0], 0),
    ("mgh-21:n=100", valley, [-1.2, 1] * 50, 0),
]

# Problems whose m is the user's choice.
CHOOSES_M = {6, 11, 12, 16, 18, 32, 33, 34, 35}


def problems():
    for number, residuals, start, m, minimum in MGH:
        name = f"mgh-{number}"
        settings = []
        if number >= 20:
            settings.append(f"n={len(start)}")
        if number in CHOOSES_M:
            settings.append(f"m={m}")
        yield name + (":" + ",".join(settings) if settings else ""), residuals, start, m, minimum
    for name, residuals, start, minimum in OTHERS:
        yield name, residuals, start, None, minimum


class Solved(Exception):
    pass


class Spent(Exception):
    pass


class Counted:
    """f with its gradient; ends the run at the first evaluation that is low enough."""

    def __init__(self, residuals, m, minimum):
        self.residuals, self.m, self.minimum = residuals, m, minimum
        self.count = 0
        self.curvatures = 0

    def evaluate(self, x):
        r = self.residuals(x, self.m)
        gradient = np.empty(len(x))
        for i in range(len(x)):
            point = x.astype(complex)
            point[i] += 1e-40j
            gradient[i] = 2 * (r @ (self.residuals(point, self.m).imag / 1e-40))
        return r @ r, gradient

    def __call__(self, x):
        if self.count >= MOST:
            raise Spent
        self.count += 1
        value, gradient = self.evaluate(x)
        if value - self.minimum <= TARGET:
            raise Solved
        return value, gradient

    def derivative(self, x, direction):
        """H times a direction of length 1, and of its scale."""
        h = 1e-4
        near, far = (
            self.evaluate(x + k * h * direction)[1] - self.evaluate(x - k * h * direction)[1]
            for k in (1, 2))
        return (8 * near - far) / (12 * h)

    def hessian(self, x):
        self.curvatures += 1
        n = len(x)
        scales = np.maximum(np.abs(x), 1)
        rows = np.array([self.derivative(x, scales[i] * np.eye(n)[i]) / scales[i] for i in range(n)])
        return (rows + rows.T) / 2

    def product(self, x, p):
        self.curvatures += 1
        size = np.linalg.norm(p)
        return self.derivative(x, p / size) * size if size > 0 else np.zeros(len(p))


EXACT = {
    "BFGS": {"gtol": 0, "maxiter": MOST},
    "L-BFGS-B": {"gtol": 0, "ftol": 0, "maxiter": MOST, "maxfun": MOST},
    "CG": {"gtol": 0, "maxiter": MOST},
    "Newton-CG": {"xtol": 0, "maxiter": MOST},
    "trust-ncg": {"gtol": 0, "maxiter": MOST},
    "dogleg": {"gtol": 0, "maxiter": MOST},
    "trust-exact": {"gtol": 0, "maxiter": MOST},
}

# What a method asks for beside f and its gradient.
SECOND = {
    "Newton-CG": "hessp",
    "trust-ncg": "hessp",
    "dogleg": "hess",
    "trust-exact": "hess",
}


def evaluations(method, options, residuals, start, m, minimum):
    counted = Counted(residuals, m, minimum)
    answers = {"hess": counted.hessian, "hessp": counted.product}
    second = {name: answers[name] for name in answers if SECOND.get(method) == name}
    try:
        minimize(
            counted, np.array(start, float), jac=True, method=method, options=options, **second)
    except Solved:
        return counted.count, counted.curvatures
    except (Spent, np.linalg.LinAlgError, ValueError):
        pass
    return None, counted.curvatures


def main(tests="exact", *methods):
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    for method, exact in EXACT.items():
        if methods and method not in methods:
            continue
        options = {} if tests == "default" else exact
        for name, residuals, start, m, minimum in problems():
            count, curvatures = evaluations(method, options, residuals, start, m, minimum)
            line = {"method": method, "problem": name, "n": len(start), "evaluations": count,
                    "curvatures": curvatures}
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
