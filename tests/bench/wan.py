#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Simulated time to a test accuracy over an emulated WAN, each method tuned: DeCo-SGD and its rivals.

Everything is as the shipped experiments *-wan say, but for what is tuned: the learning rate of every
method, and of those that are fixed beforehand the staleness and the kept fraction, from the grids
below, which are the same for all. Time is the simulated second at which test accuracy was first
above the target.

The choice is made in two rounds, for every method and trace by itself: the whole grid with the first
seed, then its best --finalists with all seeds. The winner is the finalist that reached the target
with most seeds, and of those the fastest on average.

What a fixed method learns does not depend on the network, so it is trained once; how long its
iterations take depends on the network and the sizes of its messages only. In the first round that is
reckoned here from the messages, in the second a run with tiny batches on that trace says it, and the
two must agree within a millionth. That a method's weights are the same on another network, and the
times those of the tiny batches, is checked on one run of each. DeCo-SGD is trained on every trace.
A run ends where it has passed the target, or can no longer be among the finalists.

Runs that are already in --out are read, not repeated. Exit status 1 if one of the checks fails.
"""
import argparse
import bisect
import csv
import itertools
import json
import math
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time

RATES = (0.1, 0.2, 0.05, 0.4, 0.8)  # the likely ones first, so that others can end early
STALENESS = (1, 2, 4)
KEPT = (0.0025, 0.005, 0.01, 0.02, 0.04, 0.08)
EVALUATE_EVERY = 20
ITERATIONS = 2400  # the experiments' four epochs
TIMED = (600, 1200, ITERATIONS)  # lengths of the runs that give times only
TARGET = 0.85
CHECKED = 600  # iterations of the runs that show the weights to be the same elsewhere
# What the experiments say of the network, for the times that are reckoned here.
WORKERS, COMPUTE, LATENCY, INGRESS, GRADIENT, OVERHEAD, WEIGHTS = 10, 0.2, 0.1, 1e12, 3.97e9, 66, 407050
# Scaled to a mean of about 600 Mbit/s, but for the two that are of that order as they are.
TRACES = {
    "constant": ("network.trace=constant", "network.worker_uplink=600 Mbit/s", "network.worker_downlink=600 Mbit/s"),
    "wan-datacentres": ("network.trace=wan-datacentres", "network.trace_scale=1"),
    "square-wan": ("network.trace=square-wan", "network.trace_scale=10"),
    "sine-wan": ("network.trace=sine-wan", "network.trace_scale=10"),
    "lte-like": ("network.trace=lte-like", "network.trace_scale=80"),
    "shared-cloud": ("network.trace=shared-cloud", "network.trace_scale=1"),
}
TRAINED_ON = "wan-datacentres"
# What is fixed beforehand, as lists of assignments; none for DeCo-SGD, which chooses for itself.
FIXED = {
    "d-sgd": [()],
    "d-ef-sgd": [(f"compressor.fraction={kept}",) for kept in KEPT],
    "dd-sgd": [(f"algorithm.staleness={tau}",) for tau in STALENESS],
    "dd-ef-sgd": [(f"algorithm.staleness={tau}", f"compressor.fraction={kept}")
                  for tau, kept in itertools.product(STALENESS, KEPT)],
    "cocktail": [()],  # the experiment's, which are its authors' for fine-tuning
}
ONE_LATE = ("cocktail",)
ADAPTIVE = "deco"
NAMES = {"d-sgd": "D-SGD", "d-ef-sgd": "D-EF-SGD", "dd-sgd": "DD-SGD", "dd-ef-sgd": "DD-EF-SGD, static",
         "cocktail": "CocktailSGD", "deco": "DeCo-SGD"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"))
    parser.add_argument("--experiments", type=pathlib.Path, default=pathlib.Path("resources/experiments"))
    parser.add_argument("--traces-folder", type=pathlib.Path, default=pathlib.Path("resources/traces"))
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("runs/wan"))
    parser.add_argument("--data", help="folder that holds fashion-mnist/; else Debian's")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--traces", nargs="+", default=list(TRACES), choices=list(TRACES))
    parser.add_argument("--methods", nargs="+", default=list(FIXED), choices=list(FIXED), help="to set DeCo-SGD against")
    parser.add_argument("--finalists", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


def finish(steps, period, start, bits):
    """When so many bits have left over that bandwidth, which begins again after a period."""
    now = start
    while True:
        turn, phase = divmod(now, period)
        place = bisect.bisect_right(steps, (phase, math.inf)) - 1
        until = turn * period + (steps[place + 1][0] if place + 1 < len(steps) else period)
        rate = steps[place][1]
        if bits <= rate * (until - now):
            return now + bits / rate
        bits -= rate * max(0.0, until - now)
        now = until if until > now else math.nextafter(now, math.inf)


def bandwidth(folder, assignments):
    """The steps (time, bit/s) and the period of one of TRACES."""
    said = dict(text.split("=") for text in assignments)
    if said["network.trace"] == "constant":
        return [(0.0, 1e6 * float(said["network.worker_uplink"].removesuffix(" Mbit/s")))], 1e6
    lines = (folder / f"{said['network.trace']}.csv").read_text().splitlines()
    period = next(float(line.split()[2]) for line in lines if line.startswith("# loop: "))
    rows = [tuple(map(float, line.split(","))) for line in lines if line[0].isdigit()]
    return [(at, rate * float(said["network.trace_scale"])) for at, rate in rows], period


def reckoned(steps, period, sent, staleness, iterations):
    """Simulated seconds after so many iterations of messages of `sent` bytes."""
    free = ingress = now = 0.0
    arrived = []
    for _ in range(iterations):
        computed = now + COMPUTE
        free = finish(steps, period, max(computed, free), 8 * sent)
        ingress = max(free + LATENCY, ingress) + WORKERS * 8 * sent / INGRESS
        arrived.append(ingress)
        due = len(arrived) - 1 - staleness
        now = max(computed, arrived[due] if due >= 0 else 0.0)
    return now


def label(assignments):
    return "-".join(text.rsplit("=", 1)[1] for text in assignments)


class Lab:
    """Runs of telegrad-cli, each in a folder of its own and made once."""

    def __init__(self, options):
        self.options = options
        self.made = 0
        self.compared = 0
        self.wrong = []
        self.bandwidths = {trace: bandwidth(options.traces_folder, said) for trace, said in TRACES.items()}
        options.out.mkdir(parents=True, exist_ok=True)

    def has(self, name):
        return (self.options.out / name / "summary.json").exists()

    def run(self, name, method, assignments, longest=None):
        """`longest`: ends at the target, or after so many iterations."""
        folder = self.options.out / name
        if self.has(name):
            return folder
        self.made += 1
        unfinished = self.options.out / "unfinished"
        command = [str(self.options.build / "app/telegrad-cli"), "run",
                   str(self.options.experiments / f"{method}-wan.toml"), "--out", str(unfinished), "--overwrite",
                   "--threads", str(self.options.threads)]
        command += ["--data", self.options.data] if self.options.data else []
        for assignment in (f"run.evaluate_every={EVALUATE_EVERY}", f"run.max_iterations={ITERATIONS}",
                           f"run.target_accuracy={TARGET}", *assignments):
            command += ["--set", assignment]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        said = stop_early(process, longest) if longest else process.stderr.read()
        status = process.wait()
        if status not in (0, 130) and not diverged(unfinished):
            raise SystemExit(f"exit status {status}: {' '.join(command)}\n{said}")
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
        print(f"{time.strftime('%H:%M:%S')} run {self.made}: {name}", file=sys.stderr, flush=True)
        return folder

    def trained(self, method, fixed, rate, seed, trace=TRAINED_ON, longest=ITERATIONS):
        """The first evaluation above the target, or None; and the folder."""
        parts = [method, label(fixed), f"rate-{rate}", f"seed-{seed}"]
        parts += [trace] if method == ADAPTIVE else []
        name = "_".join(part for part in parts if part)
        while True:
            folder = self.run(name, method, (*fixed, f"algorithm.learning_rate={rate}", f"seed={seed}", *TRACES[trace]),
                              longest)
            rows = csv.DictReader((folder / "evaluations.csv").open())
            row = next((row for row in rows if float(row["test_accuracy"]) > TARGET), None)
            summary = json.loads((folder / "summary.json").read_text())
            if row is not None or summary["state"] != "stopped" or summary["final"]["iteration"] > longest:
                return row, folder
            shutil.rmtree(folder)  # it was ended too early for what is asked now

    def timed(self, method, fixed, trace, iteration):
        """Simulated seconds after each iteration, counted from 1, of a fixed method on that trace."""
        # The last one waits for all that is under way, so it must not be the one that is asked for.
        enough = [length for length in TIMED if iteration < length or length == ITERATIONS]
        names = ["_".join(part for part in ("time", method, label(fixed), trace, str(length)) if part)
                 for length in enough]
        name, length = next(((name, length) for name, length in zip(names, enough) if self.has(name)),
                            (names[0], enough[0]))
        folder = self.run(name, method, (*fixed, "cluster.batch=1", "run.epochs=100", f"run.evaluate_every={length}",
                                         f"run.max_iterations={length}", *TRACES[trace]))
        return [float(row["simulated_s"]) for row in csv.DictReader((folder / "iterations.csv").open())]

    def expected(self, method, fixed, trace, row, folder):
        """Simulated time of a fixed method's evaluation on that trace, reckoned."""
        first = next(csv.DictReader((folder / "iterations.csv").open()))
        dense = 8 * WEIGHTS * 4
        sent = math.ceil((int(first["wire_bits"]) / 8 / WORKERS - OVERHEAD) * GRADIENT / dense) + OVERHEAD
        said = dict(text.split("=") for text in fixed)
        return reckoned(*self.bandwidths[trace], sent, int(said.get("algorithm.staleness", method in ONE_LATE)),
                        int(row["iteration"]))

    def compare(self, what, one, other):
        self.compared += 1
        if abs(one / other - 1) > 1e-6:
            self.wrong.append(f"{what}: {one} s and {other} s")

    def first_round(self, method, seed, trace):
        """Simulated time to the target of each (fixed, rate) that reached it, or may be a finalist."""
        times = {}
        for fixed, rate in itertools.product(FIXED.get(method, [()]), RATES):
            # An iteration takes at least the compute time.
            best = sorted(times.values())
            longest = ITERATIONS
            if len(best) >= self.options.finalists:
                longest = min(ITERATIONS, math.ceil(best[self.options.finalists - 1] / COMPUTE))
            row, folder = self.trained(method, fixed, rate, seed, trace if method == ADAPTIVE else TRAINED_ON, longest)
            if row is None:
                continue
            if method == ADAPTIVE:
                times[fixed, rate] = float(row["simulated_s"])
                continue
            times[fixed, rate] = self.expected(method, fixed, trace, row, folder)
            if int(row["iteration"]) < ITERATIONS:
                self.compare(f"{folder.name}, trained and reckoned", float(row["simulated_s"]),
                             self.expected(method, fixed, TRAINED_ON, row, folder))
        return times

    def seconds(self, method, fixed, rate, seed, trace):
        """Simulated time to the target on that trace, or None, by the emulator."""
        row, folder = self.trained(method, fixed, rate, seed, trace if method == ADAPTIVE else TRAINED_ON)
        if row is None:
            return None
        if method == ADAPTIVE:
            return float(row["simulated_s"])
        iteration = int(row["iteration"])
        there = self.timed(method, fixed, trace, iteration)[iteration - 1]
        if iteration < ITERATIONS:
            self.compare(f"{folder.name} on {trace}, timed and reckoned", there,
                         self.expected(method, fixed, trace, row, folder))
        return there

    def same_elsewhere(self, method, traces):
        """Trains one setting on two networks to the end: the same weights, and the times of timed()."""
        fixed = FIXED[method][-1]
        digests = []
        for trace in traces:
            folder = self.run(f"check_{method}_{label(fixed)}_{trace}", method,
                              (*fixed, f"run.max_iterations={CHECKED}", *TRACES[trace]))
            digests.append(json.loads((folder / "summary.json").read_text())["weights_sha256"])
            rows = list(csv.DictReader((folder / "iterations.csv").open()))
            tiny = self.timed(method, fixed, trace, CHECKED)
            if [float(row["simulated_s"]) for row in rows[:-1]] != tiny[:CHECKED - 1]:
                self.wrong.append(f"{method} {label(fixed)} on {trace}: other times than with tiny batches")
        if len(set(digests)) != 1:
            self.wrong.append(f"{method} {label(fixed)}: other weights on {' and '.join(traces)}")


