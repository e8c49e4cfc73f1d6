"""Optimizers beside each other, drawn."""

from __future__ import annotations

import html
import json
import pathlib
import tempfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ._program import Said, Value, call
from ._run import Run

if TYPE_CHECKING:
    import pandas


class Race:
    """A race that shows itself in a notebook: its page plays there, without a network.

    With several functions there is a page for each of them.

    - ``pages``: the HTML of each page.
    - ``poster``: a picture of the race, PNG.
    - ``runs``: the recordings, function by function, in each in the order of the optimizers.
    - ``data``: trajectories.json, an object for each function.
    - ``notes``: the program's warnings.
    """

    def __init__(self, folder: pathlib.Path, said: Said) -> None:
        data: Any = json.loads((folder / "trajectories.json").read_text(encoding="utf-8"))
        self.data: list[dict[str, Any]] = data if isinstance(data, list) else [data]
        self.runs = [Run(run) for race in self.data for run in race["trajectories"]]
        # Pages are told in the order of the functions.
        told = [name for name in said.output.strip().replace(": ", ", ").split(", ")
                if name.endswith(".html")]
        self.pages = [(folder / name).read_text(encoding="utf-8") for name in told]
        self.poster = (folder / "poster.png").read_bytes()
        self.notes = said.notes

    def frame(self) -> pandas.DataFrame:
        """The rows of all recordings below each other, with the columns run (from 0), function,
        optimizer and seed before those of ``Run.frame``. Needs pandas."""
        import pandas

        frames = []
        for index, run in enumerate(self.runs):
            frame = run.frame()
            for name in ["seed", "optimizer", "function"]:
                frame.insert(0, name, run.data[name])
            frame.insert(0, "run", index)
            frames.append(frame)
        return pandas.concat(frames, ignore_index=True)

    def save(self, path: str) -> None:
        """Writes the page of the first function, which needs no other file."""
        pathlib.Path(path).write_text(self.pages[0], encoding="utf-8")

    def _repr_html_(self) -> str:
        # A frame of its own keeps the page's style and scripts apart from the notebook's.
        return "\n".join(
            f'<iframe srcdoc="{html.escape(page)}" sandbox="allow-scripts allow-downloads" '
            'style="width: 100%; height: 640px; border: 0"></iframe>' for page in self.pages)

    def __repr__(self) -> str:
        titles = ", ".join(dict.fromkeys(run.title for run in self.runs))
        return f"<Race of {titles} on {', '.join(race['function'] for race in self.data)}>"


def race(
    function: str | Sequence[str] | None = None,
    optimizer: str | Sequence[str] | None = None,
    *,
    output: str | None = None,
    **options: Value,
) -> Race:
    """Races optimizers down a function, or down several, and draws the race as a page.

    Without a function and optimizers it is the lecture's race. ``output`` keeps the files in a
    folder; ``format="gif,png"`` writes there what else is wanted. Other options are those of
    ``descent race``, as ``start=(0, 0)``, ``steps=200``, ``overlay="momentum,step"``, ``theme="dark"``.

    Raises DescentError with what the program says.
    """
    functions = [function] if isinstance(function, str) else list(function or [])
    formats = [name for name in str(options.pop("format", "") or "").split(",") if name]
    if "html" not in formats:
        formats.append("html")
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(output or pathlib.Path(scratch) / "race")
        said = call(
            "race", *functions, optimizer=optimizer, format=",".join(formats), output=folder,
            **options)
        return Race(folder, said)
