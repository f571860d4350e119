#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Repeats Table II's MNIST rows of the SASG paper (arXiv 2112.04088) and sets them beside ours.

Runs the shipped experiments sgd-, sparse-, lasg- and sasg-mnist with telegrad-cli over five seeds,
and reads from each run folder what it had cost when test accuracy first was strictly above 98 %.
Runs that are already in --out are read, not repeated.

Exit status 1 if a mean is further than 10 % from the paper's, if SGD needs less than 2.2 times
SASG's rounds, if a run does not reach the target, or if what was skipped in the first epoch lies
outside of what the authors' logs show.
"""
import argparse
import csv
import json
import pathlib
import statistics
import subprocess
import sys

PAPER = {"sgd": (60400, 7.87e11), "sparse": (67400, 8.78e9),
         "lasg": (33853, 4.41e11), "sasg": (22823, 2.97e9)}
WEIGHTS, KEPT, INDEX_BITS = 407050, 4071, 19  # 19 = ceil(log2(WEIGHTS))
SPARSE = ("sparse", "sasg")
TARGET = 0.98
FIRST_EPOCH = 600  # iterations
SKIPS = {"sasg": (1650, 2000), "lasg": (240, 380)}
SKIP_SEEDS = (1, 19, 31)
MOST_DEVIATION = 0.10
LEAST_RATIO = 2.2


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", required=True, help="folder that holds mnist/")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("runs/table-ii"))
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"))
    parser.add_argument("--experiments", type=pathlib.Path, default=pathlib.Path("resources/experiments"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 19, 31, 42, 80])
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--set", action="append", default=[], help="passed on to every run")
    return parser.parse_args()


def run(options, method, seed):
    """The folder of that run, made now unless an earlier call finished it."""
    folder = options.out / f"{method}-{seed}"
    summary = folder / "summary.json"
    if summary.exists() and json.loads(summary.read_text())["state"] == "finished":
        return folder
    command = [str(options.build / "app/telegrad-cli"), "run", str(options.experiments / f"{method}-mnist.toml"),
               "--set", f"seed={seed}", "--out", str(folder), "--overwrite", "--data", options.data,
               "--threads", str(options.threads)]
    for assignment in options.set:
        command += ["--set", assignment]
    folder.parent.mkdir(parents=True, exist_ok=True)
    print(f"{method}, seed {seed} ...", file=sys.stderr, flush=True)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"exit status {done.returncode}: {' '.join(command)}\n{done.stderr}")
    return folder


def rows(file):
    with open(file, newline="") as stream:
        yield from csv.DictReader(stream)


def cost(folder):
    """Rounds and payload bits at the first evaluation above the target, or nothing."""
    for row in rows(folder / "evaluations.csv"):
        if float(row["test_accuracy"]) > TARGET:
            return int(row["rounds"]), int(row["payload_bits"])
    return None


def first_epoch_skips(folder):
    return sum(int(row["skips"]) for row in rows(folder / "iterations.csv") if int(row["iteration"]) <= FIRST_EPOCH)


def bits(method, rounds):
    """Values alone, with 32-bit indices, with packed indices."""
    count = KEPT if method in SPARSE else WEIGHTS
    index = (0, 32, INDEX_BITS) if method in SPARSE else (0, 0, 0)
    return [rounds * count * (32 + i) for i in index]


def deviation(ours, paper):
    return ours / paper - 1


def report(costs, skips, seeds):
    """Prints the tables; what was missed."""
    missed = []
    means = {}
    print(f"First test accuracy above {TARGET:.0%}, means over seeds {', '.join(map(str, seeds))}\n")
    print("| method | rounds, paper | ours | deviation | sd | bits, paper | values only | deviation "
          "| + 32-bit index | + 19-bit index |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for method, (paper_rounds, paper_bits) in PAPER.items():
        reached = [c for c in costs[method] if c]
        if len(reached) < len(seeds):
            missed.append(f"{method}: {len(seeds) - len(reached)} runs never got above {TARGET:.0%}")
        if not reached:
            continue
        for rounds, payload in reached:
            if payload != bits(method, rounds)[0]:
                missed.append(f"{method}: {payload} payload bits for {rounds} rounds; "
                              f"expected {bits(method, rounds)[0]}")
        ours = means[method] = statistics.mean(rounds for rounds, _ in reached)
        spread = statistics.stdev(r for r, _ in reached) if len(reached) > 1 else 0.0
        values, wide, packed = bits(method, ours)
        off = deviation(ours, paper_rounds), deviation(values, paper_bits)
        print(f"| {method} | {paper_rounds} | {ours:.0f} | {off[0]:+.1%} | {spread:.0f} | {paper_bits:.2e} "
              f"| {values:.2e} | {off[1]:+.1%} | {wide:.2e} | {packed:.2e} |")
        missed += [f"{method}: {what} {d:+.1%} from the paper's, more than {MOST_DEVIATION:.0%}"
                   for what, d in zip(("rounds", "bits"), off) if abs(d) > MOST_DEVIATION]
    print("\nRounds by seed:")
    for method in PAPER:
        print(f"  {method}: " + ", ".join(f"{s}: {c[0] if c else 'not reached'}" for s, c in zip(seeds, costs[method])))
    if {"sgd", "sasg"} <= means.keys():
        ratio = means["sgd"] / means["sasg"]
        print(f"\nSGD : SASG in rounds: {ratio:.2f} (paper {PAPER['sgd'][0] / PAPER['sasg'][0]:.2f})")
        if ratio < LEAST_RATIO:
            missed.append(f"SGD : SASG is {ratio:.2f}, less than {LEAST_RATIO}")
    print("\nSkipped in the first epoch, of 6000:")
    for method, (least, most) in SKIPS.items():
        print(f"  {method} ({least} to {most} expected): " + ", ".join(f"{s}: {n}" for s, n in skips[method].items()))
        missed += [f"{method}, seed {seed}: {n} skipped in the first epoch" for seed, n in skips[method].items()
                   if not least <= n <= most and seed in SKIP_SEEDS]
    return missed


def main():
    options = arguments()
    folders = {m: {s: run(options, m, s) for s in options.seeds} for m in PAPER}
    costs = {m: [cost(folder) for folder in folders[m].values()] for m in PAPER}
    skips = {m: {s: first_epoch_skips(folder) for s, folder in folders[m].items()} for m in SKIPS}
    missed = report(costs, skips, options.seeds)
    print("\n" + ("\n".join(["MISSED:", *missed]) if missed else "All within bounds."))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
