"""Whether the relative links of Markdown files lead to files and headings that are there.

Usage: links.py FILE...
"""

import pathlib
import re
import sys
from urllib.parse import unquote

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def prose(page):
    """The text without blocks of code."""
    return re.sub(r"^```.*?^```", "", page.read_text(), flags=re.M | re.S)


def headings(page):
    return [text.strip() for text in re.findall(r"^#+ (.*)$", prose(page), flags=re.M)]


def slug(heading):
    """GitHub's name of a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return kept.replace(" ", "-")


def broken(page):
    """The links that lead nowhere."""
    text = re.sub(r"`[^`\n]*`", "", prose(page))
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, place = target.partition("#")
        other = page.parent / unquote(file) if file else page
        if not other.exists():
            yield target, "no such file"
        elif place and place not in map(slug, headings(other)):
            yield target, "no such heading"


def main(paths):
    faults = [f"{path}: {target}: {reason}" for path in paths
              for target, reason in broken(pathlib.Path(path))]
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
