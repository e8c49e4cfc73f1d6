"""The public symbols of a symbol graph that have no comment, one a line with its place.

Usage: comments.py GRAPH

What the compiler makes, and what meets a requirement of a protocol, which has the comment, is not
listed.
"""

import json
import pathlib
import sys
from urllib.parse import unquote


def bare(graph):
    inherited = {
        one["source"] for one in graph["relationships"]
        if one["kind"] in ("defaultImplementationOf", "overrides") or "sourceOrigin" in one}
    for symbol in graph["symbols"]:
        place = symbol.get("location")
        if place and "docComment" not in symbol and symbol["identifier"]["precise"] not in inherited:
            file = unquote(place["uri"]).split("/Sources/")[-1]
            yield f"Sources/{file}:{place['position']['line'] + 1}: " + ".".join(
                symbol["pathComponents"])


def main(path):
    lines = sorted(bare(json.loads(pathlib.Path(path).read_text())))
    print("\n".join(lines), file=sys.stderr, end="\n" if lines else "")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
