"""What cocopp and iohinspector make of the files that `descent export` writes.

Makes a study of the 24 functions of BBOB with the given `descent`, exports it in both formats, lets
cocopp post-process the exdata as a user would and iohinspector load the files, and prints a JSON
object: for each optimizer, function and pair of weights of `weight_evaluations_constraints` the
expected running times (ERT) to some targets, and the share of targets that were reached within
numbers of evaluations (ECDF). `Tests/Fixtures/interchange/cocopp.json` is that object, but for what
iohinspector says, of the folder `exdata` beside it, which has the runs of lbfgs alone. Needs `pip
install cocopp iohinspector six`.

    python benchmarks/peers/coco_export.py .build/release/descent FOLDER
    python benchmarks/peers/coco_export.py - FOLDER      # of the files that are there
"""

import contextlib
import json
import math
import pathlib
import subprocess
import sys
import warnings

import numpy

OPTIMIZERS = "lbfgs,momentum:lr=0.002"
FUNCTIONS = "bbob:n=2,instance=1/2"
STEPS = "25"
WEIGHTS = [(1, 0), (1, 1), (1, 2)]
TARGETS = [1e2, 1e1, 1e0, 1e-1, 1e-2, 1e-4, 1e-8]
BUDGETS = [1, 3, 10, 30, 100, 300, 1000]


def study(descent, folder):
    """The exdata and the IOHprofiler files of a study, made anew."""
    store = folder / "study.sqlite"
    subprocess.run(
        [descent, "bench", FUNCTIONS, "--optimizer", OPTIMIZERS, "--steps", STEPS,
         "--store", store], check=True, stdout=sys.stderr)
    for form in ["coco", "ioh"]:
        subprocess.run(
            [descent, "export", store, "--format", form, "--output", folder / form],
            check=True, stdout=sys.stderr)


def finite(value):
    return float(value) if math.isfinite(value) else "inf"


def weighed(exdata, weights):
    """ERT and ECDF of all algorithms of a folder, under weights of the two columns."""
    import cocopp

    cocopp.genericsettings.weight_evaluations_constraints = weights
    found = {}
    for algorithm in sorted(p.name for p in exdata.iterdir() if p.is_dir()):
        loaded = cocopp.pproc.DataSetList(str(exdata / algorithm))
        found[algorithm] = {}
        for data in sorted(loaded, key=lambda d: (d.funcId, d.dim)):
            evaluations = data.detEvals(TARGETS)
            flat = numpy.concatenate(evaluations)
            found[algorithm][f"f{data.funcId}"] = {
                "ert": [finite(v) for v in data.detERT(TARGETS)],
                "ecdf": [float(numpy.mean(flat <= budget)) for budget in BUDGETS],
            }
    return found


def processed(exdata, folder):
    """Lets cocopp make its report; throws where it fails."""
    import cocopp

    cocopp.genericsettings.weight_evaluations_constraints = (1, 1)
    algorithms = sorted(str(p) for p in exdata.iterdir() if p.is_dir())
    cocopp.main(["-o", str(folder / "ppdata")] + algorithms)


def inspected(folder):
    """How many runs and rows iohinspector loads, and the lowest excess of each run."""
    import iohinspector

    manager = iohinspector.DataManager()
    manager.add_folder(str(folder))
    table = manager.load(monotonic=True, include_meta_data=True)
    lowest = manager.overview.select(["algorithm_name", "function_id", "instance", "best_y"])
    return {"runs": len(manager.overview), "rows": len(table), "lowest": sorted(lowest.rows())}


def main(descent, place):
    folder = pathlib.Path(place)
    folder.mkdir(parents=True, exist_ok=True)
    if descent != "-":
        study(descent, folder)
    with warnings.catch_warnings(), contextlib.redirect_stdout(sys.stderr):
        warnings.simplefilter("ignore")
        result = {
            "targets": TARGETS, "budgets": BUDGETS,
            "weighed": [
                {"weights": weights, "found": weighed(folder / "coco", weights)}
                for weights in WEIGHTS],
        }
        processed(folder / "coco", folder)
        if (folder / "ioh").is_dir():
            result["iohinspector"] = inspected(folder / "ioh")
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
