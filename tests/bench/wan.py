#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Simulated time to a test accuracy over an emulated WAN: DeCo-SGD, static DD-EF-SGD and D-SGD.

Runs the shipped experiments deco-wan, dd-ef-sgd-wan and d-sgd-wan with telegrad-cli on each trace
and seed, everything else as the files say (no learning rate is tuned), and prints the mean seconds
until the accuracy was first above the target, with DeCo's gain over both. A run that never gets
there is counted and left out of the mean.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import tempfile

METHODS = ("deco-wan", "dd-ef-sgd-wan", "d-sgd-wan")
# Bandwidths are scaled so that all traces have a mean of some hundred Mbit/s.
TRACES = {"wan-datacentres": 1.0, "square-wan": 10.0, "sine-wan": 10.0, "shared-cloud": 1.0}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"))
    parser.add_argument("--data", help="folder that holds fashion-mnist/; else Debian's")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--traces", nargs="+", default=list(TRACES), choices=list(TRACES))
    parser.add_argument("--set", action="append", default=[], help="passed on to every run")
    return parser.parse_args()


def seconds_to_target(options, method, trace, seed):
    with tempfile.TemporaryDirectory() as folder:
        command = [str(options.build / "app/telegrad-cli"), "run", method, "--out", f"{folder}/run",
                   "--set", f"seed={seed}", "--set", f"network.trace={trace}",
                   "--set", f"network.trace_scale={TRACES[trace]}"]
        command += ["--data", options.data] if options.data else []
        for assignment in options.set:
            command += ["--set", assignment]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
        targets = json.loads(pathlib.Path(f"{folder}/run/summary.json").read_text())["targets"]
    return targets[0]["at"]["simulated_s"] if targets else None


def main():
    options = arguments()
    print(f"seconds to the target, means over seeds {', '.join(map(str, options.seeds))}\n")
    print("| trace | DeCo-SGD | DD-EF-SGD, static | D-SGD | over static | over D-SGD |\n|---|---|---|---|---|---|")
    for trace in options.traces:
        means = []
        notes = ""
        for method in METHODS:
            times = [seconds_to_target(options, method, trace, seed) for seed in options.seeds]
            reached = [time for time in times if time is not None]
            if len(reached) < len(times):
                notes += f" ({method}: {len(times) - len(reached)} of {len(times)} never)"
            means.append(statistics.mean(reached) if reached else float("nan"))
        deco, static, dense = means
        print(f"| {trace} | {deco:.0f} | {static:.0f} | {dense:.0f} | {static / deco:.2f} | {dense / deco:.1f} |{notes}",
              flush=True)


if __name__ == "__main__":
    main()
