"""Reference values for the statistics of studies, as `Tests/Fixtures/studies/statistics.json` has them.

Tests of significance come from scipy, Holm's correction from statsmodels, critical differences from
scipy's studentized range and autorank, posteriors from baycomp and autorank, expected running times
and simulated restarts from cocopp. AlgoPerf's profile and score are written here anew in numpy after
`scoring/performance_profile.py` of mlcommons/algorithmic-efficiency, whose numbers of points and of
workloads are arguments here; what hitting times, distributions and data profiles are is written here
in a line or two each. Inputs are drawn from seeded generators and stand in the file too. Needs `pip
install scipy statsmodels autorank baycomp cocopp six`.

    python benchmarks/peers/study_statistics.py > Tests/Fixtures/studies/statistics.json
"""

import contextlib
import importlib.metadata
import json
import sys
import warnings

import numpy as np
import pandas
from scipy import stats

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import baycomp
    from autorank import autorank
    from autorank._util import _critical_distance
    from cocopp import toolsstats
    from statsmodels.stats.multitest import multipletests

DRAWS = 100_000


def wilcoxon():
    random = np.random.default_rng(1)
    cases = []
    for n, decimals in [(5, 9), (6, 0), (13, 0), (13, 9), (14, 0), (20, 9), (30, 0), (50, 9), (51, 9), (90, 1)]:
        x = np.round(random.normal(0, 3, n), decimals) + 0.0
        y = np.round(random.normal(1, 3, n), decimals) + 0.0
        cases.append((x, y))
    cases.append((np.array([1.0, 2, 3, 4, 5, 6, 7]), np.array([2.0, 4, 6, 8, 10, 12, 14])))
    for x, y in cases:
        differences = (x - y)[x != y]
        ranks = stats.rankdata(np.abs(differences))
        yield {
            "x": list(x), "y": list(y), "higher": ranks[differences > 0].sum(),
            "lower": ranks[differences < 0].sum(), "p": stats.wilcoxon(x, y).pvalue,
        }


def holm():
    random = np.random.default_rng(2)
    for p in [[0.01, 0.04, 0.03, 0.005], [0.2], [0.5, 0.5, 0.9], list(random.uniform(0, 0.1, 15))]:
        yield {"p": p, "adjusted": list(multipletests(p, method="holm")[1])}


def friedman():
    random = np.random.default_rng(3)
    for n, k, decimals in [(6, 3, 9), (12, 4, 9), (12, 4, 0), (30, 6, 9), (40, 11, 1)]:
        scores = np.round(random.normal(0, 1.5, (n, k)) + 0.4 * np.arange(k), decimals) + 0.0
        found = stats.friedmanchisquare(*scores.T)
        ranks = stats.rankdata(scores, axis=1).mean(axis=0)
        scale = np.sqrt(k * (k + 1) / (12 * n))
        yield {
            "scores": scores.tolist(), "averageRanks": list(ranks),
            "statistic": found.statistic, "p": found.pvalue,
            "criticalDifference": stats.studentized_range.ppf(0.95, k, np.inf) * scale,
            "autorank": float(_critical_distance(0.05, k, n)),
            "nemenyi": stats.studentized_range.sf(abs(ranks[0] - ranks[-1]) / scale, k, np.inf),
        }


def studentized_range():
    for k in [2, 3, 4, 5, 10, 20, 50]:
        for p in [0.5, 0.9, 0.95, 0.99, 0.999]:
            yield {"k": k, "p": p, "q": stats.studentized_range.ppf(p, k, np.inf)}


def chi_squared():
    for freedom in [1, 2, 3, 4, 7, 10, 31, 60]:
        for x in [0, 0.1, 1, 5, 20, 80, 300]:
            yield {"freedom": freedom, "x": x, "p": stats.chi2.sf(x, freedom)}


def bayes():
    random = np.random.default_rng(4)
    for n, shift, region in [(5, 0.5, 0), (12, 0.3, 0.1), (12, 0, 1), (30, -0.2, 0.3), (8, 3, 0.5)]:
        x, y = random.normal(0, 1, n), random.normal(shift, 1, n)
        # baycomp's differences are y - x, and its left is where these are low.
        probabilities = baycomp.SignedRankTest(
            y, x, rope=region, nsamples=DRAWS, random_state=5).probs()
        frame = pandas.DataFrame({"x": x, "y": y})
        # autorank prints.
        with contextlib.redirect_stdout(sys.stderr):
            ranked = autorank(
                frame, alpha=0.05, approach="bayesian", rope=region, rope_mode="absolute",
                nsamples=DRAWS, random_state=6, order="ascending").rankdf
        other = ranked.index[1]
        yield {
            "x": list(x), "y": list(y), "region": region, "shares": list(probabilities),
            # autorank tells how likely the one that is ranked second is the smaller.
            "autorank": {"first": str(ranked.index[0]), "smaller": ranked.loc[other, "p_smaller"],
                         "equal": ranked.loc[other, "p_equal"]},
        }


