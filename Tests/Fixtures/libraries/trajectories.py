"""Writes reference trajectories of torch, keras, optax and pytorch_optimizer for CASES.

    KERAS_BACKEND=jax JAX_ENABLE_X64=1 python trajectories.py [library/optimizer ...]

Without names all are written. Everything is in double precision, also the few numbers that the
libraries round to single precision (`compute_in_double`). A file holds the iterates at the steps K
and at each of them a tolerance: ten times how far the iterates of runs from starts some units in
the last place apart have drifted from each other, and at least 2e-12. Where that is above 1e-6
there is no file.
"""

import importlib.metadata
import json
import pathlib
import sys
import warnings

import jax
import jax.numpy as jnp
import keras
import numpy as np
import optax
import pytorch_optimizer
import torch

warnings.filterwarnings("ignore")
torch.set_default_dtype(torch.float64)
keras.config.set_floatx("float64")


def compute_in_double():
    """Replaces what the libraries compute in single precision for variables of double precision."""
    # The size of the variables and of the step in Adafactor.
    keras.src.backend.numpy.mean = lambda x, axis=None, keepdims=False: jnp.mean(
        x, axis=axis, keepdims=keepdims)
    # The norm in Muon.
    keras.src.backend.linalg.norm = lambda x, ord=None, axis=None, keepdims=False: jnp.linalg.norm(
        x, ord=ord, axis=axis, keepdims=keepdims)
    # beta2 of Adafactor at a step.
    factored = optax.scale_by_factored_rms
    power = lambda i, exponent: 1.0 - jnp.array(i + 1, jnp.float64) ** (-exponent)
    factored.__defaults__ = (*factored.__defaults__[:-1], power)
    # The root of the number of steps in MADGRAD.
    sys.modules[optax.contrib.madgrad.__module__].jnp = DoubleRoots()
    # The warm-up of the schedule-free methods.
    schedules = sys.modules[optax.contrib.schedule_free.__module__]._schedule
    warmup = schedules.warmup_constant_schedule
    schedules.warmup_constant_schedule = lambda **given: (
        lambda count: warmup(**given)(jnp.asarray(count, jnp.float64)))
    # The first norm of DAdaptSGD, and the weights of the averages of QHAdam.
    sys.modules["pytorch_optimizer.optimizer.dadapt"].get_global_gradient_norm = squared_norm
    # The norm in SAM.
    sys.modules["pytorch_optimizer.optimizer.sam"].get_global_gradient_norm = squared_norm
    sys.modules["pytorch_optimizer.optimizer.qhadam"].torch = DoubleTorch()
    # The bases of SOAP.
    sys.modules["pytorch_optimizer.optimizer.soap"].torch = DoubleTorch()


def squared_norm(groups, weight_adaptive=False):
    """That of the gradients, by the size of the variables where these scale them."""
    sizes = lambda group, p: p.abs() if weight_adaptive and group.get("adaptive") else 1.0
    return sum(
        (p.grad * sizes(group, p)).norm() ** 2 for group in groups for p in group["params"]
    ).reshape(1)


class DoubleRoots:
    """jax.numpy, where also whole numbers have roots of double precision."""

    sqrt = staticmethod(lambda x: jnp.sqrt(jnp.asarray(x, jnp.float64)))

    def __getattr__(self, name):
        return getattr(jnp, name)


class DoubleTorch:
    """torch, where single precision is double."""

    float32 = torch.float64

    def __getattr__(self, name):
        return getattr(torch, name)


compute_in_double()

ROOT = pathlib.Path(__file__).resolve().parent.parent / "trajectories"
K = [0, 1, 2, 3, 5, 10, 20, 50, 100, 200]


def quadratic_value(p):
    return 0.5 * (p[0] ** 2 + 100 * p[1] ** 2)


def quadratic(p):
    return quadratic_value(p), np.array([p[0], 100 * p[1]])


def beale_residuals(p):
    x, y = p
    return 1.5 - x + x * y, 2.25 - x + x * y * y, 2.625 - x + x * y**3


def beale_value(p):
    return sum(r * r for r in beale_residuals(p))