def stop_early(process, longest):
    """Reads the progress, and ends the run where what follows is of no use."""
    said = ""
    for line in process.stderr:
        said += line
        iteration = re.match(r"iteration (\d+)/", line)
        accuracy = re.search(r"test accuracy ([\d.]+)", line)
        if iteration and int(iteration[1]) > longest or accuracy and float(accuracy[1]) > TARGET:
            time.sleep(0.1)  # so that this evaluation is not the last one, after which all is waited for
            process.send_signal(signal.SIGINT)
            return said + process.stderr.read()
    return said


def diverged(folder):
    summary = folder / "summary.json"
    return summary.exists() and json.loads(summary.read_text())["state"] == "diverged"


def winner(lab, method, trace):
    """(fixed, rate, seconds by seed) of the finalist that did best."""
    seeds = lab.options.seeds
    first = lab.first_round(method, seeds[0], trace)
    reached = sorted(first, key=first.get)
    results = []
    for choice in reached[:lab.options.finalists]:
        times = [lab.seconds(method, *choice, seed, trace) for seed in seeds]
        there = [seconds for seconds in times if seconds is not None]
        results.append((len(times) - len(there), statistics.mean(there), choice, times))
    if not results:
        return None
    _, _, choice, times = min(results)
    return (*choice, times)