def algoperf(times, most, count):
    """Profile and score as AlgoPerf's script has them; `times` has a row for each submission."""
    ratios = times / times.min(axis=0)
    points = np.linspace(1, most, num=count)
    profile = np.array([(ratios <= tau).sum(axis=1) / times.shape[1] for tau in points]).T
    score = np.trapezoid(profile, x=points) / (points.max() - points.min())
    return points, profile, score


def profiles():
    random = np.random.default_rng(7)
    for submissions, workloads in [(2, 3), (4, 8), (6, 30)]:
        times = np.round(random.lognormal(3, 0.8, (submissions, workloads))) + 1
        times[random.uniform(size=times.shape) < 0.2] = np.inf
        times[0, np.isinf(times).all(axis=0)] = 50
        points, profile, score = algoperf(times, 4, 100)
        yield {
            "times": times.tolist(), "points": list(points), "profile": profile.tolist(),
            "score": list(score), "fineScore": list(algoperf(times, 4, 300_001)[2]),
        }


def study():
    """Curves of three optimizers on four problems with five runs each."""
    random = np.random.default_rng(8)
    targets = [10.0 ** (2 - k / 5) for k in range(51)]
    places = [float(round(10 ** (k / 10), 2)) for k in range(0, 45)]
    runs, expected = [], []
    hits = {}
    for problem, n in enumerate([2, 3, 5, 10]):
        for optimizer, speed in enumerate([0.3, 0.1, 0.02]):
            times, spent = [], []
            for seed in range(5):
                count = int(random.integers(20, 120))
                work = np.cumsum(random.integers(1, 9, count)) - 1
                work[0] = 0
                falls = random.normal(speed, 0.5, count - 1) / np.sqrt(n)
                values = 500 * 10 ** -np.concatenate([[0], np.cumsum(falls)])
                values = np.array([float(f"{value:.6g}") for value in values])
                best = np.minimum.accumulate(values)
                reached = [float(work[best <= t][0]) if (best <= t).any() else np.inf
                           for t in targets]
                runs.append({
                    "problem": problem, "n": n, "optimizer": optimizer, "seed": seed,
                    "work": work.tolist(), "values": values.tolist()})
                times.append(reached)
                spent.append(float(work[-1]))
            hits[problem, optimizer] = np.array(times)
            for t in range(51):
                column = np.array(times)[:, t]
                success = np.isfinite(column)
                data = np.where(success, column, spent)
                expected.append(float(toolsstats.sp(data, issuccessful=success)[0]))
    distribution = [
        [float(np.mean([np.mean(hits[p, o] <= place) for p in range(4)])) for place in places]
        for o in range(3)]
    data = [
        [float(np.mean([np.median(hits[p, o], axis=0) / (n + 1) <= place
                        for p, n in enumerate([2, 3, 5, 10])])) for place in places]
        for o in range(3)]
    medians = np.array([[np.median(hits[p, o], axis=0) for p in range(4)] for o in range(3)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        best = medians.min(axis=0)
        ratios = np.where(np.isinf(medians), np.inf, np.where(medians == best, 1, medians / best))
    performance = [[float(np.mean(ratios[o] <= place)) for place in places] for o in range(3)]
    # One cell and target, of which some runs fail.
    cell, level = hits[1, 1], 20
    spent = [run["work"][-1] for run in runs if (run["problem"], run["optimizer"]) == (1, 1)]
    column = cell[:, level]
    success = np.isfinite(column)
    evals = np.where(success, column, -np.array(spent, dtype=float))
    np.random.seed(9)
    simulated = toolsstats.simulated_evals(evals, -1, DRAWS)
    return {
        "targets": targets, "places": places, "runs": runs, "expectedTimes": expected,
        "distribution": distribution, "data": data, "performance": performance,
        "restarts": {"problem": 1, "optimizer": 1, "target": level,
                     "successes": int(success.sum()), "mean": float(np.mean(simulated)),
                     "deviation": float(np.std(simulated)),
                     "shares": [float(np.mean(np.array(simulated) <= p)) for p in places]},
    }


def plain(value):
    """The same in numbers that JSON has; infinite ones as null."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (int, np.integer, str)):
        return int(value) if not isinstance(value, str) else value
    return float(value) if np.isfinite(value) else None


def main():
    names = ["scipy", "statsmodels", "autorank", "baycomp", "cocopp", "numpy"]
    record = {
        "versions": {name: importlib.metadata.version(name) for name in names},
        "wilcoxon": list(wilcoxon()), "holm": list(holm()), "friedman": list(friedman()),
        "studentizedRange": list(studentized_range()), "chiSquared": list(chi_squared()),
        "bayes": list(bayes()), "algoperf": list(profiles()), "study": study(),
    }
    # A line a member keeps differences readable.
    members = ",\n".join(
        f'"{key}": {json.dumps(plain(value))}' for key, value in record.items())
    sys.stdout.write("{" + members + "}\n")


main()
