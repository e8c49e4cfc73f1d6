"""Times training over data by a descent that is built for release, against torch and against memory.

Prints a line of JSON for each measurement of one run: name, what it is of, the nanoseconds of both
sides and their ratio. All is in double precision and on one thread. The time of a step of descent is
the difference of two runs that differ in their number of steps alone, so that reading the data,
watching and starting the program cancel; each is the least of several.

- step: batch 32, 64-100-50-10, ELU, batch normalization, Adam on the digits; torch's the same, with
  its fused kernel, the forward pass, cross-entropy and the backward pass included.
- examples: a step of batch 32 by the number of examples, against the fewest. It should not grow.
- epoch: logistic regression, 10^5 and 10^6 examples of 50 features, one gradient of all, against one
  pass over the 40 or 400 MB of features in numpy (a dot product with themselves), and against numpy's
  gradient, which needs two passes. Of 40 MB a large cache holds the most part.

Needs `pip install torch numpy`.

    python benchmarks/peers/torch_network.py [DESCENT [PART,...]]
"""

import json
import os
import subprocess
import sys
import time

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np  # noqa: E402


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def nanoseconds_of_step(descent, function, optimizer, few, many, batch=None, repetitions=5):
    """Of a step, from runs of `few` and of `many` steps in turn; both record start and end."""

    def run(steps):
        options = ["--steps", str(steps), "--record", "0", "--idle-steps", str(many + 1)]
        if batch:
            options += ["--batch", str(batch)]
        return seconds([descent, "run", function, "--optimizer", optimizer, *options])

    short = long = float("inf")
    for _ in range(repetitions):
        short = min(short, run(few))
        long = min(long, run(many))
    return (long - short) / (many - few) * 1e9


def least(work, repetitions):
    best = float("inf")
    for _ in range(repetitions):
        start = time.perf_counter_ns()
        work()
        best = min(best, time.perf_counter_ns() - start)
    return best


def report(name, of, ours, peer, theirs):
    line = {"name": name, "of": of, "ns": round(ours), peer: round(theirs)}
    print(json.dumps(line | {"ratio": round(ours / theirs, 3)}), flush=True)


def torch_step():
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    linear, norm, elu = torch.nn.Linear, torch.nn.BatchNorm1d, torch.nn.ELU
    net = torch.nn.Sequential(
        linear(64, 100), norm(100), elu(), linear(100, 50), norm(50), elu(), linear(50, 10))
    features, classes = torch.rand(1285, 64), torch.randint(0, 10, (1285,))
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3, fused=True)
    order = torch.randperm(1285)

    def steps():
        for first in range(0, 1280, 32):
            some = order[first : first + 32]
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(net(features[some]), classes[some]).backward()
            optimizer.step()

    steps()
    return least(steps, 30) / 40


def step(descent):
    network = "mlp:data=digits,hidden=100/50,activation=elu,init=he,batch-norm=true"
    ours = nanoseconds_of_step(descent, network, "adam:lr=0.001", 100, 4100, batch=32)
    report("step", "64-100-50-10, batch 32, Adam", ours, "torch_ns", torch_step())


def examples(descent):
    fewest = None
    for exponent in (3, 4, 5, 6, 7):
        count = 10**exponent
        # Three parts of ten features and a target, in doubles, and as much while they are made.
        if 2 * 3 * 11 * 8 * count > 0.6 * memory():
            print(json.dumps({"name": "examples", "of": f"10^{exponent}", "skipped": "memory"}))
            continue
        function = f"mlp:data=blobs(n={count},d=10,classes=5),hidden=30,activation=elu"
        many = 60_000 if count < 10**6 else 200_000
        ours = nanoseconds_of_step(
            descent, function, "sgd:lr=0.001", 1000, many, batch=32,
            repetitions=3 if count < 10**6 else 2)
        fewest = fewest or ours
        report("examples", f"10^{exponent}", ours, "ns_of_fewest", fewest)


def memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES")


def epoch(descent):
    for exponent, many in ((5, 110), (6, 50)):
        count, of = 10**exponent, f"10^{exponent} x 50"
        function = f"logistic-regression:data=blobs(n={count},d=50,classes=2)"
        ours = nanoseconds_of_step(descent, function, "sgd:lr=0.001", 10, many, repetitions=3)
        features = np.random.default_rng(1).standard_normal((count, 50))
        flat, targets = features.ravel(), np.ones(count)
        weights = np.zeros(50)

        def gradient():
            errors = 1 / (1 + np.exp(-(features @ weights))) - targets
            return features.T @ errors

        report("epoch", of, ours, "one_pass_ns", least(lambda: flat @ flat, 30))
        report("epoch", of, ours, "numpy_gradient_ns", least(gradient, 30))


PARTS = {"step": step, "examples": examples, "epoch": epoch}


def main(descent=".build/release/descent", parts=",".join(PARTS)):
    for name in parts.split(","):
        PARTS[name](descent)


if __name__ == "__main__":
    main(*sys.argv[1:])
