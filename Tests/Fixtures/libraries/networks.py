"""Values, gradients and Hessian products of small networks by torch in double precision.

    python3 Tests/Fixtures/libraries/networks.py > Tests/Fixtures/networks/activations.json

Every activation with and without batch normalization, both losses, one output and several; the form of
the records is that of reference.json.
"""

import json

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

ACTIVATIONS = {
    "identity": lambda z: z,
    "relu": F.relu,
    "leaky-relu": lambda z: F.leaky_relu(z, 0.01),
    "elu": F.elu,
    "tanh": torch.tanh,
    "logistic": torch.sigmoid,
    "softplus": F.softplus,
    "silu": F.silu,
    "gelu": F.gelu,
}


def output(record, theta, rows):
    """What the network says of some rows, and the sum of its squared weights."""
    a = torch.tensor(record["X"])[rows]
    at = 0

    def take(*shape):
        nonlocal at
        count = int(torch.tensor(shape).prod())
        at += count
        return theta[at - count : at].reshape(shape)

    squares = 0
    sizes = [record["d"]] + record["hidden"] + [record["outputs"]]
    for layer, (inputs, units) in enumerate(zip(sizes, sizes[1:])):
        weights, biases = take(units, inputs), take(units)
        squares = squares + (weights**2).sum()
        z = a @ weights.T + biases
        if layer == len(sizes) - 2:
            assert at == len(theta)
            return z, squares
        if record["batch_norm"]:
            scales, shifts = take(units), take(units)
            z = F.batch_norm(z, None, None, scales, shifts, training=True, eps=1e-5)
        a = ACTIVATIONS[record["activation"]](z)


def loss(record, theta, rows):
    z, squares = output(record, theta, rows)
    y = torch.tensor(record["y"])[rows]
    if record["loss"] == "squared":
        wanted = y.reshape(-1, 1) if record["outputs"] == 1 else F.one_hot(y, record["outputs"])
        mean = ((z - wanted) ** 2).sum(1).mean()
    elif record["outputs"] == 1:
        mean = F.binary_cross_entropy_with_logits(z[:, 0], y.to(z.dtype))
    else:
        mean = F.cross_entropy(z, y)
    return mean + record["l2"] / 2 * squares


def point(record, random):
    rows = list(range(record["m"]))
    some = [1, 4, 4, 9, 2]
    theta = (0.6 * torch.randn(record["n"], generator=random)).round(decimals=3)
    direction = torch.tensor([(-1.0) ** i for i in range(record["n"])])
    value, product = torch.autograd.functional.hvp(lambda t: loss(record, t, rows), theta, direction)

    def gradient(rows):
        t = theta.clone().requires_grad_()
        f = loss(record, t, rows)
        return f.item(), torch.autograd.grad(f, t)[0].tolist()

    minibatch_f, minibatch_gradient = gradient(some)
    return {
        "x": theta.tolist(), "f": value.item(), "gradient": gradient(rows)[1],
        "hessian_times_alternating": product.tolist(), "minibatch_rows": some,
        "minibatch_f": minibatch_f, "minibatch_gradient": minibatch_gradient,
    }


def record(name, random, *, activation, hidden, outputs, classes, batch_norm, kind, l2=0.02):
    m, d = 11, 3
    sizes = [d] + hidden + [outputs]
    n = sum((a + 1) * b for a, b in zip(sizes, sizes[1:])) + (2 * sum(hidden) if batch_norm else 0)
    result = {
        "id": name, "m": m, "d": d, "hidden": hidden, "outputs": outputs, "activation": activation,
        "batch_norm": batch_norm, "l2": l2, "loss": kind, "n": n,
        "X": (1.5 * torch.randn(m, d, generator=random)).round(decimals=3).tolist(),
        "y": [i % classes for i in range(m)],
    }
    result["points"] = [point(result, random) for _ in range(2)]
    return result


def records():
    random = torch.Generator().manual_seed(18)
    for activation in ACTIVATIONS:
        for batch_norm in [False, True]:
            yield record(
                f"{activation}{'-normalized' if batch_norm else ''}", random,
                activation=activation, hidden=[4, 3], outputs=3, classes=3, batch_norm=batch_norm,
                kind="cross-entropy")
    yield record(
        "one-output", random, activation="elu", hidden=[4], outputs=1, classes=2, batch_norm=True,
        kind="cross-entropy")
    yield record(
        "squared-classes", random, activation="tanh", hidden=[4], outputs=3, classes=3,
        batch_norm=False, kind="squared")
    yield record(
        "wide", random, activation="silu", hidden=[2, 5, 2], outputs=2, classes=2, batch_norm=True,
        kind="squared", l2=0.0)


print(json.dumps({"source": f"torch {torch.__version__}", "records": list(records())}))
