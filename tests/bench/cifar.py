#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ResNet-20 on the real CIFAR-10: SGD, Sparse and SASG, and SGD and SASG in PyTorch from the same weights.

    tests/bench/cifar.py --data FOLDER [--iterations N] [--decay-epoch E] [--threshold-factor F] [--seed S] [--methods ...]

Ten workers, batch 10, augmentation, the shipped experiments' settings, as many iterations as asked
for; from --decay-epoch on the learning rate is a tenth, in both programs. PyTorch draws the initial
weights, which Telegrad reads (--weights); its loop is the same job: every worker's gradient at the
same weights with its own batch's statistics, one set of running statistics, and for SASG the rule
and the lines of Algorithm 1, written here once more from the paper. Shards and minibatches are each
program's own draws, so that curves are to fall alike, not to be equal. The table has means of the
training loss over stretches of iterations, the test accuracy at their ends and, of SASG, the share
of uploads skipped.

Runs that are already in --out are read, not repeated.
"""
import argparse
import copy
import csv
import json
import pathlib
import subprocess
import time

import numpy
import torch
from torch.nn import functional

import torch_models

WORKERS, BATCH, RATE, DECAY = 10, 10, 0.01, 0.1
KEPT, DELAY_BOUND, MOVES = 0.01, 10, 9
NAMES = {"torch-sgd": "SGD, PyTorch", "sgd": "SGD", "sparse": "Sparse", "torch-sasg": "SASG, PyTorch", "sasg": "SASG"}
MEAN = numpy.array([0.4914, 0.4822, 0.4465], numpy.float32).reshape(3, 1, 1)
DEVIATION = numpy.array([0.2023, 0.1994, 0.2010], numpy.float32).reshape(3, 1, 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=pathlib.Path, required=True, help="folder that holds cifar-10-batches-bin/")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"))
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("runs/cifar"))
    parser.add_argument("--iterations", type=int, default=1000)
    parser.add_argument("--every", type=int, default=100, help="iterations of a stretch, and between evaluations")
    parser.add_argument("--decay-epoch", type=int, default=20, help="from which on, counted from 0, the learning rate is a tenth")
    parser.add_argument("--threshold-factor", type=float, default=1.0, help="of SASG's rule: alpha times the learning rate")
    parser.add_argument("--seed", type=int, default=1, help="of shards, minibatches and augmentation; weights are the same")
    parser.add_argument("--methods", nargs="+", choices=NAMES, default=list(NAMES))
    parser.add_argument("--threads", type=int, default=2, help="of PyTorch's operations")
    return parser.parse_args()


def read(folder, names):
    records = numpy.concatenate([numpy.fromfile(folder / "cifar-10-batches-bin" / name, numpy.uint8).reshape(-1, 3073) for name in names])
    return records[:, 1:].reshape(-1, 3, 32, 32), torch.from_numpy(records[:, 0].astype(numpy.int64))


def augmented(images, random):
    """Each padded by 4 black pixels, cut out at random, and flipped every second time."""
    padded = numpy.pad(images, ((0, 0), (0, 0), (4, 4), (4, 4)))
    out = numpy.empty_like(images)
    for i, image in enumerate(padded):
        y, x = random.integers(9), random.integers(9)
        cut = image[:, y:y + 32, x:x + 32]
        out[i] = cut[:, :, ::-1] if random.integers(2) else cut
    return out


def normalised(images):
    return torch.from_numpy((images.astype(numpy.float32) / 255 - MEAN) / DEVIATION)


def accuracy(model, images, labels):
    model.eval()
    with torch.no_grad():
        hits = sum(int((model(normalised(images[i:i + 500])).argmax(1) == labels[i:i + 500]).sum()) for i in range(0, len(images), 500))
    model.train()
    return hits / len(images)


class Sgd:
    """Every worker's gradient times the learning rate."""

    def __init__(self, model, options):
        self.model = model
        self.sum = [torch.zeros_like(parameter) for parameter in model.parameters()]
        self.skips = 0

    def begin(self, iteration, rate, lagged):
        self.rate = rate
        for entry in self.sum:
            entry.zero_()
        self.skips = 0

    def work(self, worker, gradient, images, labels):
        for entry, part in zip(self.sum, gradient):
            entry.add_(part, alpha=self.rate)

    def move(self):
        return self.sum


class Sasg:
    """Algorithm 1 of the paper as its authors' simulation has it: nine moves, all upload at first."""

    def __init__(self, model, options):
        self.model, self.factor = model, options.threshold_factor
        self.other = copy.deepcopy(model)  # computes with old weights
        zeros = [torch.zeros_like(parameter) for parameter in model.parameters()]
        self.residuals = [copy.deepcopy(zeros) for _ in range(WORKERS)]
        self.stored = [copy.deepcopy(zeros) for _ in range(WORKERS)]
        self.stale = [copy.deepcopy(zeros) for _ in range(WORKERS)]
        self.delays = [0] * WORKERS
        self.moves = []

    def begin(self, iteration, rate, lagged):
        self.rate, self.warms_up, self.skips = rate, iteration < DELAY_BOUND, 0
        self.threshold = self.factor / lagged / WORKERS**2 * sum(self.moves[-MOVES:])

    def work(self, worker, gradient, images, labels):
        if self.must_upload(worker, gradient, images, labels):
            self.upload(worker, gradient)
            self.delays[worker] = 0 if self.warms_up else 1
        else:
            self.delays[worker] += 1
            self.skips += 1

    def must_upload(self, worker, gradient, images, labels):
        if self.warms_up:
            return True
        for parameter, old in zip(self.other.parameters(), self.stale[worker]):
            parameter.data.copy_(old)
        old = torch.autograd.grad(functional.cross_entropy(self.other(images), labels), list(self.other.parameters()))
        change = sum(float((here - there).double().square().sum()) for here, there in zip(gradient, old))
        return change > self.threshold or self.delays[worker] > DELAY_BOUND

    def upload(self, worker, gradient):
        parts = zip(gradient, self.residuals[worker], self.stored[worker], self.stale[worker], self.model.parameters())
        for part, residual, stored, stale, parameter in parts:
            residual.add_(part, alpha=self.rate)
            flat = residual.view(-1)
            chosen = flat.abs().topk(max(1, int(KEPT * flat.numel())), sorted=False)[1]
            stored.zero_().view(-1)[chosen] = flat[chosen]
            flat[chosen] = 0.0
            stale.copy_(parameter.data)

    def move(self):
        total = [sum(parts) for parts in zip(*self.stored)]
        self.moves.append(sum(float(part.double().square().sum()) for part in total))
        return total


