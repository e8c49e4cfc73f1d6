"""Times COCO's noiseless BBOB functions, called from Python.

Prints a line of JSON for each function and dimension: name, n and the nanoseconds that the value at
one point takes, the best of several repetitions. Needs `pip install coco-experiment numpy`.

    python benchmarks/peers/bbob.py [FUNCTION,...] [DIMENSION,...]
"""

import json
import sys
import time

import cocoex
import numpy

REPETITIONS = 60
SECONDS = 0.005


def nanoseconds(problem, x):
    """The least mean time of a call among the repetitions, each of about SECONDS."""
    count, best = 1, float("inf")
    repetition = 0
    while repetition < REPETITIONS:
        start = time.perf_counter_ns()
        for _ in range(count):
            problem(x)
        spent = time.perf_counter_ns() - start
        if spent < SECONDS * 0.5e9:
            count *= 2
            continue
        best = min(best, spent / count)
        repetition += 1
    return best


def main(functions="1,3,8,10,15,20,21,24", dimensions="10,40"):
    for number in functions.split(","):
        for n in dimensions.split(","):
            suite = cocoex.Suite(
                "bbob", "year: 2009",
                f"function_indices: {number} dimensions: {n} instance_indices: 1")
            problem = next(iter(suite))
            x = 4 * numpy.sin(3 * numpy.arange(int(n)) + 1.0)
            result = {"name": f"bbob-f{number}", "n": int(n), "ns": nanoseconds(problem, x)}
            print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
