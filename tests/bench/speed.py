#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""telegrad-cli and tests/bench/torch_reference.py on the same job, by turns on the same machine.

Prints iterations a second of SGD, Sparse, LASG and SASG and their ratio (medians over the
repetitions), once with PyTorch's workers in turn on one thread, which is its best number of threads
inside operations at this size, and once with a Python thread for each worker on all cores; top-k with and without error feedback where the benchmarks were built
(-D TELEGRAD_BUILD_BENCHMARKS=ON), and the peak memory of the SASG runs. Neither the first 20 iterations
of a run are timed, nor those that telegrad-cli evaluates the test set after (an epoch's last, the run's
last), which PyTorch's program never does.
"""
import argparse
import csv
import json
import os
import pathlib
import statistics
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
METHODS = ("sgd", "sparse", "lasg", "sasg")
DISCARD = 20
# Left in the environment, these force OpenBLAS, thus PyTorch, onto kernels of an older processor.
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS_")}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", help="folder that holds mnist/; else synthetic images")
    parser.add_argument("--iterations", type=int, default=620)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"))
    parser.add_argument("--experiments", type=pathlib.Path, default=pathlib.Path("resources/experiments"))
    parser.add_argument("--methods", nargs="+", default=METHODS, choices=METHODS)
    return parser.parse_args()


def child(command):
    """Its standard output, and its peak memory in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"exit status {process.returncode}: {' '.join(command)}")
    return output, usage.ru_maxrss / 1024


def ours(options, method):
    with tempfile.TemporaryDirectory() as folder:
        command = [str(options.build / "app/telegrad-cli"), "run", str(options.experiments / f"{method}-mnist.toml"),
                   "--out", f"{folder}/run", "--threads", str(options.threads),
                   "--set", f"run.max_iterations={options.iterations}",
                   "--set", f"run.evaluate_every={options.iterations}"]
        command += ["--data", options.data] if options.data else ["--set", "dataset.key=synthetic-digits"]
        memory = child(command)[1]
        with open(f"{folder}/run/iterations.csv", newline="") as stream:
            rows = list(csv.DictReader(stream))
    # A record is made once its iteration's evaluation, if there is one, is done.
    wall = [float(row["wall_s"]) for row in rows]
    timed = [wall[i] - wall[i - 1] for i in range(DISCARD, len(rows)) if not rows[i]["test_accuracy"]]
    return len(timed) / sum(timed), memory


def theirs(options, method, threads):
    command = ["/usr/bin/python3", str(HERE / "torch_reference.py"), "--methods", method,
               "--iterations", str(options.iterations), "--discard", str(DISCARD), "--threads", str(threads)]
    command += ["--data", options.data] if options.data else []
    result = json.loads(child(command)[0])
    return result["methods"][method]["iterations_per_s"], result["peak_memory_mib"]


def blas():
    """What PyTorch multiplies with. Debian's python3-torch is content with the reference BLAS, which is no peer."""
    files = json.loads(child(["/usr/bin/python3", str(HERE / "torch_reference.py"), "--methods", "sgd", "--iterations", "1"])[0])["blas"]
    if not any("openblas" in file for file in files):
        raise SystemExit(f"PyTorch uses {', '.join(files)}: install libopenblas0-pthread, which is several times faster")
    return files


def compare(options, method):
    """Ours, PyTorch with the workers in turn, and PyTorch with a Python thread for each of them."""
    sides = [lambda: ours(options, method), lambda: theirs(options, method, 1),
             lambda: theirs(options, method, options.threads)]
    runs = [[side() for side in sides] for _ in range(options.repetitions)]
    rate = [statistics.median(run[side][0] for run in runs) for side in range(3)]
    memory = [max(run[side][1] for run in runs) for side in range(3)]
    print(f"{method:8} {rate[0]:9.1f} {rate[1]:9.1f} {rate[0] / rate[1]:6.1f} {rate[2]:9.1f} {rate[0] / rate[2]:6.1f}   "
          f"{memory[0]:7.0f} {max(memory[1:]):7.0f}", flush=True)


def top_k(options):
    bench = options.build / "tests/bench/top_k_bench"
    if not bench.exists():
        print(f"\nno top-k: {bench} was not built")
        return
    output = child([str(bench), "--benchmark_format=json", "--benchmark_filter=^topKPerTensor/d:407050/kind:0$"])[0]
    measured = json.loads(output)["benchmarks"][0]
    assert measured["time_unit"] == "ns"
    here = measured["real_time"] / 1000
    torch = json.loads(child(["/usr/bin/python3", str(HERE / "torch_reference.py"), "--top-k"])[0])["top_k"]
    print(f"\ntop 1 % of each tensor, d = {torch['d']}, one thread: {here:.0f} us, "
          f"torch.topk {torch['top_k_us_median']:.0f} us, ratio {torch['top_k_us_median'] / here:.1f} "
          f"(PyTorch with error feedback {torch['sparsify_us_median']:.0f} us)")


def main():
    options = arguments()
    print(f"{options.iterations} iterations, {options.threads} threads, {options.data or 'synthetic images'}, "
          f"median of {options.repetitions}\n")
    print(f"PyTorch's linear algebra: {', '.join(blas())}\n")
    print(f"{'':8} {'iterations per second':>43}   {'peak MiB':>15}")
    print(f"{'':8} {'telegrad':>9} {'PyTorch,':>9} {'ratio':>6} {'PyTorch,':>9} {'ratio':>6}   {'telegr.':>7} {'PyTorch':>7}")
    print(f"{'':8} {'':9} {'in turn':>9} {'':6} {'at once':>9}")
    for method in options.methods:
        compare(options, method)
    top_k(options)


if __name__ == "__main__":
    main()
