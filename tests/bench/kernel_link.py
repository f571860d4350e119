#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The emulated network against the Linux kernel's: TCP over token buckets, in network namespaces.

Every worker and the server is a namespace of its own, with a veth to a bridge; nothing but this
script's own traffic is in them, and nothing leaves them. A token bucket (tbf, then htb) at the
server's port is the shared ingress, one at a worker's end its access link. Connections are open
before the clock starts, and the last of the bytes has to be read by the server.

  (a) N flows of S bytes at once through the ingress
  (b) four flows of 1 MB over unequal access links into a shared ingress

What the emulator says of the same messages comes from `telegrad-cli network`, with fair sharing and
first come first served: the same bytes on the wire (66 B of headers for every 1448), the ingress's
bucket as a trace that begins with it, which first come first served has none of, for a message is
on its access link first. The access links' buckets (4 KiB, 0.4 % of a message) are left out. Allowed: 3 % where no link is shared, 10 % on the last completion, 30 % on a flow where one is.

Needs ip, tc, unshare and a kernel that lets this user make namespaces; what it does not have is
skipped, with the reason. Exit status 1 if a figure is outside of what is allowed or if nothing
could be measured; 2 for unusable arguments.
"""
import argparse
import collections
import contextlib
import csv
import io
import json
import math
import pathlib
import selectors
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

SEGMENT, HEADERS = 1448, 66
INGRESS_BUCKET, ACCESS_BUCKET = 16384, 4096
PORT = 5001
SHARED = [(10, 250_000, 1), (10, 250_000, 4), (50, 250_000, 4), (50, 1_000_000, 1), (50, 1_000_000, 4),
          (200, 250_000, 4), (200, 1_000_000, 1), (200, 1_000_000, 4)]  # Mbit/s, bytes, flows
UNEQUAL = [((5, 10, 20, 40), 100), ((5, 10, 20, 40), 30), ((10, 10, 40, 40), 40)]  # access, ingress
UNEQUAL_SIZE = 1_000_000
ALONE, LAST, FLOW = 0.03, 0.10, 0.30
WORKERS = 4


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"))
    parser.add_argument("--congestion", nargs="+", default=["cubic"], help="TCP congestion controls")
    parser.add_argument("--qdiscs", nargs="+", default=["tbf", "htb"], choices=["tbf", "htb"])
    parser.add_argument("--queue", type=int, default=1_000_000, help="bytes that wait at a tbf before packets are lost")
    parser.add_argument("--offload", action="store_true", help="let senders hand over up to 64 KiB as one packet")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--most-mb", type=float, default=500, help="refuse to carry more than this")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--node", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


# --- What runs in a namespace ---------------------------------------------------------------------

def receive(listener, flows, size):
    """When each flow's last byte was read, by the sender's address."""
    ends = {}
    with selectors.DefaultSelector() as selector:
        for _ in range(flows):
            connection, (peer, _) = listener.accept()
            connection.setblocking(False)
            selector.register(connection, selectors.EVENT_READ, [peer, size])
        print(json.dumps("ready"), flush=True)
        while len(ends) < flows:
            for key, _ in selector.select():
                key.data[1] -= len(key.fileobj.recv(1 << 18))
                if key.data[1] <= 0:
                    ends[key.data[0]] = time.monotonic()
                    selector.unregister(key.fileobj)
                    key.fileobj.close()
    return ends


def node():
    """Does what it is told in lines of JSON, and answers each with one."""
    listener = sender = None
    for line in sys.stdin:
        order = json.loads(line)
        answer = None
        if order["do"] == "run":
            done = subprocess.run(order["command"], capture_output=True, text=True)
            answer = {"status": done.returncode, "out": done.stdout, "err": done.stderr.strip()}
        elif order["do"] == "listen":
            listener = socket.create_server(("0.0.0.0", PORT), backlog=WORKERS)
        elif order["do"] == "receive":
            answer = receive(listener, order["flows"], order["size"])
        elif order["do"] == "connect":
            sender = socket.socket()
            sender.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, order["congestion"].encode())
            sender.connect((order["to"], PORT))
        elif order["do"] == "send":
            time.sleep(max(0.0, order["at"] - time.monotonic()))
            answer = time.monotonic()
            sender.sendall(bytes(order["size"]))
            sender.close()
        print(json.dumps(answer), flush=True)


# --- The network of namespaces --------------------------------------------------------------------

class Refused(Exception):
    """The kernel does not let us, or does not have it."""


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Refused(f"{' '.join(command)}: {done.stderr.strip() or done.returncode}")
    return done.stdout


class Node:
    """A process in a network namespace of its own, on the bridge."""

    def __init__(self, name, address, stack):
        self.name, self.address = name, address
        self.process = stack.enter_context(subprocess.Popen(
            ["unshare", "-n", sys.executable, __file__, "--node"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True))
        stack.callback(self.process.stdin.close)
        self.run("ip", "link", "set", "lo", "up")  # once that is answered, it is where it should be
        run("ip", "link", "add", f"port-{name}", "type", "veth", "peer", "name", "eth0", "netns",
            str(self.process.pid))
        run("ip", "link", "set", f"port-{name}", "master", "bridge0", "up")
        self.run("ip", "address", "add", f"{address}/24", "dev", "eth0")
        self.run("ip", "link", "set", "eth0", "up")

    def tell(self, do, **what):
        self.process.stdin.write(json.dumps({"do": do, **what}) + "\n")
        self.process.stdin.flush()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise Refused(f"{self.name} has ended")
        return json.loads(line)

    def ask(self, do, **what):
        self.tell(do, **what)
        return self.answer()

    def run(self, *command):
        done = self.ask("run", command=command)
        if done["status"] != 0:
            raise Refused(f"{self.name}: {' '.join(command)}: {done['err']}")
        return done["out"]


def shaper(kind, device, rate, bucket, queue):
    """The commands that give a device a rate in Mbit/s."""
    if kind == "tbf":
        return [["tc", "qdisc", "add", "dev", device, "root", "tbf", "rate", f"{rate}mbit", "burst", str(bucket),
                 "limit", str(queue)]]
    return [["tc", "qdisc", "add", "dev", device, "root", "handle", "1:", "htb", "default", "1"],
            ["tc", "class", "add", "dev", device, "parent", "1:", "classid", "1:1", "htb", "rate", f"{rate}mbit",
             "burst", str(bucket), "cburst", str(bucket)]]


def unshaped(device):
    # There may be none: then the kernel says so, and that is as good.
    return ["sh", "-c", f"tc qdisc del dev {device} root 2>/dev/null; true"]


class Bench:
    def __init__(self, options, stack):
        self.options = options
        run("ip", "link", "add", "bridge0", "type", "bridge")
        run("ip", "link", "set", "bridge0", "up")
        self.server = Node("server", "10.9.0.100", stack)
        self.workers = [Node(f"worker{i}", f"10.9.0.{i + 1}", stack) for i in range(WORKERS)]
        if not options.offload:
            for worker in self.workers:
                worker.run("ip", "link", "set", "eth0", "gso_max_segs", "1")
        self.server.ask("listen")

    def measure(self, kind, access, ingress, sizes, congestion):
        """(seconds of each flow, bytes through the ingress, packets lost there), once."""
        run(*unshaped("port-server"))
        for command in shaper(kind, "port-server", ingress, INGRESS_BUCKET, self.options.queue):
            run(*command)
        for worker, rate in zip(self.workers, access or []):
            worker.run(*unshaped("eth0"))
            for command in shaper(kind, "eth0", rate, ACCESS_BUCKET, self.options.queue):
                worker.run(*command)
        senders = self.workers[:len(sizes)]
        self.server.tell("receive", flows=len(sizes), size=sizes[0])
        for worker in senders:
            worker.ask("connect", to=self.server.address, congestion=congestion)
        self.server.answer()
        time.sleep(0.1)  # the buckets fill again after the handshakes
        at = time.monotonic() + 0.02
        for worker, size in zip(senders, sizes):
            worker.tell("send", size=size, at=at)
        begins = [worker.answer() for worker in senders]
        ends = self.server.answer()
        statistics_ = json.loads(run("tc", "-s", "-j", "qdisc", "show", "dev", "port-server"))[0]
        for worker in self.workers:
            worker.run(*unshaped("eth0"))
        return ([ends[worker.address] - min(begins) for worker in senders], statistics_["bytes"],
                statistics_["drops"])


# --- The emulator ---------------------------------------------------------------------------------

def on_the_wire(size):
    return size + HEADERS * math.ceil(size / SEGMENT)


def emulated(options, access, ingress, sizes, discipline):
    """Seconds of each flow, as telegrad-cli has them."""
    with tempfile.TemporaryDirectory() as folder:
        messages = pathlib.Path(folder, "messages.csv")
        messages.write_text("id,src,dst,time_s,bytes\n" + "".join(
            f"{i},worker{i},server,0,{on_the_wire(size)}\n" for i, size in enumerate(sizes)))
        bucket = pathlib.Path(folder, "ingress.csv")
        bucket.write_text(f"time_s,bandwidth_bit_per_s\n0,{INGRESS_BUCKET * 8e6:.0f}\n1e-6,{ingress}e6\n")
        command = [options.build / "app/telegrad-cli", "network", "--messages", messages, "--discipline", discipline,
                   "--set", "network.latency=0 s", "--set", "network.message_overhead=0 B",
                   "--set", "network.worker_uplink=1 Tbit/s", "--trace", f"server_ingress={bucket}"]
        for i, rate in enumerate(access or []):
            command += ["--trace", f"worker_uplink.{i}=constant; bandwidth = {rate} Mbit/s"]
        done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return [float(row["end_s"]) for row in csv.DictReader(io.StringIO(done.stdout))]


# --- The tables -----------------------------------------------------------------------------------

def jain(values):
    return sum(values) ** 2 / (len(values) * sum(value * value for value in values))


def percent(measured, model):
    return f"{100 * (measured / model - 1):+.1f} %"


def medians(bench, kind, access, ingress, sizes, congestion):
    runs = [bench.measure(kind, access, ingress, sizes, congestion) for _ in range(bench.options.repeats)]
    flows = [statistics.median(times) for times in zip(*(sorted(seconds) if not access else seconds
                                                         for seconds, _, _ in runs))]
    last = statistics.median(max(seconds) for seconds, _, _ in runs)
    fairness = statistics.median(jain([size / t for size, t in zip(sizes, seconds)]) for seconds, _, _ in runs)
    wire = statistics.median(bytes_ for _, bytes_, _ in runs) / sum(map(on_the_wire, sizes))
    return flows, last, fairness, wire, sum(lost for _, _, lost in runs)


def judge(flows, last, fair, shared):
    """What of the flows and the last completion is outside of what is allowed."""
    outside = []
    if abs(last / max(fair) - 1) > (LAST if shared else ALONE):
        outside.append("last")
    if any(abs(flow / model - 1) > (FLOW if shared else ALONE) for flow, model in zip(flows, fair)):
        outside.append("flow")
    return " and ".join(outside)


def table(bench, kind, congestion, verdicts):
    print(f"\n{kind}, {congestion}{', with segmentation offload' if bench.options.offload else ''}: (a) flows that share the ingress; (b) access links of their own besides\n")
    print("| access, Mbit/s | ingress | flows | kernel, last | emulated: fair | fifo | last | each flow, fair "
          "| Jain | bytes | lost | outside |\n|---|---|---|---|---|---|---|---|---|---|---|---|")
    cases = [(None, rate, [size] * flows) for rate, size, flows in SHARED]
    cases += [(access, ingress, [UNEQUAL_SIZE] * len(access)) for access, ingress in UNEQUAL]
    for access, ingress, sizes in cases:
        flows, last, fairness, wire, lost = medians(bench, kind, access, ingress, sizes, congestion)
        fair = emulated(bench.options, access, ingress, sizes, "fair")
        fifo = emulated(bench.options, access, ingress, sizes, "fifo")
        shared = len(sizes) > 1 and (access is None or sum(access) > ingress)
        outside = judge(flows, last, fair, shared)
        verdicts["outside" if outside else "fine"] += 1
        each = ", ".join(percent(flow, model) for flow, model in zip(flows, fair))
        print(f"| {', '.join(map(str, access)) if access else 'none'} | {ingress} | {len(sizes)} x {sizes[0] // 1000} kB "
              f"| {1e3 * last:.1f} ms | {1e3 * max(fair):.1f} | {1e3 * max(fifo):.1f} | {percent(last, max(fair))} "
              f"| {each} | {fairness:.3f} | {wire:.4f} | {lost} | {outside} |", flush=True)


def megabytes(options):
    once = sum(size * flows for _, size, flows in SHARED) + sum(UNEQUAL_SIZE * len(access) for access, _ in UNEQUAL)
    return once * options.repeats * len(options.qdiscs) * len(options.congestion) / 1e6


def refusal(kind):
    """Why the kernel has no such qdisc; nothing if it has."""
    try:
        for command in shaper(kind, "lo", 10, INGRESS_BUCKET, 100_000):
            run(*command)
    except Refused as reason:
        return str(reason)
    finally:
        run(*unshaped("lo"))
    return None


def inside(options):
    skipped = {}
    verdicts = collections.Counter()
    with contextlib.ExitStack() as stack:
        try:
            bench = Bench(options, stack)
        except Refused as reason:
            print(f"skipped all: {reason}")
            return 1
        known = run("sysctl", "-n", "net.ipv4.tcp_available_congestion_control").split()
        for kind in options.qdiscs:
            if reason := refusal(kind):
                skipped[kind] = reason
                continue
            for congestion in options.congestion:
                if congestion in known:
                    table(bench, kind, congestion, verdicts)
                else:
                    skipped[f"{kind}, {congestion}"] = f"this kernel has {', '.join(known)}"
    print(f"\nmedians of {options.repeats}; {verdicts['fine']} rows within what is allowed, {verdicts['outside']} "
          f"outside, {len(skipped)} of the combinations skipped")
    for name, reason in skipped.items():
        print(f"skipped {name}: {reason}")
    return 1 if verdicts["outside"] or not verdicts["fine"] else 0


def main():
    options = arguments()
    if options.node:
        return node()
    if options.inside:
        return inside(options)
    if not (options.build / "app/telegrad-cli").exists():
        print(f"there is no {options.build}/app/telegrad-cli", file=sys.stderr)
        return 2
    if megabytes(options) > options.most_mb:
        print(f"{megabytes(options):.0f} MB to carry; allowed: {options.most_mb:.0f} (--most-mb)", file=sys.stderr)
        return 2
    missing = [tool for tool in ("ip", "tc", "unshare") if shutil.which(tool) is None]
    if missing:
        print(f"skipped all: no {', '.join(missing)}")
        return 1
    for how in (["unshare", "-Urn"], ["unshare", "-n"]):  # a user's own, else root's
        tried = subprocess.run([*how, "true"], capture_output=True, text=True)
        if tried.returncode == 0:
            print(f"{megabytes(options):.0f} MB in namespaces of its own ({' '.join(how)})", flush=True)
            return subprocess.run([*how, sys.executable, __file__, *sys.argv[1:], "--inside"]).returncode
    print(f"skipped all: {' '.join(how)}: {tried.stderr.strip()}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