def beale(p):
    x, y = p
    r = beale_residuals(p)
    gx = 2 * (r[0] * (y - 1) + r[1] * (y * y - 1) + r[2] * (y**3 - 1))
    gy = 2 * (r[0] * x + r[1] * 2 * x * y + r[2] * 3 * x * y * y)
    return beale_value(p), np.array([gx, gy])


# What a library differentiates by itself, where it does.
VALUES = {quadratic: quadratic_value, beale: beale_value}


def matrix_least_squares(variant):
    """The value and gradient of a problem of matrices, which x is row by row."""
    given = next(p for p in PROBLEM_FILE if p.get("variant") == variant)
    a, b, c = (np.array(given[key]) for key in "ABC")

    def function(p):
        r = a @ np.reshape(p, (a.shape[1], b.shape[0])) @ b - c
        return 0.5 * (r * r).sum(), a.T @ r @ b.T

    rows, columns = a.shape[1], b.shape[0]
    described = {
        "name": "matrix_least_squares", "n": rows * columns, "variant": variant, "rows": rows,
        "cols": columns,
    }
    return function, described, np.reshape(given["start"], (rows, columns)).astype(float)


PROBLEM_FILE = json.loads((ROOT.parent / "problems.json").read_text())["problems"]
PROBLEMS = {
    "quadratic_k100": (quadratic, {"name": "quadratic", "n": 2, "kappa": 100}, np.array([1.0, 1.0])),
    "beale": (beale, {"name": "beale", "n": 2}, np.array([1.5, 0.5])),
}
MATRIX_PROBLEMS = {
    "matrix43": matrix_least_squares("general"),
    "matrix33_mild": matrix_least_squares("mild"),
}


def run_torch(make, function, start, steps):
    x = torch.nn.Parameter(torch.tensor(np.array(start)))
    optimizer = make([x])
    points = [np.array(start).tolist()]

    def ask():
        x.grad = torch.tensor(function(x.detach().numpy())[1])

    for _ in range(steps):
        ask()
        # Methods around others ask again where they have moved to.
        optimizer.step(ask) if isinstance(optimizer, pytorch_optimizer.SAM) else optimizer.step()
        points.append(x.detach().tolist())
    return points


def run_torch_with_products(make, function, start, steps):
    """Hessian products by random vectors, which a diagonal Hessian with signs does not see."""
    x = torch.nn.Parameter(torch.tensor(np.array(start)))
    optimizer = make([x])
    points = [np.array(start).tolist()]
    for _ in range(steps):
        x.grad = None
        VALUES[function](x).backward(create_graph=True)
        optimizer.step()
        points.append(x.detach().tolist())
    return points


def run_keras(make, function, start, steps):
    x = keras.Variable(np.array(start), dtype="float64")
    optimizer = make()
    optimizer.build([x])
    points = [np.array(start).tolist()]
    for _ in range(steps):
        gradient = function(np.array(x.value))[1]
        optimizer.apply([jnp.array(gradient)], [x])
        points.append(np.array(x.value).tolist())
    return points


def run_optax(make, name, function, start, steps):
    x = jnp.array(start)
    optimizer = make()
    state = optimizer.init(x)
    extra = {
        "lbfgs": lambda value, gradient: dict(
            value=value, grad=gradient, value_fn=VALUES[function]),
        "sophia": lambda value, gradient: dict(obj_fn=VALUES[function]),
    }.get(name, lambda value, gradient: {})
    update = jax.jit(lambda value, gradient, state, x: optimizer.update(
        gradient, state, x, **extra(value, gradient)))
    points = [np.array(start).tolist()]
    for _ in range(steps):
        value, gradient = function(np.array(x))
        updates, state = update(value, jnp.array(gradient), state, x)
        x = optax.apply_updates(x, updates)
        points.append(np.array(x).tolist())
    return points


def spelled(keywords):
    """The keywords as the library takes them."""
    given = {key: tuple(a) if isinstance(a, list) else a for key, a in keywords.items()}
    if "base_optimizer" in given:
        given["base_optimizer"] = getattr(torch.optim, given["base_optimizer"])
    if "init_step" in given:
        given["init_step"] = ("heuristic", given["init_step"])
    return given


