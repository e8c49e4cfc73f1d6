"""One optimizer on one function."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy

from ._program import Value, call, numbers

if TYPE_CHECKING:
    import pandas

# Lists with an entry for each recorded step, and what they hold.
_COUNTS = ["values", "gradients", "hessians", "products"]


class Run:
    """A recording: k entries of a run in n variables.

    ``data`` is what ``descent run --format json`` prints, key by key as docs/formats.md tells;
    ``notes`` are the program's warnings.
    """

    def __init__(self, data: dict[str, Any], notes: list[str] | None = None) -> None:
        self.data = data
        self.notes = notes or []

    @property
    def function(self) -> str:
        """Specification of f."""
        return self.data["function"]

    @property
    def optimizer(self) -> str:
        """Specification of the method, with the settings that differ from its defaults."""
        return self.data["optimizer"]

    @property
    def title(self) -> str:
        """The method's name for legends."""
        return self.data["title"]

    @property
    def outcome(self) -> str:
        """converged, budget spent, stalled, diverged or failed."""
        return self.data["outcome"]

    @property
    def reason(self) -> str:
        """The rule or limit that ended the run."""
        return self.data["reason"]

    @property
    def counts(self) -> dict[str, int]:
        """What the whole run asked of f: values, gradients, hessians, products and samples."""
        return self.data["counts"]

    @property
    def minimum(self) -> float | None:
        """min f, or None where it is not known."""
        return self.data["minimum"]

    @property
    def start(self) -> numpy.ndarray:
        """Shape (n,)."""
        return numbers(self.data["start"])

    @property
    def step(self) -> numpy.ndarray:
        """Shape (k,), integers: the steps that have an entry, ascending from 0."""
        return numpy.array(self.data["step"], dtype=int)

    @property
    def x(self) -> numpy.ndarray:
        """Shape (k, n): the iterates; (0, n) where none were kept."""
        return numbers(self.data["x"]).reshape(-1, self.data["dimension"])

    @property
    def value(self) -> numpy.ndarray:
        """Shape (k,): f at the iterates, without noise."""
        return numbers(self.data["value"])

    @property
    def excess(self) -> numpy.ndarray | None:
        """Shape (k,): f - min f, or None where min f is not known."""
        excess = self.data["excess"]
        return None if excess is None else numbers(excess)

    @property
    def gradient_norm(self) -> numpy.ndarray:
        """Shape (k,): the Euclidean norm of the gradient at the iterates."""
        return numbers(self.data["gradientNorm"])

    @property
    def learning_rate(self) -> numpy.ndarray:
        """Shape (k,): the rate or step length that led to each iterate."""
        return numbers(self.data["learningRate"])

    def frame(self) -> pandas.DataFrame:
        """k rows: step, value, excess, gradient_norm, learning_rate, the counts of queries until
        there, figures that were watched, and x1 to xn. Needs pandas."""
        import pandas

        columns: dict[str, Any] = {"step": self.step, "value": self.value}
        if (excess := self.excess) is not None:
            columns["excess"] = excess
        columns["gradient_norm"] = self.gradient_norm
        columns["learning_rate"] = self.learning_rate
        columns |= {name: numpy.array(self.data[name], dtype=int) for name in _COUNTS}
        for figure in self.data.get("figures") or []:
            columns[figure["name"]] = numbers(figure["values"])
        if len(x := self.x):
            columns |= {f"x{index + 1}": x[:, index] for index in range(x.shape[1])}
        return pandas.DataFrame(columns)

    def __len__(self) -> int:
        return len(self.data["step"])

    def __repr__(self) -> str:
        last = self.value[-1]
        return (f"<Run of {self.optimizer} on {self.function}: {self.outcome}, {self.reason}; "
                f"f = {last:g} at step {self.step[-1]}>")


def run(function: str, optimizer: str | None = None, **options: Value) -> Run:
    """Descends a function with one optimizer and records it.

    Both are specifications: ``"rosenbrock:n=10"``, ``"adam:lr=0.02,beta1=0.8"``; the function may be
    an expression, ``"x^4+y^2"``. Options are those of ``descent run``, as ``start=(-1.2, 1)`` (n
    numbers), ``steps=100``, ``record="log"``.

    Raises DescentError with what the program says, as where a name is not known.
    """
    said = call("run", function, optimizer=optimizer, format="json", **options)
    return Run(json.loads(said.output), said.notes)
