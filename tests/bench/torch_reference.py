#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same job as telegrad-cli, in PyTorch: the peer that tests/bench/speed.py measures against.

Ten workers train a 784-512-10 network on MNIST with batches of 10 by SGD, Sparse, LASG or SASG
(preset authors-sim: 9 differences, top 1 % of each tensor, sum update, learning rate 0.005).
Every worker's gradient is computed on its own. Written to be fast: one flat buffer for all weights
with views into it, gradients written in place by `out=`, no autograd graph, and on more than one
core a thread for each group of workers (PyTorch lets go of the interpreter's lock inside an
operation), which beats threads inside operations of this size.

Prints one JSON object: iterations a second of each method, and what was skipped.
"""
import os

# Left in the environment, these force OpenBLAS onto kernels of an older processor.
for variable in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(variable, None)

import argparse
import gzip
import json
import pathlib
import resource
import time
from concurrent.futures import ThreadPoolExecutor


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=pathlib.Path, help="folder that holds mnist/; else random images")
    parser.add_argument("--methods", default="sgd,sparse,lasg,sasg")
    parser.add_argument("--iterations", type=int, default=600)
    parser.add_argument("--discard", type=int, default=20, help="first iterations, not timed")
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="cores in use")
    parser.add_argument("--parallel", choices=("workers", "operations"), default="workers",
                        help="what the threads share out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--top-k", action="store_true", help="only time torch.topk with error feedback")
    parser.add_argument("--check", action="store_true", help="compare the gradient with autograd's")
    return parser.parse_args()


ARGUMENTS = arguments()
INNER = ARGUMENTS.threads if ARGUMENTS.parallel == "operations" else 1
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = str(INNER)

import numpy
import torch

WORKERS, BATCH, RATE, DELAY_BOUND, DIFFERENCES = 10, 10, 0.005, 10, 9
THRESHOLD = (1 / (2 * RATE)) / WORKERS**2
SHAPES = ((512, 784), (512,), (10, 512), (10,))
SIZES = [int(numpy.prod(shape)) for shape in SHAPES]
KEPT = [max(1, int(0.01 * size)) for size in SIZES]
TOTAL = sum(SIZES)
STARTS = [sum(SIZES[:i]) for i in range(len(SIZES))]


def tensors(flat):
    """Views of a flat buffer as the model's four tensors."""
    return [flat[start:start + size].view(shape) for start, size, shape in zip(STARTS, SIZES, SHAPES)]


def read_idx(path):
    with gzip.open(path) as file:
        raw = file.read()
    dimensions = [int.from_bytes(raw[4 + 4 * i:8 + 4 * i], "big") for i in range(raw[3])]
    return numpy.frombuffer(raw, numpy.uint8, offset=4 + 4 * raw[3]).reshape(dimensions)


def training_set(folder):
    if folder is None:
        generator = torch.Generator().manual_seed(0)
        return (torch.randn(60000, 784, generator=generator),
                torch.randint(10, (60000,), generator=generator))
    pixels = read_idx(folder / "mnist/train-images-idx3-ubyte.gz").reshape(-1, 784)
    labels = read_idx(folder / "mnist/train-labels-idx1-ubyte.gz")
    images = torch.from_numpy(pixels.astype(numpy.float32)).div_(255).sub_(0.1307).div_(0.3081)
    return images, torch.from_numpy(labels.astype(numpy.int64))


class Workspace:
    """What one thread needs to differentiate: activations and one minibatch."""

    def __init__(self):
        self.inputs = torch.empty(BATCH, 784)
        self.targets = torch.empty(BATCH, 10)
        self.hidden = torch.empty(BATCH, 512)
        self.logits = torch.empty(BATCH, 10)
        self.diff_logits = torch.empty(BATCH, 10)
        self.diff_hidden = torch.empty(BATCH, 512)
        self.auxiliary = torch.empty(TOTAL)
        self.auxiliary_parts = tensors(self.auxiliary)
        self.magnitude = torch.empty(TOTAL)
        self.magnitude_parts = [self.magnitude[s:s + n] for s, n in zip(STARTS, SIZES)]

    def load(self, images, one_hot, batch):
        torch.index_select(images, 0, batch, out=self.inputs)
        torch.index_select(one_hot, 0, batch, out=self.targets)

    def gradient(self, weights, gradient):
        """Mean cross-entropy's gradient on the loaded minibatch, into `gradient`; the loss."""
        w1, b1, w2, b2 = weights
        d_w1, d_b1, d_w2, d_b2 = gradient
        torch.addmm(b1, self.inputs, w1.t(), out=self.hidden).relu_()
        torch.addmm(b2, self.hidden, w2.t(), out=self.logits)
        log_p = torch.log_softmax(self.logits, 1)
        torch.exp(log_p, out=self.diff_logits).sub_(self.targets).div_(BATCH)
        torch.mm(self.diff_logits.t(), self.hidden, out=d_w2)
        torch.sum(self.diff_logits, 0, out=d_b2)
        torch.mm(self.diff_logits, w2, out=self.diff_hidden)
        self.diff_hidden.mul_(self.hidden > 0)
        torch.mm(self.diff_hidden.t(), self.inputs, out=d_w1)
        torch.sum(self.diff_hidden, 0, out=d_b1)
        return -torch.dot(log_p.view(-1), self.targets.view(-1)) / BATCH


