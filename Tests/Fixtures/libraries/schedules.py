"""Adds reference records of the schedules in CASES to schedules.json, in place of equal ones.

    KERAS_BACKEND=torch python schedules.py
"""

import importlib.metadata
import json
import pathlib
import warnings

import jax
import keras
import optax
import torch

warnings.filterwarnings("ignore")
keras.config.set_floatx("float64")
jax.config.update("jax_enable_x64", True)

FILE = pathlib.Path(__file__).resolve().parent.parent / "schedules" / "schedules.json"


def torch_record(name, base, given, count):
    x = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([x], lr=base, momentum=0.9)
    schedule = getattr(torch.optim.lr_scheduler, name)(optimizer, **given)
    rates, momenta = [], []
    # The losses that a plateau schedule is told: they fall at first, then lie still.
    losses = [max(0.5, 2 - 0.1 * t) for t in range(count)]
    watches = name == "ReduceLROnPlateau"
    for t in range(count):
        group = optimizer.param_groups[0]
        rates.append(float(group["lr"]))
        momenta.append(float(group["momentum"]))
        optimizer.step()
        if t + 1 < count:
            schedule.step(*losses[t : t + 1] if watches else ())
    record = {"lr": rates}
    if len(set(momenta)) > 1:
        record["momentum"] = momenta
    if watches:
        record["losses"] = losses
    return record


def keras_record(name, given, count):
    schedule = getattr(keras.optimizers.schedules, name)(**given)
    return {"lr": [float(schedule(t)) for t in range(count)]}


def optax_record(name, given, count):
    # A count that is a whole number would make the rate one of single precision.
    schedule = getattr(optax, name)(**given)
    return {"lr": [float(schedule(float(t))) for t in range(count)]}


def record_of(library, name, base, given, count):
    if library == "torch":
        return torch_record(name, base, given, count)
    return {"keras": keras_record, "optax": optax_record}[library](name, given, count)


# Library, schedule, torch's base rate, the keywords, and for how many steps.
CASES = [
    ("torch", "OneCycleLR", 0.1, dict(max_lr=0.1, total_steps=10, pct_start=1.0), 10),
    ("torch", "OneCycleLR", 0.1, dict(
        max_lr=0.1, total_steps=10, pct_start=1.0, anneal_strategy="linear"), 10),
    ("torch", "OneCycleLR", 0.1, dict(
        max_lr=0.4, total_steps=30, pct_start=0.25, div_factor=10.0, final_div_factor=100.0,
        base_momentum=0.7, max_momentum=0.9), 30),
    ("torch", "CyclicLR", 0.01, dict(
        base_lr=0.01, max_lr=0.1, step_size_up=5, mode="exp_range", gamma=0.95), 40),
    ("torch", "CyclicLR", 0.01, dict(
        base_lr=0.01, max_lr=0.1, step_size_up=4, step_size_down=7, base_momentum=0.6,
        max_momentum=0.95), 40),
    ("torch", "LinearLR", 0.1, dict(start_factor=0.2, end_factor=0.7, total_iters=12), 20),
    ("torch", "ReduceLROnPlateau", 0.1, dict(factor=0.5, patience=1, eps=0.02), 40),
    ("keras", "CosineDecayRestarts", None, dict(
        initial_learning_rate=0.1, first_decay_steps=16, t_mul=0.5, m_mul=0.8, alpha=0.05), 31),
    ("keras", "CosineDecayRestarts", None, dict(
        initial_learning_rate=0.1, first_decay_steps=20, t_mul=0.75, alpha=0.1), 70),
    ("keras", "InverseTimeDecay", None, dict(
        initial_learning_rate=0.1, decay_steps=10, decay_rate=0.5, staircase=True), 61),
    ("keras", "PolynomialDecay", None, dict(
        initial_learning_rate=0.1, decay_steps=12, end_learning_rate=0.01, power=2.0, cycle=True), 61),
    ("optax", "exponential_decay", None, dict(
        init_value=0.1, transition_steps=10, decay_rate=0.7, transition_begin=5, staircase=True), 61),
    ("optax", "exponential_decay", None, dict(
        init_value=0.1, transition_steps=10, decay_rate=0.7, end_value=0.03), 61),
    ("optax", "warmup_cosine_decay_schedule", None, dict(
        init_value=0.02, peak_value=0.1, warmup_steps=10, decay_steps=60, end_value=0.01,
        exponent=1.5), 71),
    ("optax", "cosine_decay_schedule", None, dict(
        init_value=0.1, decay_steps=40, alpha=0.1, exponent=1.5), 51),
    ("optax", "linear_schedule", None, dict(
        init_value=0.1, end_value=0.02, transition_steps=30), 41),
    ("optax", "polynomial_schedule", None, dict(
        init_value=0.1, end_value=0.02, power=2.0, transition_steps=30), 41),
    ("optax", "warmup_constant_schedule", None, dict(
        init_value=0.01, peak_value=0.1, warmup_steps=10), 21),
    ("optax", "warmup_exponential_decay_schedule", None, dict(
        init_value=0.01, peak_value=0.1, warmup_steps=10, transition_steps=12, decay_rate=0.7,
        transition_begin=5, end_value=0.03), 71),
]

records = json.loads(FILE.read_text())["records"]
for library, name, base, given, count in CASES:
    values = record_of(library, name, base, given, count)
    parameters = dict(given) if base is None else {"base_lr": base, **given}
    record = {
        "schema": "schedule/1", "library": library, "version": importlib.metadata.version(library),
        "schedule": name, "parameters": parameters, "t": list(range(count)), **values,
    }
    same = lambda r: all(r[k] == record[k] for k in ("library", "schedule", "parameters"))
    records = [r for r in records if not same(r)] + [record]
lines = ",\n".join(json.dumps(r) for r in records)
FILE.write_text('{"records": [\n' + lines + "\n]}\n")