def points(library, optimizer, keywords, function, start):
    given = spelled(keywords)
    steps = checkpoints_of(optimizer)[-1]
    if library == "torch":
        make = lambda p: getattr(torch.optim, optimizer)(p, **given)
        return run_torch(make, function, start, steps)
    if library == "pytorch_optimizer":
        draws = given.pop("hessian", None) == "drawn"
        make = lambda p: getattr(pytorch_optimizer, optimizer)(p, **given)
        return (run_torch_with_products if draws else run_torch)(make, function, start, steps)
    if library == "keras":
        make = lambda: getattr(keras.optimizers, optimizer)(**given)
        return run_keras(make, function, start, steps)
    maker = getattr(optax, optimizer, None) or getattr(optax.contrib, optimizer)
    return run_optax(lambda: maker(**given), optimizer, function, start, steps)


def checkpoints_of(optimizer):
    """K, and no more of it than matters where a method is soon at rest."""
    return K[:7] if optimizer == "lbfgs" else K


def checkpoints(library, optimizer, *arguments):
    k = checkpoints_of(optimizer)
    return np.array(points(library, optimizer, *arguments)).reshape(k[-1] + 1, -1)[k]


def write(library, optimizer, setting, given, problem):
    function, described, start = (PROBLEMS | MATRIX_PROBLEMS)[problem]
    steps = checkpoints(library, optimizer, given, function, start)
    drift = np.zeros(len(steps))
    first, last = np.zeros(start.size), np.zeros(start.size)
    first[0], last[-1] = 3e-16, -3e-16
    for shift in (first, last, np.full(start.size, 6e-16)):
        moved = start * (1 + 1e-16) + shift.reshape(start.shape)
        other = checkpoints(library, optimizer, given, function, moved)
        drift = np.maximum(drift, np.abs(other - steps).max(axis=1))
    drift = np.maximum.accumulate(np.maximum(10 * drift, 2e-12))
    if not np.isfinite(steps).all() or drift.max() > 1e-6:
        print("left out, as it says nothing:", library, optimizer, setting, problem)
        return
    name = f"{optimizer}__{setting}__{problem}"
    record = {
        "schema": "trajectory/1",
        "id": f"{library}/{optimizer}/{setting}/{problem}",
        "library": library,
        "version": importlib.metadata.version(library),
        "optimizer": optimizer,
        "setting": setting,
        "hyperparameters": given,
        "problem": described,
        "start": start.flatten().tolist(),
        "k": checkpoints_of(optimizer),
        "steps": steps.tolist(),
        "atol": [float(f"{a:.2g}") for a in drift],
    }
    lines = [f' "{key}": {json.dumps(value)}' for key, value in record.items()]
    (ROOT / library / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


# Library, optimizer, setting, and every keyword that is given.
CASES = [
    ("torch", "SGD", "wd0.1_nesterov", dict(lr=0.001, momentum=0.9, weight_decay=0.1, nesterov=True)),
    ("torch", "SGD", "wd0.1_dampening", dict(lr=0.001, momentum=0.9, dampening=0.5, weight_decay=0.1)),
    ("torch", "ASGD", "wd0.1", dict(lr=0.001, t0=5, weight_decay=0.1)),
    ("torch", "Adagrad", "wd0.1_lrdecay", dict(lr=0.1, weight_decay=0.1, lr_decay=0.01)),
    ("torch", "RMSprop", "wd0.1", dict(lr=0.01, weight_decay=0.1)),
    ("torch", "Adadelta", "wd0.1", dict(weight_decay=0.1)),
    ("torch", "Adamax", "wd0.1", dict(lr=0.01, weight_decay=0.1)),
    ("torch", "Adam", "wd0.1_decoupled", dict(lr=0.02, weight_decay=0.1, decoupled_weight_decay=True)),
    ("torch", "NAdam", "wd0.1", dict(lr=0.02, weight_decay=0.1)),
    ("torch", "NAdam", "wd0.1_decoupled", dict(lr=0.02, weight_decay=0.1, decoupled_weight_decay=True)),
    ("torch", "RAdam", "wd0.1", dict(lr=0.02, weight_decay=0.1)),
    ("torch", "RAdam", "wd0.1_decoupled", dict(lr=0.02, weight_decay=0.1, decoupled_weight_decay=True)),
    ("torch", "Adafactor", "b2decay0.6_wd0.1", dict(lr=0.02, beta2_decay=-0.6, weight_decay=0.1)),
    ("keras", "SGD", "wd0.1_nesterov", dict(learning_rate=0.001, momentum=0.9, nesterov=True, weight_decay=0.1)),
    ("keras", "Adagrad", "wd0.1", dict(learning_rate=0.1, weight_decay=0.1)),
    ("keras", "RMSprop", "wd0.1", dict(learning_rate=0.01, weight_decay=0.1)),
    ("keras", "Adadelta", "wd0.1", dict(learning_rate=0.5, weight_decay=0.1)),
    ("keras", "Adam", "wd0.1", dict(learning_rate=0.02, weight_decay=0.1)),
    ("keras", "Adamax", "wd0.1", dict(learning_rate=0.02, weight_decay=0.1)),
    ("keras", "Nadam", "wd0.1", dict(learning_rate=0.02, weight_decay=0.1)),
    ("keras", "Lamb", "wd0.1", dict(learning_rate=0.02, weight_decay=0.1)),
    ("keras", "Ftrl", "wd0.1_l1_l2", dict(
        learning_rate=0.05, l1_regularization_strength=0.01, l2_regularization_strength=0.02,
        l2_shrinkage_regularization_strength=0.03, beta=0.1, weight_decay=0.1)),
    ("keras", "ScheduleFreeAdamW", "warmup5", dict(learning_rate=0.02, warmup_steps=5)),
    ("keras", "Adafactor", "b2decay0.6", dict(learning_rate=0.02, beta_2_decay=-0.6)),
    ("keras", "Adafactor", "b2decay0.6_wd0.1", dict(
        learning_rate=0.02, beta_2_decay=-0.6, weight_decay=0.1)),
    ("optax", "adafactor", "b2decay0.6", dict(learning_rate=0.02, decay_rate=0.6)),
    ("optax", "schedule_free_adamw", "warmup5", dict(learning_rate=0.02, warmup_steps=5)),
    ("optax", "schedule_free_sgd", "warmup5_wd0.1", dict(
        learning_rate=0.001, warmup_steps=5, weight_decay=0.1)),
    ("optax", "radam", "nesterov", dict(learning_rate=0.02, nesterov=True)),
    ("optax", "radam", "nesterov_b2_0.9_threshold6", dict(learning_rate=0.02, b2=0.9, threshold=6.0, nesterov=True)),
    ("optax", "adabelief", "nesterov", dict(learning_rate=0.02, eps=1e-3, eps_root=1e-6, nesterov=True)),
    ("optax", "adamw", "epsroot1e-3", dict(learning_rate=0.02, eps=0.0, eps_root=1e-3, weight_decay=0.1)),
    ("optax", "radam", "epsroot1e-3", dict(learning_rate=0.02, eps=0.0, eps_root=1e-3)),
    ("optax", "adamaxw", "wd0.1", dict(learning_rate=0.02, weight_decay=0.1)),
    ("optax", "nadam", "default", dict(learning_rate=0.02)),
    ("optax", "nadamw", "wd0.1", dict(learning_rate=0.02, weight_decay=0.1)),
    ("optax", "adamw", "wd0.1_nesterov", dict(learning_rate=0.02, weight_decay=0.1, nesterov=True)),
    ("optax", "adadelta", "wd0.1", dict(learning_rate=0.5, weight_decay=0.1)),
    ("optax", "novograd", "wd0.1", dict(learning_rate=0.01, weight_decay=0.1)),
    ("optax", "ademamix", "wd0.1", dict(learning_rate=0.01, weight_decay=0.1)),
    ("optax", "adan", "wd0.1", dict(learning_rate=0.01, weight_decay=0.1)),
    ("optax", "rmsprop", "bias_correction", dict(learning_rate=0.01, eps_in_sqrt=True, bias_correction=True)),
    ("optax", "optimistic_gradient_descent", "a0.8_b0.5", dict(learning_rate=0.001, alpha=0.8, beta=0.5)),
    ("optax", "optimistic_adam_v2", "plain", dict(learning_rate=0.01, beta=0.5, nesterov=False)),
    ("optax", "schedule_free_sgd", "wd0.1", dict(learning_rate=0.001, weight_decay=0.1)),
    ("optax", "schedule_free_adamw", "wd0.1", dict(learning_rate=0.02, weight_decay=0.1)),
    ("optax", "lars", "wd0.1_nesterov", dict(learning_rate=0.1, weight_decay=0.1, nesterov=True)),
    ("optax", "lamb", "epsroot1e-3", dict(learning_rate=0.02, eps=0.0, eps_root=1e-3)),
    ("optax", "ademamix", "epsroot1e-3", dict(learning_rate=0.01, eps=0.0, eps_root=1e-3)),
    ("optax", "novograd", "epsroot1e-1", dict(learning_rate=0.01, eps=0.0, eps_root=1e-1)),
    ("optax", "nadam", "epsroot1e-3", dict(learning_rate=0.02, eps=0.0, eps_root=1e-3)),
    ("optax", "nadamw", "epsroot1e-3", dict(
        learning_rate=0.02, eps=0.0, eps_root=1e-3, weight_decay=0.1)),
    ("optax", "optimistic_adam_v2", "epsroot1e-3", dict(
        learning_rate=0.01, eps=0.0, eps_root=1e-3)),
    ("optax", "amsgrad", "epsroot1e-3", dict(
        learning_rate=0.02, b2=0.9, eps=0.0, eps_root=1e-3)),
    ("optax", "dog", "default", dict(init_step=1e-6, eps=1e-8)),
    ("optax", "dog", "lr0.5_start1e-3_wd0.1", dict(
        learning_rate=0.5, init_step=1e-3, eps=1e-3, weight_decay=0.1)),
    ("optax", "dowg", "default", dict(init_estim_sq_dist=1e-4, eps=1e-4)),
    ("optax", "dowg", "lr0.5_start0.25_wd0.1", dict(
        learning_rate=0.5, init_estim_sq_dist=0.25, eps=1e-2, weight_decay=0.1)),
    ("optax", "lbfgs", "default", dict(memory_size=10, scale_init_precond=True)),
    ("optax", "lbfgs", "m3_unscaled", dict(memory_size=3, scale_init_precond=False)),
    ("optax", "madgrad", "default", dict(learning_rate=0.02)),
    ("optax", "madgrad", "m0.5_wd0.1_eps1e-3", dict(
        learning_rate=0.02, momentum=0.5, weight_decay=0.1, eps=1e-3)),
    ("optax", "dadapt_adamw", "default", dict()),
    ("optax", "dadapt_adamw", "b0.8_0.99_eps1e-4_wd0.1", dict(
        learning_rate=0.5, betas=[0.8, 0.99], eps=1e-4, estim_lr0=1e-4, weight_decay=0.1)),
    ("pytorch_optimizer", "Tiger", "default", dict(lr=0.01)),
    ("pytorch_optimizer", "Tiger", "b0.8_wd0.1_coupled", dict(
        lr=0.01, beta=0.8, weight_decay=0.1, weight_decouple=False)),
    ("pytorch_optimizer", "FTRL", "default", dict(lr=0.05)),
    ("pytorch_optimizer", "FTRL", "beta0.1_l1_l2", dict(
        lr=0.05, beta=0.1, lambda_1=0.01, lambda_2=0.02)),
    ("pytorch_optimizer", "SM3", "default", dict(lr=0.1, momentum=0.0, beta=0.0, eps=1e-30)),
    ("pytorch_optimizer", "SM3", "m0.9_beta0.8", dict(lr=0.05, momentum=0.9, beta=0.8, eps=1e-8)),
    ("pytorch_optimizer", "SAM", "sgd", dict(
        base_optimizer="SGD", rho=0.05, perturb_eps=0.0, lr=0.001, momentum=0.9)),
    ("pytorch_optimizer", "SAM", "sgd_adaptive", dict(
        base_optimizer="SGD", rho=0.2, adaptive=True, perturb_eps=0.0, lr=0.001, momentum=0.9)),
    ("pytorch_optimizer", "SAM", "adam", dict(
        base_optimizer="Adam", rho=0.02, perturb_eps=0.0, lr=0.02)),
    ("pytorch_optimizer", "AdEMAMix", "warmup50", dict(lr=0.01, t_alpha_beta3=50.0)),
    ("pytorch_optimizer", "NovoGrad", "averaging_wd0.1", dict(lr=0.02, grad_averaging=True, weight_decay=0.1)),
    ("pytorch_optimizer", "NovoGrad", "wd0.1_decoupled", dict(lr=0.02, weight_decay=0.1, weight_decouple=True)),
    ("pytorch_optimizer", "AdaBelief", "ams", dict(lr=0.02, ams_bound=True)),
    ("pytorch_optimizer", "AdaBelief", "ams_b2_0.9_eps1e-3", dict(
        lr=0.02, betas=[0.9, 0.9], ams_bound=True, eps=1e-3, weight_decay=0.1)),
    ("pytorch_optimizer", "AdaBelief", "ams_rectify", dict(lr=0.02, ams_bound=True, rectify=True, eps=1e-8)),
    ("pytorch_optimizer", "AdaBound", "wd0.1", dict(lr=0.02, weight_decay=0.1)),
    ("pytorch_optimizer", "AdaDelta", "wd0.1", dict(weight_decay=0.1)),
    ("pytorch_optimizer", "AdaMax", "wd0.1", dict(lr=0.02, weight_decay=0.1)),
    ("pytorch_optimizer", "AdaMod", "wd0.1", dict(lr=0.1, betas=[0.9, 0.99, 0.99], weight_decay=0.1)),
    ("pytorch_optimizer", "RAdam", "wd0.1", dict(lr=0.02, degenerated_to_sgd=True, weight_decay=0.1)),
    ("pytorch_optimizer", "Yogi", "wd0.1", dict(lr=0.02, weight_decay=0.1)),
    ("pytorch_optimizer", "DiffGrad", "wd0.1", dict(lr=0.02, weight_decay=0.1)),
    ("pytorch_optimizer", "DiffGrad", "ams", dict(lr=0.02, betas=[0.9, 0.9], ams_bound=True)),
    ("pytorch_optimizer", "AdaBound", "ams", dict(lr=0.02, betas=[0.9, 0.9], ams_bound=True)),
    # Only thus it does not round to single precision.
    ("pytorch_optimizer", "LaProp", "default", dict(lr=0.02, foreach=False)),
    ("pytorch_optimizer", "LaProp", "ams", dict(
        lr=0.02, betas=[0.8, 0.9], ams_bound=True, foreach=False)),
    ("pytorch_optimizer", "ScheduleFreeAdamW", "ams", dict(
        lr=0.02, betas=[0.9, 0.9], ams_bound=True)),
    ("pytorch_optimizer", "ADOPT", "wd0.1_decoupled", dict(lr=0.02, weight_decay=0.1, weight_decouple=True)),
    ("pytorch_optimizer", "AdEMAMix", "wd0.1_decoupled", dict(lr=0.01, weight_decay=0.1, weight_decouple=True)),
    ("pytorch_optimizer", "Lion", "wd0.1", dict(lr=0.01, weight_decay=0.1)),
    ("pytorch_optimizer", "QHM", "wd0.1_decoupled", dict(
        lr=0.001, momentum=0.9, nu=0.7, weight_decay=0.1, weight_decouple=True)),
    ("pytorch_optimizer", "AggMo", "wd0.1", dict(lr=0.001, betas=[0, 0.9, 0.99], weight_decay=0.1)),
    ("pytorch_optimizer", "AccSGD", "wd0.1", dict(lr=0.001, weight_decay=0.1)),
    ("pytorch_optimizer", "SignSGD", "wd0.1_coupled", dict(
        lr=0.01, momentum=0.9, weight_decay=0.1, weight_decouple=False)),
    ("pytorch_optimizer", "MADGRAD", "wd0.1_decoupled", dict(lr=0.02, weight_decay=0.1, weight_decouple=True)),
    ("pytorch_optimizer", "MADGRAD", "wd0.1", dict(lr=0.02, weight_decay=0.1)),
    ("pytorch_optimizer", "ScheduleFreeSGD", "wd0.1_r1_warmup5", dict(
        lr=0.001, weight_decay=0.1, r=1.0, warmup_steps=5)),
    ("pytorch_optimizer", "ScheduleFreeAdamW", "wd0.1_r1_warmup5", dict(
        lr=0.02, weight_decay=0.1, r=1.0, warmup_steps=5)),
    ("pytorch_optimizer", "QHAdam", "nus0.7_0.8_wd0.1", dict(
        lr=0.02, betas=[0.9, 0.99], nus=[0.7, 0.8], weight_decay=0.1)),
    ("pytorch_optimizer", "QHAdam", "nus0.7_0.8_wd0.1_decoupled", dict(
        lr=0.02, nus=[0.7, 0.8], weight_decay=0.1, weight_decouple=True)),
    ("pytorch_optimizer", "DAdaptAdam", "default", dict()),
    ("pytorch_optimizer", "DAdaptAdam", "wd0.1_decoupled", dict(weight_decay=0.1, weight_decouple=True)),
    ("pytorch_optimizer", "DAdaptAdam", "wd0.1_growth1.5_bias_correction", dict(
        betas=[0.8, 0.99], d0=1e-4, eps=1e-4, growth_rate=1.5, weight_decay=0.1, bias_correction=True)),
    ("pytorch_optimizer", "DAdaptSGD", "default", dict()),
    ("pytorch_optimizer", "DAdaptSGD", "m0.5_wd0.1_growth1.5", dict(
        lr=0.5, momentum=0.5, d0=1e-4, growth_rate=1.5, weight_decay=0.1)),
    ("pytorch_optimizer", "Fromage", "default", dict(lr=0.02)),
    ("pytorch_optimizer", "Shampoo", "wd0.1", dict(lr=0.01, weight_decay=0.1)),
]

# The same of methods that see a matrix.
MATRIX_CASES = [
    ("pytorch_optimizer", "SM3", "default", dict(lr=0.1, momentum=0.0, beta=0.0, eps=1e-30)),
    ("pytorch_optimizer", "SM3", "m0.9_beta0.8", dict(lr=0.05, momentum=0.9, beta=0.8, eps=1e-8)),
    ("keras", "Muon", "plain", dict(learning_rate=0.02, muon_a=3.4445, muon_b=-4.775, muon_c=2.0315)),
    ("keras", "Muon", "wd0.1_cubic", dict(
        learning_rate=0.02, weight_decay=0.1, muon_a=1.5, muon_b=-0.5, muon_c=0.0)),
    ("pytorch_optimizer", "SOAP", "shampoo0.8_wd0.1", dict(
        lr=0.02, shampoo_beta=0.8, weight_decay=0.1, precondition_frequency=5)),
]

# The same of methods that see the Hessian by random signs, on a function whose Hessian is diagonal,
# where all signs tell the same.
DRAWN_CASES = [
    ("optax", "sophia", "default", dict(learning_rate=0.02, gamma=1.0)),
    ("optax", "sophia", "interval3_clip0.5_wd0.1", dict(
        learning_rate=0.02, b1=0.9, b2=0.95, eps=1e-4, gamma=0.5, clip_threshold=0.5,
        update_interval=3, weight_decay=0.1)),
    ("pytorch_optimizer", "SophiaH", "signs3", dict(
        hessian="drawn", lr=0.5, p=0.05, num_samples=3, hessian_distribution="rademacher")),
    ("pytorch_optimizer", "AdaHessian", "signs3", dict(
        hessian="drawn", lr=0.1, num_samples=3, hessian_distribution="rademacher")),
]
DRAWN_PROBLEMS = {"quadratic_k100": PROBLEMS["quadratic_k100"]}

for cases, problems in (
    (CASES, PROBLEMS), (MATRIX_CASES, MATRIX_PROBLEMS), (DRAWN_CASES, DRAWN_PROBLEMS)
):
    for library, optimizer, setting, given in cases:
        if sys.argv[1:] and f"{library}/{optimizer}" not in sys.argv[1:]:
            continue
        for problem in problems:
            write(library, optimizer, setting, given, problem)
