"""The pages of docs as articles of the site, with links and pictures as DocC has them.

Usage: guides.py DOCS CATALOG
"""

import pathlib
import re
import shutil
import sys

from links import headings, slug

# Those of which catalogue.py makes a page an entry.
CATALOGUES = {"optimizers": "optimizer", "functions": "function", "schedules": "schedule"}
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


def anchor(page, name):
    """DocC's name of a heading, by GitHub's."""
    for heading in headings(page):
        if slug(heading) == name:
            return re.sub(r"\s", "-", heading.replace("`", ""))
    raise SystemExit(f"{page}: no heading #{name}")


def article(page, catalog):
    def link(match):
        mark, text, target = match.groups()
        if mark:
            picture = page.parent / target
            shutil.copy(picture, catalog / picture.name)
            return f"![{text}]({picture.stem})"
        if re.match(r"[a-z]+:", target):
            return match[0]
        file, _, place = target.partition("#")
        other = page.parent / file if file else page
        if other.suffix != ".md" or other.parent.resolve() != page.parent.resolve():
            path = str(other.resolve().relative_to(page.parent.parent.resolve()))
            return f"`{path}`" if text in (file, path) else f"{text} (`{path}`)"
        if other.stem in CATALOGUES:
            entry = f"{CATALOGUES[other.stem]}-{place}" if place else other.stem
            return f"[{text}](doc:{entry})"
        name = f"doc:guide-{other.stem}"
        return f"[{text}]({name}{'#' + anchor(other, place) if place else ''})"

    parts = re.split(r"(^```.*?^```)", page.read_text(), flags=re.M | re.S)
    text = "".join(part if i % 2 else LINK.sub(link, part) for i, part in enumerate(parts))
    (catalog / f"guide-{page.stem}.md").write_text(text)


if __name__ == "__main__":
    docs, catalog = map(pathlib.Path, sys.argv[1:])
    for page in sorted(docs.glob("*.md")):
        if page.stem not in CATALOGUES:
            article(page, catalog)
