# SPDX-License-Identifier: GPL-3.0-or-later
"""A user's first session: start from a card, move three controls while it trains, pause, step, fork, compare,
export, change the theme, close and open again. Looks at what came out of each, and leaves a picture of it.
"""
import csv
import glob
import json
import os
import re
import sys
import xml.etree.ElementTree

from desktop import Desktop, Failed, wait

RUNS = os.path.expanduser("~/.local/share/telegrad/runs")


def expect(true, what):
    if not true:
        raise Failed(what)


def folders():
    """The run folders, oldest first."""
    found = [os.path.dirname(path) for path in glob.glob(RUNS + "/*/experiment.toml")]
    return sorted(found, key=lambda folder: os.stat(folder + "/experiment.toml").st_mtime)


def journal(folder):
    """Its whole lines; none where it has not been begun."""
    if not os.path.exists(folder + "/journal.jsonl"):
        return []
    with open(folder + "/journal.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.endswith("\n")]


def iteration(desktop):
    """What the last line says: 0 before the first."""
    text = desktop.reads("iteration ")
    return int(re.sub(r"[^0-9]", "", text.split(" of ")[0])) if text else 0


def start_from_a_card(desktop):
    desktop.start(os.environ["TELEGRAD"])
    desktop.look("Open Quick start", "push button")
    desktop.picture("1-start")
    desktop.click(desktop.look("Run Quick start", "push button"))
    wait(lambda: iteration(desktop) > 100, "a hundred iterations", 60)
    expect(len(folders()) == 1, "one run folder")
    desktop.picture("2-training")


def drag_three_sliders(desktop):
    labels = {"Kept fraction k": ("fraction", 0.3), "Threshold factor α·γ": ("threshold_factor", 0.8),
              "Learning rate γ": ("learning_rate", 0.55)}
    for label, (key, to) in labels.items():
        slider = desktop.look(label, "slider")
        before = slider.queryValue().currentValue
        desktop.drag(slider, to)
        wait(lambda: slider.queryValue().currentValue != before, f"{label} to move")
        wait(lambda: any(key in json.dumps(line) for line in journal(folders()[0])),
             f"{label} in the journal")
        wait(lambda: desktop.reads("in force since iteration"), f"{label} to be in force")
    desktop.picture("3-three-changes")


def pause_and_step(desktop):
    desktop.click(desktop.look("Pause", "push button"))
    wait(lambda: desktop.reads("paused"), "the run to pause")
    before = iteration(desktop)
    for step in (1, 2):
        desktop.click(desktop.look("Step", "push button"), at=(0.3, 0.5))
        wait(lambda: iteration(desktop) == before + step, f"iteration {before + step}")
        wait(lambda: desktop.reads("paused"), "the run to pause again")
    desktop.picture("4-stepped")


def fork(desktop):
    desktop.click(desktop.look("Fork", "push button", prefix=True))
    dialog = wait(lambda: next((w for w in desktop.windows() if w != desktop.window), None), "the dialog")
    desktop.picture("5-fork")
    field = desktop.look("Kept fraction k", "text", dialog)
    desktop.click(field)
    desktop.key("ctrl+a")
    desktop.write("20 %")
    desktop.key("Tab")
    desktop.click(desktop.look("Fork", "push button", dialog))
    wait(lambda: len(folders()) == 2, "a second run folder")
    wait(lambda: any("compressor.fraction" in json.dumps(line) and "0.2" in json.dumps(line)
                     for line in journal(folders()[1])), "20 % in the fork's journal")


def compare(desktop):
    wait(lambda: desktop.reads("running"), "the fork to run")
    desktop.click(desktop.look("x axis: payload bits"))
    first = iteration(desktop)
    wait(lambda: iteration(desktop) > first + 300, "three hundred more iterations", 120)
    desktop.picture("6-compared")
    desktop.click(desktop.look("Pause", "push button"))
    wait(lambda: desktop.reads("paused"), "the fork to pause")


def export(desktop):
    folder = os.path.expanduser("~")
    for steps, ending in ((0, "pdf"), (1, "svg"), (3, "csv")):
        desktop.key("ctrl+e")
        dialog = desktop.window_named("Export figure")
        desktop.click(desktop.look("PDF, for LaTeX", "combo box", dialog))
        desktop.key("Home", *["Down"] * steps, "Return")
        desktop.picture("7-export-" + ending)
        desktop.click(desktop.look("Save as…", "push button", dialog))
        files = desktop.window_named("Save as")
        desktop.key("ctrl+a")
        desktop.write(f"{folder}/curves.{ending}")
        desktop.click(desktop.look("Save", "push button", files))
        desktop.gone("Export figure")
        expect(os.path.getsize(f"{folder}/curves.{ending}") > 1000, f"curves.{ending} is empty")
    svg = xml.etree.ElementTree.parse(folder + "/curves.svg").getroot()
    expect(svg.tag.endswith("svg"), "curves.svg is no SVG")
    with open(folder + "/curves.pdf", "rb") as pdf:
        content = pdf.read()
        expect(content.startswith(b"%PDF") and b"/FontFile" in content, "curves.pdf has its fonts")
    with open(folder + "/curves.csv", encoding="utf-8", newline="") as rows:
        table = list(csv.DictReader(line for line in rows if not line.startswith("#")))
    with open(folders()[1] + "/iterations.csv", encoding="utf-8") as kept:
        iterations = sum(1 for _ in kept) - 1
    expect(len(table) >= iterations, f"curves.csv has {len(table)} rows, the fork alone {iterations}")
    expect(float(table[0]["payload_bits"]) >= 0, "payload bits are numbers")


def change_theme(desktop):
    ground = desktop.colour(800, 60)
    desktop.key("ctrl+k")
    desktop.write("dark")
    desktop.key("Return")
    wait(lambda: sum(desktop.colour(800, 60)) < sum(ground) / 3, "the dark theme")
    wait(desktop.is_still, "all of it")
    desktop.picture("8-dark")


def close_and_open(desktop):
    kept = {folder: open(folder + "/iterations.csv", encoding="utf-8").read() for folder in folders()}
    desktop.key("ctrl+q")
    expect(desktop.end() == 0, "the window ends with status 0")
    desktop.start(os.environ["TELEGRAD"])
    wait(lambda: sum(desktop.colour(800, 60)) < 200, "the dark theme again")
    wait(lambda: all(any(word in text for text in desktop.texts()) for word in ("Quick start",)),
         "the runs of the session before")
    desktop.picture("9-opened-again")
    for folder, rows in kept.items():
        with open(folder + "/iterations.csv", encoding="utf-8") as now:
            expect(now.read().startswith(rows), f"{folder} lost rows")
    desktop.key("ctrl+q")
    expect(desktop.end() == 0, "the window ends with status 0")


def main(pictures):
    desktop = Desktop(pictures)
    steps = (start_from_a_card, drag_three_sliders, pause_and_step, fork, compare, export, change_theme,
             close_and_open)
    for step in steps:
        name = step.__name__.replace("_", " ")
        try:
            step(desktop)
        except Exception as error:
            desktop.picture("failed")
            print(f"{name}: {error}\npicture: {pictures}/failed.png")
            return 1
        finally:
            if step is steps[-1] and desktop.program and desktop.program.poll() is None:
                desktop.program.kill()
        print(f"{name}: as it should")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
