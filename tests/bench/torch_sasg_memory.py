#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one SASG worker on ResNet-18 takes in PyTorch: the other side of a Telegrad run's peak memory.

    tests/bench/torch_sasg_memory.py [--steps N] [--batch N]

One process is one worker: it has parameters, gradient, the stale parameters and the gradient at
them, and the residual of error feedback. Each step differentiates one minibatch of random images at
both, decides, sends the top 1 % of each tensor and updates. Nothing is held that a step does not
need. Prints the bytes of the five vectors and the process's peak memory, and what it was before the
model was made.
"""
import os

# Left in the environment, these force OpenBLAS onto kernels of an older processor.
for variable in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(variable, None)

import argparse
import resource

import torch
from torch.nn import functional
from torch_models import MODELS

RATE, KEPT, THRESHOLD = 0.01, 0.01, 1e-4


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def differentiate(model, inputs, labels):
    model.zero_grad(set_to_none=False)
    functional.cross_entropy(model(inputs), labels).backward()


def step(worker, stale, residual, inputs, labels, forced):
    """Whether it uploaded, as it must if `forced`."""
    differentiate(worker, inputs, labels)
    differentiate(stale, inputs, labels)
    with torch.no_grad():
        pairs = list(zip(worker.parameters(), stale.parameters()))
        change = sum(float((here.grad - there.grad).square().sum()) for here, there in pairs)
        uploads = forced or change > THRESHOLD
        if uploads:
            for (here, there), left in zip(pairs, residual):
                there.copy_(here)
                left.add_(here.grad, alpha=RATE)
                flat = left.view(-1)
                _, indices = flat.abs().topk(max(1, int(KEPT * flat.numel())), sorted=False)
                sent = flat[indices]
                flat[indices] = 0.0
                here.view(-1).index_add_(0, indices, sent, alpha=-1.0)
    return uploads


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--steps", type=int, default=5)
    parser.add_argument("--batch", type=int, default=10)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    before = peak()
    worker, stale = (MODELS["resnet-18"]().train() for _ in range(2))
    stale.load_state_dict(worker.state_dict())
    residual = [torch.zeros_like(parameter) for parameter in worker.parameters()]
    inputs, labels = torch.randn(options.batch, 3, 32, 32), torch.randint(10, (options.batch,))
    uploads = sum(step(worker, stale, residual, inputs, labels, i == 0) for i in range(options.steps))
    vectors = {"parameters": [p.data for p in worker.parameters()], "gradient": [p.grad for p in worker.parameters()],
               "stale parameters": [p.data for p in stale.parameters()],
               "stale gradient": [p.grad for p in stale.parameters()], "residual": residual}
    total = 0
    for name, tensors in vectors.items():
        size = sum(tensor.numel() * tensor.element_size() for tensor in tensors)
        total += size
        print(f"{name:18} {size / 1e6:8.1f} MB")
    print(f"{'all five':18} {total / 1e6:8.1f} MB, of ten workers {10 * total / 1e6:,.1f} MB, half of that {5 * total / 1e6:,.1f} MB")
    print(f"peak memory of this process {peak() / 1e6:,.1f} MB, {before / 1e6:,.1f} MB of it before the model was made; "
          f"{uploads} of {options.steps} steps uploaded")


if __name__ == "__main__":
    main()
