"""What the pages ask of the `descent` program, and Markdown for DocC."""

import json
import re
import shlex
import subprocess


class Descent:
    """The program that tells the catalogue and draws the pictures."""

    def __init__(self, path):
        self.path = path

    def list(self, kind):
        return json.loads(self.run("list", kind, "--format", "json"))

    def run(self, *arguments):
        done = subprocess.run([self.path, *arguments], capture_output=True, text=True, timeout=600)
        if done.returncode:
            raise SystemExit(f"{command(*arguments)}: {done.stderr.strip()}")
        return done.stdout


def command(*arguments):
    """The line to type."""
    return shlex.join(["descent", *arguments])


def prose(text):
    return re.sub(r"([\\*_<`~$|\[\]])", r"\\\1", text)


def code(text):
    return f"`{text}`"


def cell(text):
    return text.replace("|", "\\|")


def table(header, rows):
    """Cells are Markdown whose bars are escaped."""
    lines = ["| " + " | ".join(row) + " |" for row in [header, ["---"] * len(header), *rows]]
    return "\n".join(lines)


def items(texts):
    return "\n".join(f"- {text}" for text in texts)


def page(*parts):
    """Paragraphs, those that are nothing left out."""
    return "\n\n".join(part for part in parts if part) + "\n"
