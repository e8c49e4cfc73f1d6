"""Pages of the optimizers, functions and schedules, and the pictures on them.

Usage: catalogue.py DESCENT SYMBOLS CATALOG
"""

import json
import pathlib
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import formula
from descent import Descent, cell, code, command, items, page, prose, table

# Where the pictures of optimizers are raced, and how their settings are found.
STEPS = "150"
TRIALS = ["--trials", "40", "--steps", STEPS, "--search", "sobol", "--starts", "standard"]
PLACES = [
    ["beale"],
    ["linear-regression", "--batch", "10"],
]
TESTS = ["himmelblau", "logistic-regression"]


class Pages:
    def __init__(self, descent, symbols, catalog):
        self.descent, self.catalog = descent, catalog
        self.types = types(symbols)
        self.drawings = []

    # MARK: What all kinds have

    def write(self, kind, entry, *parts):
        name = f"{kind}-{entry['name']}"
        for suffix, color in [("", "#1d1d1f"), ("~dark", "#f5f5f7")]:
            picture = formula.svg(entry["formula"], color)
            (self.catalog / f"formula-{name}{suffix}.svg").write_text(picture)
        head = page(
            f"# {prose(entry['title'])}",
            parts[0],
            f"![The formula](formula-{name})",
            f"```\n{entry['formula']}\n```",
            *parts[1:],
        )
        (self.catalog / f"{name}.md").write_text(head)

    def draw(self, *arguments):
        self.drawings.append(arguments)

    def settings(self, entry):
        rows = [
            [
                cell(code(one["name"])) + also(one), prose(one["symbol"]),
                cell(code(one["default"])) if one["default"] else "", prose(one["range"]),
                prose(one["summary"]),
            ]
            for one in entry["parameters"]
        ]
        header = ["setting", "symbol", "unless told", "values", "what it does"]
        return "## Settings\n\n" + (table(header, rows) if rows else "There are none.")

    def library(self, conforming, name):
        """A link to the type in Swift."""
        type = self.types[conforming].get(name.replace("-", ""))
        return f"## In Swift\n\n- ``{type}``" if type else None

    # MARK: Optimizers

    def optimizers(self):
        entries = self.descent.list("optimizers")
        races = self.races([entry["name"] for entry in entries])
        for entry in entries:
            name = entry["name"]
            place, specification, search = races[name]
            race = [
                "race", *place, "--optimizer", specification, "--steps", STEPS, "--layout",
                "figure", "--size", "640x480", "--format", "svg",
            ]
            self.draw(f"race-{name}.svg", "still.svg", race)
            self.write(
                "optimizer", entry,
                f"{code(name)}, of the family {prose(entry['family'])}; it uses derivatives of "
                f"order {entry['order']}.",
                f"![A run on the contours of {place[0]}](race-{name})",
                f"Drawn by `{command(*race, '--output', name)}`, with the best settings of 40 "
                f"trials: `{command(*search)}`.",
                self.settings(entry), dialects(entry), notes(entry),
                "## Reference\n\n" + prose(entry["reference"]),
                self.library("OptimizerSettings", name),
            )
        self.index(
            "optimizers", "Optimizers", "optimizer", entries,
            "Every method with its update, its settings and the dialects of other libraries.")

    def races(self, names):
        """Where each is raced, with which settings, and how they were found: where nothing moves
        on the first function, as with methods that need examples, on the next."""
        found = {}
        for place, test in zip(PLACES, TESTS):
            left = [name for name in names if name not in found]
            with tempfile.TemporaryDirectory() as folder:
                options = ["--test", test, *TRIALS, *place[1:]]
                told = json.loads(self.descent.run(
                    "tune", *left, "--on", place[0], *options, "--format", "json", "--store",
                    f"{folder}/tune.sqlite", "--output", folder))
            worst = max(one["tuningScore"]["tuned"] for one in told["optimizers"])
            for one in told["optimizers"]:
                if one["tuningScore"]["tuned"] < worst or place is PLACES[-1]:
                    search = ["tune", one["given"], "--on", place[0], *options]
                    found[one["given"]] = (place, one["tuned"], search)
        return found

    # MARK: Functions

    def functions(self):
        entries = self.descent.list("functions")
        for entry in entries:
            name = entry["name"]
            picture = None
            if entry["n"] == 2:
                show = ["show", name, "--picture", f"function-{name}.svg"]
                self.draw(f"function-{name}.svg", None, show)
                picture = f"![Contours of {prose(entry['title'])}](function-{name})\n\n" \
                    f"Drawn by `{command(*show)}`."
            self.write(
                "function", entry,
                f"{code(name)}, of the family {prose(entry['family'])}.", picture,
                "## What is known\n\n" + items(facts(entry)), self.settings(entry),
                "## Source\n\n" + prose(entry["source"]), self.library("TestFunction", name),
            )
        self.index(
            "functions", "Test functions", "function", entries,
            "Every function with its formula, its domain and where it is lowest.")

    # MARK: Schedules

    def schedules(self):
        entries = self.descent.list("schedules")
        for entry in entries:
            name = entry["name"]
            show = ["show", name, "--picture", f"schedule-{name}.svg"]
            self.draw(f"schedule-{name}.svg", None, show)
            self.write(
                "schedule", entry, f"{code(name)}: the rate at step t.",
                f"![The rate against the step](schedule-{name})",
                f"Drawn by `{command(*show)}`.", self.settings(entry),
                "## Source\n\n" + prose(entry["reference"]), self.library("Schedule", name),
            )
        self.index(
            "schedules", "Schedules", "schedule", entries,
            "Rates and momenta that change from step to step: any rate may be one of them.")

    # MARK: Together

    def index(self, name, title, kind, entries, abstract):
        families = {}
        for entry in entries:
            families.setdefault(entry.get("family", title), []).append(entry["name"])
        topics = [
            f"### {prose(family)}\n\n" + items(f"<doc:{kind}-{member}>" for member in members)
            for family, members in families.items()
        ]
        text = page(f"# {title}", abstract, "## Topics", *topics)
        (self.catalog / f"{name}.md").write_text(text)

    def make_drawings(self):
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda drawing: self.make(*drawing), self.drawings))

    def make(self, file, part, arguments):
        """A file that is named among the arguments, or a part of a folder of files."""
        with tempfile.TemporaryDirectory() as folder:
            if part:
                arguments = [*arguments, "--output", folder]
            else:
                arguments = [f"{folder}/{file}" if one == file else one for one in arguments]
            self.descent.run(*arguments)
            (self.catalog / file).write_bytes((pathlib.Path(folder) / (part or file)).read_bytes())


