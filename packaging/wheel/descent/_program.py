"""The executable, and how it is called."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
from collections.abc import Iterable
from typing import NamedTuple, Union

import numpy

_HERE = pathlib.Path(__file__).parent

Value = Union[None, bool, int, float, str, os.PathLike, Iterable]


class DescentError(RuntimeError):
    """What the program said when it refused, with its exit code: 64 usage, 65 bad data, 66 missing
    input, 70 internal, 73 output can't be written; below 0 the signal that ended it."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


class Said(NamedTuple):
    """What a call printed, and its notes: warnings, and where files are."""

    output: str
    notes: list[str]


def program() -> str:
    """The path of the executable: that of this package, else the one on the path of the shell.

    Raises FileNotFoundError where there is none.
    """
    bundled = _HERE / "bin" / "descent"
    found = str(bundled) if bundled.exists() else shutil.which("descent")
    if found is None:
        raise FileNotFoundError("no program 'descent', neither in this package nor on the path")
    return found


def environment() -> dict[str, str]:
    """That of this process; fonts are those of this package where the system has no settings for
    them."""
    fonts = _HERE / "fonts" / "fonts.conf"
    if fonts.exists() and not os.path.exists("/etc/fonts/fonts.conf"):
        return {"FONTCONFIG_FILE": str(fonts), **os.environ}
    return dict(os.environ)


def call(command: str, *words: object, **options: Value) -> Said:
    """Runs ``descent command words... --options`` and waits for its end.

    Raises DescentError with what the program says where it refuses.
    """
    # Options stand before two dashes, so that an expression may begin with a minus.
    line = [program(), command, *arguments(options)]
    if words:
        line += ["--", *map(_text, words)]
    done = subprocess.run(
        line, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", env=environment())
    notes = [text.removeprefix("descent: ") for text in done.stderr.splitlines()]
    if done.returncode != 0:
        raise DescentError("\n".join(notes) or f"exit code {done.returncode}", done.returncode)
    return Said(done.stdout, notes)


def arguments(options: dict[str, Value]) -> list[str]:
    """Options as words of a command line."""
    words = []
    for name, value in options.items():
        option = "--" + name.replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            words.append(option)
        else:
            # Behind an equals sign a value may begin with a minus.
            words += [f"{option}={text}" for text in _texts(value)]
    return words


def version() -> str:
    """That of the program, as in 0.1.0."""
    done = subprocess.run([program(), "--version"], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _texts(value: Value) -> list[str]:
    if isinstance(value, (str, os.PathLike)) or not isinstance(value, Iterable):
        return [_text(value)]
    parts = list(value)
    if any(isinstance(part, str) for part in parts):
        return [_text(part) for part in parts]
    return [",".join(map(_text, parts))]


def _text(value: object) -> str:
    """A number with the digits that give it back, anything else as it is."""
    if isinstance(value, (float, numpy.floating)):
        return repr(float(value))
    return str(value)


def numbers(values: object) -> numpy.ndarray:
    """A list of numbers, or of lists of them, in which "nan", "inf" and "-inf" are texts."""
    return numpy.array(values, dtype=float)
