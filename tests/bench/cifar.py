#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""ResNet-20 on the real CIFAR-10: SGD, Sparse and SASG, beside SGD in PyTorch from the same weights.

    tests/bench/cifar.py --data FOLDER [--iterations N] [--decay-epoch E]

Ten workers, batch 10, augmentation, the shipped experiments' settings, as many iterations as asked
for; from --decay-epoch on the learning rate is a tenth, in both programs. PyTorch draws the initial weights, which Telegrad reads (--weights); its loop is the same job:
every worker's gradient at the same weights with its own batch's statistics, their sum times the
learning rate, one set of running statistics. Shards and minibatches are each program's own draws,
so that curves are to fall alike, not to be equal. The table has means of the training loss over
stretches of iterations, the test accuracy at their ends and, of SASG, the share of uploads skipped.

Runs that are already in --out are read, not repeated.
"""
import argparse
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
METHODS = ("sgd", "sparse", "sasg")
NAMES = {"torch": "SGD, PyTorch", "sgd": "SGD", "sparse": "Sparse", "sasg": "SASG"}
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


def train_torch(options, model):
    """Rows {iteration, train_loss, test_accuracy or None}."""
    torch.set_num_threads(options.threads)
    images, labels = read(options.data, [f"data_batch_{i}.bin" for i in range(1, 6)])
    test_images, test_labels = read(options.data, ["test_batch.bin"])
    random = numpy.random.default_rng(1)
    shards = random.permutation(len(images)).reshape(WORKERS, -1)
    per_epoch = shards.shape[1] // BATCH
    rows = []
    for iteration in range(options.iterations):
        if iteration % per_epoch == 0:
            orders = [random.permutation(shard) for shard in shards]
        at = iteration % per_epoch * BATCH
        model.zero_grad(set_to_none=True)
        losses = []
        for order in orders:
            batch = order[at:at + BATCH]
            loss = functional.cross_entropy(model(normalised(augmented(images[batch], random))), labels[batch])
            loss.backward()  # adds up over the workers
            losses.append(float(loss))
        rate = RATE * (DECAY if iteration // per_epoch >= options.decay_epoch else 1)
        with torch.no_grad():
            for parameter in model.parameters():
                parameter -= rate * parameter.grad
        done = iteration + 1
        evaluates = done % options.every == 0 or done == options.iterations
        rows.append({"iteration": done, "train_loss": sum(losses) / WORKERS,
                     "test_accuracy": accuracy(model, test_images, test_labels) if evaluates else None})
    return rows


def torch_rows(options, weights):
    file = options.out / "torch.json"
    if not file.exists():
        torch.manual_seed(1)
        model = torch_models.MODELS["resnet-20"]().train()
        torch_models.write_safetensors(weights, dict(model.named_parameters()))
        began = time.perf_counter()
        rows = train_torch(options, model)
        file.write_text(json.dumps({"seconds": time.perf_counter() - began, "rows": rows}))
    return json.loads(file.read_text())


def telegrad_rows(options, method, weights):
    folder = options.out / method
    if not (folder / "summary.json").exists():
        command = [str(options.build / "app/telegrad-cli"), "run", f"{method}-cifar-10-resnet-20", "--data", str(options.data),
                   "--out", str(folder), "--overwrite", "--weights", str(weights)]
        for each in (f"run.max_iterations={options.iterations}", f"run.evaluate_every={options.every}",
                     f"algorithm.decay_epoch={options.decay_epoch}"):
            command += ["--set", each]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with (folder / "iterations.csv").open(newline="") as stream:
        return [{key: float(value) if value else None for key, value in row.items()} for row in csv.DictReader(stream)]


def stretches(rows, every):
    for begin in range(0, len(rows), every):
        yield rows[begin:begin + every]


def main():
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    weights = options.out / "initial.safetensors"
    results = {"torch": torch_rows(options, weights)["rows"]}
    for method in METHODS:
        results[method] = telegrad_rows(options, method, weights)
    print("| iterations | " + " | ".join(f"{NAMES[key]}: loss | accuracy, %" for key in results) + " | SASG: skipped, % |")
    print("|---" * (2 * len(results) + 2) + "|")
    for parts in zip(*(stretches(rows, options.every) for rows in results.values())):
        cells = [f"{int(parts[0][0]['iteration'])} to {int(parts[0][-1]['iteration'])}"]
        for part in parts:
            cells += [f"{sum(row['train_loss'] for row in part) / len(part):.3f}", f"{100 * part[-1]['test_accuracy']:.1f}"]
        adaptive = parts[list(results).index("sasg")]
        skipped = sum(row["skips"] for row in adaptive) / sum(row["skips"] + row["uploads"] for row in adaptive)
        print("| " + " | ".join(cells + [f"{100 * skipped:.1f}"]) + " |")
    for method in METHODS:
        last = results[method][-1]
        print(f"{NAMES[method]}: {last['rounds']:,.0f} rounds, {last['payload_bits']:.3g} payload bits, {last['wire_bits']:.3g} on the wire")


if __name__ == "__main__":
    main()
