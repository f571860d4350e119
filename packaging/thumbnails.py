#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the start page's pictures from real runs, and measures how long whole runs take.

Reads resources/cards.toml, trains the experiments that its pictures are of, and writes
resources/thumbnails/<file>.csv: one line a point. What is long is shortened, as the card's `set` and
`stop` say and its note tells. Losses of single minibatches are noisy: a point is the mean of the
iterations around it.

Afterwards it prints the `seconds` for cards.toml, of every variant that it knows of. It trains with one
thread and counts that thread's time on the processor, so that other work beside does not matter; a
whole run is taken to need half of its own on two cores, which its workers share evenly. An evaluation
is taken to cost what its share of an iteration's arithmetic does (a third for each example). A variant
that was not trained has the pace of another on its card with its model, twice or half that where one of
the two methods differentiates every minibatch at two models.

  packaging/thumbnails.py --data FOLDER          all; FOLDER has mnist and cifar-10-batches-bin
  packaging/thumbnails.py --data FOLDER vgg      one picture, by the name of its file
"""
import argparse
import csv
import os
import pathlib
import signal
import statistics
import subprocess
import tempfile
import time
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
POINTS = 60  # of a curve
TWICE = ("lasg", "sasg")  # methods that differentiate every minibatch at two models


def experiment(name):
    return tomllib.loads((ROOT / "resources/experiments" / f"{name}.toml").read_text())


def rows_in(folder):
    try:
        with open(folder / "iterations.csv", newline="") as file:
            return [row for row in csv.DictReader(file) if row["iteration"] and row["source_2_accuracy"] is not None]
    except FileNotFoundError:
        return []


def processor_seconds(process):
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def train(arguments, picture, name, folder):
    """The rows of a run, and the seconds on the processor of how many of its iterations."""
    command = [arguments.cli, "run", name, "--out", str(folder), "--threads", "1", "--checkpoint-budget", "0"]
    if arguments.data:
        command += ["--data", arguments.data]
    for assignment in picture["set"]:
        command += ["--set", assignment]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not picture["stop"]:
        _, _, used = os.wait4(process.pid, 0)
        rows = rows_in(folder)
        return rows, used.ru_utime + used.ru_stime, len(rows)
    first = None
    while process.poll() is None:
        time.sleep(0.2)
        count = len(rows_in(folder))
        if count and first is None:
            first = processor_seconds(process.pid), count
        if count >= picture["stop"]:
            last = processor_seconds(process.pid), count
            process.send_signal(signal.SIGINT)
            process.wait()
    return rows_in(folder)[:picture["stop"]], last[0] - first[0], last[1] - first[1]


def spread(rows, picture):
    """At most POINTS of the rows that have both quantities, the last one among them."""
    x, y = picture["x"], picture["y"]
    have = [(float(row[x]), float(row[y])) for row in rows if row[x] and row[y]]
    if picture["y"] == "train_loss":
        width = max(3, len(have) // 12)
        have = [(have[i][0], statistics.fmean(value for _, value in have[max(0, i - width):i + width + 1]))
                for i in range(len(have))]
    if "y" in picture["log"]:
        have = [point for point in have if point[1] > 0]
    step = max(1, -(-len(have) // POINTS))
    kept = have[::step]
    if kept[-1] != have[-1]:
        kept.append(have[-1])
    return kept


def evaluation_cost(own):
    """Of the test set, in iterations; of a problem without data none."""
    if "dataset" not in own:
        return 0.0
    examples = own["cluster"]["workers"] * own["cluster"]["batch"] * passes(own)
    tests = {"mnist-and-cifar-10": 20000}.get(own.get("dataset", {}).get("key"), 10000)
    return tests / (3.0 * examples)


def passes(own):
    return 2 if own["algorithm"]["key"] in TWICE else 1


def pace(name, rows, seconds, count):
    """Seconds an iteration on one core, and iterations an epoch."""
    evaluations = sum(1 for row in rows if row["test_accuracy"])
    iterations = count + evaluations * evaluation_cost(experiment(name))
    return seconds / iterations, max(1, round(int(rows[-1]["iteration"]) / float(rows[-1]["epoch"])))


def whole(name, card, measured):
    own = experiment(name)
    alike = [variant["experiment"] for variant in card["variants"] if variant["experiment"] in measured
             and experiment(variant["experiment"])["model"] == own["model"]]
    source = name if name in measured else next(iter(alike), None)
    if source is None:
        return None
    iteration, epoch = measured[source]
    iteration *= passes(own) / passes(experiment(source))
    iterations = own["run"]["epochs"] * epoch
    evaluations = iterations / own["run"].get("evaluate_every", 100)
    return iteration * (iterations + evaluations * evaluation_cost(own)) / 2.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", help="folder with the datasets")
    parser.add_argument("--cli", default=str(ROOT / "build/release/app/telegrad-cli"))
    parser.add_argument("--out", default=str(ROOT / "resources/thumbnails"), type=pathlib.Path)
    parser.add_argument("files", nargs="*", help="pictures to draw; all by default")
    arguments = parser.parse_args()
    cards = tomllib.loads((ROOT / "resources/cards.toml").read_text())
    measured = {}
    for card in [card for section in cards["section"] for card in section["card"]]:
        picture = card["picture"]
        if arguments.files and picture["file"] not in arguments.files:
            continue
        lines = [f"curve,{picture['x']},{picture['y']}"]
        with tempfile.TemporaryDirectory() as scratch:
            for name in picture["of"] + picture.get("paced", []):
                rows, seconds, count = train(arguments, picture, name, pathlib.Path(scratch) / name)
                measured[name] = pace(name, rows, seconds, count)
                if name in picture["of"]:
                    lines += [f"{name},{x:.6g},{y:.5g}" for x, y in spread(rows, picture)]
                print(f"{picture['file']}: {name}, {len(rows)} iterations,"
                      f" {measured[name][0] * 1000:.3g} ms each on one core", flush=True)
        (arguments.out / f"{picture['file']}.csv").write_text("\n".join(lines) + "\n")
    for card in [card for section in cards["section"] for card in section["card"]]:
        for variant in card["variants"]:
            seconds = whole(variant["experiment"], card, measured)
            if seconds is not None:
                print(f"{variant['experiment']}: seconds = {seconds:.2g}", flush=True)


if __name__ == "__main__":
    main()