def train_torch(options, model, method):
    """Rows {iteration, train_loss, test_accuracy or None, skips, uploads}."""
    torch.set_num_threads(options.threads)
    images, labels = read(options.data, [f"data_batch_{i}.bin" for i in range(1, 6)])
    test_images, test_labels = read(options.data, ["test_batch.bin"])
    random = numpy.random.default_rng(options.seed)
    shards = random.permutation(len(images)).reshape(WORKERS, -1)
    per_epoch = shards.shape[1] // BATCH
    parameters = list(model.parameters())
    rows = []
    for iteration in range(options.iterations):
        epoch, at = divmod(iteration, per_epoch)
        if at == 0:
            orders = [random.permutation(shard) for shard in shards]
        rate, lagged = (RATE * (DECAY if epoch >= drop else 1) for drop in (options.decay_epoch, options.decay_epoch + 1))
        method.begin(iteration, rate, lagged)
        losses = []
        for worker, order in enumerate(orders):
            batch = order[at * BATCH:(at + 1) * BATCH]
            inputs, targets = normalised(augmented(images[batch], random)), labels[batch]
            loss = functional.cross_entropy(model(inputs), targets)
            method.work(worker, torch.autograd.grad(loss, parameters), inputs, targets)
            losses.append(float(loss))
        with torch.no_grad():
            for parameter, part in zip(parameters, method.move()):
                parameter -= part
        done = iteration + 1
        evaluates = done % options.every == 0 or done == options.iterations
        rows.append({"iteration": done, "train_loss": sum(losses) / WORKERS, "skips": method.skips, "uploads": WORKERS - method.skips,
                     "test_accuracy": accuracy(model, test_images, test_labels) if evaluates else None})
    return rows


def torch_rows(options, key):
    file = options.out / f"{key}.json"
    if not file.exists():
        model = initial_model()
        began = time.perf_counter()
        rows = train_torch(options, model, (Sasg if key == "torch-sasg" else Sgd)(model, options))
        file.write_text(json.dumps({"seconds": time.perf_counter() - began, "rows": rows}))
    return json.loads(file.read_text())["rows"]


def initial_model():
    torch.manual_seed(1)
    return torch_models.MODELS["resnet-20"]().train()


def telegrad_rows(options, method, weights):
    folder = options.out / method
    if not (folder / "summary.json").exists():
        command = [str(options.build / "app/telegrad-cli"), "run", f"{method}-cifar-10-resnet-20", "--data", str(options.data),
                   "--out", str(folder), "--overwrite", "--weights", str(weights)]
        settings = [f"run.max_iterations={options.iterations}", f"run.evaluate_every={options.every}",
                    f"algorithm.decay_epoch={options.decay_epoch}", f"seed={options.seed}"]
        if method == "sasg":
            settings.append(f"algorithm.threshold_factor={options.threshold_factor}")
        for each in settings:
            command += ["--set", each]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with (folder / "iterations.csv").open(newline="") as stream:
        return [{key: float(value) if value else None for key, value in row.items()} for row in csv.DictReader(stream)]


def stretches(rows, every):
    for begin in range(0, len(rows), every):
        yield rows[begin:begin + every]


def skipped(rows):
    return sum(row["skips"] for row in rows) / sum(row["skips"] + row["uploads"] for row in rows)


def main():
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    weights = options.out / "initial.safetensors"
    torch_models.write_safetensors(weights, dict(initial_model().named_parameters()))
    results = {key: torch_rows(options, key) if key.startswith("torch") else telegrad_rows(options, key, weights) for key in options.methods}
    adaptive = [key for key in results if key.endswith("sasg")]
    heads = [f"{NAMES[key]}: loss | accuracy, %" for key in results] + [f"{NAMES[key]}: skipped, %" for key in adaptive]
    print("| iterations | " + " | ".join(heads) + " |")
    print("|---" * (2 * len(results) + len(adaptive) + 1) + "|")
    for parts in zip(*(stretches(rows, options.every) for rows in results.values())):
        cells = [f"{int(parts[0][0]['iteration'])} to {int(parts[0][-1]['iteration'])}"]
        for part in parts:
            cells += [f"{sum(row['train_loss'] for row in part) / len(part):.3f}", f"{100 * part[-1]['test_accuracy']:.1f}"]
        cells += [f"{100 * skipped(part):.1f}" for key, part in zip(results, parts) if key in adaptive]
        print("| " + " | ".join(cells) + " |")
    for key in adaptive:
        print(f"{NAMES[key]}: {100 * skipped(results[key][DELAY_BOUND:]):.1f} % skipped after the first {DELAY_BOUND} iterations")
    for key in results:
        if not key.startswith("torch"):
            last = results[key][-1]
            print(f"{NAMES[key]}: {last['rounds']:,.0f} rounds, {last['payload_bits']:.3g} payload bits, {last['wire_bits']:.3g} on the wire")


if __name__ == "__main__":
    main()
