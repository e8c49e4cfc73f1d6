"""Writes sobol.json: the first points of scipy's Sobol sequence without scrambling, times 2^8.

    python3 sobol.py > sobol.json

The direction numbers are those of S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008) 2635-2654.
"""

import json

import scipy
from scipy.stats.qmc import Sobol

DIMENSIONS = 21
BITS = 8

points = Sobol(d=DIMENSIONS, scramble=False).random(2**BITS)
print(
    json.dumps(
        {
            "scipy": scipy.__version__,
            "bits": BITS,
            "points": [[int(u * 2**BITS) for u in point] for point in points],
        }
    )
)
