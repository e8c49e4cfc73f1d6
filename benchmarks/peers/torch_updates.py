"""Times the updates of torch's optimizers on the processor, in double precision.

Prints a line of JSON for each method, size and number of threads: name, n, threads and the
nanoseconds of one step, the best of several. The fused kernel is taken where torch has one, else
the one over lists of tensors. Needs `pip install torch`.

    python benchmarks/peers/torch_updates.py [N,...] [THREADS,...]
"""

import json
import sys
import time

import torch

METHODS = {
    "sgd": (torch.optim.SGD, {"lr": 1e-3}),
    "momentum": (torch.optim.SGD, {"lr": 1e-3, "momentum": 0.9}),
    "adagrad": (torch.optim.Adagrad, {"lr": 1e-3}),
    "rmsprop": (torch.optim.RMSprop, {"lr": 1e-3}),
    "adam": (torch.optim.Adam, {"lr": 1e-3}),
    "adamw": (torch.optim.AdamW, {"lr": 1e-3}),
}


def make(method, x, settings):
    """The optimizer with its fused kernel, or with the next best."""
    for choice in ({"fused": True}, {"foreach": True}):
        try:
            return method([x], **settings, **choice)
        except (RuntimeError, TypeError):
            continue
    return method([x], **settings)


def nanoseconds(optimizer, repetitions):
    best = float("inf")
    for _ in range(repetitions):
        start = time.perf_counter_ns()
        optimizer.step()
        best = min(best, time.perf_counter_ns() - start)
    return best


def main(sizes="1000000,10000000", threads="1,2"):
    for n in map(int, sizes.split(",")):
        for count in map(int, threads.split(",")):
            torch.set_num_threads(count)
            for name, (method, settings) in METHODS.items():
                x = torch.ones(n, dtype=torch.float64, requires_grad=True)
                x.grad = torch.full_like(x, 1e-3)
                optimizer = make(method, x, settings)
                nanoseconds(optimizer, 3)
                best = nanoseconds(optimizer, 15 if n > 5_000_000 else 60)
                print(json.dumps({"name": name, "n": n, "threads": count, "ns": best}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
