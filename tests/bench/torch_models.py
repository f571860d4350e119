#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The convolutional models beside PyTorch's: the same logits, losses and gradients for the same
weights and minibatch, and the time for ten workers' gradients.

    tests/bench/torch_models.py --probe build/release/tests/bench/model_probe [--check] [--time]

Both by default. --check prints relative errors: of the logits and the gradient as the norm of the
difference over the norm, and of the worst tensor (tensors whose gradient is rounding noise, as
that of a bias which a normalisation takes out again, are measured against the whole). --time runs
PyTorch in the fastest of four ways on all cores: its own threads inside operations, or a process
for each core with a share of the workers, each in PyTorch's usual memory order or channels last.
All take turns of a few repetitions, and of each the least time counts.
"""
import os

# Left in the environment, these force OpenBLAS onto kernels of an older processor.
for variable in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(variable, None)

import argparse
import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import time

import numpy
import torch
from torch import nn
from torch.nn import functional


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride, project):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.added = outputs - inputs
        self.downsample = None
        if project and self.added:
            self.downsample = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = self.bn2(self.conv2(functional.relu(self.bn1(self.conv1(x)))))
        if self.downsample is not None:
            x = self.downsample(x)
        elif self.added:
            x = functional.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, 0, self.added))
        return functional.relu(y + x)


class ResNet(nn.Module):
    def __init__(self, width, stages, blocks, project):
        super().__init__()
        self.conv1 = nn.Conv2d(3, width, 3, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.stages = stages
        inputs = width
        for stage in range(stages):
            made = []
            for block in range(blocks):
                made.append(Block(inputs, width << stage, 2 if stage and not block else 1, project))
                inputs = width << stage
            setattr(self, f"layer{stage + 1}", nn.Sequential(*made))
        self.fc = nn.Linear(inputs, 10)

    def forward(self, x):
        x = functional.relu(self.bn1(self.conv1(x)))
        for stage in range(self.stages):
            x = getattr(self, f"layer{stage + 1}")(x)
        return self.fc(x.mean((2, 3)))


class Vgg(nn.Module):
    def __init__(self, convolutions):
        super().__init__()
        layers, inputs = [], 3
        for stage, count in enumerate(convolutions):
            outputs = 64 << min(stage, 3)
            for _ in range(count):
                layers += [nn.Conv2d(inputs, outputs, 3, padding=1), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)]
                inputs = outputs
            layers.append(nn.MaxPool2d(2, 2))
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Linear(512, 10)

    def forward(self, x):
        return self.classifier(self.features(x).flatten(1))


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.fc1 = nn.Linear(400, 120)
        self.fc2 = nn.Linear(120, 84)
        self.fc3 = nn.Linear(84, 10)

    def forward(self, x):
        x = functional.max_pool2d(functional.relu(self.conv1(x)), 2)
        x = functional.max_pool2d(functional.relu(self.conv2(x)), 2)
        return self.fc3(functional.relu(self.fc2(functional.relu(self.fc1(x.flatten(1))))))


MODELS = {
    "lenet-5": LeNet,
    "resnet-8": lambda: ResNet(16, 3, 1, False),
    "resnet-20": lambda: ResNet(16, 3, 3, False),
    "resnet-18": lambda: ResNet(64, 4, 2, True),
    "vgg-11": lambda: Vgg((1, 1, 2, 2, 2)),
    "vgg-19": lambda: Vgg((2, 2, 4, 4, 4)),
}


def write_safetensors(path, tensors):
    header, blobs, at = {}, [], 0
    for name, tensor in tensors.items():
        blob = tensor.detach().contiguous().numpy().astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [at, at + len(blob)]}
        blobs.append(blob)
        at += len(blob)
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def read_safetensors(path):
    raw = path.read_bytes()
    length, = struct.unpack("<Q", raw[:8])
    header, data = json.loads(raw[8:8 + length]), raw[8 + length:]
    return {name: torch.from_numpy(numpy.frombuffer(data[slice(*entry["data_offsets"])], "<f4").copy())
                  .view(entry["shape"]) for name, entry in header.items()}


def check(probe, key, batch, seed):
    torch.manual_seed(seed)
    model = MODELS[key]().train()
    inputs, labels = torch.randn(batch, 3, 32, 32), torch.randint(10, (batch,))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_safetensors(folder / "weights.safetensors", dict(model.named_parameters()))
        (folder / "inputs.f32").write_bytes(inputs.numpy().tobytes())
        (folder / "labels.u8").write_bytes(labels.numpy().astype(numpy.uint8).tobytes())
        loss = float(subprocess.run([probe, key, name], check=True, capture_output=True, text=True).stdout)
        logits = torch.from_numpy(numpy.fromfile(folder / "logits.f32", "<f4")).view(batch, -1)
        ours = read_safetensors(folder / "gradient.safetensors")
    expected = model(inputs)
    expected_loss = functional.cross_entropy(expected, labels)
    expected_loss.backward()
    theirs = {name: parameter.grad for name, parameter in model.named_parameters()}
    assert list(ours) == list(theirs), "tensors differ in name or order"
    whole = torch.cat([theirs[name].flatten() for name in theirs])
    difference = torch.cat([(ours[name] - theirs[name]).flatten() for name in theirs])
    worst, where = max((float((ours[n] - theirs[n]).norm() / max(theirs[n].norm(), 1e-3 * whole.norm())), n) for n in theirs)
    errors = {"logits": float((logits - expected).norm() / expected.norm()),
              "loss": abs(loss - float(expected_loss)) / float(expected_loss),
              "gradient": float(difference.norm() / whole.norm()), "worst tensor": worst}
    double = MODELS[key]().double().train()
    double.load_state_dict({name: value.double() if value.is_floating_point() else value
                            for name, value in model.state_dict().items()})
    functional.cross_entropy(double(inputs.double()), labels).backward()
    exact = torch.cat([parameter.grad.flatten() for parameter in double.parameters()])
    ours_off = float((torch.cat([ours[name].flatten() for name in theirs]) - exact).norm() / exact.norm())
    theirs_off = float((whole - exact).norm() / exact.norm())
    verdict = "ok" if max(errors.values()) < 1e-4 else "TOO FAR"
    print(f"{key:10} {sum(p.numel() for p in model.parameters()):>11,} weights  "
          + "  ".join(f"{what} {error:.1e}" for what, error in errors.items()) + f" ({where})  {verdict}"
          f"   [gradient against PyTorch's in double: {ours_off:.1e}, PyTorch's own {theirs_off:.1e}]", flush=True)
    return verdict == "ok"


def iteration_of(key, workers, batch, channels_last):
    """A function that makes the gradients of that many workers, each written out as a flat vector."""
    torch.manual_seed(1)
    model = MODELS[key]().train()
    inputs, labels = torch.randn(batch, 3, 32, 32), torch.randint(10, (batch,))
    if channels_last:
        model, inputs = model.to(memory_format=torch.channels_last), inputs.to(memory_format=torch.channels_last)
    parameters = list(model.parameters())

    def iteration():
        for _ in range(workers):
            functional.cross_entropy(model(inputs), labels).backward()
            torch.cat([parameter.grad.flatten() for parameter in parameters])
            for parameter in parameters:
                parameter.grad = None

    iteration()
    return iteration


def least(iteration, repetitions):
    times = []
    for _ in range(repetitions):
        began = time.perf_counter()
        iteration()
        times.append(time.perf_counter() - began)
    return min(times)


class Threads:
    """All cores inside operations, one worker after another."""

    def __init__(self, options, key, channels_last):
        self.iteration = iteration_of(key, options.workers, options.batch, channels_last)

    def seconds(self, repetitions):
        return least(self.iteration, repetitions)


class Processes:
    """A process for each core with a share of the workers; an iteration is over with the slowest."""

    def __init__(self, options, key, channels_last):
        cores = os.cpu_count()
        shares = [options.workers // cores + (i < options.workers % cores) for i in range(cores)]
        command = [sys.executable, __file__, "--probe", "-", "--share", key, str(options.batch), str(channels_last)]
        self.running = [subprocess.Popen([*command, str(share)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
                        for share in shares if share]
        for process in self.running:
            process.stdout.readline()

    def seconds(self, repetitions):
        for process in self.running:
            print(repetitions, file=process.stdin, flush=True)
        return max(float(process.stdout.readline()) for process in self.running)

    def end(self):
        for process in self.running:
            process.stdin.close()
            process.wait()


def serve_share(key, batch, channels_last, workers):
    torch.set_num_threads(1)
    iteration = iteration_of(key, int(workers), int(batch), int(channels_last))
    print("ready", flush=True)
    for line in sys.stdin:
        print(least(iteration, int(line)), flush=True)


def measure(options, key):
    """By turns, a few repetitions at a time; of each the least counts, which other work disturbs least."""
    torch.set_num_threads(os.cpu_count())
    ways = {name + order: kind(options, key, last) for name, kind in (("threads", Threads), ("processes", Processes))
            for last, order in ((0, ""), (1, ", channels last"))}
    repetitions = max(1, min(50, int(0.3 / ways["threads"].seconds(1))))

    def ours():
        run = subprocess.run([options.probe, key, "--time", str(options.workers), str(options.batch), str(os.cpu_count()),
                              str(repetitions)], check=True, capture_output=True, text=True)
        return float(run.stdout)

    mine, theirs = [], {name: [] for name in ways}
    for _ in range(options.turns):
        mine.append(ours())
        for name, way in ways.items():
            theirs[name].append(way.seconds(repetitions))
    for way in ways.values():
        if isinstance(way, Processes):
            way.end()
    best = min(theirs, key=lambda name: min(theirs[name]))
    print(f"{key:10} {min(mine) * 1e3:>9.1f} ms   PyTorch's best {min(theirs[best]) * 1e3:>9.1f} ms ({best})   "
          f"ratio {min(theirs[best]) / min(mine):.2f}   "
          + "  ".join(f"{name}: {min(seconds) * 1e3:.1f}" for name, seconds in theirs.items()), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--probe", required=True, help="the program model_probe")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--time", action="store_true")
    parser.add_argument("--models", nargs="+", choices=MODELS, default=list(MODELS))
    parser.add_argument("--workers", type=int, default=10)
    parser.add_argument("--batch", type=int, default=10)
    parser.add_argument("--turns", type=int, default=5, help="of each, a third of a second or one iteration")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.share:
        serve_share(*options.share)
        return
    both = not (options.check or options.time)
    fine = True
    if options.check or both:
        seeds = range(options.seed, options.seed + 20)  # the next where a kink was met
        fine = all([any(check(options.probe, key, options.batch, seed) for seed in seeds) for key in options.models])
    if options.time or both:
        print(f"{options.workers} gradients of {options.batch} examples, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        for key in options.models:
            measure(options, key)
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
