"""Writes restarts.json: where L-BFGS-B asks when a search fails and it starts anew along -g.

    python3 restarts.py > restarts.json

f is Rosenbrock's with a ripple, a sin(k x), which the gradient leaves out, so that searches fail. Points
are stored as long as they are the same to 1e-9 when f is multiplied by numbers within 2e-15 of 1.
"""

import json
import math

import numpy as np
import scipy
from scipy.optimize import minimize

RIPPLES = [(0.3, 8.0), (0.5, 10.0), (1.0, 6.0), (2.0, 5.0), (3.0, 12.0), (8.0, 5.0)]
FACTORS = [1, 1 + 4e-16, 1 - 4e-16, 1 + 2e-15, 1 - 2e-15]


def queries(a, k, factor):
    points = []

    def answer(x):
        points.append(np.array(x))
        u = x[1] - x[0] * x[0]
        f = 100 * u * u + (1 - x[0]) ** 2 + a * math.sin(k * x[0])
        gradient = np.array([-400 * x[0] * u - 2 * (1 - x[0]), 200 * u])
        return factor * f, factor * gradient

    minimize(answer, [-1.2, 1], jac=True, method="L-BFGS-B", options={"ftol": 0})
    return points


def record(a, k):
    runs = [queries(a, k, factor) for factor in FACTORS]
    stored = []
    for group in zip(*runs):
        if any(np.max(np.abs(p - group[0])) > 1e-9 for p in group):
            break
        stored.append([float(v) for v in group[0]])
    return {"height": a, "frequency": k, "points": stored}


records = [record(*ripple) for ripple in RIPPLES]
print('{\n "library": "scipy", "version": "%s",\n "records": [' % scipy.__version__)
print(",\n".join("  " + json.dumps(r) for r in records))
print(" ]\n}")
