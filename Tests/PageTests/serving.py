"""The server of `descent play`, as a reader starts and ends it."""

import os
import pathlib
import re
import signal
import socket
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / os.environ.get("DESCENT", ".build/debug/descent")


@pytest.fixture(scope="session")
def play_server():
    """The address of a server, under a port that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = subprocess.Popen(
        [PROGRAM, "play", "--port", str(port)], stdout=subprocess.PIPE, text=True)
    try:
        yield re.match(r"http\S+/", program.stdout.readline())[0]
    finally:
        program.send_signal(signal.SIGINT)
        program.wait(60)
