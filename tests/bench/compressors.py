#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every compressor of the list with error feedback on MNIST, fc-512: one table.

Ten workers, batch 10, the same learning rate, seed and minibatches for all, messages as they are
(simulated time does not matter here). Accuracy at equal rounds is that of the last evaluation;
accuracy at equal wire bits that of the last evaluation before --bits were sent, linear in between;
bits to 97 % are the wire bits at the first evaluation above it. Time is the median iteration's of a
short run of its own, workers, server and all, without evaluations: for a quiet machine. With every
operator at its initial settings unless SETTINGS says otherwise.

Runs that are already in --out are read, not repeated, but for the short ones.
"""
import argparse
import csv
import json
import pathlib
import shutil
import statistics
import subprocess

TARGET = 0.97
TIMED = 120  # iterations of the runs for time, of which the first SETTLED do not count
SETTLED = 20
# Not at their initial settings: what makes them comparable, or one more row of the same operator.
SETTINGS = {
    "top-k": [("fraction=0.01",), ("fraction=0.001",)],
    "rand-k": [("fraction=0.01",), ("fraction=0.1",)],
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", help="folder that holds mnist/; else synthetic images")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"))
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("runs/compressors"))
    parser.add_argument("--iterations", type=int, default=2400)
    parser.add_argument("--every", type=int, default=20, help="iterations between evaluations")
    parser.add_argument("--bits", type=float, default=0.0, help="default: what Top-k at 1 %% sends in all")
    parser.add_argument("--rate", type=float, default=0.1, help="learning rate of all")
    parser.add_argument("--only", nargs="+", help="keys of compressors")
    return parser.parse_args()


def run(options, key, settings, timed=False):
    """The folder of a run, made if it is not there (or timed); and why there is none."""
    name = "time" if timed else "_".join([key, *settings]).replace("=", "-")
    folder = options.out / name
    if timed or not (folder / "summary.json").exists():
        command = [str(options.build / "app/telegrad-cli"), "run", "sparse-mnist", "--out", str(folder), "--overwrite"]
        command += ["--data", options.data] if options.data else ["--set", "dataset.key=synthetic-digits"]
        sets = ["algorithm.key=ef", f"algorithm.learning_rate={options.rate}", f"compressor.key={key}",
                *(f"compressor.{setting}" for setting in settings), f"run.max_iterations={TIMED if timed else options.iterations}",
                "run.epochs=1000", f"run.evaluate_every={TIMED if timed else options.every}", "run.target_accuracy=1"]
        for each in sets:
            command += ["--set", each]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode == 2:
            shutil.rmtree(folder, ignore_errors=True)
            return None, done.stderr.strip().splitlines()[-1]
    return folder, ""


def rows(folder, name):
    with (folder / name).open(newline="") as stream:
        return [{key: float(value) if value else float("nan") for key, value in row.items()} for row in csv.DictReader(stream)]


def accuracy_at(evaluations, bits):
    """Of the run when it had sent so much; None if it never did."""
    before = None
    for row in evaluations:
        if row["wire_bits"] >= bits:
            if before is None:
                return None  # not one evaluation within these bits
            share = (bits - before["wire_bits"]) / (row["wire_bits"] - before["wire_bits"])
            return before["test_accuracy"] + share * (row["test_accuracy"] - before["test_accuracy"])
        before = row
    return before["test_accuracy"]


def percent(value):
    return "–" if value is None else f"{100 * value:.2f}"


def milliseconds(options, key, settings):
    folder, _ = run(options, key, settings, timed=True)
    wall = [row["wall_s"] for row in rows(folder, "iterations.csv")][SETTLED:-1]
    return 1000 * statistics.median(b - a for a, b in zip(wall, wall[1:]))


def line(folder, label, bits, workers, parameters, time):
    iterations, evaluations = rows(folder, "iterations.csv"), rows(folder, "evaluations.csv")
    state = json.loads((folder / "summary.json").read_text())["state"]
    wire = iterations[-1]["wire_bits"] / (len(iterations) * workers * parameters)
    reached = next((row for row in evaluations if row["test_accuracy"] > TARGET), None)
    end = percent(evaluations[-1]["test_accuracy"]) if state == "finished" else state
    return (f"| {label} | {wire:.3g} | {end} | {percent(accuracy_at(evaluations, bits))} | "
            f"{'–' if reached is None else format(reached['wire_bits'], '.3g')} | "
            f"{'–' if reached is None else format(int(reached['iteration']), ',')} | "
            f"{time:.2f} |")


def main():
    options = arguments()
    listed = json.loads(subprocess.run([str(options.build / "app/telegrad-cli"), "list", "compressors", "--json"],
                                       check=True, capture_output=True, text=True).stdout)
    names = {entry["key"]: entry["name"] for entry in listed}
    options.out.mkdir(parents=True, exist_ok=True)
    parameters, workers = 407050, 10
    bits = options.bits
    if not bits:
        folder, why = run(options, "top-k", ("fraction=0.01",))
        if folder is None:
            raise SystemExit(why)
        bits = rows(folder, "iterations.csv")[-1]["wire_bits"]
    print(f"fc-512 on {options.data or 'synthetic-digits'}, {workers} workers, error feedback, learning rate "
          f"{options.rate}, {options.iterations} iterations; equal bits: {bits:.3g} on the wire.\n")
    print("| compressor | wire bits an entry | accuracy at equal rounds, % | at equal bits, % | bits to 97 % | "
          "iterations to 97 % | ms an iteration |\n|---|---|---|---|---|---|---|")
    for key, name in names.items():
        if options.only and key not in options.only:
            continue
        for settings in SETTINGS.get(key, [()]):
            folder, why = run(options, key, settings)
            label = name + (f", {', '.join(settings)}" if settings else "")
            print(f"| {label} | {why} |" if folder is None else
                  line(folder, label, bits, workers, parameters, milliseconds(options, key, settings)), flush=True)


if __name__ == "__main__":
    main()
