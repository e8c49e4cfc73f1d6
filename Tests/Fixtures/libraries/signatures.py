"""Writes the keywords of optimizers and schedules of the installed libraries: signatures.json.

    KERAS_BACKEND=jax python signatures.py

Beside each keyword stands its default, null where there is none or where it is no number, flag,
word or list of numbers. Listed are the optimizers that are methods of ours under a name of the library, and the schedules
that the tests reproduce.
"""

import importlib.metadata
import inspect
import json
import math
import pathlib

import keras
import optax
import optax.contrib
import pytorch_optimizer
import torch

FILE = pathlib.Path(__file__).resolve().parent.parent / "signatures" / "signatures.json"

NAMES = {
    "torch": """ASGD Adadelta Adafactor Adagrad Adam AdamW Adamax LBFGS Muon NAdam RAdam RMSprop
        Rprop SGD""",
    "keras": """Adadelta Adafactor Adagrad Adam AdamW Adamax Ftrl Lamb Lion Muon Nadam RMSprop SGD
        ScheduleFreeAdamW""",
    "optax": """adabelief adadelta adafactor adagrad adam adamax adamaxw adamw adan ademamix
        adopt amsgrad dadapt_adamw dog dowg fromage lamb lars lbfgs lion madgrad muon nadam
        nadamw novograd optimistic_adam_v2 optimistic_gradient_descent polyak_sgd prodigy radam
        rmsprop rprop schedule_free_adamw schedule_free_sgd sgd sign_sgd sm3 sophia yogi""",
    "pytorch_optimizer": """ADOPT AccSGD AdEMAMix AdaBelief AdaBound AdaDelta AdaFactor AdaHessian
        AdaMax AdaMod Adan AggMo DAdaptAdam DAdaptSGD DiffGrad FTRL Fromage LARS LaProp Lamb Lion
        Lookahead MADGRAD Muon NovoGrad Prodigy QHAdam QHM RAdam SAM SM3 SOAP ScheduleFreeAdamW
        ScheduleFreeSGD Shampoo SignSGD SophiaH Tiger Yogi""",
}
SCHEDULES = {
    "torch": """ConstantLR CosineAnnealingLR CosineAnnealingWarmRestarts CyclicLR ExponentialLR
        LinearLR MultiStepLR OneCycleLR PolynomialLR ReduceLROnPlateau SequentialLR StepLR""",
    "keras": """CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay
        PiecewiseConstantDecay PolynomialDecay""",
    "optax": """cosine_decay_schedule exponential_decay linear_schedule polynomial_schedule
        warmup_constant_schedule warmup_cosine_decay_schedule
        warmup_exponential_decay_schedule""",
    "pytorch_optimizer": "",
}
ROOMS = {
    "torch": [torch.optim],
    "keras": [keras.optimizers],
    "optax": [optax, optax.contrib],
    "pytorch_optimizer": [pytorch_optimizer],
}
SCHEDULE_ROOMS = {
    "torch": [torch.optim.lr_scheduler],
    "keras": [keras.optimizers.schedules],
    "optax": [optax],
    "pytorch_optimizer": [],
}


def keywords(rooms, name):
    made = next(getattr(room, name) for room in rooms if hasattr(room, name))
    parameters = inspect.signature(made.__init__ if inspect.isclass(made) else made).parameters
    named = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return {
        key: plain(p.default) for key, p in parameters.items()
        if p.kind in named and key not in ("self", "params", "optimizer")
    }


def plain(default):
    """What of a default can be written down."""
    if isinstance(default, (list, tuple)):
        numbers = all(a is None or isinstance(a, (int, float)) for a in default)
        return list(default) if numbers else None
    if isinstance(default, float) and not math.isfinite(default):
        return None
    return default if isinstance(default, (bool, int, float, str)) else None


record = {
    library: {
        "version": importlib.metadata.version(library),
        "optimizers": {n: keywords(ROOMS[library], n) for n in names.split()},
        "schedules": {
            n: keywords(SCHEDULE_ROOMS[library], n) for n in SCHEDULES[library].split()
        },
    }
    for library, names in NAMES.items()
}
FILE.write_text(json.dumps(record, indent=1) + "\n")