def types(path):
    """Types by the protocol that they conform to and their name in lower case."""
    graph = json.loads(pathlib.Path(path).read_text())
    names = {one["identifier"]["precise"]: one["pathComponents"] for one in graph["symbols"]}
    found = {name: {} for name in ["OptimizerSettings", "TestFunction", "Schedule"]}
    protocols = {
        key: value[0] for key, value in names.items() if len(value) == 1 and value[0] in found}
    for relation in graph["relationships"]:
        if relation["kind"] == "conformsTo" and relation["target"] in protocols:
            path = names.get(relation["source"], [])
            if len(path) == 1:
                found[protocols[relation["target"]]][path[0].lower()] = path[0]
    return found


def also(parameter):
    return "".join(f", {code(name)}" for name in parameter["aliases"])


def dialects(entry):
    """Presets and aliases: what to write, and what that changes."""
    rows = []
    for alias in entry["aliases"]:
        rows.append([code(alias["name"]), setting(alias["settings"])])
    for preset in entry["presets"]:
        alias, _, name = preset["name"].rpartition("/")
        rows.append([code(f"{alias or entry['name']}:preset={name}"), setting(preset["settings"])])
    return "## Dialects\n\n" + table(["write", "for"], rows) if rows else None


def setting(text):
    return text if text == "the defaults" else cell(code(text))


def notes(entry):
    unchanged = entry["independentOf"]
    texts = [prose(note) for note in entry["notes"]]
    if unchanged:
        texts.append("Its steps do not depend on " + " or ".join(unchanged) + ".")
    return "## Notes\n\n" + items(texts) if texts else None


def facts(entry):
    numbers = lambda point: "(" + ", ".join(f"{x:.6g}" for x in point[:6]) + (
        ", …)" if len(point) > 6 else ")")
    sides = [f"[{low:.6g}, {high:.6g}]" for low, high in entry["domain"][:6]]
    minimum = entry["minimum"]
    texts = [
        f"Variables: {entry['dimension']}"
        + ("" if entry["dimension"] == entry["n"] else f"; {entry['n']} unless told"),
        "Domain: " + code(" × ".join(sides) + (" × …" if entry["n"] > 6 else "")),
        f"Start: {code(numbers(entry['start']))}",
        "Minimum: " + (entry["minimumBasis"] if minimum is None
                       else f"{minimum:.10g} ({entry['minimumBasis']})"),
    ]
    if entry["minimizers"]:
        places = [code(numbers(point)) for point in entry["minimizers"][:6]]
        texts.append("At " + ", ".join(places) + ("…" if len(entry["minimizers"]) > 6 else ""))
    texts.append("Properties: " + ", ".join(entry["tags"]))
    texts += [prose(entry[key]) for key in ["kinkRule"] if entry[key]]
    texts += [prose(text) for text in entry["knownErrors"]]
    if entry["otherNames"]:
        texts.append("Also called " + ", ".join(map(code, entry["otherNames"])))
    return texts


if __name__ == "__main__":
    pages = Pages(Descent(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3]))
    pages.optimizers()
    pages.functions()
    pages.schedules()
    pages.make_drawings()
