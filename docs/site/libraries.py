"""Tables for those who come from other libraries: what is written here for what is written there.

Usage: libraries.py DESCENT FIXTURES CATALOG

`dialects.json` and `scipy.json` are what the tests run against the libraries' own iterates; the
libraries' keywords and defaults are those of `signatures/signatures.json` of the fixtures; what
differs are the notes of the catalogue. Each specification in the tables is read by the program.
"""

import json
import pathlib
import sys
from concurrent.futures import ThreadPoolExecutor

from descent import Descent, cell, code, items, page, prose, table

HERE = pathlib.Path(__file__).parent
# As articles call the libraries, with the prefix that their names have in Python.
LIBRARIES = {
    "torch": ("FromTorch", "torch.optim.", "torch.optim.lr_scheduler."),
    "optax": ("FromOptax", "optax.", "optax."),
}
# Keywords that change no step.
IDLE = {
    "speed", "a label", "a message", "single precision", "all variables are alike",
    "differentiates through the step",
}


def keys(ours):
    """As which settings of ours a row of the tests' tables says one of theirs: marks say how."""
    words = {"½": "half of it ", "√": "its root ", "-": "with the other sign "}
    mark = words.get(ours[0], "") + "as "
    names = ours.lstrip("-½√").split("?")[0].split("|")[0]
    if "=" in names:
        name, values = names.split("=")
        first, *others = values.split("/")
        return f"as {code(f'{name}={first}')} where it is set" + "".join(
            f", {code(f'{name}={other}')} where not" for other in others)
    return mark + ", ".join(code(name) for name in names.split(","))


def default(value):
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value)


class Tables:
    def __init__(self, descent, fixtures):
        self.descent = descent
        self.dialects = json.loads((HERE / "dialects.json").read_text())
        self.scipy = json.loads((HERE / "scipy.json").read_text())
        self.signatures = json.loads((fixtures / "signatures/signatures.json").read_text())
        self.optimizers = {one["name"]: one for one in descent.list("optimizers")}
        self.aliases = {
            alias["name"]: name for name, one in self.optimizers.items()
            for alias in one["aliases"]}
        self.specifications = []

    def method(self, specification):
        """The name in the catalogue, and the specification as a link's neighbour."""
        name = specification.split(":")[0].split("(")[0]
        self.specifications.append(specification)
        return self.aliases.get(name, name)

    # MARK: torch and optax

    def library(self, library):
        article, prefix, schedules = LIBRARIES[library]
        signatures = self.signatures[library]["optimizers"]
        rows = [row for row in self.dialects["optimizers"]
                if row["source"].startswith(library + "/")]
        methods, changes, missing = [], [], {}
        for row in rows:
            name = row["source"].split("/")[1]
            here = self.method(row["here"])
            condition = [prose(one) for one in row["when"]]
            there = code(name) + (", with " + " and ".join(
                f"no {one[1:]}" if one.startswith("!") else one for one in condition)
                if condition else "")
            known = signatures.get(name, {})
            said = [
                f"{code(key)}{f' ({default(known[key])})' if default(known[key]) else ''} "
                + keys(ours)
                for key, ours in row["settings"].items() if key in known]
            methods.append([there, cell(code(row["here"])) + f", <doc:optimizer-{here}>",
                            "; ".join(said)])
            for key, reason in self.unreached(library, name, known):
                missing.setdefault((key, reason), []).append(code(name))
            changes += [f"{code(here)}: {prose(note)}" for note in self.notes(here, library)]
        absent = [
            [code(key), prose(reason),
             ", ".join(dict.fromkeys(names)) if len(names) < 5 else "many"]
            for (key, reason), names in missing.items()]
        return article, page(
            "## Optimizers",
            f"Names are those of `{prefix.rstrip('.')}`; its defaults stand in parentheses.",
            table(["there", "write here", "settings there, and here"], methods),
            "## What differs", items(dict.fromkeys(changes)),
            "## Keywords that are not there",
            table(["keyword", "what there is in its place, or why there is nothing", "of"], absent),
            "## Schedules", self.schedules(library, schedules))

    def unreached(self, library, name, known):
        """Keywords that change steps and that no row says, with the reason."""
        rows = [row for row in self.dialects["optimizers"] if row["source"] == f"{library}/{name}"]
        for key in known:
            places = [f"{library}/{name}.{key}", f"{name}.{key}", key]
            reason = next((self.dialects["unreached"][place] for place in places
                           if place in self.dialects["unreached"]), None)
            is_said = any(key in row["settings"] for row in rows)
            if reason and reason not in IDLE and not is_said:
                yield key, reason

    def notes(self, name, library):
        return [note for note in self.optimizers[name]["notes"] if library in note]

    def schedules(self, library, prefix):
        rows = []
        for row in self.dialects["schedules"]:
            if not row["source"].startswith(library + "/"):
                continue
            name = row["source"].split("/")[1]
            given = "".join(
                f", with {key} {value}" for key, value in row["given"].items()
                if key != "base_lr")
            written = code(row["here"])
            if row["momentum"]:
                written += ", and as momentum " + code(row["momentum"])
            kind = row["here"].split("(")[0]
            rows.append([code(name) + prose(given), cell(written),
                         f"<doc:schedule-{kind}>"])
        return page(
            f"Names are those of `{prefix.rstrip('.')}`. "
            "In braces stand the library's values: `{step_size}` is what `step_size` is there, and "
            "behind a bar what it is unless told. The whole is written where a rate is: "
            "`sgd:lr=step(0.1,every=30)`.",
            table(["there", "write here", "page"], rows))

    # MARK: scipy

    def scipy_table(self):
        rows = []
        for name, specification in self.scipy.items():
            here = self.method(specification)
            method, _, scale = name.partition(" ")
            there = f'minimize(method="{method}")' if method not in ("lm", "trf", "dogbox") else \
                f'least_squares(method="{method}"' + (', x_scale="jac")' if scale else ")")
            preset = [one["settings"] for one in self.optimizers[here]["presets"]
                      if one["name"] == "scipy" and "preset=scipy" in specification]
            rows.append([code(there), code(specification),
                         "".join(map(lambda text: cell(code(text)), preset)),
                         f"<doc:optimizer-{here}>"])
        names = dict.fromkeys(self.method(one) for one in self.scipy.values())
        changes = [f"{code(name)}: {prose(note)}" for name in names
                   for note in self.notes(name, "scipy")]
        return "FromSciPy", page(
            "## Methods", table(["there", "write here", "the preset sets", "page"], rows),
            "## What differs", items(changes))

    # MARK: COCO

    def coco_table(self):
        rows = []
        for one in self.descent.list("functions"):
            if one["name"].startswith("bbob-f"):
                number = one["name"].removeprefix("bbob-f")
                rows.append([f"f{number}", code(f"{one['name']}:n=5,instance=1"),
                             prose(one["title"]), f"<doc:function-{one['name']}>"])
                self.specifications.append(f"{one['name']}:n=5,instance=1")
        return "FromCOCO", page(
            "## Functions", table(["there", "write here", "what it is", "page"], rows))

    def check(self):
        """Every specification is one that the program reads."""
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda one: self.descent.run("show", one), set(self.specifications)))


if __name__ == "__main__":
    tables = Tables(Descent(sys.argv[1]), pathlib.Path(sys.argv[2]))
    catalog = pathlib.Path(sys.argv[3])
    for article, text in [
        tables.library("torch"), tables.library("optax"), tables.scipy_table(),
        tables.coco_table(),
    ]:
        path = catalog / f"{article}.md"
        path.write_text(path.read_text().rstrip() + "\n\n" + text)
    tables.check()
