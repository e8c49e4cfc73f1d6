"""How fast optimizers descend a function."""

from __future__ import annotations

import io
import json
import pathlib
import tempfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy

from ._program import Value, call, numbers

if TYPE_CHECKING:
    import pandas


class Measurement:
    """What m optimizers need to come near the minimum, with t targets.

    ``data`` is what ``descent measure --format json`` prints, ``csv`` the text of excess.csv, and
    ``notes`` what the program said, as how to read the table.
    """

    def __init__(self, data: dict[str, Any], csv: str, notes: list[str]) -> None:
        self.data = data
        self.csv = csv
        self.notes = notes

    @property
    def optimizers(self) -> list[str]:
        """m labels."""
        return [row["optimizer"] for row in self.data["optimizers"]]

    @property
    def targets(self) -> numpy.ndarray:
        """Shape (t,): excesses f - min f that count as reached."""
        return numbers(self.data["targets"])

    @property
    def final_excess(self) -> numpy.ndarray:
        """Shape (m,): the median excess at the last iterates, nan where min f is not known."""
        return numbers([_median(row["finalExcess"]) for row in self.data["optimizers"]])

    @property
    def work(self) -> numpy.ndarray:
        """Shape (m, t): the median work to each target, counted as ``data["axis"]`` says, inf where
        half of the runs did not reach it, nan where no run can tell."""
        unknown = ["nan"] * len(self.targets)
        return numbers([[_median(time["work"]) for time in row["times"]] or unknown
                        for row in self.data["optimizers"]])

    def frame(self) -> pandas.DataFrame:
        """m rows: optimizer, runs, final_excess, the median work to each target, the law by which the
        excess falls and its number, and how many runs ended in which way. Needs pandas."""
        import pandas

        columns: dict[str, Any] = {
            "optimizer": self.optimizers,
            "runs": [row["runs"] for row in self.data["optimizers"]],
            "final_excess": self.final_excess,
        }
        for index, target in enumerate(self.targets):
            columns[f"to {target:g}"] = self.work[:, index]
        rates = [row["rate"] or {} for row in self.data["optimizers"]]
        columns["law"] = [rate.get("law") for rate in rates]
        columns["rate"] = numbers([rate.get("value", "nan") for rate in rates])
        columns["outcomes"] = [
            ", ".join(f"{end['count']} {end['outcome']}" for end in row["outcomes"])
            for row in self.data["optimizers"]]
        return pandas.DataFrame(columns)

    def curves(self) -> pandas.DataFrame:
        """The rows of excess.csv: one for each recorded step of each run, with value, excess and the
        counts of queries until there. Needs pandas."""
        import pandas

        return pandas.read_csv(io.StringIO(self.csv))

    def _repr_html_(self) -> str | None:
        try:
            return self.frame().to_html(index=False)
        except ImportError:
            return None

    def __repr__(self) -> str:
        return f"<Measurement of {', '.join(self.optimizers)} on {self.data['function']}>"


def measure(
    function: str,
    optimizer: str | Sequence[str] | None = None,
    *,
    output: str | None = None,
    **options: Value,
) -> Measurement:
    """Measures excess error against steps and queries.

    ``output`` keeps plots and excess.csv in a folder. Other options are those of ``descent measure``,
    as ``steps=500``, ``seeds=50``, ``starts="standard,random:20"``, ``targets=[1e-2, 1e-4]``.

    Raises DescentError with what the program says.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(output or pathlib.Path(scratch) / "measurement")
        said = call(
            "measure", function, optimizer=optimizer, format="json", output=folder, **options)
        csv = (folder / "excess.csv").read_text(encoding="utf-8")
        return Measurement(json.loads(said.output), csv, said.notes)


def _median(quartiles: dict[str, Any] | None) -> Any:
    return "nan" if quartiles is None else quartiles["median"]
