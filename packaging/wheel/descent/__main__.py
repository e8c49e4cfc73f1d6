"""The command ``descent`` of the package: the executable takes the place of this process."""

import os
import sys

from ._program import environment, program


def main() -> None:
    os.execve(program(), ["descent", *sys.argv[1:]], environment())


if __name__ == "__main__":
    main()
