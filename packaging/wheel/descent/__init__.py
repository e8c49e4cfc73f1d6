"""Races optimizers down test functions, by the program ``descent``.

>>> import descent
>>> run = descent.run("rosenbrock", "adam:lr=0.02", steps=100)
>>> run.x.shape
(101, 2)

Every option of the program is a keyword, with ``_`` for ``-``: ``gradient_tolerance=1e-6`` is
``--gradient-tolerance 1e-6``. Numbers in a sequence are joined by commas, as those of ``start``;
texts in a sequence give the option again, as those of ``label``. ``True`` is an option without a
value; ``None`` and ``False`` leave it out. ``descent race --help`` lists the options of ``race``.
"""

from ._measurement import Measurement, measure
from ._program import DescentError, call, program, version
from ._race import Race, race
from ._run import Run, run

__all__ = [
    "DescentError", "Measurement", "Race", "Run", "call", "measure", "program", "race", "run",
    "version",
]