class Worker:
    def __init__(self, shard, method, seed):
        self.method = method
        self.shard = shard
        self.generator = torch.Generator().manual_seed(seed)
        self.gradient = torch.empty(TOTAL)
        self.gradient_parts = tensors(self.gradient)
        self.delay = 0
        self.stored = None
        if method in ("sparse", "sasg"):
            self.residual = torch.zeros(TOTAL)
            self.residual_parts = [self.residual[s:s + n] for s, n in zip(STARTS, SIZES)]
            self.indices = torch.empty(sum(KEPT), dtype=torch.int64)
        if method == "lasg":
            self.stored = torch.empty(TOTAL)
        if method in ("lasg", "sasg"):
            self.stale = torch.empty(TOTAL)
            self.stale_parts = tensors(self.stale)

    def batch(self, iteration):
        position = iteration % (len(self.shard) // BATCH)
        if position == 0:
            self.order = self.shard[torch.randperm(len(self.shard), generator=self.generator)]
        return self.order[position * BATCH:(position + 1) * BATCH]

    def step(self, iteration, run, space):
        """Line 4 to 18 of Algorithm 1. True if it uploads."""
        space.load(run.images, run.one_hot, self.batch(iteration))
        self.loss = space.gradient(run.weight_parts, self.gradient_parts)
        if self.method in ("lasg", "sasg"):
            if not self.must_upload(iteration, run, space):
                self.delay += 1
                return False
            self.stale.copy_(run.weights)
            self.delay = 0 if iteration < DELAY_BOUND else 1
        if self.method == "lasg":
            torch.mul(self.gradient, RATE, out=self.stored)
        elif self.method != "sgd":
            self.sparsify(space)
        return True

    def must_upload(self, iteration, run, space):
        if iteration < DELAY_BOUND:
            return True
        space.gradient(self.stale_parts, space.auxiliary_parts)
        space.auxiliary.sub_(self.gradient)
        return self.delay > DELAY_BOUND or float(torch.dot(space.auxiliary, space.auxiliary)) > run.threshold

    def sparsify(self, space):
        """Top-k of each tensor of rate * gradient + residual; the rest becomes the residual."""
        self.residual.add_(self.gradient, alpha=RATE)
        torch.abs(self.residual, out=space.magnitude)
        at = 0
        for part, start, kept in zip(space.magnitude_parts, STARTS, KEPT):
            torch.add(torch.topk(part, kept, sorted=False)[1], start, out=self.indices[at:at + kept])
            at += kept
        self.stored = self.residual[self.indices]
        self.residual.index_fill_(0, self.indices, 0.0)


class Run:
    def __init__(self, method, images, labels, seed):
        generator = torch.Generator().manual_seed(seed)
        self.method = method
        self.images = images
        self.one_hot = torch.nn.functional.one_hot(labels, 10).float()
        self.weights = torch.empty(TOTAL)
        self.weight_parts = tensors(self.weights)
        for part, fan_in in zip(self.weight_parts, (784, 784, 512, 512)):
            part.uniform_(-fan_in**-0.5, fan_in**-0.5, generator=generator)
        shards = torch.randperm(len(labels), generator=generator).view(WORKERS, -1)
        self.workers = [Worker(shard, method, seed * 1000 + m) for m, shard in enumerate(shards)]
        self.update = torch.zeros(TOTAL)
        self.differences = []
        self.threshold = 0.0
        self.rounds = 0

    def share(self, iteration, workers, space):
        return sum(worker.step(iteration, self, space) for worker in workers)

    def iterate(self, iteration, pool, spaces):
        if pool is None:
            uploads = self.share(iteration, self.workers, spaces[0])
        else:
            n = len(spaces)
            uploads = sum(pool.map(self.share, [iteration] * n, [self.workers[i::n] for i in range(n)], spaces))
        self.rounds += uploads
        self.update.zero_()
        for worker in self.workers:
            if self.method == "sgd":
                self.update.add_(worker.gradient, alpha=RATE)
            elif self.method == "lasg":
                self.update.add_(worker.stored)
            else:
                self.update.index_add_(0, worker.indices, worker.stored)
        self.weights.sub_(self.update)
        if self.method in ("lasg", "sasg"):
            self.differences = [*self.differences, float(torch.dot(self.update, self.update))][-DIFFERENCES:]
            self.threshold = THRESHOLD * sum(self.differences)
        return sum(float(worker.loss) for worker in self.workers) / WORKERS


def measure(method, images, labels):
    run = Run(method, images, labels, ARGUMENTS.seed)
    groups = ARGUMENTS.threads if ARGUMENTS.parallel == "workers" else 1
    spaces = [Workspace() for _ in range(groups)]
    losses = []
    skips = None
    with ThreadPoolExecutor(groups) as executor:
        pool = executor if groups > 1 else None
        for iteration in range(ARGUMENTS.iterations):
            if iteration == min(ARGUMENTS.discard, ARGUMENTS.iterations - 1):
                start = time.perf_counter()
                first = iteration
            losses.append(run.iterate(iteration, pool, spaces))
            if iteration == 599:
                skips = 6000 - run.rounds
        seconds = time.perf_counter() - start
    return {"iterations_per_s": round((ARGUMENTS.iterations - first) / seconds, 2),
            "iterations": ARGUMENTS.iterations, "rounds": run.rounds,
            "skips_of_first_epoch": skips, "mean_loss_of_last_100": round(sum(losses[-100:]) / len(losses[-100:]), 4)}


def measure_top_k(repetitions=200):
    """Microseconds for the top 1 % of every tensor of a normal vector, without and with error
    feedback, one thread."""
    torch.manual_seed(1)
    worker, space = Worker(torch.arange(BATCH), "sparse", 1), Workspace()
    worker.gradient.normal_()

    def select():
        torch.abs(worker.gradient, out=space.magnitude)
        for part, source, kept in zip(space.magnitude_parts, worker.gradient_parts, KEPT):
            source.view(-1)[torch.topk(part, kept, sorted=False)[1]]

    def median(function):
        times = []
        for _ in range(repetitions):
            start = time.perf_counter()
            function()
            times.append(time.perf_counter() - start)
        return round(sorted(times)[repetitions // 2] * 1e6, 1)

    return {"top_k_us_median": median(select), "sparsify_us_median": median(lambda: worker.sparsify(space)),
            "d": TOTAL, "k": sum(KEPT)}


def check(images, labels):
    """Largest difference between this gradient and autograd's, relative to the largest entry; and
    the time of both in microseconds, on one thread."""
    run, space = Run("sgd", images, labels, 1), Workspace()
    worker = run.workers[0]
    batch = worker.batch(0)
    space.load(run.images, run.one_hot, batch)
    loss = space.gradient(run.weight_parts, worker.gradient_parts)
    leaves = [part.clone().requires_grad_() for part in run.weight_parts]

    def autograd():
        hidden = torch.relu(torch.nn.functional.linear(images[batch], leaves[0], leaves[1]))
        loss = torch.nn.functional.cross_entropy(torch.nn.functional.linear(hidden, *leaves[2:]), labels[batch])
        return loss, torch.autograd.grad(loss, leaves)

    expected_loss, expected = autograd()
    flat = torch.cat([part.reshape(-1) for part in expected])

    def microseconds(function, repetitions=300):
        start = time.perf_counter()
        for _ in range(repetitions):
            function()
        return round((time.perf_counter() - start) / repetitions * 1e6, 1)

    return {"loss_difference": abs(float(loss) - float(expected_loss)),
            "gradient_relative_difference": float((flat - worker.gradient).abs().max() / flat.abs().max()),
            "this_us": microseconds(lambda: space.gradient(run.weight_parts, worker.gradient_parts)),
            "autograd_us": microseconds(autograd)}


def blas():
    """The files of the BLAS in use: the reference one, which is all that python3-torch asks for, is several times slower
    than OpenBLAS (libopenblas0-pthread)."""
    with open("/proc/self/maps") as maps:
        files = {pathlib.Path(line.split()[-1]).resolve() for line in maps if "blas" in line}
    return sorted(str(file) for file in files if "numpy" not in str(file))


def main():
    torch.set_num_threads(INNER)
    result = {"torch": torch.__version__, "blas": blas(), "threads": ARGUMENTS.threads, "parallel": ARGUMENTS.parallel}
    with torch.no_grad() if not ARGUMENTS.check else torch.enable_grad():
        if ARGUMENTS.top_k:
            result["top_k"] = measure_top_k()
        else:
            images, labels = training_set(ARGUMENTS.data)
            if ARGUMENTS.check:
                result["check"] = check(images, labels)
            else:
                result["methods"] = {m: measure(m, images, labels) for m in ARGUMENTS.methods.split(",")}
    result["peak_memory_mib"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