def described(method, won, seeds):
    """A row's cells: method, setting, mean, range, never reached."""
    if won is None:
        return f"| {NAMES[method]} | | never | | {len(seeds)} of {len(seeds)} |"
    fixed, rate, times = won
    there = [seconds for seconds in times if seconds is not None]
    signs = {"algorithm.staleness": "τ", "compressor.fraction": "k"}
    setting = ", ".join([f"{signs.get(name, name)} = {value}" for name, value in (text.split("=") for text in fixed)]
                        + [f"γ = {rate}"])
    return (f"| {NAMES[method]} | {setting} | {statistics.mean(there):,.0f} | {min(there):,.0f} to {max(there):,.0f} "
            f"| {len(times) - len(there)} of {len(times)} |")


def mean_of(won):
    return statistics.mean(t for t in won[2] if t is not None) if won else float("nan")


def main():
    options = arguments()
    lab = Lab(options)
    print(f"Simulated seconds to {TARGET:.0%}, seeds {', '.join(map(str, options.seeds))}; learning rates {tuple(sorted(RATES))}, "
          f"staleness {STALENESS}, kept {KEPT}; evaluated every {EVALUATE_EVERY} of at most {ITERATIONS} iterations.\n")
    gains = []
    print("| trace | method | setting | mean | range | never |\n|---|---|---|---|---|---|")
    for trace in options.traces:
        won = {method: winner(lab, method, trace) for method in (ADAPTIVE, *options.methods)}
        for method, best in won.items():
            print(f"| {trace} {described(method, best, options.seeds)}", flush=True)
        gains.append((trace, *(mean_of(won.get(rival)) / mean_of(won[ADAPTIVE]) for rival in ("d-sgd", "dd-ef-sgd"))))
    print("\n| trace | DeCo-SGD over D-SGD | over the best static DD-EF-SGD |\n|---|---|---|")
    for trace, dense, static in gains:
        print(f"| {trace} | {dense:.1f} | {static:.2f} |")
    for method in options.methods:
        lab.same_elsewhere(method, (TRAINED_ON, "square-wan"))
    print(f"\n{len(options.methods)} fixed methods trained on two networks each, {lab.compared} times compared: "
          f"{len(lab.wrong)} differences; {lab.made} runs made")
    for text in lab.wrong:
        print(text)
    sys.exit(1 if lab.wrong else 0)


if __name__ == "__main__":
    main()
