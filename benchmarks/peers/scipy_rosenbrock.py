"""Times scipy's L-BFGS-B on Rosenbrock's extended function, to f <= 1e-8.

Prints a line of JSON: n, the number of evaluations up to the first that is low enough, and the
nanoseconds until then, the least of some runs. The function and its gradient are in numpy, without a
loop; m = 10 as in Descent's lbfgs. Needs `pip install scipy`.

    python benchmarks/peers/scipy_rosenbrock.py [n]
"""

import json
import sys
import time

import numpy as np
from scipy.optimize import minimize

RUNS = 20


class Solved(Exception):
    pass


class Rosenbrock:
    def __init__(self):
        self.count = 0

    def __call__(self, x):
        self.count += 1
        a, b = x[0::2], x[1::2]
        bend, slope = b - a * a, 1 - a
        value = 100 * bend.dot(bend) + slope.dot(slope)
        if value <= 1e-8:
            raise Solved
        gradient = np.empty_like(x)
        gradient[0::2] = -400 * a * bend - 2 * slope
        gradient[1::2] = 200 * bend
        return value, gradient


def run(n):
    function = Rosenbrock()
    start = np.tile([-1.2, 1.0], n // 2)
    options = {"maxcor": 10, "gtol": 0, "ftol": 0, "maxiter": 10_000, "maxfun": 10_000}
    began = time.perf_counter_ns()
    try:
        minimize(function, start, jac=True, method="L-BFGS-B", options=options)
    except Solved:
        return time.perf_counter_ns() - began, function.count
    raise SystemExit("not solved")


def main(n="1000"):
    runs = [run(int(n)) for _ in range(RUNS)]
    nanoseconds, evaluations = min(runs)
    print(json.dumps({"n": int(n), "evaluations": evaluations, "ns": nanoseconds}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
